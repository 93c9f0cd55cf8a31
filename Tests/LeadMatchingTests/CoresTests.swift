import LeadAttribution
import PartnerCodes
import Testing

/// The report says nothing of the machine that made it.
@Suite struct CoresTests {
    /// A chat of many small messages of which every fourth has a code, as exact, with a slip, near several, of nobody.
    private static let chat = (0..<600).map { number in
        let sender = ["Мария", "Shiba Cars", "+66 81 234-56-78", "Ann \(number % 23)"][number % 4 == 1 ? 1 : number % 3 == 0 ? 0 : number % 3 + 1]
        let text = ["Код: KTM482. Здравствуйте!", "спасибо", "code XHB731", "ой, PMC906\nвторая строка", "Здравствуйте! Интересует аренда.", "код ZZZ999"][number % 6]
        return "\(10 + number / 60 % 18).11.2026, \(10 + number / 60):\(10 + number % 50) - \(sender): \(text)\n"
    }.joined()

    private static func outcome(cores: Int, chunk: Int, asksForEach: Bool, sources: Int) throws -> (report: [UInt8], messages: [String], progress: Int) {
        var attribution = Attribution(try SampleSite.small(), sourceCount: sources, cores: cores)
        var messages: [String] = []
        var progress = 0
        for source in 0..<sources {
            var options = ReadingOptions(ownNames: ["Shiba Cars"])
            options.chunkSize = chunk
            let reader = try MessageSource.open(MemorySource(Array(chat.utf8)), name: "\(source).txt", options: options)
            let each: ((Message, Verdict) -> Void)? = asksForEach ? { messages.append("\($0.source):\($0.line) \($1.kind) \($1.code?.text ?? "-") \($0.text)") } : nil
            try attribution.read(reader, progress: { progress = $0 }, each: each)
        }
        return (JSONLinesReport.summary(attribution.report()), messages, progress)
    }

    @Test(arguments: [1, 2], [false, true]) func `any number of cores and any size of pieces give the same`(_ sources: Int, _ asksForEach: Bool) throws {
        let alone = try Self.outcome(cores: 1, chunk: 1 << 20, asksForEach: asksForEach, sources: sources)
        #expect(alone.progress == 600 * sources)
        #expect(alone.messages.count == (asksForEach ? 600 : 0))
        for cores in [1, 2, 3, 8] {
            for chunk in [16, 100, 1_000, 4_096] {
                let outcome = try Self.outcome(cores: cores, chunk: chunk, asksForEach: asksForEach, sources: sources)
                #expect(outcome == alone, "\(cores) cores, \(chunk) bytes at a time")
            }
        }
    }
}

import ByteText
package import Manifest
import PartnerCodes

/// Says whose code a message carries. Built once from a manifest, then asked for any number of messages, from any number of threads.
///
/// Most messages carry none, and a quick look at their bytes proves it (`mayHoldCode`); the others are taken apart into words and
/// read in four ways: after labels, as a whole, word by word, and inside links.
///
/// A final class, for all threads share it, and nothing of it is copied for a message.
package final class Matcher: Sendable {
    package let directory: PartnerDirectory
    let codes: CodeTable
    let labels: LabelTable
    let links: LinkScanner
    let prefilter: MessagePrefilter
    /// What the site's links send, the codes left out.
    let sentMessages: SentMessages
    private let labelledReader: LabelledReader
    private let freeReader: FreeReader
    private let verdictMaker: VerdictMaker
    private let scanner = WordScanner()

    /// O(codes): about 30 ms for 100,000.
    package init(_ manifest: Manifest) {
        codes = CodeTable(manifest)
        directory = PartnerDirectory(manifest, withdrawn: codes.withdrawn)
        labels = LabelTable(manifest)
        links = LinkScanner(manifest)
        prefilter = MessagePrefilter(labels: labels.spellings, links: links)
        sentMessages = SentMessages(manifest)
        labelledReader = LabelledReader(codes: codes, directory: directory)
        freeReader = FreeReader(codes: codes, directory: directory)
        verdictMaker = VerdictMaker(directory: directory)
    }

    /// The verdict on the text in `range` of `bytes`, which need not be valid UTF-8. Nothing is allocated for a text that obviously
    /// carries no code; otherwise O(range).
    package func verdict(on bytes: [UInt8], in range: Range<Int>) -> Verdict {
        mayHoldCode(bytes, in: range) ? carefulVerdict(on: bytes, in: range) : .none
    }

    /// The quick look: false only where the verdict is `.none`. Allocates nothing.
    func mayHoldCode(_ bytes: [UInt8], in range: Range<Int>) -> Bool { prefilter.mayHoldCode(bytes, range, codes) }

    /// The verdict on `text`; `matched` counts bytes of its UTF-8.
    package func verdict(on text: String) -> Verdict {
        let bytes = Array(text.utf8)
        return verdict(on: bytes, in: bytes.indices)
    }

    /// As `verdict`, without the quick look. Both give the same.
    package func carefulVerdict(on bytes: [UInt8], in range: Range<Int>) -> Verdict {
        verdictMaker.verdict(findings(bytes, range, followsLinks: true))
    }

    /// The codes nearest to anything in `text` that could have been meant for one, for a person to choose from.
    package func suggestions(for text: String) -> [Verdict.Candidate] {
        let bytes = Array(text.utf8)
        let words = scanner.words(of: bytes, in: bytes.indices).words
        var best: [(code: Int, distance: Int)] = []
        for index in words.indices.prefix(200) {
            for extent in CodeExtents(from: index, of: words).extents where 3...14 ~= extent.skeleton.count {
                let taken = words[extent.words]
                guard WrittenShape(taken).digits > 0 || taken.count == 1 && extent.skeleton.count >= 5 else { continue }
                for option in CodeExtents.near(extent, in: codes)
                where !best.contains(where: { $0.code == option.code && $0.distance <= option.distance }) {
                    best.removeAll { $0.code == option.code }
                    best.append(option)
                }
            }
        }
        best.sort { ($0.distance, $0.code) < ($1.distance, $1.code) }
        return best.prefix(Verdict.candidateLimit).map { directory.candidate($0.code, distance: $0.distance) }
    }
}

private extension Matcher {
    func findings(_ bytes: [UInt8], _ range: Range<Int>, followsLinks: Bool) -> [CodeFinding] {
        var (words, end) = scanner.words(of: bytes, in: range)
        let found = links.links(of: bytes, in: range)
        mark(&words, inside: found.map(\.range))
        let findings = self.findings(bytes, range, words, end, found, followsLinks: followsLinks)
        // Looked for last, because most texts have neither.
        if findings.isEmpty { return [] }
        let systemLines = SystemLines.ranges(of: bytes, in: range)
        if systemLines.isEmpty { return findings }
        mark(&words, inside: systemLines)
        return self.findings(bytes, range, words, end, found, followsLinks: followsLinks)
    }

    func findings(
        _ bytes: [UInt8], _ range: Range<Int>, _ words: [TextWord], _ end: TextGap, _ found: [LinkScanner.Link], followsLinks: Bool
    ) -> [CodeFinding] {
        var findings: [CodeFinding] = []
        var hasLabel = false
        for index in words.indices where !words[index].isInLink {
            guard let strength = labels.strength(ofLabelEndingAt: index, of: words, in: bytes) else { continue }
            hasLabel = true
            if let finding = read(afterLabelAt: index, strength, words) { findings.append(finding) }
        }
        if !hasLabel, found.isEmpty, range.count <= MessagePrefilter.wholeMessage, let finding = labelledReader.readWhole(words) { findings.append(finding) }

        let free = freeReader.findings(words, end: end, in: bytes)
        if findings.isEmpty {
            findings = free
        } else if !free.isEmpty {
            let questions = findings.filter { $0.creditedCode == nil && $0.rule != .noSuchCode }.map(\.range)
            findings += questions.isEmpty ? free : free.filter { finding in !questions.contains { $0.overlaps(finding.range) } }
        }
        if followsLinks { for link in found { findings += self.findings(in: link) } }
        return findings
    }

    /// What follows the label that ends with the word `index`, fillers such as `партнёра` passed over.
    func read(afterLabelAt index: Int, _ strength: LabelTable.Strength, _ words: [TextWord]) -> CodeFinding? {
        var isStrong = strength == .alone
        var next = index + 1
        // What begins with a filler, in case that is the beginning of a code and not a filler: `NO 1234`.
        var withFiller: CodeFinding?
        while next < words.count, next <= index + 4 {
            let gap = words[next].gap
            guard !gap.stops, gap.lineBreaks <= 2, gap.signs + gap.separators <= 12 else { break }
            if gap.announces || gap.lineBreaks > 0 || gap.separators > gap.spaces && gap.signs == 0 { isStrong = true }
            let finding = labelledReader.read(from: next, of: words, isStrong: isStrong)
            guard labels.isFiller(words[next]) else { return labelledReader.better(withFiller, finding) }
            if let finding, finding.creditedCode != nil || finding.meaning.isQuestion { withFiller = labelledReader.better(withFiller, finding) }
            next += 1
        }
        return withFiller
    }

    func findings(in link: LinkScanner.Link) -> [CodeFinding] {
        switch link.content {
        case .other: return []
        case .page(let partner):
            guard let code = directory.partners[partner].codes.first, let number = codes.exactMatch(code.skeleton) else { return [] }
            return [CodeFinding(meaning: .exact(number), rule: .pageLink, range: link.range)]
        case .text(let text):
            return findings(text, text.indices, followsLinks: false).map { finding in
                var finding = finding
                finding.range = link.range
                if finding.creditedCode != nil { finding.rule = .linkText }
                return finding
            }
        }
    }

    func mark(_ words: inout [TextWord], inside ranges: [Range<Int>]) {
        guard !ranges.isEmpty else { return }
        var next = 0
        for index in words.indices {
            while next < ranges.count, ranges[next].upperBound <= words[index].range.lowerBound { next += 1 }
            if next == ranges.count { return }
            if ranges[next].overlaps(words[index].range) { words[index].isInLink = true }
        }
    }
}

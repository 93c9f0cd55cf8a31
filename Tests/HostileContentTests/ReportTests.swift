@testable import attribution
import CommandLineKit
@testable import sitegen
import Testing

/// What people mail, print and open in a spreadsheet: made of names and messages that others wrote.
@Suite struct ReportTests {
    /// What `arguments` print; the files are a manifest whose partner bears `text`, and a chat whose sender and message do.
    private func output(_ text: String, _ arguments: [String]) throws -> String {
        let folder = try ScratchFolder()
        let line = text.replacing("\r", with: "").replacing("\n", with: " ")
        let sender = line.replacing(":", with: "")
        try folder.write(folder.manifest(name: folder.quoted(text)), to: "manifest.json")
        try folder.write("""
            14.11.2026, 09:15 - \(sender)A: \(line) Code: KTM482 \(line)
            14.11.2026, 09:16 - \(sender)B: Code: KTM483 \(line)
            14.11.2026, 09:17 - \(sender)A: Code: XHB731 or KTM482
            14.11.2026, 09:18 - \(sender)C: Code: QQQ555 \(line)
            14.11.2026, 09:19 - Shiba: ok

            """, to: "chat.txt")
        try folder.write("customer,date,amount\n\"\(sender.replacing("\"", with: "\"\""))A\",2026-11-20,100\n", to: "sales.csv")
        let recording = ConsoleRecording()
        let files = [folder.path + "/chat.txt", "--manifest", folder.path + "/manifest.json", "--me", "Shiba"]
        let more = arguments[0] == "statement" ? ["--sales", folder.path + "/sales.csv", "--commission", "10%"] : []
        let status = AttributionProgram.run([arguments[0]] + files + more + arguments.dropFirst(), environment: Environment([:]), console: recording.console)
        #expect(status == .done, "\(recording.messages)")
        return recording.output.replacing(folder.path, with: "")
    }

    static let pages = [["check", "--format", "html"], ["check", "--format", "html", "--show-numbers"], ["statement", "--partner", "hotel", "--month", "2026-11", "--format", "html"]]

    static let parts = ["mark", "/mark", "section", "/section", "h2", "/h2", "ul", "/ul", "li", "/li", "blockquote", "/blockquote", "p", "/p", "td", "/td", "tr", "/tr"]

    @Test(arguments: HostileText.all, pages)
    func `a hostile text puts no tag into a report`(hostile: HostileText, arguments: [String]) throws {
        let report = PageReading(try output(hostile.text, arguments)), plain = PageReading(try output("harmless", arguments))
        // A text may make another verdict, and so another list or mark; the tags are those that reports are made of.
        #expect(Set(report.shape).subtracting(plain.shape + Self.parts) == [])
        #expect(report.scripts == [] && report.data == [] && report.styles == plain.styles)
        #expect(!report.tags.contains { $0["href"] != nil || $0["src"] != nil })
    }

    static let tables = [["check", "--format", "csv"], ["check", "--format", "csv", "--show-numbers"], ["statement", "--partner", "hotel", "--month", "2026-11", "--format", "csv"]]

    @Test(arguments: SpreadsheetTests.formulas, tables)
    func `no cell of a report begins like a formula`(formula: String, arguments: [String]) throws {
        let table = Array(try output(formula, arguments).dropFirst().utf8)
        for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
            for cell in SpreadsheetTests.cells(table, separator) { #expect(!SpreadsheetTests.wouldRun(cell), "\(cell.debugDescription)") }
        }
    }

    @Test(arguments: SpreadsheetTests.formulas, [["list", "--csv"], ["codes", "list", "--csv"]])
    func `no cell of a list of partners begins like a formula`(formula: String, arguments: [String]) throws {
        let folder = try ScratchFolder()
        try folder.write(folder.site, to: "site.json")
        for name in ["page", "home", "404"] { try folder.write("<title>{{site.name}}</title>", to: "templates/\(name).mustache") }
        try folder.write("{\"name\": \(folder.quoted(formula))}", to: "partners/x.json")
        for command in [["build", "--quiet"], arguments] {
            let recording = ConsoleRecording()
            _ = Sitegen.run(command + ["--root", folder.path], environment: Environment([:]), console: recording.console)
            for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
                for cell in SpreadsheetTests.cells(Array(recording.output.utf8), separator) { #expect(!SpreadsheetTests.wouldRun(cell), "\(cell.debugDescription)") }
            }
            #expect(command[0] == "build" || recording.output.contains("x"), "\(recording.messages)")
        }
    }
}

import Diagnostics
import Testing

@Suite struct TextPrinterTests {
    @Test func `a diagnostic shows its place, its source line with a caret, and what to do`() {
        let source = "{\n  \"имя\": SUNRIZE\n}\n"
        let start = source.utf8.count - "SUNRIZE\n}\n".utf8.count
        let diagnostic = Diagnostic(
            "C004", .error, at: SourceLocation(path: "partners/asha.json", range: start..<start + 7),
            "the code `SUNRIZE` is one edit from `SUNRISE`", hint: "choose another code")
        var printer = DiagnosticTextPrinter(color: false) { _ in Array(source.utf8) }
        #expect(printer.text(for: diagnostic) == """
            partners/asha.json:2:10: error: the code `SUNRIZE` is one edit from `SUNRISE` [C004]
              2 |   "имя": SUNRIZE
                |          ^~~~~~~
              hint: choose another code

            """)
    }

    @Test func `control characters of a file name cannot reach the terminal`() {
        let diagnostic = Diagnostic("P001", .warning, at: SourceLocation(path: "a\u{1B}[31m.json"), "odd \u{202E}name")
        var printer = DiagnosticTextPrinter(color: false) { _ in nil }
        #expect(printer.text(for: diagnostic) == "a·[31m.json: warning: odd ·name [P001]\n")
    }

    @Test func `a line of a file read as a stream is named without reading the file again`() {
        let diagnostic = Diagnostic("M030", .warning, at: SourceLocation(path: "log.jsonl", line: 12), "the line is cut off")
        var reads = 0
        var text = DiagnosticTextPrinter(color: false) { _ in reads += 1; return nil }
        var json = DiagnosticJSONPrinter { _ in reads += 1; return nil }
        #expect(text.text(for: diagnostic) == "log.jsonl:12: warning: the line is cut off [M030]\n")
        #expect(String(decoding: json.line(for: diagnostic), as: UTF8.self) == """
            {"type":"diagnostic","id":"M030","severity":"warning","file":"log.jsonl","line":12,"message":"the line is cut off"}

            """)
        #expect(reads == 0)
    }
}

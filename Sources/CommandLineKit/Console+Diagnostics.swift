package import Diagnostics

extension Console {
    /// Prints `diagnostics` for people on standard error, in reading order, source lines taken from `readSource`; notes are
    /// left out when quiet.
    package func report(_ diagnostics: [Diagnostic], readSource: @escaping (String) -> [UInt8]?) {
        var printer = DiagnosticTextPrinter(color: messageStyle.hasColor, readSource: readSource)
        for diagnostic in diagnostics.sortedForReading() {
            let text = printer.text(for: diagnostic)
            if diagnostic.severity == .note { say(text) } else { complain(text) }
        }
    }
}

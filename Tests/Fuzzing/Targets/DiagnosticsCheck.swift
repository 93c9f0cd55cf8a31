import ByteText
import Diagnostics
import StructuredText

/// What holds for diagnostics about any input: their places lie in the file, what is printed of them cannot steer a terminal, and what programs
/// read of them is JSON.
enum DiagnosticsCheck {
    /// What does not hold for `diagnostics` on files that `source` reads.
    static func complaint(about diagnostics: [Diagnostic], source: @escaping (String) -> [UInt8]?) -> String? {
        var text = DiagnosticTextPrinter(color: false, readSource: source)
        var json = DiagnosticJSONPrinter(readSource: source)
        // What each says is the same for a thousand of them.
        for diagnostic in diagnostics.prefix(50) {
            for location in [diagnostic.location].compactMap(\.self) + diagnostic.related.map(\.location) {
                guard let range = location.range, let bytes = source(location.path) else { continue }
                if range.upperBound > bytes.count { return "\(diagnostic.id) points behind the end of \(location.path)" }
            }
            if let control = text.text(for: diagnostic).unicodeScalars.first(where: isControl) {
                return "\(diagnostic.id) prints U+\(String(control.value, radix: 16))"
            }
            var problems: [Diagnostic] = []
            let line = json.line(for: diagnostic)
            let value = JSONReader.read(line, path: "", dialect: .strict, into: &problems)
            if value == nil || line.dropLast().contains(.lineFeed) { return "\(diagnostic.id) is not a line of JSON" }
        }
        return nil
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

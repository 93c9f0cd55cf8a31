import Foundation
import Testing

/// An id of a diagnostic is what people look up and programs filter by.
@Suite struct DiagnosticIDTests {
    @Test func `an id belongs to one target alone`() throws {
        let sources = Program.package.appending(path: "Sources")
        var targets: [String: Set<String>] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path) where path.hasSuffix(".swift") {
            let target = String(path.prefix { $0 != "/" })
            let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
            for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") && !line.contains(".id ") {
                for match in line.matches(of: #/"([A-Z][0-9]{3})"/#) { targets[String(match.1), default: []].insert(target) }
            }
        }
        #expect(targets.count > 100)
        // J030 is one thing said in two places: a value of another kind than the member must have.
        let shared = targets.filter { $0.value.count > 1 && $0.key != "J030" }
        #expect(shared.isEmpty, "\(shared)")
    }
}

import Diagnostics
import StructuredText

/// The diagnostics of reading `source`, each as `id severity [the bytes it marks] message | hint`.
func complaints(_ source: String, _ dialect: JSONDialect = .json5) -> [String] {
    complaints(Array(source.utf8), dialect)
}

func complaints(_ bytes: [UInt8], _ dialect: JSONDialect = .json5) -> [String] {
    var diagnostics: [Diagnostic] = []
    let value = JSONReader.read(bytes, path: "a.json", dialect: dialect, into: &diagnostics)
    precondition((value == nil) == diagnostics.containsError)
    return diagnostics.map { summary($0, bytes) }
}

/// `id severity offset[bytes] message | hint`; a related place as `; offset[bytes] message`.
func summary(_ diagnostic: Diagnostic, _ bytes: [UInt8]) -> String {
    func place(_ location: SourceLocation?) -> String {
        guard let range = location?.range else { return "-" }
        return "\(range.lowerBound)[\(String(decoding: bytes[range], as: UTF8.self))]"
    }
    var text = "\(diagnostic.id) \(diagnostic.severity) \(place(diagnostic.location)) \(diagnostic.message)"
    if let hint = diagnostic.hint { text += " | \(hint)" }
    for related in diagnostic.related { text += "; \(place(related.location)) \(related.message)" }
    return text
}

func readValue(_ source: String, _ dialect: JSONDialect = .json5) -> JSONValue? {
    var diagnostics: [Diagnostic] = []
    return JSONReader.read(Array(source.utf8), path: "a.json", dialect: dialect, into: &diagnostics)
}

/// A generator of pseudo-random numbers (SplitMix64) that gives the same ones on every run.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

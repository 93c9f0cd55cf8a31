/// A number as it stands in the file; nothing is rounded until someone asks for a value.
package struct JSONNumber: Equatable, Sendable {
    /// Its characters: a number of JSON or, in a JSON5 file, also `+1`, `.5`, `5.`, `0xFF`, `Infinity`, `-NaN`.
    package let text: String

    package init(text: String) {
        self.text = text
    }

    /// The whole number it is, nil where it has a fraction or does not fit: `5`, `5.0`, `5e2`, `0x1F`.
    package var integer: Int? {
        let (isNegative, magnitude) = signAndMagnitude
        if let digits = hexDigits(of: magnitude) { return Int((isNegative ? "-" : "") + digits, radix: 16) }
        if let exact = Int((isNegative ? "-" : "") + magnitude) { return exact }
        return double.flatMap { Int(exactly: $0) }
    }

    /// The nearest double; infinite where it is too large. Nil only for text that no reader would have accepted.
    package var double: Double? {
        let (isNegative, magnitude) = signAndMagnitude
        let value: Double?
        if let digits = hexDigits(of: magnitude) {
            value = digits.utf8.reduce(0) { $0 * 16 + Double(Character(Unicode.Scalar($1)).hexDigitValue ?? 0) }
        } else if magnitude == "Infinity" {
            value = .infinity
        } else if magnitude == "NaN" {
            value = .nan
        } else {
            value = Double(magnitude)
        }
        return value.map { isNegative ? -$0 : $0 }
    }
}

private extension JSONNumber {
    var signAndMagnitude: (isNegative: Bool, magnitude: Substring) {
        switch text.utf8.first {
        case 0x2D: (true, text.dropFirst())
        case 0x2B: (false, text.dropFirst())
        default: (false, text[...])
        }
    }

    func hexDigits(of magnitude: Substring) -> Substring? {
        magnitude.hasPrefix("0x") || magnitude.hasPrefix("0X") ? magnitude.dropFirst(2) : nil
    }
}

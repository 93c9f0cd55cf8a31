
/// A telephone number in full international form (ITU-T E.164), as wa.me wants it.
package struct PhoneNumber: Hashable, Sendable {
    /// Country calling code and national number, digits alone: `66812345678`.
    package let digits: String
    /// As the owner wrote it, for people to read.
    package let written: String

    /// Why a text is no number, with what to write instead.
    package struct Problem: Error, Equatable, Sendable {
        package var message: String
        package var hint: String
    }

    /// Reads `text`: a `+`, the calling code, the number; spaces, brackets, dots, hyphens and slashes between digits are dropped.
    ///
    /// Each of the mistakes that people make has its own words: a trunk zero, `8` for Russia, `00`, letters, no calling code.
    package init(_ text: String) throws(Problem) {
        written = ShownText(text.filter { !$0.isNewline }, onOneLine: true).text
        var digits: [UInt8] = []
        var hasPlus = false
        var bracketedZero = false
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9":
                if scalar == "0", previous == "(", text.contains("(0)") { bracketedZero = true } else { digits.append(UInt8(ascii: scalar)) }
            case "+" where digits.isEmpty && !hasPlus, "＋" where digits.isEmpty && !hasPlus:
                hasPlus = true
            case "+":
                throw Problem(message: "`\(text)` holds more than one number", hint: "write one number")
            case " ", "(", ")", "-", ".", "/", "\u{A0}", "\u{202F}", "\u{2009}", "\u{2010}"..."\u{2015}",
                "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}",
                 "\u{2060}"..."\u{2069}", "\t":
                break
            case _ where scalar.properties.isAlphabetic:
                throw Problem(
                    message: "`\(text)` has letters in it, so WhatsApp cannot call it",
                    hint: "write the number in digits alone, such as `+66 81 234 5678`")
            default:
                throw Problem(message: "`\(scalar)` cannot be in a phone number", hint: "write it like `+66 81 234 5678`")
            }
            previous = scalar
        }
        try Self.check(digits, of: text, hasPlus: hasPlus, bracketedZero: bracketedZero)
        self.digits = String(decoding: digits, as: UTF8.self)
    }
}

private extension PhoneNumber {
    static func check(_ digits: [UInt8], of text: String, hasPlus: Bool, bracketedZero: Bool) throws(Problem) {
        let number = String(decoding: digits, as: UTF8.self)
        if digits.isEmpty {
            throw Problem(message: "`\(text)` has no digits", hint: "write the number like `+66 81 234 5678`")
        }
        guard hasPlus else { throw withoutPlus(number, text) }
        if number.hasPrefix("00") {
            throw Problem(message: "`\(text)` has both `+` and `00`", hint: "write `+\(number.dropFirst(2))`")
        }
        guard let code = CallingCodes.code(of: digits) else {
            throw Problem(
                message: "`\(text)` begins with no country's calling code",
                hint: "a number begins with `+` and the country: +66 Thailand, +7 Russia, +49 Germany")
        }
        let national = String(number.dropFirst(code.utf8.count))
        if bracketedZero {
            throw Problem(
                message: "`\(text)` has a `(0)` that is dialled only inside the country",
                hint: "leave the zero out: `+\(code) \(national)`")
        }
        if national.hasPrefix("0"), !CallingCodes.keepingLeadingZero.contains(code) {
            throw Problem(
                message: "`\(text)` has a 0 after the country code +\(code) that is dialled only inside the country",
                hint: "leave the zero out: `+\(code) \(national.dropFirst())`")
        }
        if code == "7", digits.count == 12, national.hasPrefix("8") {
            throw Problem(message: "`\(text)` has an 8 after +7", hint: "leave the 8 out: `+7 \(national.dropFirst())`")
        }
        try checkLength(national, code: code, text: text)
    }

    static func checkLength(_ national: String, code: String, text: String) throws(Problem) {
        let allowed = CallingCodes.nationalLength(of: code)
        let count = national.utf8.count
        if allowed.contains(count) { return }
        let expected = allowed.lowerBound == allowed.upperBound ? "\(allowed.lowerBound)" : "\(allowed.lowerBound) to \(allowed.upperBound)"
        let slip = count < allowed.lowerBound ? "too short" : "too long"
        throw Problem(
            message: "`\(text)` is \(slip): \(count) digits after +\(code), where \(expected) are usual",
            hint: "compare it with the number in WhatsApp's own settings")
    }

    static func withoutPlus(_ number: String, _ text: String) -> Problem {
        if number.hasPrefix("00") {
            return Problem(message: "`\(text)` begins with 00", hint: "write a `+` in place of the 00: `+\(number.dropFirst(2))`")
        }
        if number.hasPrefix("8"), number.utf8.count == 11 {
            return Problem(
                message: "`\(text)` begins with 8, which is dialled only inside Russia and Kazakhstan",
                hint: "write `+7` in place of the 8: `+7\(number.dropFirst())`")
        }
        if number.hasPrefix("0") {
            return Problem(
                message: "`\(text)` has no country code",
                hint: "write `+`, the country and the number without its first 0; in Thailand `+66 \(number.dropFirst())`")
        }
        if let code = CallingCodes.code(of: Array(number.utf8)),
           CallingCodes.nationalLength(of: code).contains(number.utf8.count - code.utf8.count), number.utf8.count > 10 {
            return Problem(message: "`\(text)` has no `+` in front", hint: "write `+\(number)` if \(code) is the country's calling code")
        }
        return Problem(
            message: "`\(text)` has no country code",
            hint: "write `+`, the country and the number: `+66 …` for Thailand, `+7 …` for Russia")
    }
}

extension PartnerCode {
    /// Why a text in a definition is no code.
    package enum Flaw: Error, Equatable {
        /// Nothing, or only spaces and hyphens.
        case empty
        /// `count` characters are left once spaces and hyphens are dropped.
        case tooShort(count: Int)
        case tooLong(count: Int)
        /// `position` counts Unicode scalars of the written text from 1.
        case impossibleCharacter(Unicode.Scalar, position: Int)
    }
}

extension PartnerCode.Flaw {
    /// What is wrong, as the end of a sentence about the code: "has 2 characters, the least is 4".
    package var message: String {
        let lengths = PartnerCode.lengths
        return switch self {
        case .empty: "is empty"
        case .tooShort(let count): "has \(count) \(count == 1 ? "character" : "characters"), the least is \(lengths.lowerBound)"
        case .tooLong(let count): "has \(count) characters, the most is \(lengths.upperBound)"
        case .impossibleCharacter(let scalar, let position):
            "has \(scalar.nameInMessage) as character \(position), which cannot be in a code"
        }
    }

    /// What to do about it.
    package var hint: String {
        switch self {
        case .empty: "write 4 to 12 letters and digits, such as `SUNRISE5`, or leave the key out to get a code by itself"
        case .tooShort: "add letters or digits"
        case .tooLong: "shorten it; spaces and hyphens do not count"
        case .impossibleCharacter: "use the letters `A` to `Z` and the digits `0` to `9`"
        }
    }
}

extension Unicode.Scalar {
    /// The character in backticks, or its number where it would not show.
    var nameInMessage: String {
        let isVisible = properties.isAlphabetic || properties.numericType != nil
            || [.connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
                .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol]
            .contains(properties.generalCategory)
        if isVisible, self != "`" { return "`\(self)`" }
        let digits = String(value, radix: 16, uppercase: true)
        return self == " " ? "a space" : "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

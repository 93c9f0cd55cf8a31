import ByteText

/// The name under which the ledger, the files and the reports know a partner: 1 to 64 of `a`-`z`, `0`-`9`, `-` and `_`,
/// beginning with a letter or digit.
///
/// It comes from a file's name (`partners/hotel-sunrise.json`) or a column, and usually becomes part of a page's address. Dots are
/// out, so that none reads as a file (`index.html`) or climbs out of a folder. Order is by bytes, which is that of texts where all are ASCII.
package struct PartnerID: Sendable {
    /// The most characters an id may have.
    package static let maximumLength = 64

    /// As written in files: lower-case ASCII.
    package let text: String

    /// Exactly `text`; nothing is folded or trimmed, for the id stands in the ledger for ever.
    package init(_ text: String) throws(Flaw) {
        if Self.isPlain(text) {
            self.text = text
            return
        }
        if text.isEmpty { throw .empty }
        for (offset, scalar) in text.unicodeScalars.enumerated() where !Self.isAllowed(scalar) {
            throw .impossibleCharacter(scalar, position: offset + 1, suggestion: Self.suggested(from: text))
        }
        if text.utf8.first == .hyphen || text.utf8.first == .ascii("_") { throw .badBeginning(suggestion: Self.suggested(from: text)) }
        if text.utf8.count > Self.maximumLength { throw .tooLong(count: text.utf8.count) }
        self.text = text
    }

    /// Whether `text` is an id: the common case, by bytes.
    private static func isPlain(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let first = bytes.first, first != .hyphen, first != .ascii("_"), bytes.count <= maximumLength else { return false }
            for byte in bytes where !(byte.isASCIILowercase || byte.isASCIIDigit || byte == .hyphen || byte == .ascii("_")) { return false }
            return true
        }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII else { return false }
        let byte = UInt8(ascii: scalar)
        return byte.isASCIILowercase || byte.isASCIIDigit || byte == .hyphen || byte == .ascii("_")
    }
}

extension PartnerID: Hashable, Comparable, CustomStringConvertible {
    package static func < (left: PartnerID, right: PartnerID) -> Bool { left.text < right.text }
    package var description: String { text }
}

extension PartnerID {
    /// Why a text is no id.
    package enum Flaw: Error, Equatable {
        case empty
        case tooLong(count: Int)
        /// It begins with `-` or `_`.
        case badBeginning(suggestion: PartnerID?)
        /// `position` counts Unicode scalars from 1.
        case impossibleCharacter(Unicode.Scalar, position: Int, suggestion: PartnerID?)
    }
}

extension PartnerID.Flaw {
    /// What is wrong, as the end of a sentence about the id.
    package var message: String {
        switch self {
        case .empty: "is empty"
        case .tooLong(let count): "has \(count) characters, the most is \(PartnerID.maximumLength)"
        case .badBeginning: "does not begin with a letter or digit"
        case .impossibleCharacter(let scalar, let position, _):
            "has \(scalar.nameInMessage) as character \(position), which cannot be in an id"
        }
    }

    /// What to do about it, with an id that would do where one is at hand.
    package var hint: String {
        let rule = "use the small letters `a` to `z`, digits, `-` and `_`"
        switch self {
        case .empty: return rule
        case .tooLong: return "shorten it"
        case .badBeginning(let suggestion), .impossibleCharacter(_, _, let suggestion):
            return suggestion.map { "\(rule): for example `\($0)`" } ?? rule
        }
    }
}

/// An amount as people write it: `1500`, `1,500.50`, `1 500,50 ₽`, `฿1.500`, `-20`, `1500 руб.`
///
/// A number of which it is not certain what it means is none: of `1500,125` or `0.125` nobody can say whether the comma stands before
/// decimals or between thousands, and the two are a thousandfold apart.
struct WrittenAmount: Equatable {
    let money: Money
    /// The currency by its ISO 4217 letters; nil where none is named.
    let currency: String?

    /// More digits are a slip of the hand, and sums of them must not overflow.
    private static let digitLimit = 12

    /// Reads `text`; nil where it is no amount.
    init?(_ text: String) {
        var rest = Array(text.unicodeScalars.filter { !Self.isInvisible($0) })[...]
        var isNegative = false
        var names: [String] = []
        // In front of the number: a sign and a currency, in either order.
        while let scalar = rest.first, !Self.isDigit(scalar) {
            if scalar == "-" || scalar == "\u{2212}" {
                guard !isNegative else { return nil }
                isNegative = true
                rest.removeFirst()
            } else if Self.isSpace(scalar) {
                rest.removeFirst()
            } else {
                guard let name = Self.takeName(&rest) else { return nil }
                names.append(name)
            }
        }
        guard let hundredths = Self.takeNumber(&rest) else { return nil }
        rest = rest.drop(while: Self.isSpace)
        if !rest.isEmpty {
            guard let name = Self.takeName(&rest) else { return nil }
            names.append(name)
        }
        guard rest.allSatisfy(Self.isSpace), names.count <= 1 else { return nil }
        var currency: String?
        if let name = names.first {
            guard let known = Self.currency(called: name) else { return nil }
            currency = known
        }
        money = Money(hundredths: isNegative ? -hundredths : hundredths)
        self.currency = currency
    }

    /// The currency that people call `name`, such as `бат` or `฿`; nil where it is none of those that are known.
    static func currency(called name: String) -> String? { currencies[name.lowercased()] }

    private static let currencies: [String: String] = {
        let names: [(String, String)] = [
            ("THB", "฿ thb baht bath bht бат бата батов บาท"), ("RUB", "₽ rub rubles руб р рубль рубля рублей"),
            ("USD", "$ usd доллар доллара долларов"),
            ("EUR", "€ eur euro евро"), ("GBP", "£ gbp"), ("KZT", "₸ kzt тенге"), ("UAH", "₴ uah"), ("CNY", "¥ cny rmb 元"), ("GEL", "₾ gel"),
            ("TRY", "₺ try"), ("INR", "₹ inr"), ("AED", "aed"), ("USDT", "usdt ₮"),
        ]
        return Dictionary(uniqueKeysWithValues: names.flatMap { code, words in words.split(separator: " ").map { (String($0), code) } })
    }()
}

private extension WrittenAmount {
    /// A sign of currency, or a run of letters and the dot of a shortened word.
    static func takeName(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
        var name = ""
        while let scalar = rest.first, scalar.properties.isAlphabetic || scalar.properties.generalCategory == .currencySymbol {
            name.unicodeScalars.append(scalar)
            rest.removeFirst()
            if scalar.properties.generalCategory == .currencySymbol { break }
        }
        guard !name.isEmpty else { return nil }
        if rest.first == "." { rest.removeFirst() }
        return name
    }

    /// Digits in one run or in thousands, and one or two decimals after a comma or dot that does not stand between thousands, too.
    static func takeNumber(_ rest: inout ArraySlice<Unicode.Scalar>) -> Int? {
        var groups: [[UInt8]] = [[]]
        var marks: [Unicode.Scalar] = []
        while let scalar = rest.first {
            if isDigit(scalar) {
                groups[groups.count - 1].append(UInt8(ascii: scalar) - 0x30)
            } else if let mark = separator(scalar), rest.dropFirst().first.map(isDigit) ?? false {
                groups.append([])
                marks.append(mark)
            } else {
                break
            }
            rest.removeFirst()
        }
        var decimals: [UInt8] = []
        if let mark = marks.last, mark == "." || mark == ",", let last = groups.last, last.count <= 2, !marks.dropLast().contains(mark) {
            decimals = last
            groups.removeLast()
            marks.removeLast()
        }
        if groups.count > 1 {
            guard 1...3 ~= groups[0].count, groups[0] != [0], groups.dropFirst().allSatisfy({ $0.count == 3 }),
                  Set(marks).count == 1 else { return nil }
        }
        let whole = groups.flatMap { $0 }
        guard !whole.isEmpty, whole.count <= digitLimit else { return nil }
        return (whole + (decimals + [0, 0]).prefix(2)).reduce(0) { $0 * 10 + Int($1) }
    }

    /// What may stand between digits, all spaces being the same and all apostrophes.
    static func separator(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if isSpace(scalar) { return " " }
        switch scalar {
        case "'", "’": return "'"
        case ".", ",": return scalar
        default: return nil
        }
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool { " \t\u{A0}\u{202F}\u{2009}".unicodeScalars.contains(scalar) }

    /// Marks of direction, which spreadsheets and phones put around numbers.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{200E}" || scalar == "\u{200F}" || "\u{202A}"..."\u{202E}" ~= scalar || "\u{2066}"..."\u{2069}" ~= scalar
    }
}

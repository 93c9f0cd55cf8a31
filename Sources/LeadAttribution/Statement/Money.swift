/// An amount of money in hundredths, exact. The currency is the one of the file it comes from.
package struct Money: Hashable, Sendable, Comparable {
    package let hundredths: Int

    package init(hundredths: Int) { self.hundredths = hundredths }

    /// Reads an amount as people write it, whatever its currency; nil for anything else (`WrittenAmount`).
    package init?(reading text: String) {
        guard let amount = WrittenAmount(text) else { return nil }
        self = amount.money
    }

    package static func < (left: Money, right: Money) -> Bool { left.hundredths < right.hundredths }
    package static func + (left: Money, right: Money) -> Money { Money(hundredths: left.hundredths + right.hundredths) }

    /// `1,234.50`, or `1234.50` for programs.
    package func text(grouped: Bool = true) -> String {
        let magnitude = hundredths.magnitude
        let whole = String(magnitude / 100)
        let cents = String(magnitude % 100)
        var shown = hundredths < 0 ? "-" : ""
        for (index, digit) in whole.enumerated() {
            if grouped, index > 0, (whole.count - index).isMultiple(of: 3) { shown += "," }
            shown.append(digit)
        }
        return shown + "." + (cents.count == 1 ? "0" : "") + cents
    }
}

/// A share of the price of what a customer bought: `10 %`, kept exactly.
package struct Commission: Hashable, Sendable {
    /// In millionths of the price: 10 % is 100,000.
    package let millionths: Int

    /// Reads `10 %`, `7.5%`, `12,25 процента`, `10`: from 0 to 100, up to four decimal places. Nil for anything else.
    package init?(reading text: String) {
        var digits = 0
        var places: Int?
        var isAfterNumber = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9":
                guard !isAfterNumber, digits < 100_000_000 else { return nil }
                digits = digits * 10 + Int(scalar.value - 0x30)
                places = places.map { $0 + 1 }
            case ".", ",":
                guard places == nil, !isAfterNumber else { return nil }
                places = 0
            case " ", "\u{A0}", "\u{202F}": isAfterNumber = isAfterNumber || digits > 0
            case "%": isAfterNumber = true
            default:
                guard "процентаовpercentof".unicodeScalars.contains(scalar) else { return nil }
                isAfterNumber = true
            }
        }
        let decimals = places ?? 0
        guard text.unicodeScalars.contains(where: { ("0"..."9").contains($0) }), decimals <= 4 else { return nil }
        millionths = digits * [10_000, 1_000, 100, 10, 1][decimals]
        if millionths > 1_000_000 { return nil }
    }

    /// The commission on `price`, rounded to the nearest hundredth, halves away from zero.
    package func of(_ price: Money) -> Money {
        let product = price.hundredths.magnitude.multipliedFullWidth(by: UInt(millionths))
        let (quotient, remainder) = UInt(1_000_000).dividingFullWidth(product)
        let rounded = Int(quotient + (remainder >= 500_000 ? 1 : 0))
        return Money(hundredths: price.hundredths < 0 ? -rounded : rounded)
    }

    /// `7.5 %`.
    package var text: String {
        let decimals = String(1_000_000 + millionths % 10_000 * 100).dropFirst().prefix(4)
        let needed = decimals.lastIndex { $0 != "0" }.map { decimals[...$0] } ?? ""
        return "\(millionths / 10_000)" + (needed.isEmpty ? "" : ".\(needed)") + " %"
    }
}

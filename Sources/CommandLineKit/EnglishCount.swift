/// `number` with a comma between thousands: `12,345`.
package func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
        text.append(digit)
    }
    return text
}

/// A count with its noun: `1 page`, `12,345 pages`; `plural` where it is not the noun with an `s`.
package func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    grouped(number) + " " + (number == 1 ? noun : plural ?? noun + "s")
}

/// Names in backticks as a choice: `` one of `a`, `b` or `c` ``; a single one without "one of".
func oneOf(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return "`\(names.first ?? "")`" }
    return "one of " + names.dropLast().map { "`\($0)`" }.joined(separator: ", ") + " or `\(last)`"
}

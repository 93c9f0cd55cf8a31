import ByteText

/// Bars as SVG, to be put into a page. They are as wide as the page and their letters keep their size, so that a phone shows them as well as
/// paper. Colours come from the page's style, texts are escaped, and a screen reader hears the numbers.
enum BarChart {
    /// A list with a bar for each value, its name before it and its number behind it. `values` must not be negative.
    static func horizontal(_ values: [(name: String, value: Int)]) -> [UInt8] {
        let most = max(1, values.map(\.value).max() ?? 1)
        var html: [UInt8] = []
        html.append(literal: "<ul class=\"bars\">\n")
        for (name, value) in values {
            html.append(literal: "<li><span>")
            html.append(htmlEscaping: name.utf8)
            // Room is left for the number.
            let width = percent(8_600 * value / most)
            html.append(utf8: "</span><svg role=\"img\" aria-label=\"\(value)\"><rect width=\"\(width)\" height=\"100%\" rx=\"3\"/>")
            html.append(utf8: "<text x=\"\(width)\" dx=\"8\" y=\"13\">\(value)</text></svg></li>\n")
        }
        html.append(literal: "</ul>")
        return html
    }

    /// A column beside the other, all numbered where there are few and else the highest, with the names of some below them.
    static func columns(_ values: [(name: String, value: Int)], label: String) -> [UInt8] {
        let most = max(1, values.map(\.value).max() ?? 1)
        let count = max(1, values.count)
        // A handful of leads must not look like a flood.
        let height = min(160, 32 * most)
        var svg: [UInt8] = []
        svg.append(utf8: "<svg height=\"\(height + top + 26)\" role=\"img\" aria-label=\"")
        svg.append(htmlEscaping: "\(label): \(values.prefix(40).map { "\($0.name) \($0.value)" }.joined(separator: ", "))".utf8)
        svg.append(utf8: "\"><line x1=\"0\" y1=\"\(height + top)\" x2=\"100%\" y2=\"\(height + top)\"/>")
        // There is room for six names, on a phone for three.
        let roomyStep = (count + 5) / 6
        let step = roomyStep * (count > 3 ? 2 : 1)
        let highest = values.firstIndex { $0.value == most }
        for (column, (name, value)) in values.enumerated() {
            let tall = max(value > 0 ? 2 : 0, height * value / most)
            let width = min(700, 7_000 / count)
            let middle = (2 * column + 1) * 5_000 / count
            svg.append(utf8: "<rect x=\"\(percent(middle - width / 2))\" y=\"\(height + top - tall)\" width=\"\(percent(width))\" height=\"\(tall)\"")
            svg.append(utf8: "\(count <= 60 ? " rx=\"3\"" : "")/>")
            if value > 0, count <= 12 || column == highest {
                svg.append(utf8: "<text x=\"\(percent(middle))\" y=\"\(height + top - tall - 6)\" text-anchor=\"middle\">\(value)</text>")
            }
            if column.isMultiple(of: roomyStep) {
                // At the edges a name stays within the picture.
                let (anchor, x) = middle < 1_200 ? ("start", middle - width / 2) : middle > 8_800 ? ("end", middle + width / 2) : ("middle", middle)
                svg.append(utf8: "<text class=\"soft\(column.isMultiple(of: step) ? "" : " roomy")\" x=\"\(percent(x))\" y=\"\(height + top + 18)\"")
                svg.append(utf8: " text-anchor=\"\(anchor)\">")
                svg.append(htmlEscaping: name.utf8)
                svg.append(literal: "</text>")
            }
        }
        svg.append(literal: "</svg>")
        return svg
    }
}

private extension BarChart {
    /// Above the highest column, for its number.
    static let top = 20

    /// Hundredths of a percent: `1250` is `12.50%`.
    static func percent(_ value: Int) -> String {
        let (whole, rest) = (value / 100, value % 100)
        return rest == 0 ? "\(whole)%" : "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
    }
}

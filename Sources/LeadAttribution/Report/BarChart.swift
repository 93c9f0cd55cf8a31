import ByteText

/// Bars as SVG, to be put into a page. Colours come from the page's style, texts are escaped, and a screen reader hears the numbers.
enum BarChart {
    /// A bar below the other, each with its name and number. `values` must not be negative.
    static func horizontal(_ values: [(name: String, value: Int)], label: String) -> [UInt8] {
        let most = max(1, values.map(\.value).max() ?? 1)
        let rowHeight = 26
        var svg = begin(width: 720, height: values.count * rowHeight + 4, label: label, values)
        for (row, (name, value)) in values.enumerated() {
            let middle = row * rowHeight + rowHeight / 2 + 2
            svg.append(utf8: "<text x=\"212\" y=\"\(middle + 5)\" text-anchor=\"end\">")
            svg.append(htmlEscaping: shortened(name, to: 30).utf8)
            let width = max(value > 0 ? 2 : 0, 430 * value / most)
            svg.append(utf8: "</text><rect x=\"220\" y=\"\(middle - 8)\" width=\"\(width)\" height=\"16\" rx=\"2\"/>")
            svg.append(utf8: "<text x=\"\(228 + 430 * value / most)\" y=\"\(middle + 5)\">\(value)</text>")
        }
        svg.append(literal: "</svg>")
        return svg
    }

    /// A column beside the other, with the first, the last and some names between below them.
    static func columns(_ values: [(name: String, value: Int)], label: String) -> [UInt8] {
        let most = max(1, values.map(\.value).max() ?? 1)
        let width = 720
        // A handful of leads must not look like a flood.
        let height = min(160, 32 * most)
        var svg = begin(width: width, height: height + 34, label: label, values)
        let step = max(1, (width - 40) / max(1, values.count))
        let every = max(1, (values.count * 90 + width - 1) / width)
        svg.append(utf8: "<line x1=\"36\" y1=\"\(height + 10)\" x2=\"\(width)\" y2=\"\(height + 10)\"/>")
        svg.append(utf8: "<text class=\"soft\" x=\"30\" y=\"20\" text-anchor=\"end\">\(most)</text>")
        for (column, (name, value)) in values.enumerated() {
            let tall = max(value > 0 ? 2 : 0, height * value / most)
            let left = 38 + column * step
            svg.append(utf8: "<rect x=\"\(left)\" y=\"\(height + 10 - tall)\" width=\"\(max(1, min(step - 2, 28)))\" height=\"\(tall)\" rx=\"\(step > 8 ? 2 : 0)\"/>")
            if column.isMultiple(of: every) {
                svg.append(utf8: "<text class=\"soft\" x=\"\(left)\" y=\"\(height + 28)\">")
                svg.append(htmlEscaping: name.utf8)
                svg.append(literal: "</text>")
            }
        }
        svg.append(literal: "</svg>")
        return svg
    }
}

private extension BarChart {
    static func begin(width: Int, height: Int, label: String, _ values: [(name: String, value: Int)]) -> [UInt8] {
        var svg: [UInt8] = []
        svg.append(utf8: "<svg viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"")
        let numbers = values.prefix(40).map { "\($0.name) \($0.value)" }.joined(separator: ", ")
        svg.append(htmlEscaping: "\(label): \(numbers)".utf8)
        svg.append(literal: "\">")
        return svg
    }

    static func shortened(_ text: String, to limit: Int) -> String { text.count <= limit ? text : text.prefix(limit - 1) + "…" }
}

import ByteText
import Diagnostics

/// A table for people: columns aligned by what a terminal shows, cut to fit its width.
///
/// Where the columns cannot be made to fit, each row becomes a few lines of its own (`Partner  Hotel Sunrise`), so that a
/// narrow terminal loses nothing. Into a file or a pipe everything goes whole.
package struct TextTable: Sendable {
    /// A column with its title.
    package struct Column: Sendable {
        let title: String
        let alignment: TextAlignment
        let canShrink: Bool

        /// A column; one that must not be cut (a code, an address to copy) is not `canShrink`.
        package init(_ title: String, _ alignment: TextAlignment = .left, canShrink: Bool = false) {
            self.title = title
            self.alignment = alignment
            self.canShrink = canShrink
        }
    }

    private let columns: [Column]
    private var rows: [[String]] = []

    /// A table without rows.
    package init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row with a cell for each column; control characters are shown as `·`.
    package mutating func append(_ cells: [String]) {
        precondition(cells.count == columns.count)
        rows.append(cells.map(visible))
    }

    /// Whether a terminal of that style shows the table in columns with nothing cut.
    package func fitsWhole(in style: TextStyle) -> Bool {
        guard let columns = style.columns else { return true }
        let widths = naturalWidths
        return shrunk(widths, to: columns) == widths
    }

    /// The whole table, each line with its line feed; only the titles when there are no rows.
    package func text(in style: TextStyle) -> String {
        let widths = naturalWidths
        guard let limit = style.columns else { return grid(widths, style) }
        guard let fitting = shrunk(widths, to: limit) else { return records(style) }
        return grid(fitting, style)
    }
}

private extension TextTable {
    static let gap = "  "
    /// No cell is cut to less than this.
    static let narrowest = 8

    /// The widths at which nothing is cut.
    var naturalWidths: [Int] {
        var widths = columns.map { DisplayWidth.columns(of: $0.title) }
        for row in rows {
            for (index, cell) in row.enumerated() { widths[index] = max(widths[index], DisplayWidth.columns(of: cell)) }
        }
        return widths
    }

    /// The widths with those that can shrink made smaller, the widest first, until the line fits; nil when it cannot.
    func shrunk(_ widths: [Int], to limit: Int) -> [Int]? {
        var widths = widths
        var excess = widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1) - limit
        while excess > 0 {
            let shrinkable = widths.indices.filter { columns[$0].canShrink && widths[$0] > Self.narrowest }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { return nil }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    func grid(_ widths: [Int], _ style: TextStyle) -> String {
        var text = line(columns.map(\.title), widths) { style.paint($0, .strong) }
        for row in rows { text += line(row, widths) { $0 } }
        return text
    }

    func line(_ cells: [String], _ widths: [Int], paint: (String) -> String) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { line += Self.gap }
            line += DisplayWidth.fitted(cell, to: widths[index], columns[index].alignment)
        }
        let spaces = line.utf8.reversed().prefix { $0 == .space }.count
        return paint(String(Substring(line.utf8.dropLast(spaces)))) + "\n"
    }

    func records(_ style: TextStyle) -> String {
        let width = columns.map { DisplayWidth.columns(of: $0.title) }.max() ?? 0
        let blocks = rows.map { row in
            zip(columns, row).filter { !$1.isEmpty }.map { column, cell in
                style.paint(DisplayWidth.fitted(column.title, to: width), .strong) + Self.gap + cell + "\n"
            }.joined()
        }
        return blocks.joined(separator: "\n")
    }
}

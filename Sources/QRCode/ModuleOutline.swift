import ByteText

/// The dark areas of a symbol as one SVG path of their edges.
///
/// Areas drawn whole have no seams, where rows drawn one by one show hairlines in some viewers and printers; and they are shorter.
enum ModuleOutline {
    /// The path's data, the symbol's corner at (4, 4). Dark lies on the right of every edge; areas that touch at a corner are drawn in one
    /// go. Linear in the number of modules.
    static func path(of symbol: QRSymbol) -> [UInt8] {
        var modules = BorderedModules(symbol)
        var path: [UInt8] = []
        path.reserveCapacity(symbol.size * symbol.size)
        var (lastColumn, lastRow) = (0, 0)
        for row in 0..<symbol.size {
            for column in 0..<symbol.size where modules.hasUpperEdge(row: row, column: column) {
                let quietZone = path.isEmpty ? QRSymbol.quietZone : 0
                path.append(path.isEmpty ? .ascii("M") : .ascii("m"))
                append(column - lastColumn + quietZone, to: &path)
                if row - lastRow + quietZone >= 0 { path.append(.space) }
                append(row - lastRow + quietZone, to: &path)
                (lastColumn, lastRow) = (column, row)
                modules.trace(fromRow: row, column: column, to: &path)
                path.append(.ascii("z"))
            }
        }
        return path
    }

    /// Appends a whole number under 1,000 in size, which are all there are, without making a `String` of it.
    fileprivate static func append(_ number: Int, to path: inout [UInt8]) {
        if number < 0 { path.append(.hyphen) }
        let size = abs(number)
        if size >= 100 { path.append(.ascii("0") + UInt8(size / 100)) }
        if size >= 10 { path.append(.ascii("0") + UInt8(size / 10 % 10)) }
        path.append(.ascii("0") + UInt8(size % 10))
    }
}

/// The modules row by row, a byte each, with one light module around them, so that no corner lacks a neighbour.
private struct BorderedModules {
    private static let light: UInt8 = 0
    private static let dark: UInt8 = 1
    /// Dark, with a light one above, and no outline has passed between the two yet: exactly one does, to the right.
    private static let darkBelowLight: UInt8 = 2

    private var modules: [UInt8]
    /// Modules a row.
    private let width: Int
    /// By way (right, down, left, up): from a corner to the next.
    private let steps: [Int]
    /// By way: from a corner, which has the number of the module at its lower right, to the module ahead of it on the left. The one on
    /// the right is that of the next way, so the first stands at the end once more.
    private let ahead: [Int]

    init(_ symbol: QRSymbol) {
        width = symbol.size + 2
        steps = [1, width, -1, -width]
        ahead = [-width, 0, -1, -width - 1, -width]
        modules = [UInt8](repeating: Self.light, count: width * width)
        for (number, word) in symbol.words.enumerated() {
            let start = (number / symbol.wordsPerRow + 1) * width + number % symbol.wordsPerRow * 64 + 1
            var rest = word
            while rest != 0 {
                let module = start + rest.trailingZeroBitCount
                modules[module] = modules[module - width] == Self.light ? Self.darkBelowLight : Self.dark
                rest &= rest - 1
            }
        }
    }

    func hasUpperEdge(row: Int, column: Int) -> Bool { modules[(row + 1) * width + column + 1] == Self.darkBelowLight }

    /// Follows one outline from the left end of an upper edge until it is back; the last side is left to the `z`.
    mutating func trace(fromRow row: Int, column: Int, to path: inout [UInt8]) {
        let start = (row + 1) * width + column + 1
        var (corner, way, length) = (start, 0, 0)
        while true {
            if way == 0 { modules[corner] = Self.dark }
            corner += steps[way]
            length += 1
            let isLeftDark = modules[corner + ahead[way]] != Self.light
            let next = isLeftDark ? (way + 3) % 4 : modules[corner + ahead[way + 1]] != Self.light ? way : (way + 1) % 4
            if corner == start, next == 0 { return }
            if next == way { continue }
            path.append(way % 2 == 0 ? .ascii("h") : .ascii("v"))
            ModuleOutline.append(way < 2 ? length : -length, to: &path)
            (way, length) = (next, 0)
        }
    }
}

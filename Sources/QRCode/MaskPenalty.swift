/// How hard to read a masked symbol looks, by the four rules of ISO/IEC 18004, 7.8.3.1; the mask of least penalty is used.
///
/// Where the standard leaves room: a finder-like pattern counts once even with light on both sides, the quiet zone is light,
/// and a share of dark modules on the edge of two steps takes the higher.
enum MaskPenalty {
    /// The penalty of the symbol given by rows and by columns; once past `limit` any number above it.
    static func total<Row: ModuleRow>(rows: [Row], columns: [Row], limit: Int) -> Int {
        let size = rows.count
        // Ones in all places but the last, where a module has no neighbour.
        var inner = Row()
        for column in 0..<size - 1 { inner.darken(column) }

        var blocks = 0
        var darkCount = 0
        var penalty = 0
        var above = Row()
        var equalAbove = Row()
        for row in rows {
            let equal = ~(row ^ row.ahead(1)) & inner
            blocks += (equal & equalAbove & ~(row ^ above)).darkCount
            (above, equalAbove) = (row, equal)
            darkCount += row.darkCount
            penalty += line(row, equalNeighbours: equal)
        }
        let moduleCount = size * size
        penalty += blocks * 3 + abs(darkCount * 20 - moduleCount * 10) / moduleCount * 10
        if penalty > limit { return penalty }
        for column in columns { penalty += line(column, equalNeighbours: ~(column ^ column.ahead(1)) & inner) }
        return penalty
    }

    /// The rules for one row or column: runs of five and more alike, 3 points and 1 for each module above five; and 1:1:3:1:1 with
    /// four light modules before or after, 40 points.
    @inline(__always)
    private static func line<Row: ModuleRow>(_ row: Row, equalNeighbours equal: Row) -> Int {
        let pairs = equal & equal.ahead(1)
        // A run of five has one place where four neighbours in a row are equal, a longer run one more for each module.
        let fives = pairs & pairs.ahead(2)
        let runs = fives & ~fives.behind(1)
        let light = ~row
        let finder = row & light.ahead(1) & row.ahead(2) & row.ahead(3) & row.ahead(4) & light.ahead(5) & row.ahead(6)
        var points = fives.darkCount + runs.darkCount * 2
        if finder.darkCount > 0 {
            let darkAfter = row.ahead(7) | row.ahead(8) | row.ahead(9) | row.ahead(10)
            let darkBefore = row.behind(1) | row.behind(2) | row.behind(3) | row.behind(4)
            points += (finder & ~(darkAfter & darkBefore)).darkCount * 40
        }
        return points
    }
}

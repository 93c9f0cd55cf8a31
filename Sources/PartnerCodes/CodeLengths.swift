/// How long the codes of many partners will be, before any is found: tables that begin with room for them need not grow, which would take the
/// room of two at the worst moment.
enum CodeLengths {
    /// So many automatic codes find room in the end with three digits, with four and so on; counted with a million partners.
    private static let rooms = [1_700.0, 10_200, 78_000, 600_000, 4_600_000]

    /// How many of `count` new codes will have each number of symbols, about, where there are `before`. It errs by less than the eighth of
    /// all codes for which `SlotTable` keeps room. O(1).
    static func expected(ofNew count: Int, besides before: Int) -> [Int: Int] {
        var lengths: [Int: Int] = [:]
        var (wantedBefore, wanted) = (Double(before), Double(before + count))
        for digitCount in AutomaticCode.digitCounts {
            let room = digitCount - 3 < rooms.count ? rooms[digitCount - 3] : .infinity
            lengths[digitCount + 3] = Int(placed(wanted, in: room) - placed(wantedBefore, in: room))
            wantedBefore -= placed(wantedBefore, in: room)
            wanted -= placed(wanted, in: room)
        }
        return lengths
    }

    /// How many of those who want a code of some length get one: nearly all at first, nearly as many as there is room for in the end.
    private static func placed(_ wanted: Double, in room: Double) -> Double {
        let share = wanted / room
        return wanted / (1 + share * share).squareRoot()
    }
}

/// Some rows of a CSV file, cut into values, which another core can read from it while the next are cut.
package struct CSVRows: Sendable {
    /// The whole file.
    private let bytes: [UInt8]
    private var fields: [CSVField] = []
    /// Where the fields of each row end.
    private var ends: [Int] = []

    /// None yet, with room for `count` rows of `width` values.
    init(of bytes: [UInt8], room count: Int, width: Int) {
        self.bytes = bytes
        fields.reserveCapacity(count * width)
        ends.reserveCapacity(count)
    }

    /// Adds a row, which has a value at least.
    mutating func append(_ row: [CSVField]) {
        fields += row
        ends.append(fields.count)
    }

    /// The rows by number.
    package var indices: Range<Int> { ends.indices }

    /// The value of the row number `row` in `column` with its place; nil where it is empty, or the row too short. O(value).
    package func value(_ column: Int, ofRow row: Int) -> Located<String>? {
        let place = start(ofRow: row) + column
        guard place < ends[row], !fields[place].range.isEmpty else { return nil }
        return Located(CSVInput.string(of: fields[place], in: bytes, from: 0), range: fields[place].range)
    }

    /// From the first value of the row number `row` to the end of its last.
    package func range(ofRow row: Int) -> Range<Int> {
        fields[start(ofRow: row)].range.lowerBound..<fields[ends[row] - 1].range.upperBound
    }

    private func start(ofRow row: Int) -> Int { row == 0 ? 0 : ends[row - 1] }
}

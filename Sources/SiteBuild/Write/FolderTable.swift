import ByteText

/// A value for each folder, in order of name: two words a folder more than its name, and nothing hashed.
struct FolderTable<Value: Sendable>: Sendable {
    private(set) var rows: [(name: String, value: Value)]
    /// Whether no name stands in two rows.
    let isDistinct: Bool

    /// A table of `rows`, in any order; a name may stand in several, which then follow one another.
    init(_ rows: [(name: String, value: Value)]) {
        func isAscending(_ rows: [(name: String, value: Value)]) -> Bool { rows.indices.dropFirst().allSatisfy { rows[$0 - 1].name < rows[$0].name } }
        if isAscending(rows) {
            (self.rows, isDistinct) = (rows, true)
        } else {
            self.rows = rows.sorted { $0.name < $1.name }
            isDistinct = isAscending(self.rows)
        }
    }

    /// The place of the first row called `name`; nil where there is none. O(log rows), or O(1) where it is at `hint` or next.
    func place(of name: String, near hint: Int = 0) -> Int? {
        for place in hint..<hint + 2 where place < rows.count && rows[place].name == name {
            if isDistinct || place == 0 || rows[place - 1].name != name { return place }
        }
        let place = firstPlace(below: rows.count) { name <= rows[$0].name }
        return place < rows.count && rows[place].name == name ? place : nil
    }
}

import ByteText

/// A value for each folder, in order of name: two words a folder more than its name, and nothing hashed.
struct FolderTable<Value: Sendable>: Sendable {
    private(set) var rows: [(name: String, value: Value)]

    /// A table of `rows`, in any order; a name may stand in several, which then follow one another.
    init(_ rows: [(name: String, value: Value)]) {
        let isInOrder = rows.indices.dropFirst().allSatisfy { rows[$0 - 1].name <= rows[$0].name }
        self.rows = isInOrder ? rows : rows.sorted { $0.name < $1.name }
    }

    /// The place of the first row called `name`; nil where there is none. O(log rows), or O(1) where it is at `hint` or next.
    func place(of name: String, near hint: Int = 0) -> Int? {
        for place in hint..<hint + 2 where place < rows.count && rows[place].name == name && (place == 0 || rows[place - 1].name != name) {
            return place
        }
        let place = firstPlace(below: rows.count) { name <= rows[$0].name }
        return place < rows.count && rows[place].name == name ? place : nil
    }
}

import Diagnostics
import StructuredText

/// Reads `partners/*.csv`: a row a partner. Columns are named as the keys of a JSON definition, with dots for nesting
/// (`greeting.ru`); columns under `private.` are passed over unread.
struct PartnerSheetReader {
    private var rows: CSVReader
    private let columns: PartnerColumns
    /// What is wrong with the file; complete once `next` has returned no rows. What is wrong in rows is told where they are read.
    private(set) var diagnostics: [Diagnostic] = []

    init(_ bytes: [UInt8], path: String, languages: [Language]) {
        rows = CSVReader(bytes, path: path)
        columns = PartnerColumns(rows, path: path, languages: languages, into: &diagnostics)
    }

    /// The next rows, `count` of them at most; none after the last.
    mutating func next(_ count: Int) -> PartnerRows {
        let next = rows.next(count)
        if next.indices.isEmpty { diagnostics += rows.diagnostics }
        return PartnerRows(rows: next, columns: columns)
    }
}

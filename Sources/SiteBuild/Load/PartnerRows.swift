import Diagnostics
import StructuredText

/// Some rows of a spreadsheet of partners, which can be read on any core.
struct PartnerRows: Sendable {
    private let rows: CSVRows
    private let columns: PartnerColumns

    init(rows: CSVRows, columns: PartnerColumns) {
        (self.rows, self.columns) = (rows, columns)
    }

    var isEmpty: Bool { rows.indices.isEmpty }

    /// Calls `body` with the fields of each partner, in order.
    func forEach(into diagnostics: inout [Diagnostic], _ body: (PartnerFields) -> Void) {
        guard let idColumn = columns.id else { return }
        for row in rows.indices {
            let location = location(rows.range(ofRow: row))
            guard let id = rows.value(idColumn, ofRow: row) else {
                diagnostics.append(Diagnostic(
                    "P012", .error, at: location, "the row has no `id`", hint: "write one in the column `id`, such as `hotel-sunrise`"))
                continue
            }
            var fields = PartnerFields(location: location, id: Located(id.value.trimmingSpaces(), range: id.range))
            fill(&fields, fromRow: row, into: &diagnostics)
            body(fields)
        }
    }
}

private extension PartnerRows {
    /// Sets all but the id from the row number `row`.
    func fill(_ fields: inout PartnerFields, fromRow row: Int, into diagnostics: inout [Diagnostic]) {
        for (column, target) in columns.others {
            guard var value = rows.value(column, ofRow: row) else { continue }
            value.value = value.value.trimmingSpaces()
            if value.value.isEmpty { continue }
            switch target {
            case .name: fields.name = value
            case .code: fields.code = value
            case .slug: fields.slug = value
            case .status: fields.status = value
            case .phone: fields.phone = value
            case .image: fields.image = value
            case .isNew: fields.isNew = answer(value, into: &diagnostics)
            case .offers: fields.offers = list(value)
            case .greeting: set(value, 0, &fields.greeting)
            case .message:
                set(value, 0, &fields.message)
                fields.message?.isForAll = true
            case .greetingIn(let place): set(value, place, &fields.greeting)
            case .messageIn(let place): set(value, place, &fields.message)
            }
        }
    }

    /// Yes or no, as people write it into a cell.
    func answer(_ value: Located<String>, into diagnostics: inout [Diagnostic]) -> Bool {
        let word = value.value.lowercased()
        if ["true", "yes", "да", "1", "x", "+"].contains(word) { return true }
        if !["false", "no", "нет", "0", "-"].contains(word) {
            diagnostics.append(Diagnostic(
                "P013", .error, at: location(value.range),
                "`\(value.value)` in the column `new` is neither yes nor no", hint: "write `yes`, or leave it empty"))
        }
        return false
    }

    func set(_ value: Located<String>, _ place: Int, _ fields: inout LocalizedFields?) {
        if fields == nil { fields = LocalizedFields(languages: columns.languageCount) }
        fields?.texts[place] = value
    }

    /// Ids with commas, semicolons or spaces between them.
    func list(_ value: Located<String>) -> [Located<String>] {
        value.value.split { ",;| \n".contains($0) }.map { Located(String($0), range: value.range) }
    }

    func location(_ range: Range<Int>) -> SourceLocation { SourceLocation(path: columns.path, range: range) }
}

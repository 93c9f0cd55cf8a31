import ByteText
import Diagnostics
import StructuredText

/// Reads `partners/*.csv`: a row a partner. Columns are named as the keys of a JSON definition, with dots for nesting
/// (`greeting.ru`); columns under `private.` are passed over unread.
struct PartnerSheetReader {
    fileprivate enum Target {
        case id, name, code, slug, status, phone, image, isNew, offers
        /// In every language.
        case greeting, message
        /// In the site's language of that number.
        case greetingIn(Int), messageIn(Int)
    }

    private var rows: CSVReader
    private let languages: [Language]
    private var targets: [(column: Int, target: Target)] = []
    /// The place of the column `id`.
    private var idColumn: Int?
    private(set) var diagnostics: [Diagnostic] = []

    init(_ bytes: [UInt8], path: String, languages: [Language]) {
        rows = CSVReader(bytes, path: path)
        self.languages = languages
        findTargets()
    }

    /// The fields of the next partners, `count` of them at most; none after the last row. `diagnostics` is complete then.
    mutating func next(_ count: Int) -> [PartnerFields] {
        var partners: [PartnerFields] = []
        partners.reserveCapacity(count)
        while partners.count < count, rows.nextRow() {
            guard let id = currentID() else { continue }
            // Filled in its place: it is a dozen texts to copy.
            partners.append(PartnerFields(location: rows.location(rows.rowRange), id: id))
            fill(&partners[partners.count - 1])
        }
        if partners.isEmpty { diagnostics += rows.diagnostics }
        return partners
    }
}

private extension PartnerSheetReader {
    static let fixedTargets: KeyValuePairs<String, Target> = [
        "id": .id, "name": .name, "code": .code, "slug": .slug, "status": .status, "phone": .phone, "image": .image, "new": .isNew,
        "offers": .offers, "greeting": .greeting, "message": .message,
    ]

    mutating func findTargets() {
        var known: [String: Target] = [:]
        for (name, target) in Self.fixedTargets { known[name] = target }
        for (place, language) in languages.enumerated() {
            known["greeting." + language.tag] = .greetingIn(place)
            known["message." + language.tag] = .messageIn(place)
        }
        for (number, column) in rows.columns.enumerated() where !column.value.isEmpty {
            if column.value == "private" || column.value.hasPrefix("private.") { continue }
            if let target = known[column.value] ?? known[column.value.lowercased()] {
                if case .id = target { idColumn = idColumn ?? number } else { targets.append((number, target)) }
            } else {
                let names = known.keys.sorted() + ["private.contact", "private.commission", "private.notes"]
                diagnostics.append(Diagnostic(
                    "P010", .warning, at: rows.location(column.range), "the column `\(column.value)` is not known, and what is in it is not read",
                    hint: didYouMean(column.value, names) + "a column that begins with `private.` is for your own notes and is never published"))
            }
        }
        if !rows.columns.isEmpty, idColumn == nil {
            diagnostics.append(Diagnostic(
                "P011", .error, at: rows.location(rows.columns[0].range), "there is no column `id`",
                hint: "the id tells partners apart for ever: small Latin letters, digits and hyphens, such as `hotel-sunrise`"))
        }
    }

    /// The id of the current row.
    mutating func currentID() -> Located<String>? {
        guard let idColumn else { return nil }
        guard let id = rows.value(idColumn) else {
            diagnostics.append(Diagnostic(
                "P012", .error, at: rows.location(rows.rowRange), "the row has no `id`", hint: "write one in the column `id`, such as `hotel-sunrise`"))
            return nil
        }
        return Located(id.value.trimmingSpaces(), range: id.range)
    }

    /// Sets the other fields from the current row.
    mutating func fill(_ fields: inout PartnerFields) {
        for (column, target) in targets {
            guard var value = rows.value(column) else { continue }
            value.value = value.value.trimmingSpaces()
            if value.value.isEmpty { continue }
            switch target {
            case .id: break
            case .name: fields.name = value
            case .code: fields.code = value
            case .slug: fields.slug = value
            case .status: fields.status = value
            case .phone: fields.phone = value
            case .image: fields.image = value
            case .isNew: fields.isNew = answer(value)
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
    mutating func answer(_ value: Located<String>) -> Bool {
        let word = value.value.lowercased()
        if ["true", "yes", "да", "1", "x", "+"].contains(word) { return true }
        if !["false", "no", "нет", "0", "-"].contains(word) {
            diagnostics.append(Diagnostic(
                "P013", .error, at: rows.location(value.range),
                "`\(value.value)` in the column `new` is neither yes nor no", hint: "write `yes`, or leave it empty"))
        }
        return false
    }

    func set(_ value: Located<String>, _ place: Int, _ fields: inout LocalizedFields?) {
        if fields == nil { fields = LocalizedFields(languages: languages.count) }
        fields?.texts[place] = value
    }

    /// Ids with commas, semicolons or spaces between them.
    func list(_ value: Located<String>) -> [Located<String>] {
        value.value.split { ",;| \n".contains($0) }.map { Located(String($0), range: value.range) }
    }
}

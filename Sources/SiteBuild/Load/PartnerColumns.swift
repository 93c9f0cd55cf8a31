import Diagnostics
import StructuredText

/// What the columns of a spreadsheet hold.
struct PartnerColumns: Sendable {
    enum Target {
        case name, code, slug, status, phone, image, isNew, offers
        /// In every language.
        case greeting, message
        /// In the site's language of that number.
        case greetingIn(Int), messageIn(Int)
    }

    /// The file's name for diagnostics.
    let path: String
    /// How many languages the site has.
    let languageCount: Int
    /// The place of the column `id`; no row is read without one.
    private(set) var id: Int?
    private(set) var others: [(column: Int, target: Target)] = []

    /// The columns of `rows`, of which nothing but the header is read yet.
    init(_ rows: CSVReader, path: String, languages: [Language], into diagnostics: inout [Diagnostic]) {
        (self.path, languageCount) = (path, languages.count)
        var known = Self.known
        for (place, language) in languages.enumerated() {
            known["greeting." + language.tag] = .greetingIn(place)
            known["message." + language.tag] = .messageIn(place)
        }
        for (number, column) in rows.columns.enumerated() where !column.value.isEmpty {
            if column.value == "private" || column.value.hasPrefix("private.") { continue }
            let lowercased = column.value.lowercased()
            if lowercased == "id" {
                id = id ?? number
            } else if let target = known[column.value] ?? known[lowercased] {
                others.append((number, target))
            } else {
                let names = (["id"] + known.keys).sorted() + ["private.contact", "private.commission", "private.notes"]
                diagnostics.append(Diagnostic(
                    "P010", .warning, at: rows.location(column.range), "the column `\(column.value)` is not known, and what is in it is not read",
                    hint: didYouMean(column.value, names) + "a column that begins with `private.` is for your own notes and is never published"))
            }
        }
        if !rows.columns.isEmpty, id == nil {
            diagnostics.append(Diagnostic(
                "P011", .error, at: rows.location(rows.columns[0].range), "there is no column `id`",
                hint: "the id tells partners apart for ever: small Latin letters, digits and hyphens, such as `hotel-sunrise`"))
        }
    }

    private static let known: [String: Target] = [
        "name": .name, "code": .code, "slug": .slug, "status": .status, "phone": .phone, "image": .image, "new": .isNew,
        "offers": .offers, "greeting": .greeting, "message": .message,
    ]
}

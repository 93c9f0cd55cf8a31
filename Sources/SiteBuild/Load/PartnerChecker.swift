import Diagnostics
import PartnerCodes
import StructuredText

/// Turns the fields of a definition into a partner, or says what is wrong with them.
struct PartnerChecker {
    let site: SiteDefinition
    private(set) var diagnostics: [Diagnostic] = []
    private var path = ""

    init(site: SiteDefinition) {
        self.site = site
    }

    /// The partner that `fields` define; nil when anything in them is an error.
    mutating func partner(from fields: PartnerFields) -> PartnerDefinition? {
        path = fields.location.path
        let before = diagnostics.count
        let id = partnerID(fields.id)
        let slug = slug(fields, id: id)
        let name = name(fields)
        let status = status(fields.status)
        let code = fields.code.flatMap { vanityCode($0) }
        let overrides = overrides(fields)
        let greeting = greeting(fields.greeting)
        guard !diagnostics[before...].contains(where: { $0.severity == .error }), let id, let slug else { return nil }
        return PartnerDefinition(
            id: id, name: name, slug: slug, status: status, vanityCode: code, isNew: fields.isNew, greeting: greeting,
            overrides: overrides, location: fields.location, idRange: fields.id.range,
            slugRange: fields.slug?.range, codeRange: fields.code?.range)
    }
}

private extension PartnerChecker {
    mutating func report(_ id: String, _ severity: Diagnostic.Severity = .error, at range: Range<Int>?, _ message: String, hint: String) {
        diagnostics.append(Diagnostic(id, severity, at: SourceLocation(path: path, range: range), message, hint: hint))
    }

    mutating func partnerID(_ field: Located<String>) -> PartnerID? {
        do throws(PartnerID.Flaw) {
            return try PartnerID(field.value)
        } catch {
            report("P002", at: field.range, "`\(field.value)` cannot be the id of a partner: it \(error.message)",
                   hint: "\(error.hint); the id is the name of the file, the `id` in it, or the `id` column")
            return nil
        }
    }

    mutating func slug(_ fields: PartnerFields, id: PartnerID?) -> Slug? {
        guard let written = fields.slug ?? id.map({ Located(Slug(for: $0).text, range: fields.id.range) }) else { return nil }
        do throws(Slug.Problem) {
            return try Slug(written.value, languages: site.languages)
        } catch {
            let hint = fields.slug == nil ? "give it another with `\"slug\": \"…\"`; " + error.hint : error.hint
            report("P003", at: written.range, error.message, hint: hint)
            return nil
        }
    }

    /// The id with hyphens for underscores, which are all that a slug cannot have of it.
    mutating func name(_ fields: PartnerFields) -> String {
        guard let name = fields.name else {
            if fields.isNameReported { return "" }
            let isRow = fields.location.path.hasSuffix(".csv")
            report(
                "P004", at: fields.location.range, "the partner has no `name`",
                hint: isRow
                    ? "write the name that people know into the column `name`" : "add the name that people know: `\"name\": \"Hotel Sunrise\"`")
            return ""
        }
        let text = shown(name, "name", onOneLine: true).trimmingSpaces()
        if text.isEmpty { report("P004", at: name.range, "the partner's `name` is empty", hint: "write the name that people know") }
        checkLength(Located(text, range: name.range), "name", most: 80)
        return text
    }

    mutating func greeting(_ fields: LocalizedFields?) -> LocalizedText? {
        guard var fields else { return nil }
        for (place, field) in fields.texts.enumerated() {
            guard let field else { continue }
            let text = shown(field, "greeting", onOneLine: false)
            if text != field.value { fields.texts[place]?.value = text }
            checkLength(field, "greeting", most: 200)
        }
        return fields.text
    }

    mutating func shown(_ field: Located<String>, _ key: String, onOneLine: Bool) -> String {
        let shown = ShownText(field.value, onOneLine: onOneLine)
        if !shown.removed.isEmpty {
            let removed = shown.removed.joined(separator: ", ")
            report(
                "P009", .warning, at: field.range,
                "the partner's `\(key)` has invisible characters that turn or break the text around it, \(removed); they are left out",
                   hint: "type the \(key) anew rather than paste it")
        }
        return shown.text
    }

    /// Long texts are allowed: the page stays whole, but nobody reads it on a phone, and a card has no room for it.
    mutating func checkLength(_ field: Located<String>, _ key: String, most: Int) {
        // Counting the characters that people see takes longer than all else that is done with a text.
        if field.value.utf8.count <= most { return }
        let count = field.value.count
        if count > most {
            report(
                "P014", .warning, at: field.range,
                "the partner's `\(key)` is \(count) characters long, and cards to print have room for some \(most)",
                hint: "shorten it")
        }
    }

    mutating func status(_ field: Located<String>?) -> PartnerDefinition.Status {
        guard let field else { return .active }
        if let status = PartnerDefinition.Status(rawValue: field.value) { return status }
        let known = PartnerDefinition.Status.allCases.map(\.rawValue)
        report(
            "P005", at: field.range, "there is no status `\(field.value)`",
            hint: didYouMean(field.value, known) + "the statuses are `active`, `paused` and `retired`")
        return .active
    }

    mutating func vanityCode(_ field: Located<String>) -> PartnerCode? {
        do throws(PartnerCode.Flaw) {
            return try PartnerCode(field.value)
        } catch {
            report("C001", at: field.range, "`\(field.value)` cannot be a code: it \(error.message)", hint: error.hint)
            return nil
        }
    }

    mutating func overrides(_ fields: PartnerFields) -> PartnerDefinition.Overrides? {
        guard fields.phone != nil || fields.message != nil || fields.offers != nil || fields.image != nil else { return nil }
        let languages = site.languages
        var message: [MessageTemplate?] = Array(repeating: nil, count: languages.count)
        if let written = fields.message {
            message = written.texts.map { text in
                text.flatMap { MessageCheck.template($0, path: path, phone: site.business.phone, into: &diagnostics) }
            }
            if written.isForAll { message = Array(repeating: message[0], count: languages.count) }
        }
        let phone = fields.phone.flatMap { PhoneCheck.number($0, path: path, into: &diagnostics) }
        return PartnerDefinition.Overrides(phone: phone, message: message, offers: fields.offers.map { offers($0) }, image: fields.image)
    }

    mutating func offers(_ fields: [Located<String>]) -> [Int] {
        var places: [Int] = []
        for field in fields {
            if let place = site.offers.firstIndex(where: { $0.id.text == field.value }) {
                if !places.contains(place) { places.append(place) }
            } else {
                let known = site.offers.map(\.id.text)
                let all = known.isEmpty ? "`site.json` defines no offers" : "`site.json` defines " + known.map { "`\($0)`" }.joined(separator: ", ")
                report("P006", at: field.range, "there is no offer `\(field.value)`", hint: didYouMean(field.value, known) + all)
            }
        }
        return places.sorted()
    }
}

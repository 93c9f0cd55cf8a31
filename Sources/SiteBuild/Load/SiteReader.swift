import Diagnostics
import StructuredText

/// Reads `site.json`: everything that is wrong with it in one run, in the order of the file.
struct SiteReader {
    static let path = "site.json"

    private var diagnostics: [Diagnostic] = []
    private var languages: [Language] = []

    /// The definition in `bytes`. After an error it is there only if partners can be checked against it, with something in place
    /// of what could not be read: one run shall tell what is wrong with them, too.
    static func read(_ bytes: [UInt8]) -> (SiteDefinition?, [Diagnostic]) {
        var reader = SiteReader()
        guard let value = JSONReader.read(bytes, path: path, dialect: .json5, into: &reader.diagnostics) else {
            return (nil, reader.diagnostics)
        }
        var root = JSONObjectReader(value, path: path)
        let site = reader.site(&root)
        reader.diagnostics += root.finish()
        return (site, reader.diagnostics)
    }
}

private extension SiteReader {
    mutating func site(_ root: inout JSONObjectReader) -> SiteDefinition? {
        languages = readLanguages(&root)
        let baseURL = root.string("baseURL", required: true).flatMap { readBaseURL($0) }
        let business = root.object("business", required: true) { readBusiness(&$0) }
        let messages = localizedFields("message", &root, required: true)
        let homeMessage = localized("homeMessage", &root)
        let page = root.object("page") { readPageTexts(&$0) } ?? PageTexts()
        let theme = root.object("theme") { readTheme(&$0) } ?? Theme()
        let offers = root.objects("offers") { readOffer(&$0, phone: business?.phone) } ?? []
        reportRepeated(offers, &root)
        let message = messages.flatMap { fields in
            business.flatMap { MessageCheck.templates(fields, path: Self.path, phone: $0.phone, into: &diagnostics) }
        }
        if languages.isEmpty { return nil }
        let (definedMessage, definedBusiness) = (message ?? languages.map { _ in .unread }, business ?? .placeholder(languages: languages.count))
        return SiteDefinition(
            baseURL: baseURL ?? .placeholder, business: definedBusiness, languages: languages, message: definedMessage,
            homeMessage: languages.indices.map { homeMessage?[$0] ?? definedMessage[$0].withoutCode }, page: page, theme: theme, offers: offers)
    }

    mutating func readLanguages(_ root: inout JSONObjectReader) -> [Language] {
        guard let list = root.strings("languages", required: true) else { return [] }
        var languages: [Language] = []
        for field in list.value {
            if let language = Language(field.value) {
                if languages.contains(language) {
                    report("S004", field.range, "the language `\(field.value)` stands twice", hint: "remove one of the two")
                } else {
                    languages.append(language)
                }
            } else {
                report(
                    "S003", field.range, "`\(field.value)` is not the tag of a language",
                    hint: Language(named: field.value).map { "write `\($0.tag)`" } ?? "write two small letters: `ru`, `en`, `th`, `zh`, `de`")
            }
        }
        if list.value.isEmpty { report("S005", list.range, "no language is named", hint: "write at least one: `[\"ru\"]`") }
        return languages
    }

    mutating func readBaseURL(_ field: Located<String>) -> BaseURL? {
        do throws(BaseURL.Problem) {
            let url = try BaseURL(field.value)
            if !url.isSecure {
                report(
                    "S002", field.range, "the site's address begins with `http://`, so phones will call it not secure",
                    hint: "use `https://`; every good host offers it free", severity: .warning)
            }
            return url
        } catch {
            report("S001", field.range, error.message, hint: error.hint)
            return nil
        }
    }

    mutating func readBusiness(_ object: inout JSONObjectReader) -> Business? {
        let name = readName(&object)
        let phone = object.string("phone", required: true).flatMap { PhoneCheck.number($0, path: Self.path, into: &diagnostics) }
        let city = localized("city", &object)
        let telegram = object.string("telegram").flatMap { readTelegramName($0) }
        let email = object.string("email").flatMap { readEmailAddress($0) }
        let address = localized("address", &object)
        let hours = localized("hours", &object)
        let map = object.string("map").flatMap { readWebAddress($0) }
        let type = object.string("type").flatMap { readBusinessType($0) }
        let image = object.string("image")
        guard let name, let phone else { return nil }
        return Business(
            name: name, phone: phone, city: city, telegram: telegram, email: email, address: address, hours: hours, map: map,
            type: type ?? "LocalBusiness", image: image)
    }

    /// The name of the business, which stands on every page and in what people send on.
    mutating func readName(_ object: inout JSONObjectReader) -> LocalizedText? {
        let fields = localizedFields("name", &object, required: true)
        let texts = fields.map { $0.isForAll ? Array($0.texts.prefix(1)) : $0.texts } ?? []
        for case let field? in texts where field.value.trimmingSpaces().isEmpty {
            report("S022", field.range, "the `name` of the business is empty", hint: "write the name that people know")
        }
        return fields?.text
    }

    mutating func readPageTexts(_ object: inout JSONObjectReader) -> PageTexts? {
        var page = PageTexts()
        page.title = localized("title", &object)
        page.description = localized("description", &object)
        page.headline = localized("headline", &object)
        page.lead = localized("lead", &object)
        page.footer = localized("footer", &object)
        page.reasons = object.objects("reasons") { paragraph(&$0, "title", "text") } ?? []
        page.steps = object.objects("steps") { paragraph(&$0, "title", "text") } ?? []
        page.questions = object.objects("questions") { paragraph(&$0, "question", "answer") } ?? []
        return page
    }

    mutating func paragraph(_ object: inout JSONObjectReader, _ titleKey: String, _ textKey: String) -> PageTexts.Paragraph? {
        let title = localized(titleKey, &object, required: true)
        let text = localized(textKey, &object)
        let icon = object.string("icon")?.value
        return title.map { PageTexts.Paragraph(title: $0, text: text, icon: icon) }
    }

    mutating func readTheme(_ object: inout JSONObjectReader) -> Theme? {
        var theme = Theme()
        var places: [String: Range<Int>] = [:]
        for key in Theme.names {
            guard let field = object.string(key) else { continue }
            if let color = Color(field.value) {
                theme.colors.append((key, color))
                places[key] = field.range
            } else {
                report("S020", field.range, "`\(field.value)` is not a colour", hint: "write it as `#b4462a`: `#` and six digits or letters a to f")
            }
        }
        for problem in ContrastCheck.problems(theme) { report("S021", places[problem.name], problem.message, hint: problem.hint) }
        return theme
    }

    mutating func readOffer(_ object: inout JSONObjectReader, phone: PhoneNumber?) -> Offer? {
        let idField = object.string("id", required: true)
        let id = idField.flatMap { field in
            let id = OfferID(field.value)
            if id == nil {
                report(
                    "S016", field.range, "`\(field.value)` cannot be the id of an offer",
                    hint: "write small Latin letters, digits and hyphens: `economy`")
            }
            return id
        }
        let title = localized("title", &object, required: true)
        let text = localized("text", &object)
        let price = localized("price", &object)
        let image = object.string("image")
        let alt = localized("alt", &object)
        let fields = localizedFields("message", &object)
        let message = fields.flatMap { fields in
            phone.flatMap { MessageCheck.templates(fields, path: Self.path, phone: $0, into: &diagnostics) }
        }
        guard let id, let title else { return nil }
        return Offer(id: id, title: title, text: text, price: price, image: image, alt: alt, message: message)
    }

    mutating func reportRepeated(_ offers: [Offer], _ root: inout JSONObjectReader) {
        var seen: Set<OfferID> = []
        for offer in offers where !seen.insert(offer.id).inserted {
            let range = root.value("offers")?.range
            report("S017", range, "two offers have the id `\(offer.id.text)`", hint: "give each offer an id of its own")
        }
    }
}

private extension SiteReader {
    mutating func readTelegramName(_ field: Located<String>) -> String? {
        var name = field.value.trimmingSpaces()
        for prefix in ["https://t.me/", "http://t.me/", "t.me/", "@"] where name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
        let bytes = Array(name.utf8)
        let isName = (4...32).contains(bytes.count) && bytes.allSatisfy { UInt8.isNameByte($0) }
        if !isName {
            report(
                "S014", field.range, "`\(field.value)` is not a user name of Telegram",
                hint: "write the name without `@`: Latin letters, digits and `_`, at least five of them")
        }
        return isName ? name : nil
    }

    mutating func readEmailAddress(_ field: Located<String>) -> String? {
        let parts = field.value.split(separator: "@", omittingEmptySubsequences: false)
        if parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), WebAddress("mailto:" + field.value) != nil { return field.value }
        report("S015", field.range, "`\(field.value)` is not an e-mail address", hint: "write it like `hello@example.com`")
        return nil
    }

    mutating func readWebAddress(_ field: Located<String>) -> WebAddress? {
        if let address = WebAddress(field.value), field.value.hasPrefix("https://") { return address }
        report("S018", field.range, "`\(field.value)` cannot be linked to", hint: "write a whole address that begins with `https://`")
        return nil
    }

    mutating func readBusinessType(_ field: Located<String>) -> String? {
        let isName = !field.value.isEmpty && field.value.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
        if !isName {
            report(
                "S019", field.range, "`\(field.value)` is not a type of schema.org",
                hint: "write one word, such as `AutoRental` or `LocalBusiness`")
        }
        return isName ? field.value : nil
    }

    mutating func localized(_ key: String, _ object: inout JSONObjectReader, required: Bool = false) -> LocalizedText? {
        localizedFields(key, &object, required: required)?.text
    }

    mutating func localizedFields(_ key: String, _ object: inout JSONObjectReader, required: Bool = false) -> LocalizedFields? {
        LocalizedFields.read(key, &object, required: required, languages: languages)
    }

    mutating func report(_ id: String, _ range: Range<Int>?, _ message: String, hint: String, severity: Diagnostic.Severity = .error) {
        diagnostics.append(Diagnostic(id, severity, at: SourceLocation(path: Self.path, range: range), message, hint: hint))
    }
}

private extension UInt8 {
    static func isNameByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }
}

import Mustache
import StructuredText

/// What every page of a language has in common, whoever's page it is: the business, the owner's texts, style and script.
struct SharedPage {
    let records: PageRecords
    let strings: PageStrings
    let inlined: InlinedFiles

    /// The record of a page that stands at `place`, in the site's language number `language`.
    func record(language: Int, place: PagePlace) -> TemplateRecord {
        let (shapes, texts) = (records.shapes, records.site.page)
        var root = frame(shapes.root, language: language, place: place)
        root["reasons"] = paragraphs(texts.reasons, language)
        root["steps"] = paragraphs(texts.steps, language)
        root["questions"] = .list(texts.questions.map { question in
            var record = TemplateRecord(shapes.question)
            records.set("question", "questionIn", of: &record, to: question.title, language)
            records.set("answer", "answerIn", of: &record, to: question.text, language)
            return .record(record)
        })
        root["hasReasons"] = .flag(!texts.reasons.isEmpty)
        root["hasSteps"] = .flag(!texts.steps.isEmpty)
        root["hasQuestions"] = .flag(!texts.questions.isEmpty)
        return root
    }

    /// What pages and kits both have, as a record of `shape`.
    func frame(_ shape: RecordShape, language: Int, place: PagePlace) -> TemplateRecord {
        let (site, texts) = (records.site, records.site.page)
        var root = TemplateRecord(shape)
        root["site"] = .record(business(language, place))
        root["page"] = .record(page(language, place))
        root["manyLanguages"] = .flag(site.languages.count > 1)
        records.set("headline", "headlineIn", of: &root, to: headline, language)
        records.set("lead", "leadIn", of: &root, to: texts.lead, language)
        records.set("footer", "footerIn", of: &root, to: texts.footer, language)
        root["strings"] = .record(interface(language))
        return root
    }

    var headline: LocalizedText { records.site.page.headline ?? records.site.business.name }

    /// The interface texts. Where a language of the site is read from right to left, a borrowed one is isolated (UAX #9, 2.4.2), so
    /// that its signs stay on their side.
    func interface(_ language: Int) -> TemplateRecord {
        let languages = records.site.languages
        let isMixed = languages.contains { $0.direction == "rtl" }
        var record = TemplateRecord(records.shapes.strings)
        for key in strings.keys {
            let text = text(key, language)
            record[key] = .text(utf8: isMixed && strings.lacks(key, languages[language]) ? "\u{2068}\(text)\u{2069}" : text)
        }
        return record
    }

    func text(_ key: String, _ language: Int) -> String {
        strings.text(key, in: records.site.languages[language], default: records.site.languages[0])
    }
}

private extension SharedPage {
    /// What stands at the top of each page in `templates/style.css`, so that the browser's own bar goes on from it.
    static let skyColor = "#ffe9cb"
    static let nightSkyColor = "#14273f"

    func business(_ language: Int, _ place: PagePlace) -> TemplateRecord {
        let (site, business) = (records.site, records.site.business)
        var record = TemplateRecord(records.shapes.site)
        records.set("name", "nameIn", of: &record, to: business.name, language)
        records.set("city", "cityIn", of: &record, to: business.city, language)
        record.setPhone(business.phone)
        record["email"] = .text(utf8: business.email ?? "")
        if let email = business.email { record["emailHref"] = .url(utf8: "mailto:" + email) }
        records.set("address", "addressIn", of: &record, to: business.address, language)
        records.set("hours", "hoursIn", of: &record, to: business.hours, language)
        if let map = business.map { record["map"] = .url(utf8: map.text) }
        record["telegram"] = .flag(business.telegram != nil)
        record["home"] = .url(utf8: place.root + (language == 0 ? "" : site.languages[language].tag + "/") + "index.html")
        return record
    }

    func page(_ language: Int, _ place: PagePlace) -> TemplateRecord {
        let (site, business, shapes) = (records.site, records.site.business, records.shapes)
        let name = business.name[language]
        let title = site.page.title?[language] ?? business.city.map { "\(name), \($0[language])" } ?? name
        var record = TemplateRecord(shapes.page)
        record["language"] = .text(utf8: site.languages[language].tag)
        record["direction"] = .text(utf8: site.languages[language].direction)
        record["title"] = .text(utf8: title)
        record["titleIn"] = records.tongue((site.page.title ?? business.city ?? business.name).borrowed(for: language))
        record["description"] = .text(utf8: site.page.description?[language] ?? site.page.lead?[language] ?? title)
        record["root"] = .url(utf8: place.root)
        record["generator"] = .text(utf8: PageMark.generator)
        record["style"] = .css(inlined.style)
        record["script"] = .script(inlined.script)
        record["policy"] = .text(utf8: inlined.policy)
        record["structuredData"] = .json(StructuredData.business(site, language: language, pictures: records.pictures))
        if let picture = site.business.image.flatMap({ records.pictures.picture($0.value) }) {
            record["image"] = .record(picture.record(shapes.image, href: site.baseURL.address(of: picture.path)))
        }
        record["themeColor"] = .text(utf8: Self.skyColor)
        record["themeColorDark"] = .text(utf8: Self.nightSkyColor)
        return record
    }

    func paragraphs(_ paragraphs: [PageTexts.Paragraph], _ language: Int) -> TemplateValue {
        .list(paragraphs.enumerated().map { place, paragraph in
            var record = TemplateRecord(records.shapes.paragraph)
            record["number"] = .text(utf8: String(place + 1))
            records.set("title", "titleIn", of: &record, to: paragraph.title, language)
            records.set("text", "textIn", of: &record, to: paragraph.text, language)
            record["icon"] = .text(utf8: paragraph.icon ?? "")
            return .record(record)
        })
    }
}

/// How a page of this program is known again when the manifest that lists it was lost.
enum PageMark {
    static let generator = "sitegen"
    static let bytes = Array("<meta name=\"generator\" content=\"sitegen\">".utf8)
}

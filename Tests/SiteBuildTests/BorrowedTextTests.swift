import Diagnostics
@testable import SiteBuild
import Testing
import TestSupport

/// Texts that a language of the site lacks: what stands in their place says which language it is in.
@Suite struct BorrowedTextTests {
    @Test(arguments: [
        (["а", "b", nil] as [String?], ["а", "b", "а"], [nil, nil, 0] as [Int?]),
        ([nil, "b", nil], ["b", "b", "b"], [1, nil, 1]),
        (["а", nil, nil], ["а", "а", "а"], [nil, 0, 0]),
    ])
    func `a language without its own text borrows the default's, or the first there is`(texts: [String?], shown: [String], borrowed: [Int?]) throws {
        let text = try #require(LocalizedText(texts))
        #expect(texts.indices.map { text[$0] } == shown)
        #expect(texts.indices.map { text.borrowed(for: $0) } == borrowed)
    }

    @Test func `one text for all languages is borrowed by none`() {
        let text = LocalizedText("Shiba Cars", languages: 3)
        #expect((0..<3).map { text.borrowed(for: $0) } == [nil, nil, nil])
    }

    @Test func `a borrowed text carries its language and its direction, and no other text does`() throws {
        let disk = SiteText.site("""
            -- site.json --
            {"baseURL": "https://cars.example/", "business": {"name": "Cars", "phone": "+66 81 234 5678", "city": {"he": "תל אביב"}},
             "languages": ["he", "en"], "message": {"he": "קוד: {{code}}. שלום!"},
             "page": {"headline": {"en": "Hello"}, "lead": {"he": "שלום", "en": "Welcome"}, "questions": [{"question": {"he": "מה?"}, "answer": {"en": "This."}}]}}
            -- partners/one.json --
            {"name": "One", "code": "SUNRISE5", "greeting": {"he": "ברוכים הבאים"}}
            -- templates/page.mustache --
            <html lang="{{page.language}}" dir="{{page.direction}}"><title{{#page.titleIn}} lang="{{code}}"{{/page.titleIn}}>{{page.title}}</title>
            <h1{{#headlineIn}} lang="{{code}}" dir="{{direction}}"{{/headlineIn}}>{{headline}}</h1>
            <p{{#leadIn}} lang="{{code}}" dir="{{direction}}"{{/leadIn}}>{{lead}}</p>
            <p{{#site.nameIn}} lang="{{code}}"{{/site.nameIn}}>{{site.name}}</p>
            <p{{#partner.greetingIn}} lang="{{code}}" dir="{{direction}}"{{/partner.greetingIn}}>{{partner.greeting}}</p>
            <p{{#whatsapp.textIn}} lang="{{code}}" dir="{{direction}}"{{/whatsapp.textIn}}>{{whatsapp.text}}</p>
            {{#questions}}
            <b{{#questionIn}} lang="{{code}}"{{/questionIn}}>{{question}}</b> <i{{#answerIn}} lang="{{code}}"{{/answerIn}}>{{answer}}</i>
            {{/questions}}

            """)
        #expect(try SiteBuilder.on(disk).run(.build).diagnostics == [])
        #expect(disk["public/one/index.html"] == """
            <html lang="he" dir="rtl"><title>Cars, תל אביב</title>
            <h1 lang="en" dir="ltr">Hello</h1>
            <p>שלום</p>
            <p>Cars</p>
            <p>ברוכים הבאים</p>
            <p>קוד: SUNRISE5. שלום!</p>
            <b>מה?</b> <i lang="en">This.</i>

            """)
        #expect(disk["public/one/en/index.html"] == """
            <html lang="en" dir="ltr"><title lang="he">Cars, תל אביב</title>
            <h1>Hello</h1>
            <p>Welcome</p>
            <p>Cars</p>
            <p lang="he" dir="rtl">ברוכים הבאים</p>
            <p lang="he" dir="rtl">קוד: SUNRISE5. שלום!</p>
            <b lang="he">מה?</b> <i>This.</i>

            """)
    }

    @Test func `an interface text that is read the other way is isolated`() throws {
        let disk = SiteText.site("""
            -- site.json --
            {"baseURL": "https://cars.example/", "business": {"name": "Cars", "phone": "+66 81 234 5678"}, "languages": ["he", "en"], "message": {"he": "קוד: {{code}}. שלום!"}}
            -- partners/one.json --
            {"name": "One", "code": "SUNRISE5"}
            -- templates/page.mustache --
            <p>{{strings.a}}</p>
            -- templates/strings.json --
            {"en": {"a": "Press Send."}}

            """)
        #expect(try SiteBuilder.on(disk).run(.build).diagnostics.map(\.id) == ["T111"])
        #expect(disk["public/one/index.html"] == "<p>\u{2068}Press Send.\u{2069}</p>\n")
        #expect(disk["public/one/en/index.html"] == "<p>Press Send.</p>\n")
    }

    @Test func `on the sample's page in a language that only the interface has, every text of the owner is marked`() throws {
        let disk = try SampleSite.disk()
        disk["site.json"] = disk["site.json"]?.replacing("\"languages\": [\"ru\", \"en\", \"th\"]", with: "\"languages\": [\"ru\", \"de\"]")
        disk["partners/x.json"] = "{name: 'X', greeting: {ru: 'Скидка'}}"
        #expect(try SiteBuilder.on(disk).run(.build).diagnostics.filter { $0.severity == .error } == [])
        let page = try #require(disk["public/x/de/index.html"])
        let body = try #require(page.split(separator: "<body>").last)
        let pieces = body.split(separator: "<").filter { $0.contains(/[А-Яа-яЁё]/) && !$0.contains("Русский") }
        #expect(pieces.count > 40)
        for piece in pieces { #expect(piece.contains("lang=\"ru\""), "\(piece)") }
    }
}

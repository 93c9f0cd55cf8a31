import Diagnostics
@testable import SiteBuild
import StructuredText
import Testing
import TestSupport

/// The ready texts of the kit: filling them in, and the interface texts that they are part of.
@Suite struct KitTextTests {
    private static let values: KitText.Values = {
        var values = KitText.Values()
        values[.business] = "Cars"
        values[.partner] = "Hotel \"Sunrise\""
        values[.page] = "https://cars.example/sunrise/"
        values[.code] = "SUNRISE5"
        values[.description] = "{{code}} is not filled in twice"
        return values
    }()

    @Test(arguments: [
        ("{{business}}", "Cars"),
        ("{{ business }} at {{page}}.", "Cars at https://cars.example/sunrise/."),
        ("{{greeting}} {{business}} {{greeting}} {{code}} {{greeting}}", "Cars SUNRISE5"),
        ("A  {{greeting}}\n{{greeting}}  B \n\n C", "A\nB\n\nC"),
        ("\n {{greeting}}\nA\n{{greeting}}\n", "A"),
        ("A\n\n{{greeting}} {{greeting}}\n\nB\n\n\n{{greeting}}\n C", "A\n\nB\n\nC"),
        ("{{description}}", "{{code}} is not filled in twice"),
        ("{{partner}}: {{", "Hotel \"Sunrise\": {{"),
        ("{{nobody}}}}", "{{nobody}}}}"),
        ("", ""),
    ])
    func `a text is filled in, and what an empty value leaves behind goes`(text: String, filled: String) {
        #expect(String(decoding: KitText(text).filled(with: Self.values), as: UTF8.self) == filled)
    }

    @Test func `a misspelt name is an error that says what there is`() throws {
        let disk = SiteText.site("-- partners/one.json --\n{name: 'One'}\n-- templates/strings.json --\n{\"ru\": {\"chatText\": \"{{busines}}\"}, \"en\": {\"chatText\": \"{{page}}\"}}\n")
        let found = try SiteBuilder.on(disk).run(.build).diagnostics
        #expect(found.map(\.id) == ["T113"])
        #expect(found.first?.message == "`{{busines}}` stands for nothing in a text of the kit")
        #expect(found.first?.hint?.hasPrefix("did you mean `business`?\nthere are `{{business}}`, ") == true)
    }

    @Test func `the sample's interface texts are complete in five languages, and no kit text misses the address`() throws {
        let bytes = try #require(SampleSite.disk().contents["templates/strings.json"])
        let languages = ["ru", "en", "th", "zh", "de"].compactMap { Language($0) }
        let (strings, problems) = PageStrings.read(bytes, isUsed: true, languages: languages)
        #expect(problems == [])
        #expect(strings.keys.count > 50)
        for language in languages {
            for key in strings.keys {
                let text = strings.text(key, in: language, default: language)
                #expect(!text.trimmingSpaces().isEmpty, "\(language.tag) \(key)")
                if KitText.keys.contains(key) {
                    // On a line of its own, where no sign beside it is taken for a part of it and no line break cuts it.
                    #expect(text.split(separator: "\n").contains("{{page}}"), "\(language.tag) \(key)")
                } else {
                    #expect(!text.contains("{{"), "\(language.tag) \(key)")
                }
            }
        }
    }

    @Test func `the sample's interface texts keep a number with its unit on one line, and are set with proper signs`() throws {
        let bytes = try #require(SampleSite.disk().contents["templates/strings.json"])
        let languages = ["ru", "en", "th", "zh", "de"].compactMap { Language($0) }
        let (strings, _) = PageStrings.read(bytes, isUsed: true, languages: languages)
        for language in languages {
            for key in strings.keys {
                let text = strings.text(key, in: language, default: language)
                #expect(!text.contains(/[0-9] ?[×x] ?[0-9]|[0-9] (%|mm|мм|มม|毫米)/), "\(language.tag) \(key): \(text)")
                #expect(!text.contains(/["']|\.\.\.| - |[ ]{2}/), "\(language.tag) \(key): \(text)")
            }
        }
    }

    @Test func `a key that one language lacks is told`() {
        let (_, problems) = PageStrings.read(Array("{\"ru\": {\"a\": \"А\", \"b\": \"Б\"}, \"en\": {\"a\": \"A\"}}".utf8), isUsed: true, languages: ["ru", "en", "th"].compactMap { Language($0) })
        #expect(problems.map(\.message) == ["`en` lacks `b`", "there are no interface texts in `th`"])
    }
}

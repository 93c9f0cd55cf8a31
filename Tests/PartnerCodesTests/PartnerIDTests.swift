import PartnerCodes
import Testing

@Suite struct PartnerIDTests {
    @Test("file names make ids", arguments: ["hotel-sunrise", "a", "7-days", "blog_anna", String(repeating: "x", count: 64)])
    func accepted(text: String) throws {
        #expect(try PartnerID(text).text == text)
    }

    @Test("what is no id is refused, with one that would do", arguments: [
        ("", "is empty", "use the small letters `a` to `z`, digits, `-` and `_`"),
        ("Hotel", "has `H` as character 1, which cannot be in an id",
         "use the small letters `a` to `z`, digits, `-` and `_`: for example `hotel`"),
        ("отель", "has `о` as character 1, which cannot be in an id",
         "use the small letters `a` to `z`, digits, `-` and `_`: for example `otel`"),
        ("index.html", "has `.` as character 6, which cannot be in an id",
         "use the small letters `a` to `z`, digits, `-` and `_`: for example `index-html`"),
        ("a b", "has a space as character 2, which cannot be in an id",
         "use the small letters `a` to `z`, digits, `-` and `_`: for example `a-b`"),
        ("..", "has `.` as character 1, which cannot be in an id", "use the small letters `a` to `z`, digits, `-` and `_`"),
        ("-a", "does not begin with a letter or digit", "use the small letters `a` to `z`, digits, `-` and `_`: for example `a`"),
        (String(repeating: "x", count: 65), "has 65 characters, the most is 64", "shorten it"),
    ])
    func refused(text: String, message: String, hint: String) {
        do throws(PartnerID.Flaw) {
            _ = try PartnerID(text)
            Issue.record("`\(text)` was taken")
        } catch {
            #expect(error.message == message)
            #expect(error.hint == hint)
        }
    }

    @Test("a name suggests an id", arguments: [
        ("Отель «Рассвет»", "otel-rassvet"), ("Hotel Sunrise", "hotel-sunrise"), ("Café Del Mar", "cafe-del-mar"), ("Joe’s Bar & Grill", "joes-bar-grill"),
        ("Щукин / Эко-тур №7", "shchukin-eko-tur-7"), ("Hotel โรงแรม", "hotel"), ("Straße 5", "strasse-5"), ("7 Mandarin", "7-mandarin"),
        ("Подъезд Ёлки", "podezd-elki"), ("  --  A  ", "a"), ("Київ", "kiyiv"),
    ])
    func suggestion(name: String, id: String) {
        #expect(PartnerID.suggested(from: name)?.text == id)
    }

    @Test("where nothing can be written in Latin letters there is no suggestion", arguments: ["โรงแรม 7", "北京", "", "77", "---"])
    func noSuggestion(name: String) {
        #expect(PartnerID.suggested(from: name) == nil)
    }

    @Test func `a long name is cut between words`() throws {
        let id = try #require(PartnerID.suggested(from: "Cooperative of independent guides and drivers of the southern beaches of Phuket"))
        #expect(id.text == "cooperative-of-independent-guides-and-drivers-of-the-southern")
        #expect(PartnerID.suggested(from: String(repeating: "x", count: 100))?.text.utf8.count == 64)
    }

    @Test func `order is by bytes`() throws {
        let ids = try ["b", "a_", "a-", "a1", "a", "ab"].map { try PartnerID($0) }
        #expect(ids.sorted().map(\.text) == ["a", "a-", "a1", "a_", "ab", "b"])
    }
}

import Diagnostics
import StructuredText
import Testing

@Suite struct JSONObjectReaderTests {
    /// What a small definition is read into.
    private struct Definition: Equatable {
        var name: String?
        var phone: String?
        var isActive: Bool?
        var count: Int?
        var offers: [String]?
        var contact: String?
        var questions: [String]?
    }

    private func read(_ source: String, _ author: JSONObjectReader.Author = .person) -> (Definition, [String]) {
        var object = JSONObjectReader(readValue(source) ?? JSONValue(.null, range: 0..<0), path: "a.json", author: author)
        let definition = Definition(
            name: object.string("name", required: true)?.value,
            phone: object.string("phone")?.value,
            isActive: object.bool("active")?.value,
            count: object.integer("count")?.value,
            offers: object.strings("offers")?.value.map(\.value),
            contact: object.object("private") { $0.string("contact", required: true)?.value },
            questions: object.objects("questions") { $0.string("question", required: true)?.value })
        return (definition, object.finish().map { summary($0, Array(source.utf8)) })
    }

    @Test func `a definition is read into typed values`() {
        let (definition, told) = read("""
            {"$schema": 1, name: "Hotel", phone: null, active: false, count: 5, offers: ["a", "b"],
             private: {contact: "x"}, questions: [{question: "?"}, {question: "!"}]}
            """)
        #expect(definition == Definition(
            name: "Hotel", phone: nil, isActive: false, count: 5, offers: ["a", "b"], contact: "x", questions: ["?", "!"]))
        #expect(told == [])
    }

    @Test func `every slip of a definition is told at once`() {
        let (definition, told) = read(
            "{nmae: 'x', phone: 66, active: 'yes', count: 1.5, offers: ['a', 2], private: {contact: [], cost: 1}, questions: [5, {}], phone: '1', zzzzzz: 1}")
        #expect(definition == Definition(phone: "1", offers: ["a"], questions: []))
        #expect(told == [
            "J033 error 121[phone] `phone` stands here for the second time | remove one of the two; 12[phone] the first is here",
            "J031 error 0[{] `name` is missing | is `nmae` meant to be `name`?",
            "J030 error 31['yes'] `active` must be `true` or `false`, found a text in quotes | write it without quotes",
            "J030 error 45[1.5] `count` must be a whole number, found a number",
            "J030 error 64[2] `offers` must be a text in quotes, found a number | put it in quotes: `\"2\"`",
            "J030 error 87[[]] `private.contact` must be a text in quotes, found a list `[…]`",
            "J032 warning 91[cost] `private.cost` is not a key that is known here | the keys are `contact`",
            "J030 error 113[5] `questions` must be an object `{…}`, found a number",
            "J031 error 116[{] `questions.question` is missing | add `\"question\": …`",
            "J032 warning 1[nmae] `nmae` is not a key that is known here | did you mean `name`?",
            "J032 warning 133[zzzzzz] `zzzzzz` is not a key that is known here | the keys are `name`, `phone`, `active`, `count`, `offers`, `private`, `questions`",
        ])
    }

    @Test func `what is no object gives one error and no missing keys`() {
        #expect(read("[1]").1 == ["J030 error 0[[1]] the file must be an object `{…}`, found a list `[…]`"])
    }

    @Test func `a program may write keys that are not known here`() {
        let (definition, told) = read("{name: 'a', other: 1, name: 'b'}", .program)
        #expect(definition.name == "b")
        #expect(told == [])
    }

    @Test func `the members of an open object come in the order of the file`() {
        let source = "{greeting: {ru: 'а', en: 'b', ru: 'c'}}"
        var object = JSONObjectReader(readValue(source) ?? JSONValue(.null, range: 0..<0), path: "a.json")
        #expect(object.members("greeting")?.value.map(\.key) == ["ru", "en", "ru"])
        #expect(object.finish().map { summary($0, Array(source.utf8)) } == [
            "J033 error 31[ru] `greeting.ru` stands here for the second time | remove one of the two; 12[ru] the first is here",
        ])
    }
}

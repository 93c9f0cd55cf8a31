import CommandLineKit
import StarterSite
import Synchronization
import Testing
@testable import sitegen

/// The questions of `sitegen init`, answered by somebody who slips now and then.
@Suite struct InterviewTests {
    /// What came of `answers`, and what was said meanwhile.
    private func interview(_ words: [String] = [], answers: [String]) throws -> (draft: SiteDraft?, said: String) {
        let recording = ConsoleRecording(columns: 40, environment: Environment(["NO_COLOR": "1"]))
        let left = Mutex(answers[...])
        let keyboard = Keyboard { left.withLock { $0.popFirst() } }
        guard case .run(_, let invocation) = Sitegen.table.request(for: ["init", "site"] + words, environment: Environment([:])) else { return (nil, "") }
        let workplace = try Workplace(invocation: invocation, environment: Environment([:]), console: recording.console)
        let interview = Interview(invocation, workplace, keyboard)
        let draft = interview.draft()
        return (draft, recording.messages)
    }

    @Test func `four answers make a site`() throws {
        let (draft, _) = try interview(answers: ["Дайв", "+66 81 234 5678", "RU, en", "Курс", "Курс", "", ""])
        #expect(draft?.name == "Дайв")
        #expect(draft?.languages == ["ru", "en"])
        #expect(draft?.offers.map(\.id) == ["kurs", "kurs-2"])
        #expect(draft?.baseURL == nil)
    }

    @Test func `a wrong answer is asked for again, with what is wrong`() throws {
        let (draft, said) = try interview(answers: ["", "Dive", "12", "+66 81 234 5678", "englisch?", "en", "", "my site", "https://dive.example"])
        #expect(draft?.phone == "+66 81 234 5678")
        #expect(draft?.languages == ["en"])
        #expect(draft?.baseURL == "https://dive.example")
        for words in ["has no country code", "is not the tag of a", "is no whole web"] { #expect(said.contains(words), "\(said)") }
    }

    @Test(arguments: [
        ("Русский, english", ["ru", "en"]), ("русский и английский", ["ru", "en"]), ("ไทย", ["th"]), ("Deutsch und Klingon", ["ru"]), ("RU/EN", ["ru", "en"]),
        ("", ["ru"]),
    ])
    func `languages may be called by their names, and those of the name's letters are offered`(answer: String, tags: [String]?) throws {
        let (draft, said) = try interview(answers: ["Дайв", "+66 81 234 5678", answer, "", "", ""])
        #expect(draft?.languages == tags)
        #expect(said.contains("[ru]"))
    }

    @Test func `an address is understood as people say it`() throws {
        #expect(try interview(answers: ["Dive", "+66 81 234 5678", "", "", "dive.example"]).draft?.baseURL == "https://dive.example")
    }

    @Test func `what the flags say is not asked, and Enter takes what stands in brackets`() throws {
        let (draft, said) = try interview(["--name", "Dive", "--offer", "Course"], answers: ["+66 81 234 5678", "", ""])
        #expect(draft?.languages == ["en"])
        #expect(draft?.offers.map(\.title) == ["Course"])
        #expect(!said.contains("called?"))
        #expect(!said.contains("offer?"))
    }

    @Test(arguments: [[], ["Dive"], ["Dive", "+66 81 234 5678", "en", "Course"]])
    func `whoever ends the input gets nothing written`(answers: [String]) throws {
        let (draft, said) = try interview(answers: answers)
        #expect(draft == nil)
        #expect(said.hasSuffix("Stopped; nothing was written.\n"))
    }
}

import CommandLineKit
import Diagnostics
import PartnerCodes
import SiteBuild
import StarterSite

/// What a new site needs to know, from flags and, where somebody sits at a terminal, from answers.
struct Interview {
    private let invocation: Invocation
    private let workplace: Workplace
    private let keyboard: Keyboard?

    init(_ invocation: Invocation, _ workplace: Workplace, _ keyboard: Keyboard?) {
        self.invocation = invocation
        self.workplace = workplace
        self.keyboard = keyboard
    }

    /// The draft; nil after saying what is missing or wrong.
    func draft() -> SiteDraft? {
        let isComplete = invocation[InitCommand.name] != nil && invocation[InitCommand.phone] != nil
        if !isComplete, keyboard == nil { return refuseMissing() }
        if !isComplete {
            workplace.tell("A few questions; everything can be changed later. Enter alone takes what stands in brackets.")
        }
        var draft = SiteDraft(name: "?", phone: "+66812345678", languages: ["en"])
        let name = answer("What is your business called?", invocation[InitCommand.name], needed: true) { draft.name = $0; return draft }
        guard let name else { return nil }
        draft.name = name
        let whichNumber = "Its WhatsApp number, with the country code, such as +66 81 234 5678?"
        let phone = answer(whichNumber, invocation[InitCommand.phone], needed: true) { draft.phone = $0; return draft }
        guard let phone else { return nil }
        draft.phone = phone
        let usual = [Self.language(of: name)]
        let ready = SiteDraft.languagesWithTexts.joined(separator: ", ")
        let question = "In which languages do your customers read, the main one first? [\(usual[0])] (ready: \(ready))"
        let tags = answer(question, invocation[InitCommand.languages] ?? (isComplete ? "" : nil), needed: false) {
            draft.languages = Self.tags($0, usual)
            return draft
        }
        guard let tags else { return nil }
        draft.languages = Self.tags(tags, usual)
        guard let offers = readOffers(isComplete) else { return nil }
        draft.offers = offers
        draft.city = invocation[InitCommand.city]
        let whichAddress = "The address of your site, if you have one? [later]"
        let url = answer(whichAddress, invocation[InitCommand.url] ?? (isComplete ? "" : nil), needed: false) {
            draft.baseURL = Self.address($0)
            return draft
        }
        guard let url else { return nil }
        draft.baseURL = Self.address(url)
        return draft
    }

    /// Ids for offers: from their titles, made different.
    static func offers(_ titles: [String]) -> [SiteDraft.Offer] {
        var taken: Set<String> = []
        return titles.enumerated().map { number, title in
            var id = String((PartnerID.suggested(from: title)?.text ?? "offer-\(number + 1)").prefix(36))
            while !taken.insert(id).inserted { id += "-\(number + 1)" }
            return SiteDraft.Offer(id: id, title: title)
        }
    }

    /// The tags in `text`, which may name the languages in words: `ru, en`, `Русский и английский`.
    private static func tags(_ text: String, _ usual: [String]) -> [String] {
        let words = text.lowercased().split { ", ;/+&".contains($0) }.map(String.init)
        let tags = words.filter { !["and", "и", "und"].contains($0) }.map { Language(named: $0)?.tag ?? $0 }
        return tags.isEmpty ? usual : tags
    }

    /// The language that customers of a business of this name are likely to read, by its letters.
    private static func language(of name: String) -> String {
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0x0400...0x04FF: return "ru"
            case 0x0E00...0x0E7F: return "th"
            case 0x4E00...0x9FFF: return "zh"
            default: continue
            }
        }
        return "en"
    }

    /// The address as a site has it; one without `https://` before it, as people say it, gets that. nil for none.
    private static func address(_ text: String) -> String? {
        if text.isEmpty { return nil }
        let isBare = !text.contains("://") && text.contains(".") && !text.contains { $0.isWhitespace || $0 == "@" }
        return isBare ? "https://" + text : text
    }
}

private extension Interview {
    /// The flag's value, or what is answered to `question`, once `draft` with it has nothing wrong. A wrong answer is asked for again, a wrong
    /// flag ends the program.
    func answer(_ question: String, _ given: String?, needed: Bool, _ draft: (String) -> SiteDraft) -> String? {
        if let given {
            guard let problem = SiteCheck.problems(in: draft(given).siteFile()).first(where: { $0.severity == .error }) else { return given }
            _ = workplace.refuse(problem.message, hint: problem.hint ?? "write it otherwise")
            return nil
        }
        guard let keyboard else { return needed ? nil : "" }
        while let text = keyboard.answer(to: question, on: workplace.console) {
            if text.isEmpty, needed {
                workplace.tell("The site cannot do without it. Ctrl-C ends the questions, and nothing is written.")
                continue
            }
            guard let problem = SiteCheck.problems(in: draft(text).siteFile()).first(where: { $0.severity == .error }) else { return text }
            _ = workplace.refuse(problem.message, hint: problem.hint ?? "write it otherwise")
        }
        workplace.console.say("Stopped; nothing was written.")
        return nil
    }

    func readOffers(_ isComplete: Bool) -> [SiteDraft.Offer]? {
        var titles = invocation[InitCommand.offers]
        guard titles.isEmpty, !isComplete, let keyboard else { return Self.offers(titles) }
        while true {
            let question = titles.isEmpty ? "What do you offer? One thing, such as Airport transfer [nothing yet]" : "And what else? [that is all]"
            guard let title = keyboard.answer(to: question, on: workplace.console) else {
                workplace.console.say("Stopped; nothing was written.")
                return nil
            }
            if title.isEmpty { return Self.offers(titles) }
            titles.append(title)
        }
    }

    func refuseMissing() -> SiteDraft? {
        let missing = [(InitCommand.name, "--name \"Blue Dive\""), (InitCommand.phone, "--phone \"+66 81 234 5678\"")]
            .filter { invocation[$0.0] == nil }.map(\.1)
        let names = missing.map { "`\($0.prefix { $0 != " " })`" }.joined(separator: " and ")
        _ = workplace.refuse(
            "there is no terminal to ask at, and \(names) \(missing.count == 1 ? "is" : "are") not given",
            hint: "write `\(Workplace.programWords) init \(Workplace.typed(invocation[InitCommand.folder])) \(missing.joined(separator: " "))`")
        return nil
    }
}

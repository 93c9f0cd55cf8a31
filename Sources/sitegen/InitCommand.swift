import CommandLineKit
import Diagnostics
import Disk
import PartnerCodes
import SiteBuild
import StarterSite

/// `sitegen init FOLDER`: a whole new site, from flags or from answers.
enum InitCommand {
    static let folder = Argument(ValueReader<String>.folder("FOLDER"), summary: "The folder for the site; it is made")
    static let name = Option("name", .text("NAME"), summary: "The name of the business", fallback: "asked")
    static let phone = Option("phone", .text("NUMBER"), summary: "The WhatsApp number with the country code", fallback: "asked")
    static let languages = Option(
        "languages", .text("TAGS"), summary: "The languages of the pages, the first is the default: ru,en", fallback: "asked, or that of the name's letters")
    static let offers = Option(repeated: "offer", .text("TITLE"), summary: "Something that you offer; it gets a card with a button")
    static let city = Option("city", .text("CITY"), summary: "Where the business is")
    static let url = Option("url", .text("ADDRESS"), summary: "The address of the site, if you have one", fallback: "to be filled in later")
    static let spreadsheet = Option(flag: "spreadsheet", summary: "Also write partners/partners.csv for a spreadsheet, a row a partner")

    static let command = Command<Sitegen.Action>(
        "init", summary: "Begin a new site",
        discussion: """
            Writes site.json, templates/ and partners/ into a new or empty folder, with comments that say what to change. On a terminal it \
            asks for what the flags do not say. Nothing that is there is ever overwritten.
            """,
        examples: [
            Example("swift run sitegen init my-site", effect: "Answer a few questions"),
            Example(
                "swift run sitegen init my-site --name \"Blue Dive\" --phone \"+66 81 234 5678\" --languages ru,en --offer \"Open Water course\"",
                effect: "Without questions"),
        ],
        options: [name, phone, languages, offers, city, url, spreadsheet, SharedOptions.quiet],
        arguments: [folder],
        alsoTyped: ["start", "setup", "begin", "new-site", "initialise", "initialize"],
        action: Sitegen.Action(run: run))
}

private extension InitCommand {
    static func run(_ invocation: Invocation, _ workplace: Workplace) throws(FileError) -> RunStatus {
        let path = invocation[folder]
        // Before the questions: nobody likes to answer them for nothing.
        if let refusal = try refusal(of: path, workplace) { return refusal }
        let interview = Interview(invocation, workplace, Keyboard.ofProcess())
        guard let draft = interview.draft() else { return .couldNotRun }
        let disk = try make(path)
        let lock = try disk.lock(.root, seconds: 60, waiting: workplace.waiting)
        defer { withExtendedLifetime(lock) {} }
        // Somebody else may have begun here in the meantime.
        if let refusal = try refusal(of: path, workplace) { return refusal }
        for file in draft.files() where try disk.kind(of: file.path) == nil {
            if file.path == "site.json" { try writePartners(invocation, draft, disk) }
            try disk.replace(file.path, with: file.bytes)
        }
        workplace.console.writeForPrograms(path + "\n")
        workplace.tell(nextSteps(path, draft, invocation[spreadsheet]))
        return .done
    }

    static func writePartners(_ invocation: Invocation, _ draft: SiteDraft, _ disk: DiskFileSystem) throws(FileError) {
        if invocation[spreadsheet] {
            try disk.replace(PartnerSheet.path, with: PartnerSheet.bytes(languages: draft.languages))
        } else {
            _ = try disk.open(PartnerSheet.path.folder)
        }
    }

    /// Says why there can be no new site at `path`; nil where there can. Hidden files, such as git's, are not in the way, nor what a killed `init`
    /// has left.
    static func refusal(of path: String, _ workplace: Workplace) throws(FileError) -> RunStatus? {
        if let disk = try? DiskFileSystem(root: path) {  // Why it cannot be opened is looked for below.
            let names = (try disk.list(.root) ?? []).map(\.name).filter { !$0.hasPrefix(".") }
            if !names.isEmpty, try !InterruptedStart.isAll(of: disk) { return refuse(path, names, workplace) }
            return disk.isWritable ? nil : cannot("you may not write into `\(visible(path))`", elsewhere, workplace)
        }
        let (parent, name) = try Workplace.split(path)
        guard let around = try? DiskFileSystem(root: parent) else {
            let make = "mkdir -p \(Workplace.typed(parent))"
            return cannot(
                "there is no folder `\(visible(parent))` to make `\(visible(name.text))` in", "make it first with `\(make)`, or name another folder",
                workplace)
        }
        switch try around.kind(of: name) {
        case nil: return around.isWritable ? nil : cannot("you may not write into `\(visible(parent))`", elsewhere, workplace)
        case .file: return cannot("`\(visible(path))` is a file, and a site needs a folder", elsewhere, workplace)
        case .folder, .link, .other:
            _ = try DiskFileSystem(root: path)
            return nil
        }
    }

    static let elsewhere = "name a folder that is empty or not there yet, such as `my-site`"

    static func cannot(_ message: String, _ hint: String, _ workplace: Workplace) -> RunStatus {
        _ = workplace.refuse(message, hint: hint)
        return .couldNotRun
    }

    static func make(_ path: String) throws(FileError) -> DiskFileSystem {
        if let disk = try? DiskFileSystem(root: path) { return disk }  // Why it cannot be opened shows when it is made.
        let (parent, name) = try Workplace.split(path)
        _ = try DiskFileSystem(root: parent).open(name)
        return try DiskFileSystem(root: path)
    }

    static func refuse(_ path: String, _ names: [String], _ workplace: Workplace) -> RunStatus {
        let list = names.prefix(4).map { "`\(visible($0))`" }.joined(separator: ", ")
            + (names.count > 4 ? " and \(names.count - 4) more" : "")
        let shown = visible(path)
        if names.contains("site.json") {
            let look = "\(Workplace.programWords) serve" + (path == "." ? "" : " --root \(Workplace.typed(path))")
            return workplace.refuse(
                "`\(shown)` holds a site already: \(list)", hint: "name another folder, or work with the site that is there: `\(look)`")
        }
        let beside = path == "." ? "my-site" : path + (path.hasSuffix("/") ? "" : "/") + "site"
        return workplace.refuse(
            "`\(shown)` is not empty: there is \(list)", hint: "name a folder that is empty or not there yet, such as `\(visible(beside))`")
    }

    static func nextSteps(_ path: String, _ draft: SiteDraft, _ hasSheet: Bool) -> String {
        let start = Workplace.programWords
        let root = path == "." ? "" : " --root \(Workplace.typed(path))"
        let add = hasSheet
            ? "open partners/partners.csv in a spreadsheet, a row a partner, and save it as CSV (UTF-8)"
            : "add a partner, as many as you have:\n     \(start) new \"Hotel Sunrise\"\(root)"
        let foreign = draft.languages.filter { !SiteDraft.languagesWithTexts.contains($0) }.map { "`\(visible($0))`" }.joined(separator: ", ")
        let texts = foreign.isEmpty ? "" : "\nFor \(foreign) no texts come with the program: write them into site.json and templates/strings.json."
        let address = draft.baseURL == nil ? "\nBefore you print anything, set \"baseURL\" in site.json: the QR codes lead there." : ""
        return """
            A site for \(visible(draft.name)) is in \(visible(path))/. Next:
              1. \(add)
              2. look at it, and watch it change as you save:
                 \(start) serve\(root)
              3. open site.json and templates/, where comments say what is what\(texts)\(address)\n
            """
    }
}

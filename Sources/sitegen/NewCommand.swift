import CommandLineKit
import Diagnostics
import Disk
import PartnerCodes
import SiteBuild

/// `sitegen new NAME`: writes a partner's definition with comments.
enum NewCommand {
    static let name = Argument(ValueReader<String>.text("NAME"), summary: "The name that people know, in quotes if it has spaces")
    static let id = Option("id", .text("ID"), summary: "The id and the name of the file", fallback: "made from the name")
    static let code = Option("code", .text("CODE"), summary: "A code of your own choice: 4 to 12 letters and digits", fallback: "one is made")

    static let command = Command<Sitegen.Action>(
        "new", summary: "Add a partner",
        discussion: """
            Writes partners/ID.json with comments that say what can be changed. The code comes with the next build; one of your own \
            choice is checked at once against every code ever issued.
            """,
        examples: [
            Example("swift run sitegen new \"Hotel Sunrise\"", effect: "Write partners/hotel-sunrise.json"),
            Example("swift run sitegen new \"Hotel Sunrise\" --code SUNRISE5", effect: "The same with a code of your own choice"),
            Example("swift run sitegen new \"โรงแรมตะวัน\" --id tawan", effect: "Name the file yourself"),
        ],
        options: [code, id, SiteOptions.root, SharedOptions.quiet],
        arguments: [name],
        alsoTyped: ["add", "create", "partner", "add-partner", "new-partner"],
        action: Sitegen.Action(run: run))
}

private extension NewCommand {
    static func run(_ invocation: Invocation, _ workplace: Workplace) throws(FileError) -> RunStatus {
        let console = workplace.console
        let partnerName = invocation[name]
        let partner: PartnerID
        switch partnerID(invocation[id], for: partnerName) {
        case .success(let chosen): partner = chosen
        case .failure(let problem): return workplace.refuse(problem.message, hint: problem.hint)
        }
        let place = NewPartner(disk: workplace.disk)
        switch try place.write(partner, name: partnerName, code: invocation[code], today: Workplace.today, waiting: workplace.waiting) {
        case .unusable(let problem):
            return workplace.refuse(problem.message, hint: "give the partner another id: `--id \(partner)-1`")
        case .noSite:
            let start = Workplace.programWords
            return workplace.refuse(
                "there is no `site.json` here that can be read",
                hint: "go to the folder of your site, or name it with `--root`; "
                    + "`\(start) check` says what is wrong with it, `\(start) init my-site` begins a new one")
        case .taken(let path):
            return workplace.refuse("the id `\(partner)` is taken by `\(path)`", hint: "give the new partner another with `--id \(partner)-2`")
        case .codeRefused(let problem):
            return workplace.refuse(problem.message, hint: (problem.hint ?? "choose another code") + "; nothing was written")
        case .written(let placed):
            let path = workplace.shown(placed)
            console.writeForPrograms(path + "\n")
            let start = Workplace.programWords, root = workplace.rootOption
            let free = invocation[code] == nil ? "" : " The code is free, and the next build makes it this partner's for ever."
            workplace.tell("""
                Wrote \(visible(path)).\(free) Next:
                  1. open it and fill in the greeting, if there is one
                  2. see the page:
                     \(start) serve\(root)
                  3. build, upload public/, and send the partner the address that the build prints:
                     \(start) build\(root)\n
                """)
            return .done
        }
    }

    struct IDProblem: Error {
        let message: String
        let hint: String
    }

    static func partnerID(_ written: String?, for name: String) -> Result<PartnerID, IDProblem> {
        if let written {
            do throws(PartnerID.Flaw) {
                return .success(try PartnerID(written))
            } catch {
                return .failure(IDProblem(message: "`\(visible(written))` cannot be an id: it \(error.message)", hint: error.hint))
            }
        }
        if let suggested = PartnerID.suggested(from: name) { return .success(suggested) }
        return .failure(
            IDProblem(message: "no id can be made from `\(visible(name))`", hint: "give one in small Latin letters: `--id hotel-sunrise`"))
    }
}

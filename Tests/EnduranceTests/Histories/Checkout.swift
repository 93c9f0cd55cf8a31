import SiteBuild
import TestSupport

/// A partner as its owner defines it.
struct Definition: Equatable {
    var id: String
    var name: String
    var code: String?
    var slug: String?
    var status = "active"
    var isNew = false

    /// The folder that its page is to have.
    var folder: String { slug ?? id.replacing("_", with: "-") }
}

/// Where a partner is defined: a file of its own, or a row of the spreadsheet.
enum DefinitionPlace: Hashable, Comparable {
    /// By the file's name, which need not be the partner's id.
    case file(String)
    /// By the id.
    case row(String)
}

/// What was given to the world: on cards, in chats, on the business's own site. None of it may ever break.
struct Promises: Equatable {
    struct Pair: Hashable, Comparable {
        var name: String
        var partner: String
        static func < (left: Pair, right: Pair) -> Bool { (left.name, left.partner) < (right.name, right.partner) }
    }

    /// Codes and their owners.
    var codes: Set<Pair> = []
    /// Those that their owners were told to take back.
    var withdrawn: Set<Pair> = []
    /// Folders of pages and whose they are.
    var addresses: Set<Pair> = []
    /// What people put into `public/`.
    var foreignFiles: [String: String] = [:]

    mutating func formUnion(_ other: Promises) {
        withdrawn.formUnion(other.withdrawn)
        codes = codes.union(other.codes).subtracting(withdrawn)
        addresses.formUnion(other.addresses)
    }
}

/// One working copy of a site, on one machine.
struct Checkout {
    var disk = MemoryFileSystem()
    var definitions: [DefinitionPlace: Definition] = [:]
    var promises = Promises()
    var languages = ["ru"]
    /// Counts changes of the templates.
    var look = 0

    static let ledgerPath = "partners/codes.jsonl"
    private static let link = "<a href=\"{{whatsapp.href}}\">{{whatsapp.text}}</a>"

    /// The same on another machine.
    func copy(withOutput: Bool) -> Checkout {
        var copy = self
        copy.disk = disk.copy()
        if !withOutput {
            for path in copy.disk.contents.keys where path.hasPrefix("public/") || path.hasPrefix("manifest.json") { copy.disk[path] = nil }
            copy.promises.foreignFiles = [:]
        }
        return copy
    }

    /// Writes what people write: everything but the ledger and the output.
    func save() {
        for path in disk.contents.keys where path.hasPrefix("partners/") && path != Self.ledgerPath { disk[path] = nil }
        var sheet = ""
        for (place, definition) in definitions.sorted(by: { $0.key < $1.key }) {
            switch place {
            case .file(let name): disk["partners/\(name).json"] = definition.json(fileName: name)
            case .row: sheet += definition.row
            }
        }
        // Something has to stand in the folder, or it is none.
        disk["partners/list.csv"] = "id,name,code,slug,status,new\n" + sheet
        let list = languages.map { "\"\($0)\"" }.joined(separator: ", ")
        disk["site.json"] = """
            {"baseURL": "https://cars.example/", "business": {"name": "Cars", "phone": "+66 81 234 5678"}, "languages": [\(list)],
             "message": "Код: {{code}}. Hello!"}

            """
        for (name, link) in [("page", Self.link), ("home", Self.link), ("404", "")] {
            disk["templates/\(name).mustache"] = "<!doctype html><meta name=\"generator\" content=\"sitegen\"><p>\(look)</p>\(link)\n<!-- whole -->\n"
        }
    }
}

private extension Definition {
    func json(fileName: String) -> String {
        var members = ["\"name\": \"\(name)\""]
        if id != fileName { members.append("\"id\": \"\(id)\"") }
        if let code { members.append("\"code\": \"\(code)\"") }
        if let slug { members.append("\"slug\": \"\(slug)\"") }
        if status != "active" { members.append("\"status\": \"\(status)\"") }
        if isNew { members.append("\"new\": true") }
        return "{" + members.joined(separator: ", ") + "}\n"
    }

    var row: String { "\(id),\(name),\(code ?? ""),\(slug ?? ""),\(status),\(isNew ? "yes" : "")\n" }
}

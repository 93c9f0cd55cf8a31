import Diagnostics
import PartnerCodes
import SiteBuild
import TestSupport

/// What the owner does: changes from one day to the next, and what the programs' errors advise.
extension History {
    private static let names = [
        "sunrise", "sunset", "moon", "beach", "mango", "tiger", "lotus", "coral", "palm", "reef", "surf", "spa", "anna", "boris", "asha", "villa", "kata", "rawai", "old_bar", "cafe",
    ]
    /// Many of them are a slip or two apart.
    private static let codes = [
        "SUNRISE5", "SUNRISE6", "SUNRISE55", "MOON77", "MOON78", "BEACH", "BEACHES", "TIGER1", "TIGER12", "KTM482", "KTM483", "KTX482", "LOTUS", "CORAL99", "CORAL98",
        "PALMTREE", "REEF2024", "SPA4YOU", "ANNA", "ANNA1", "VILLA12", "MANGO", "TANGO",
    ]
    private static let slugs = ["sunrise", "moonlight", "beach-bar", "tiger", "spa", "old-bar", "guide-anna", "mango", "villa-12", "club"]

    /// A change that people make to what they wrote.
    mutating func edit(_ checkout: inout Checkout) {
        let places = checkout.definitions.keys.sorted()
        guard !places.isEmpty, !random.chance(22) else { return add(&checkout) }
        let place = random.pick(places)
        guard var definition = checkout.definitions[place] else { return }
        switch random.below(11) {
        case 0, 1:
            note("\(definition.id) is deleted")
            checkout.definitions[place] = nil
            return
        case 2:
            let name = random.pick(Self.names)
            guard case .file = place, checkout.definitions[.file(name)] == nil else { return }
            note("the file of \(definition.id) becomes \(name)")
            checkout.definitions[place] = nil
            definition.id = name
            definition.isNew = false
            checkout.definitions[.file(name)] = definition
            return
        case 3, 4: definition.code = random.chance(25) ? nil : random.pick(Self.codes)
        case 5, 6: definition.slug = random.chance(20) ? nil : random.pick(Self.slugs)
        case 7:
            note("\(definition.id) moves between file and spreadsheet")
            checkout.definitions[place] = nil
            if case .file = place { checkout.definitions[.row(definition.id)] = definition } else { checkout.definitions[.file(definition.id)] = definition }
            return
        case 8: definition.status = random.pick(["active", "paused", "retired"])
        case 9:
            if random.chance(50) { checkout.look += 1 } else { checkout.languages = checkout.languages.count == 1 ? ["ru", "en"] : ["ru"] }
            note("look \(checkout.look), \(checkout.languages.count) languages")
        default:
            let path = "public/" + random.pick(["CNAME", "sunrise/photo.jpg", "beach/menu.pdf", "moon/en/note.txt", "club/old.html"])
            checkout.disk[path] = "mine \(day)"
            checkout.promises.foreignFiles[path] = "mine \(day)"
            note("\(path) is put in")
        }
        if checkout.definitions[place] != definition { note("\(definition)") }
        checkout.definitions[place] = definition
    }

    private mutating func add(_ checkout: inout Checkout) {
        let id = random.pick(Self.names)
        if checkout.definitions.values.contains(where: { $0.id == id }) { return }
        let definition = Definition(
            id: id, name: "Name of \(id)", code: random.chance(35) ? random.pick(Self.codes) : nil, slug: random.chance(20) ? random.pick(Self.slugs) : nil)
        note("new: \(id) \(definition.code ?? "") \(definition.slug ?? "")")
        checkout.definitions[random.chance(70) ? .file(id) : .row(id)] = definition
    }

    /// Does what `error` advises; where it leaves a choice, either.
    mutating func answer(_ error: Diagnostic, in checkout: inout Checkout) throws {
        let words = error.message.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
        switch error.id {
        case "L001":
            let lines = (checkout.disk[Checkout.ledgerPath] ?? "").split(separator: "\n").filter { !["<<<<<<<", "=======", ">>>>>>>"].contains($0.prefix(7)) }
            checkout.disk[Checkout.ledgerPath] = lines.map { $0 + "\n" }.joined()
        case "L004": try withdraw(as: error.hint ?? "", in: &checkout)
        case "L010": answerRename(new: words[0], old: words[1], in: &checkout)
        case "L005", "L007", "L002": try recover(&checkout, after: error)
        case let id where id.hasPrefix("J") && error.location?.path == Checkout.ledgerPath: try recover(&checkout, after: error)
        case "L011" where error.message.hasPrefix("the slug"), "P021", "L011", "P003":
            // The advice names the partner; of two, the newer.
            let hinted = error.hint?.split(separator: "`").dropFirst().first.map(String.init)
            let named = checkout.definitions.filter { $0.value.folder == words[0] }.keys.sorted()
            let place = named.last { checkout.definitions[$0]?.id == hinted } ?? named.last
            guard let place else { throw Broken(what: "nobody has the slug that is wrong: \(error.message)") }
            checkout.definitions[place]?.slug = "\(words[0])-\(random.below(1_000))"
        case "C004", "C005":
            let place = checkout.definitions.keys.sorted().filter { checkout.definitions[$0]?.code == words[0] }.last
            guard let place else { throw Broken(what: "nobody has the code that is wrong: \(error.message)") }
            checkout.definitions[place]?.code = random.chance(60) ? nil : random.pick(Self.codes)
        case "P020":
            let places = checkout.definitions.keys.sorted().filter { checkout.definitions[$0]?.id == words[0] }
            checkout.definitions[random.pick(places)] = nil
        default: throw Broken(what: "an error that no owner caused: \(error.id) \(error.message)")
        }
    }
}

private extension History {
    mutating func answerRename(new: String, old: String, in checkout: inout Checkout) {
        guard let place = checkout.definitions.keys.sorted().first(where: { checkout.definitions[$0]?.id == new }), var definition = checkout.definitions[place] else { return }
        if random.chance(50) {
            checkout.definitions[place] = nil
            definition.id = old
            if case .row = place { checkout.definitions[.row(old)] = definition } else { checkout.definitions[place] = definition }
        } else {
            definition.isNew = true
            definition.slug = definition.slug.map { "\($0)-\(random.below(1_000))" }
            if definition.code != nil { definition.code = random.chance(50) ? nil : "NEW\(100 + random.below(900))\(10 + random.below(90))" }
            checkout.definitions[place] = definition
        }
    }

    mutating func withdraw(as hint: String, in checkout: inout Checkout) throws {
        let words = hint.split(separator: "sitegen codes withdraw ").dropFirst().first?.split(separator: "`").first?.split(separator: " ").map(String.init) ?? []
        guard words.count == 2, let code = PartnerCode(canonical: words[0]) else { throw Broken(what: "no advice: \(hint)") }
        var diagnostics: [Diagnostic] = []
        let tools = LedgerTools(disk: checkout.disk, output: checkout.disk, today: today)
        let outcome = try tools.withdraw(code, of: PartnerID(words[1]), waiting: {}, into: &diagnostics)
        guard outcome == .done else { throw Broken(what: "the advice does not work: \(words) \(String(describing: outcome)) \(diagnostics.map(\.message))") }
        count.withdrawals += 1
        let pair = Promises.Pair(name: words[0], partner: words[1])
        checkout.promises.codes.remove(pair)
        checkout.promises.withdrawn.insert(pair)
    }

    /// From the manifest, or from git first; a ledger of an older day is found out by the build, and mended by the manifest after all.
    mutating func recover(_ checkout: inout Checkout, after error: Diagnostic) throws {
        if random.chance(30), error.id != "L007", let commit = commits.last {
            checkout.disk[Checkout.ledgerPath] = commit.disk[Checkout.ledgerPath]
            note("the ledger comes back from git")
            return
        }
        var diagnostics: [Diagnostic] = []
        let tools = LedgerTools(disk: checkout.disk, output: checkout.disk, today: today)
        guard let recovered = try tools.recover(waiting: {}, into: &diagnostics) else {
            throw Broken(what: "nothing can be recovered: \(diagnostics.map(\.message))")
        }
        note("recovered \(recovered.map { "\($0.code) of \($0.partner)" })")
        count.recoveries += 1
    }
}

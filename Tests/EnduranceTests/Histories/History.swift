import Diagnostics
import Disk
import Manifest
import PartnerCodes
import SiteBuild
import TestSupport

/// Ten years of a site, made up from a seed: partners come, leave, return and are renamed, codes and addresses change, branches merge, machines
/// change, files are lost and recovered, builds are killed. Its owner answers what the programs say as they advise.
struct History {
    let seed: Int
    /// The working copy of the owner.
    var main = Checkout()
    /// What git has, the oldest first.
    var commits: [Checkout] = []
    /// Whether `public/` and `manifest.json` are in git.
    let commitsOutput: Bool
    var random: RandomSource
    private(set) var day = 0
    private(set) var log: [String] = []

    init(seed: Int) {
        self.seed = seed
        random = RandomSource(seed: seed)
        commitsOutput = random.chance(50)
    }

    /// Lives through `steps` steps, each of some changes and a build; what broke, and how it came to it. Nil if nothing did.
    static func problem(seed: Int, steps: Int, count: inout HistoryCount) throws -> String? {
        var history = History(seed: seed)
        do {
            for _ in 0..<steps {
                try history.step()
                count.steps += 1
            }
        } catch let broken as Broken {
            return "seed \(seed): \(broken.what)\n  " + history.log.suffix(12).joined(separator: "\n  ")
        }
        count.add(history.count)
        return nil
    }

    struct Broken: Error {
        let what: String
    }

    var count = HistoryCount()

    /// The day of the calendar: years of twelve months of 28 days are enough of one.
    var today: CivilDate {
        CivilDate(year: 2026 + day / 336, month: 1 + day / 28 % 12, day: 1 + day % 28) ?? .testDay
    }

    mutating func note(_ text: String) { log.append("\(today) \(text)") }

    mutating func step() throws {
        // Fifteen of them are ten years.
        day += random.below(450)
        if random.chance(12), !commits.isEmpty { try branchAndMerge() } else { try change() }
        if random.chance(60) { commits.append(main.copy(withOutput: commitsOutput)) }
    }
}

/// What was lived through.
struct HistoryCount: Sendable {
    var steps = 0
    var builds = 0
    var killed = 0
    var merges = 0
    var recoveries = 0
    var withdrawals = 0
    var refusals = 0

    mutating func add(_ other: HistoryCount) {
        builds += other.builds
        killed += other.killed
        merges += other.merges
        recoveries += other.recoveries
        withdrawals += other.withdrawals
        refusals += other.refusals
    }
}

private extension History {
    mutating func change() throws {
        for _ in 0...random.below(4) { onMain { $0.edit(&$1) } }
        if random.chance(8) { try loseSomething() }
        if random.chance(20) { try onMain { try $0.buildKilled(&$1) } }
        try onMain { try $0.settle(&$1) }
    }

    mutating func onMain(_ change: (inout History, inout Checkout) throws -> Void) rethrows {
        var checkout = main
        try change(&self, &checkout)
        main = checkout
    }

    /// A build that is stopped at a step of the disk; perhaps its owner changes the mind before the next.
    mutating func buildKilled(_ checkout: inout Checkout) throws {
        checkout.save()
        let steps = random.below(12)
        checkout.disk.failAfter(steps)
        defer { checkout.disk.failAfter(nil) }
        // Bad input stops it, too; and a disk that had more steps than it needed is a whole build.
        let report = try? builder(checkout).run(.build)
        if report != nil { return }
        note("killed after \(steps) steps")
        count.killed += 1
        checkout.disk.failAfter(nil)
        try keepPromisesOfPages(&checkout)
        if let problem = PromiseCheck(checkout: checkout).problemOfHalf() { throw Broken(what: "after a kill: \(problem)") }
        if random.chance(30) { edit(&checkout) }
    }

    /// What a killed build has published already.
    func keepPromisesOfPages(_ checkout: inout Checkout) throws {
        guard let ledger = LedgerFile.read(checkout.disk.contents[Checkout.ledgerPath] ?? []).0 else { throw Broken(what: "a kill damaged the ledger") }
        for (code, page) in PromiseCheck.publishedCodes(checkout.disk) {
            guard let owned = PartnerCode(canonical: code), let entry = ledger.entry(for: owned) else { throw Broken(what: "`\(page)` has `\(code)`, which the ledger lacks") }
            let folder = page.split(separator: "/").dropFirst().first.map(String.init) ?? ""
            if entry.withdrawn == nil { checkout.promises.codes.insert(.init(name: code, partner: entry.partner.text)) }
            checkout.promises.addresses.insert(.init(name: folder, partner: entry.partner.text))
        }
    }

    mutating func branchAndMerge() throws {
        // An old checkout, most often of the newest commit.
        var branch = commits[random.chance(60) ? commits.count - 1 : random.below(commits.count)].copy(withOutput: true)
        note("another machine begins")
        for _ in 0...random.below(3) {
            edit(&branch)
            if random.chance(15) { try buildKilled(&branch) }
            try settle(&branch)
        }
        if random.chance(40) {
            try onMain {
                $0.edit(&$1)
                try $0.settle(&$1)
            }
        }
        merge(branch)
        count.merges += 1
        try onMain { try $0.settle(&$1) }
    }

    /// As git merges, and as people mend what it cannot: files of either side, the lines of both ledgers.
    mutating func merge(_ branch: Checkout) {
        var definitions: [DefinitionPlace: Definition] = [:]
        for place in Set(main.definitions.keys).union(branch.definitions.keys).sorted() {
            let sides = [main.definitions[place], branch.definitions[place]].compactMap { $0 }
            if sides.count == 2 || random.chance(85) { definitions[place] = random.pick(sides) }
        }
        main.definitions = definitions
        var lines = (main.disk[Checkout.ledgerPath] ?? "").split(separator: "\n")
        for line in (branch.disk[Checkout.ledgerPath] ?? "").split(separator: "\n") where !lines.contains(line) { lines.append(line) }
        if random.chance(30) {
            lines.insert("<<<<<<< HEAD", at: 0)
            lines.insert("=======", at: 1 + random.below(lines.count))
            lines.append(">>>>>>> branch")
        }
        main.disk[Checkout.ledgerPath] = lines.map { $0 + "\n" }.joined()
        if commitsOutput {
            if random.chance(50) {
                main.disk["manifest.json"] = branch.disk["manifest.json"]
                main.languages = branch.languages
            }
            let takesTheirs = random.chance(50)
            for (path, bytes) in branch.disk.contents where path.hasPrefix("public/") && (takesTheirs || main.disk[path] == nil) { main.disk.put(bytes, at: path) }
            main.promises.foreignFiles.merge(branch.promises.foreignFiles) { takesTheirs ? $1 : $0 }
        }
        main.promises.formUnion(branch.promises)
        note("merged")
    }

    /// Something is deleted or damaged, but never the ledger and the manifest at once.
    mutating func loseSomething() throws {
        switch random.below(6) {
        case 0:
            note("public/ is lost")
            for path in main.disk.contents.keys where path.hasPrefix("public/") { main.disk[path] = nil }
            main.promises.foreignFiles = [:]
        case 1:
            note("manifest.json is lost")
            main.disk["manifest.json"] = nil
            main.disk["manifest.json.next"] = nil
        case 2:
            note("everything that was built is lost")
            for path in main.disk.contents.keys where path.hasPrefix("public/") || path.hasPrefix("manifest.json") { main.disk[path] = nil }
            main.promises.foreignFiles = [:]
        default: loseLedger()
        }
    }

    mutating func loseLedger() {
        guard main.disk["manifest.json"] != nil, let ledger = main.disk[Checkout.ledgerPath] else { return }
        switch random.below(4) {
        case 0:
            note("the ledger is lost")
            main.disk[Checkout.ledgerPath] = nil
        case 1:
            note("the ledger is emptied")
            main.disk[Checkout.ledgerPath] = ""
        case 2:
            note("the ledger is cut off")
            main.disk.put(Array(Array(ledger.utf8).prefix(random.below(ledger.utf8.count + 1))), at: Checkout.ledgerPath)
        default:
            guard let commit = commits.last else { return }
            note("the ledger of an older day is put back")
            main.disk[Checkout.ledgerPath] = (random.chance(50) ? commit : random.pick(commits)).disk[Checkout.ledgerPath]
        }
    }
}

extension History {
    func builder(_ checkout: Checkout) -> SiteBuilder { SiteBuilder.on(checkout.disk, today: today) }

    /// Builds, and does what the errors advise, until the site is built; then every promise has to hold.
    mutating func settle(_ checkout: inout Checkout) throws {
        checkout.save()
        var met: [String] = []
        for _ in 0..<40 {
            count.builds += 1
            let report = try builder(checkout).run(.build)
            if let result = report.result {
                for partner in result.partners {
                    for code in partner.codes { checkout.promises.codes.insert(.init(name: code.text, partner: partner.id.text)) }
                    for slug in partner.slugs { checkout.promises.addresses.insert(.init(name: slug.text, partner: partner.id.text)) }
                }
                if let problem = PromiseCheck(checkout: checkout).problem() { throw Broken(what: problem) }
                if random.chance(10), try !(builder(checkout).run(.build).result?.changedNothing ?? false) { throw Broken(what: "a second build changes something") }
                return
            }
            count.refusals += 1
            guard let error = report.diagnostics.first(where: { $0.severity == .error }) else { throw Broken(what: "no result and no error") }
            met.append("\(error.id) \(error.message)")
            note(met.last ?? "")
            try answer(error, in: &checkout)
            checkout.save()
        }
        throw Broken(what: "no advice helps:\n    " + met.suffix(6).joined(separator: "\n    "))
    }
}

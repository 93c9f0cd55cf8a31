import ByteText
import Diagnostics
package import Disk
import Manifest
import Mustache
import PartnerCodes

/// The whole build, from the files that people write to the site that customers see. Read this first.
///
/// load all → validate all → issue codes → write the ledger → write what changed → remove what is stale → manifest last.
/// With any error nothing is written. Killed at any point, the ledger knows every published code, each page is the old one or
/// the new, and the next build completes the work: `manifest.json.next` tells it what the killed one was writing. An output folder
/// that is not there yet appears with all that is in it; in a first build the partners' folders in it are made while codes are found.
package struct SiteBuilder: Sendable {
    /// How far a build goes.
    package enum Mode: Sendable {
        /// All but the writing.
        case check
        /// All but the writing, and what would change.
        case dryRun
        case build
    }

    /// The folder that holds `site.json`.
    let disk: any FileSystem
    /// Where `public/` and `manifest.json` stand; most often the same folder.
    let output: any FileSystem
    /// The output folder's name in there.
    let folder: SitePath
    /// The date for new lines of the ledger.
    let today: CivilDate
    /// Called now and then with how many of the partners are done.
    let progress: @Sendable (Int, Int) -> Void
    /// Called once if another build holds the lock.
    let waiting: @Sendable () -> Void

    /// The program's version: semantic versioning of what users see.
    package static let version = "0.1.0"

    /// Where the site stands unless its owner says otherwise.
    package static let usualFolder: SitePath = "public"

    package init(
        disk: any FileSystem, output: any FileSystem, folder: SitePath = usualFolder, today: CivilDate,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }, waiting: @escaping @Sendable () -> Void = {}
    ) {
        self.disk = disk
        self.output = output
        self.folder = folder
        self.today = today
        self.progress = progress
        self.waiting = waiting
    }

    /// Runs the build as far as `mode` says. Bad input is in the report; a machine that fails throws.
    package func run(_ mode: Mode) throws(FileError) -> BuildReport {
        // Others that look wait as well, or they would compare the ledger of before with the manifest of after; but they need no lock to be right
        // alone, so where there is none to be had they go on.
        let locks = mode == .build ? try lock() : (try? lock()) ?? []
        defer { withExtendedLifetime(locks) {} }
        var report = BuildReport()
        if var inputs = try load(into: &report.diagnostics),
           var decision = try decide(&inputs, mayBegin: mode == .build, into: &report.diagnostics) {
            report.result = try write(inputs.site, &decision, mode)
        }
        report.diagnostics = report.diagnostics.sortedForReading()
        return report
    }
}

extension SiteBuilder {
    /// What people wrote and what earlier builds left.
    struct Inputs {
        var site: SiteDefinition
        var partners: [PartnerDefinition]
        var templates: TemplateFolder
        var model: PageModel
        var kitModel: KitModel
        var library: TemplateLibrary
        var ledger: LedgerReading
        var manifests: PublishedManifests
    }

    /// What shall be.
    struct Decision {
        var issue: CodeIssue
        var plan: OutputPlan
        /// What earlier builds wrote and no one wants any more.
        var stale: [String]
        /// The ledger as it is written, in pieces; nil where it stands on the disk like that.
        var ledger: [[UInt8]]?
        /// What makes the manifest; nil where it is known to stand on the disk like that.
        var manifest: ManifestMaker?
        /// As it stands on the disk.
        var lastManifest: [UInt8]?
        /// Whether an earlier build was killed.
        var isAfterInterruption: Bool
        /// The output folder of a first build, begun while codes were issued, with a folder for each partner.
        var draft: (any FolderDraft)?
        /// Whether each partner's folder was there before.
        var existing: [Bool]
    }

    /// Reads and checks everything; nil after any error, and then the diagnostics hold all of them.
    func load(into diagnostics: inout [Diagnostic]) throws(FileError) -> Inputs? {
        guard let bytes = InputFile.read("site.json", disk, into: &diagnostics) else {
            if diagnostics.containsError { return nil }
            diagnostics.append(Diagnostic(
                "S000", .error, at: SourceLocation(path: SiteReader.path), "there is no `site.json` in this folder",
                hint: "go to the folder of your site, or name it: `sitegen build --root my-site`"))
            return nil
        }
        let (site, found) = SiteReader.read(bytes)
        diagnostics += found
        let templates = try TemplateFolder.read(disk, into: &diagnostics)
        var (lists, (codes, interface)) = bothAtOnce({ readLists(site) }, { (LedgerReading(disk), readInterface(templates, site)) })
        var (manifests, homeManifests) = (try lists.get().manifests, try lists.get().homeManifests)
        diagnostics += try lists.get().manifestProblems + codes.diagnostics + interface.problems
        guard let site else { return nil }
        let (partners, partnerProblems) = (try lists.get().partners, try lists.get().partnerProblems)
        // An offer that could not be read is no reason to blame the partners who have it.
        diagnostics += found.containsError ? partnerProblems.filter { $0.id != "P006" } : partnerProblems
        let pictures = try PictureLoader.load(disk, assets: templates.assets, site: site, partners: partners, into: &diagnostics)
        // With errors nothing is built, and what is wrong in the partners of the manifest is told as well.
        if manifests.head != nil, diagnostics.containsError { manifests.readLast(into: &diagnostics) }
        if manifests.head == nil { try compare(codes, with: manifests, homeManifests, partners, into: &diagnostics) }
        guard !diagnostics.containsError, codes.ledger != nil else { return nil }
        if manifests.head == nil { codes.keepAddresses(of: manifests.all + (homeManifests?.all ?? [])) }
        let records = PageRecords(site: site, shapes: interface.shapes, pictures: pictures)
        let strings = interface.strings
        let model = PageModel(SharedPage(records: records, strings: strings, inlined: InlinedFiles(templates, theme: site.theme, isKit: false)))
        let kitModel = KitModel(SharedPage(records: records, strings: strings, inlined: InlinedFiles(templates, theme: site.theme, isKit: true)))
        return Inputs(
            site: site, partners: partners, templates: templates, model: model, kitModel: kitModel, library: interface.library, ledger: codes,
            manifests: manifests)
    }

    /// Issues codes and plans the output; nil when a rule of the ledger or a foreign file stands in the way. The long lists of `inputs`
    /// are used up, so that their room is free when pages are written. `mayBegin`: in a first build the output folder is begun, as a draft.
    func decide(_ inputs: inout Inputs, mayBegin: Bool, into diagnostics: inout [Diagnostic]) throws(FileError) -> Decision? {
        if let head = inputs.manifests.head {
            if let decision = decideAsBefore(&inputs, head) { return decision }
            inputs.manifests.readLast(into: &diagnostics)
            try compare(inputs.ledger, with: inputs.manifests, nil, inputs.partners, into: &diagnostics)
            if diagnostics.containsError { return nil }
            inputs.ledger.keepAddresses(of: inputs.manifests.all)
        }
        let (partners, ledger, manifests) = (inputs.partners, inputs.ledger, inputs.manifests)
        (inputs.partners, inputs.manifests) = ([], PublishedManifests())
        let isFirst = mayBegin ? try isFirstBuild(ledger, manifests) : false
        let (issuing, (owned, standing)) = bothAtOnce(
            { issueCodes(partners, on: ledger, isFirst: isFirst) }, { (OwnedFiles(manifests.all), StandingOutput.list(output, folder)) })
        diagnostics += issuing.problems
        let draft = try issuing.draft?.get()
        guard let issue = issuing.issue else { return nil }
        let plan = try plan(for: issue, inputs, owned)
        let check = ConflictCheck(plan: plan, owned: owned, manifests: manifests.all, disk: output, folder: folder, standing: try standing.get())
        let site = inputs.site
        let (finding, (manifest, stale)) = bothAtOnce(
            { check.result() },
            {
                let manifest = ManifestMaker(site: site, plan: plan, folder: folder, earlier: manifests.all, ledger: issue.ledger)
                return (manifest, owned.stale(comparedWith: plan))
            })
        diagnostics += try finding.get().diagnostics
        guard !diagnostics.containsError else { return nil }
        return Decision(
            issue: issue, plan: plan, stale: stale, ledger: ledger.pieces(of: issue.ledger), manifest: manifest,
            lastManifest: manifests.lastBytes,
            isAfterInterruption: manifests.interrupted != nil, draft: draft, existing: try finding.get().existing)
    }

    /// The same where the manifest comes out as it stands on the disk, with `head`; nil otherwise, also where a file cannot be read, and nothing is
    /// used up or told. Then whatever earlier builds published is published again: no code of it can be missing, no file of it be in nobody's
    /// plan, and the partners in it need not be read.
    func decideAsBefore(_ inputs: inout Inputs, _ head: Manifest) -> Decision? {
        let (issuer, problems) = CodeIssuer.checked(inputs.partners, on: inputs.ledger, today: today)
        guard let issuer, issuer.isSettled, problems.isEmpty else { return nil }
        let (issue, listing) = bothAtOnce({ issuer.issue() }, { StandingOutput.list(output, folder) })
        guard case .success(let standing) = listing, let plan = try? plan(for: issue, inputs, OwnedFiles([head])) else { return nil }
        let maker = ManifestMaker(site: inputs.site, plan: plan, folder: folder, earlier: [head], ledger: issue.ledger)
        let check = ConflictCheck(plan: plan, owned: OwnedFiles(allOf: plan), manifests: [], disk: output, folder: folder, standing: standing)
        let (pieces, result) = bothAtOnce({ maker.pieces() }, { check.result() })
        guard (inputs.manifests.lastBytes ?? []).hasSameBytes(as: pieces), case .success(let finding) = result, finding.diagnostics.isEmpty else {
            return nil
        }
        (inputs.partners, inputs.manifests) = ([], PublishedManifests())
        return Decision(
            issue: issue, plan: plan, stale: [], ledger: inputs.ledger.pieces(of: issue.ledger), isAfterInterruption: false,
            existing: finding.existing)
    }

    /// Writes in the order that makes a kill harmless. Of `decision` goes what is written.
    func write(_ site: SiteDefinition, _ decision: inout Decision, _ mode: Mode) throws(FileError) -> BuildReport.Result {
        let isBuild = mode == .build
        let ledgerChanged = decision.ledger != nil
        if isBuild, let ledger = decision.ledger.take() { try disk.replace(LedgerFile.path, with: ledger) }
        // Written, and asked no more: its room is for the manifest.
        decision.issue.ledger = Ledger()

        let writer = SiteWriter(
            plan: decision.plan, disk: output, folder: folder, draft: decision.draft, existing: decision.existing, isDryRun: !isBuild,
            progress: progress)
        var tally = FileTally()
        if isBuild, decision.isAfterInterruption { try writer.remove(decision.stale, into: &tally) }
        let manifestChanged = try announceManifest(&decision, isBuild)

        if mode != .check { tally.add(try writer.write()) }
        try writer.remove(decision.stale, into: &tally)
        if isBuild { try finishManifest(manifestChanged, decision.isAfterInterruption) }
        return BuildReport.Result(
            site: site, partners: decision.issue.partners, newCodes: decision.issue.newCodes, retired: decision.issue.retired,
            returned: decision.issue.returned, pageCount: decision.plan.pageCount, hasKits: !decision.plan.partnerFiles.kit.isEmpty, files: tally,
            ledgerChanged: ledgerChanged, manifestChanged: manifestChanged)
    }
}

private extension SiteBuilder {
    /// Compares `codes` with what earlier builds published, here and at home. After any error the codes are checked that `partners` ask for, too:
    /// they are issued no more, and all that is wrong is told in one run.
    func compare(
        _ codes: LedgerReading, with manifests: PublishedManifests, _ homeManifests: PublishedManifests?, _ partners: [PartnerDefinition],
        into diagnostics: inout [Diagnostic]
    ) throws(FileError) {
        guard let ledger = codes.ledger else { return }
        if !diagnostics.contains(where: { $0.location?.path == PublishedManifests.path.text }) {
            var places = [(output, folder, manifests.all)]
            if let homeManifests { places.append((disk, Self.usualFolder, homeManifests.all)) }
            for (disk, folder, published) in places {
                let check = PublishedCheck(ledger: ledger, isMissing: !codes.isThere, disk: disk, folder: folder)
                for problem in try check.problems(published) where !diagnostics.contains(problem) { diagnostics.append(problem) }
            }
        }
        if diagnostics.containsError { diagnostics += CodeIssuer.problemsOfChosenCodes(partners, ledger: ledger, today: today) }
    }

    /// What pages say around the site's own content, ready to be rendered.
    struct Interface: Sendable {
        var shapes: PageShapes
        var strings: PageStrings
        var library: TemplateLibrary
        var problems: [Diagnostic]
    }

    func readInterface(_ templates: TemplateFolder, _ site: SiteDefinition?) -> Interface {
        var (strings, problems) = PageStrings.read(templates.strings, isUsed: templates.mentionStrings, languages: site?.languages ?? [])
        let shapes = PageShapes(stringKeys: strings.keys)
        // Without the interface texts every mention of one would be an error of its own.
        let library = TemplateCheck.compile(templates, shapes, stringsAreWhole: !problems.containsError, into: &problems)
        return Interface(shapes: shapes, strings: strings, library: library, problems: problems)
    }

    /// The long lists beside the ledger: who is to be published, and who was.
    struct Lists: Sendable {
        var partners: [PartnerDefinition] = []
        var partnerProblems: [Diagnostic] = []
        var manifests = PublishedManifests()
        var manifestProblems: [Diagnostic] = []
        /// Those of the usual place, where the output is another: a site built elsewhere has most often been built at home before.
        var homeManifests: PublishedManifests?
    }

    func readLists(_ site: SiteDefinition?) -> Result<Lists, FileError> {
        var lists = Lists()
        do throws(FileError) {
            lists.manifests = try PublishedManifests.open(output, into: &lists.manifestProblems)
            if (output as AnyObject) !== (disk as AnyObject) {
                var ignored: [Diagnostic] = []
                lists.homeManifests = try PublishedManifests.read(disk, into: &ignored)
            }
            if let site { lists.partners = try PartnerLoader.load(disk, site: site, into: &lists.partnerProblems) }
            if site != nil, lists.homeManifests == nil {
                lists.manifests.readLastOrHead(forPartners: lists.partners.count, into: &lists.manifestProblems)
            } else {
                lists.manifests.readLast(into: &lists.manifestProblems)
            }
            return .success(lists)
        } catch {
            return .failure(error)
        }
    }

    /// The ledger's lock, and then that of the place where the site stands: another working copy may be built to the same place.
    func lock() throws(FileError) -> [any FileLock] {
        var locks: [any FileLock] = []
        if try disk.kind(of: PartnerLoader.path) == .folder {
            locks.append(try disk.lock(PartnerLoader.path, seconds: LedgerTools.patience, waiting: waiting))
        }
        locks.append(try output.lock(.root, seconds: LedgerTools.patience, waiting: waiting))
        return locks
    }

    /// Whether nothing was built from here before, and nothing stands in the output folder's place.
    func isFirstBuild(_ ledger: LedgerReading, _ manifests: PublishedManifests) throws(FileError) -> Bool {
        guard let ledger = ledger.ledger, ledger.isEmpty, manifests.all.isEmpty else { return false }
        return try output.kind(of: folder) == nil
    }

    /// What issuing codes came to.
    struct Issuing: Sendable {
        /// Nil when a rule stands in the way.
        var issue: CodeIssue?
        var draft: Result<any FolderDraft, FileError>?
        var problems: [Diagnostic]
    }

    /// Issues codes. In a first build, which nothing stands in the way of once its partners are checked, the output folder is begun meanwhile.
    func issueCodes(_ partners: [PartnerDefinition], on ledger: LedgerReading, isFirst: Bool) -> Issuing {
        let (issuer, problems) = CodeIssuer.checked(partners, on: ledger, today: today)
        guard let issuer else { return Issuing(problems: problems) }
        if !isFirst { return Issuing(issue: issuer.issue(), problems: problems) }
        let (issue, draft) = bothAtOnce({ issuer.issue() }, { beginOutput(partners) })
        return Issuing(issue: issue, draft: draft, problems: problems)
    }

    /// A draft of the output folder with a folder for each of `partners`. They are empty: no page comes before its code is in the ledger.
    func beginOutput(_ partners: [PartnerDefinition]) -> Result<any FolderDraft, FileError> {
        do throws(FileError) {
            let draft = try output.draft(of: folder)
            let open = try draft.open()
            for partner in partners { try open.makeFolder(.root.appending(partner.slug.text)) }
            return .success(draft)
        } catch {
            return .failure(error)
        }
    }

    /// The output for what `issue` came to.
    func plan(for issue: CodeIssue, _ inputs: Inputs, _ owned: OwnedFiles) throws(FileError) -> OutputPlan {
        let renderer = SiteRenderer(site: inputs.site, library: inputs.library, model: inputs.model, kitModel: inputs.kitModel)
        var siteFolders = renderer.businessPages() + (try assetFolders(inputs.templates))
        if try RobotsFile.isOurs(owned, output, folder) { siteFolders[0].files.append(RobotsFile.file) }
        return OutputPlan(siteFolders: siteFolders, partners: issue.partners, renderer: renderer)
    }

    func assetFolders(_ templates: TemplateFolder) throws(FileError) -> [OutputFolder] {
        var folders: [OutputFolder] = []
        for asset in templates.assets {
            guard let source = SitePath("templates/assets/" + asset.text), let bytes = try disk.read(source) else { continue }
            let path = OutputFolder.join("assets", asset.folder.text)
            let file = FileUpdate(.root.appending(asset.name), bytes)
            if folders.last?.path == path { folders[folders.count - 1].files.append(file) } else { folders.append(OutputFolder(path, [file])) }
        }
        return folders
    }

    /// Writes the manifest under its first name, unless it is the one on the disk; whether it differs.
    func announceManifest(_ decision: inout Decision, _ isBuild: Bool) throws(FileError) -> Bool {
        guard let pieces = decision.manifest?.pieces() else { return false }
        if (decision.lastManifest.take() ?? []).hasSameBytes(as: pieces) { return false }
        if isBuild { try output.replace(PublishedManifests.nextPath, with: pieces) }
        return true
    }

    func finishManifest(_ changed: Bool, _ isAfterInterruption: Bool) throws(FileError) {
        if changed {
            try output.rename(PublishedManifests.nextPath, to: FileName(PublishedManifests.path.name))
        } else if isAfterInterruption {
            try output.remove(PublishedManifests.nextPath)
        }
    }
}

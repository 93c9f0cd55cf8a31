import Disk
import Dispatch
import Synchronization

/// Brings the output folder to what the plan says: writes what differs, leaves the rest untouched, removes what is stale.
struct SiteWriter {
    let plan: OutputPlan
    let disk: any FileSystem
    /// The output folder.
    let folder: SitePath
    /// The output folder of a first build, begun while codes were issued, with a folder for each partner.
    let draft: (any FolderDraft)?
    /// Whether each partner's folder was there before.
    let existing: [Bool]
    /// Whether to compare only.
    let isDryRun: Bool
    /// Called now and then with how many of the partners are done.
    let progress: @Sendable (Int, Int) -> Void

    /// Writes everything; the first failure stops it. An output folder that is not there yet appears when it is whole.
    func write() throws(FileError) -> FileTally {
        if isDryRun { return try write(opening: nil) }
        if draft == nil, try disk.kind(of: folder) != nil { return try write { () throws(FileError) in try disk.open(folder) } }
        let draft = if let draft { draft } else { try disk.draft(of: folder) }
        let tally = try write { () throws(FileError) in try draft.open() }
        try draft.publish()
        return tally
    }

    /// Removes the `stale` files, and folders that become empty.
    func remove(_ stale: [String], into tally: inout FileTally) throws(FileError) {
        for path in stale {
            guard let place = SitePath(OutputFolder.join(folder.text, path)) else { continue }
            let kind = try disk.kind(of: place)
            // One that is missing may have left empty folders: the build that removed it was killed before it came to them.
            guard kind == .file || kind == nil else { continue }
            if !isDryRun { try disk.remove(place) }
            if kind == .file { tally.removed += 1 }
        }
    }
}

private extension SiteWriter {
    /// Opens the output folder, for the thread that asks.
    typealias FolderOpening = @Sendable () throws(FileError) -> any OpenFolder

    struct State: Sendable {
        var tallies: [FileTally]
        var failure: FileError?
        var done = 0
    }

    /// How many partners a core takes at a time: few enough that all cores end together.
    static let portion = 128

    /// Writes the business's files, then all partners' on every core; `opening` is nil when all is only to be compared.
    func write(opening: FolderOpening?) throws(FileError) -> FileTally {
        var tally = FileTally()
        let open = try opening?()
        for folder in plan.siteFolders {
            guard let place = folder.path.isEmpty ? .root : SitePath(folder.path) else { preconditionFailure("no path: \(folder.path)") }
            try write(folder.files, in: place, isNew: false, to: open, into: &tally)
        }
        let count = plan.partners.count
        let portion = max(1, min(Self.portion, count / (2 * processorCount())))
        let portions = (count + portion - 1) / portion
        let state = Mutex(State(tallies: Array(repeating: FileTally(), count: portions)))
        DispatchQueue.concurrentPerform(iterations: portions) { number in
            if state.withLock({ $0.failure != nil }) { return }
            let range = number * portion..<min((number + 1) * portion, count)
            do throws(FileError) {
                let own = try writePartners(range, in: opening?())
                let done = state.withLock { state in
                    state.tallies[number] = own
                    state.done += range.count
                    return state.done
                }
                progress(done, count)
            } catch {
                state.withLock { $0.failure = $0.failure ?? error }
            }
        }
        return try state.withLock { state throws(FileError) in
            if let failure = state.failure { throw failure }
            for own in state.tallies { tally.add(own) }
            return tally
        }
    }

    /// Writes the pages of the partners of `range` in each folder that they have or had, and their kits in the one that they have.
    func writePartners(_ range: Range<Int>, in open: (any OpenFolder)?) throws(FileError) -> FileTally {
        var tally = FileTally()
        for number in range {
            let partner = plan.partners[number]
            let pages = plan.renderer.pages(of: partner)
            let kit = plan.renderer.kit(of: partner)
            try write(kit.isEmpty ? pages : pages + kit, in: .root.appending(partner.slug.text), isNew: draft == nil && !existing[number], to: open, into: &tally)
            for slug in partner.earlierSlugs { try write(pages, in: .root.appending(slug.text), isNew: false, to: open, into: &tally) }
        }
        return tally
    }

    func write(
        _ files: [FileUpdate], in place: SitePath, isNew: Bool, to open: (any OpenFolder)?, into tally: inout FileTally
    ) throws(FileError) {
        let outcomes = if let open {
            try open.update(files, in: place, isNew: isNew)
        } else {
            try disk.compare(files, in: folder.appending(place))
        }
        for (file, outcome) in zip(files, outcomes) { tally.count(outcome, place.appending(file.path).text) }
    }
}

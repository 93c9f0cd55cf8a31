import Disk
import Dispatch
import Synchronization

/// Brings the output folder to what the plan says: writes what differs, leaves the rest untouched, removes what is stale.
struct SiteWriter {
    let plan: OutputPlan
    let disk: any FileSystem
    /// The output folder.
    let folder: SitePath
    /// Whether to compare only.
    let isDryRun: Bool
    /// Called now and then with how many of the partners are done.
    let progress: @Sendable (Int, Int) -> Void

    /// Writes the business's files, then all partners' on every core. The first failure stops it.
    func write() throws(FileError) -> FileTally {
        var tally = FileTally()
        let open = try openFolder()
        for folder in plan.siteFolders { try write(folder, to: open, into: &tally) }
        let partners = plan.partners
        let workers = max(1, min(processorCount(), partners.count / 16))
        let state = Mutex(State(tallies: Array(repeating: FileTally(), count: workers)))
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            let range = partners.count * worker / workers..<partners.count * (worker + 1) / workers
            var own = FileTally()
            var done = 0
            var open: (any OpenFolder)?
            for partner in partners[range] {
                do throws(FileError) {
                    if open == nil { open = try openFolder() }
                    for folder in plan.renderer.pages(of: partner) { try write(folder, to: open, into: &own) }
                } catch {
                    state.withLock { $0.failure = $0.failure ?? error }
                }
                done += 1
                if done % 64 == 0 {
                    let (stop, total) = state.withLock { state in
                        state.done += 64
                        return (state.failure != nil, state.done)
                    }
                    if stop { return }
                    progress(total, partners.count)
                }
            }
            state.withLock { $0.tallies[worker] = own }
        }
        return try state.withLock { state throws(FileError) in
            if let failure = state.failure { throw failure }
            for own in state.tallies { tally.add(own) }
            return tally
        }
    }

    /// Removes the `stale` files, and folders that become empty.
    func remove(_ stale: [String], into tally: inout FileTally) throws(FileError) {
        for path in stale {
            guard let place = SitePath(OutputFolder.join(folder.text, path)), try disk.kind(of: place) == .file else { continue }
            if !isDryRun { try disk.remove(place) }
            tally.removed += 1
        }
    }
}

private extension SiteWriter {
    struct State: Sendable {
        var tallies: [FileTally]
        var failure: FileError?
        var done = 0
    }

    /// The output folder, kept open for a worker; nil when nothing is to be written.
    func openFolder() throws(FileError) -> (any OpenFolder)? {
        isDryRun ? nil : try disk.open(folder)
    }

    func write(_ output: OutputFolder, to open: (any OpenFolder)?, into tally: inout FileTally) throws(FileError) {
        guard let place = output.path.isEmpty ? .root : SitePath(output.path) else {
            preconditionFailure("the plan names a path that is none: \(output.path)")
        }
        let outcomes = if let open {
            try open.update(output.files, in: place)
        } else {
            try disk.compare(output.files, in: folder.appending(place))
        }
        for (file, outcome) in zip(output.files, outcomes) {
            tally.count(outcome, OutputFolder.join(output.path, file.name.text))
        }
    }
}

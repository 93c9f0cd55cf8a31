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
        for folder in plan.siteFolders { try write(folder, into: &tally) }
        let partners = plan.partners
        let workers = max(1, min(processorCount(), partners.count / 16))
        let state = Mutex(State(tallies: Array(repeating: FileTally(), count: workers)))
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            let range = partners.count * worker / workers..<partners.count * (worker + 1) / workers
            var own = FileTally()
            var done = 0
            for partner in partners[range] {
                do throws(FileError) {
                    for folder in plan.renderer.pages(of: partner) { try write(folder, into: &own) }
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

    func write(_ output: OutputFolder, into tally: inout FileTally) throws(FileError) {
        guard let place = output.path.isEmpty ? folder : SitePath(OutputFolder.join(folder.text, output.path)) else {
            preconditionFailure("the plan names a path that is none: \(output.path)")
        }
        let outcomes = isDryRun ? try disk.compare(output.files, in: place) : try disk.update(output.files, in: place)
        for (file, outcome) in zip(output.files, outcomes) {
            tally.count(outcome, OutputFolder.join(output.path, file.name.text))
        }
    }
}

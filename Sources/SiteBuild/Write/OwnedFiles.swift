import Manifest

/// Which files of the output earlier builds wrote, as their manifests tell: only these are ever replaced or removed.
struct OwnedFiles: Sendable {
    private(set) var siteFiles: Set<String> = []
    /// By partner folder: the number of the names below it.
    private var folders: FolderTable<Int32>
    /// Most folders hold the same names.
    private var lists: [Set<String>] = []

    /// What `manifests` list: the last build's, and that of a build that was killed before it was done.
    init(_ manifests: [Manifest]) {
        var lists: [Set<String>] = []
        func number(of names: Set<String>) -> Int32 {
            if let known = lists.firstIndex(of: names) { return Int32(known) }
            lists.append(names)
            return Int32(lists.count - 1)
        }
        var rows: [(name: String, value: Int32)] = []
        for manifest in manifests {
            siteFiles.formUnion(manifest.files)
            let common = number(of: Set(manifest.partnerFiles))
            let partners = manifest.partners
            rows.reserveCapacity(rows.count + partners.count)
            // By place, so that no partner is copied.
            for place in partners.indices {
                let own = partners[place].files.map { number(of: Set($0)) } ?? common
                rows.append((partners[place].slug, own))
                if partners[place].earlierSlugs.isEmpty { continue }
                let pages = number(of: lists[Int(own)].filter { !$0.hasPrefix(PartnerFiles.inKit("")) })
                for slug in partners[place].earlierSlugs { rows.append((slug, pages)) }
            }
        }
        folders = FolderTable(rows)
        self.lists = lists
    }

    /// All that is in `plan`: what a build wrote that planned the same.
    init(allOf plan: OutputPlan) {
        siteFiles = Set(plan.siteFolders.flatMap(\.filePaths))
        lists = plan.partnerFiles.kit.isEmpty ? [plan.partnerFiles.all] : [plan.partnerFiles.all, plan.partnerFiles.withoutKit]
        let withoutKit = Int32(lists.count - 1)
        folders = FolderTable(plan.partnerFolders.rows.map { ($0.name, $0.value.hasKit ? 0 : withoutKit) })
    }

    /// Whether `path`, relative to the output folder, was written by a build.
    func contains(_ path: String) -> Bool {
        if siteFiles.contains(path) { return true }
        guard let slash = path.firstIndex(of: "/") else { return false }
        let name = String(path[path.index(after: slash)...])
        var hint = 0
        return lists(of: String(path[..<slash]), near: &hint).contains { lists[Int($0)].contains(name) }
    }

    /// The number of the list that is `names`; nil where no folder has just these.
    func number(of names: Set<String>) -> Int32? { lists.firstIndex(of: names).map(Int32.init) }

    /// Whether all of `names` in the partner folder `folder` were; `number` is that of their list. `hint` is where the folder may stand, and then
    /// where it stands.
    func contains(all names: Set<String>, _ number: Int32?, in folder: String, near hint: inout Int) -> Bool {
        let own = lists(of: folder, near: &hint)
        if let number, own.contains(number) { return true }
        return names.allSatisfy { name in own.contains { lists[Int($0)].contains(name) } }
    }

    /// The paths that are not in `plan` any more, sorted.
    func stale(comparedWith plan: OutputPlan) -> [String] {
        let planned = Set(plan.siteFolders.flatMap(\.filePaths))
        var stale = siteFiles.filter { !planned.contains($0) && !plan.partnerOwns($0) }
        let (whole, withoutKit) = (number(of: plan.partnerFiles.all), number(of: plan.partnerFiles.withoutKit))
        var hint = 0
        for (slug, list) in folders.rows {
            let folder = plan.folder(slug, near: &hint)
            if let folder, list == (folder.hasKit ? whole : withoutKit) { continue }
            let current = folder.map { plan.files(in: $0) } ?? []
            for name in lists[Int(list)] where !current.contains(name) {
                let path = OutputFolder.join(slug, name)
                if !planned.contains(path) { stale.insert(path) }
            }
        }
        return stale.sorted()
    }

    /// The lists of names that manifests have for `folder`.
    private func lists(of folder: String, near hint: inout Int) -> some Collection<Int32> {
        let first = folders.place(of: folder, near: hint)
        hint = first ?? hint
        return folders.rows[(first ?? folders.rows.count)...].lazy.prefix { $0.name == folder }.map(\.value)
    }
}

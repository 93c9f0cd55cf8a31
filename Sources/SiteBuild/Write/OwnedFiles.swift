import Manifest

/// Which files of the output earlier builds wrote, as their manifests tell: only these are ever replaced or removed.
struct OwnedFiles {
    private(set) var siteFiles: Set<String> = []
    /// By partner folder: the names below it.
    private(set) var partnerFiles: [String: Set<String>] = [:]

    /// What `manifests` list: the last build's, and that of a build that was killed before it was done.
    init(_ manifests: [Manifest]) {
        for manifest in manifests {
            siteFiles.formUnion(manifest.files)
            let common = Set(manifest.partnerFiles)
            for partner in manifest.partners {
                let names = partner.files.map(Set.init) ?? common
                add(names, in: partner.slug)
                if !partner.earlierSlugs.isEmpty {
                    let pages = names.filter { !$0.hasPrefix(PartnerFiles.inKit("")) }
                    for slug in partner.earlierSlugs { add(pages, in: slug) }
                }
            }
        }
    }

    /// Whether `path`, relative to the output folder, was written by a build.
    func contains(_ path: String) -> Bool {
        if siteFiles.contains(path) { return true }
        guard let slash = path.firstIndex(of: "/") else { return false }
        return partnerFiles[String(path[..<slash])]?.contains(String(path[path.index(after: slash)...])) ?? false
    }

    /// The paths that are not in `plan` any more, sorted.
    func stale(comparedWith plan: OutputPlan) -> [String] {
        let planned = Set(plan.siteFolders.flatMap(\.filePaths))
        var stale = siteFiles.filter { !planned.contains($0) && !plan.partnerOwns($0) }
        for (slug, names) in partnerFiles {
            let current = plan.files(in: slug)
            if names == current { continue }
            for name in names where !current.contains(name) {
                let path = OutputFolder.join(slug, name)
                if !planned.contains(path) { stale.insert(path) }
            }
        }
        return stale.sorted()
    }
}

private extension OwnedFiles {
    /// Most folders hold the same names, and then share one set.
    mutating func add(_ names: Set<String>, in slug: String) {
        guard let known = partnerFiles[slug] else {
            partnerFiles[slug] = names
            return
        }
        if !known.isSuperset(of: names) { partnerFiles[slug]?.formUnion(names) }
    }
}

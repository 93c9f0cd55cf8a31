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
                for slug in [partner.slug] + partner.earlierSlugs {
                    if partnerFiles[slug]?.isSuperset(of: names) == true { continue }
                    partnerFiles[slug, default: []].formUnion(names)
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
        let current = Set(plan.partnerFiles)
        for (slug, names) in partnerFiles {
            let isKept = plan.slugs.contains(slug)
            if isKept, names == current { continue }
            for name in names where !(isKept && current.contains(name)) {
                let path = OutputFolder.join(slug, name)
                if !planned.contains(path) { stale.insert(path) }
            }
        }
        return stale.sorted()
    }
}

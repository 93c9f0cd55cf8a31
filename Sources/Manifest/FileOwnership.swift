/// Answers whether a path is one that the build wrote, from an index of the partners' folders instead of all paths.
package struct FileOwnership: Sendable {
    private let manifest: Manifest
    private let files: Set<String>
    private let partnerFiles: Set<String>
    /// The partner of each folder, by its place in the manifest.
    private let partnersByFolder: [Substring: Int]

    /// O(partners).
    package init(_ manifest: Manifest) {
        self.manifest = manifest
        files = Set(manifest.files)
        partnerFiles = Set(manifest.partnerFiles)
        var partnersByFolder: [Substring: Int] = [:]
        partnersByFolder.reserveCapacity(manifest.partners.count)
        for (index, partner) in manifest.partners.enumerated() {
            partnersByFolder[partner.slug[...]] = index
            for slug in partner.earlierSlugs { partnersByFolder[slug[...]] = index }
        }
        self.partnersByFolder = partnersByFolder
    }

    /// Whether the build wrote `path`, which is relative to the output folder and has `/` between its parts. O(length).
    package func owns(_ path: String) -> Bool {
        if files.contains(path) { return true }
        var slash = path.utf8.firstIndex(of: 0x2F)
        while let end = slash {
            let next = path.utf8.index(after: end)
            if let index = partnersByFolder[path[..<end]] {
                let name = String(path[next...])
                if manifest.partners[index].files?.contains(name) ?? partnerFiles.contains(name) { return true }
            }
            slash = path.utf8[next...].firstIndex(of: 0x2F)
        }
        return false
    }
}

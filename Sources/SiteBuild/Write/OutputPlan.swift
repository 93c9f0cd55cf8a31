import Diagnostics
import Disk

/// What the output folder shall hold: the business's files, ready, and each partner's pages, rendered when they are written.
struct OutputPlan: Sendable {
    let siteFolders: [OutputFolder]
    let partners: [PublishedPartner]
    let renderer: SiteRenderer
    let partnerFiles: PartnerFiles
    /// Every partner folder.
    let slugs: Set<String>
    /// Those that have a kit.
    let kitSlugs: Set<String>

    init(siteFolders: [OutputFolder], partners: [PublishedPartner], renderer: SiteRenderer) {
        self.siteFolders = siteFolders
        self.partners = partners
        self.renderer = renderer
        partnerFiles = renderer.partnerFiles
        slugs = Set(partners.flatMap { $0.slugs.map(\.text) })
        kitSlugs = partnerFiles.kit.isEmpty ? [] : Set(partners.filter(\.hasKit).map(\.slug.text))
    }

    /// How many pages the site has: HTML files.
    var pageCount: Int {
        let business = siteFolders.flatMap(\.files).count { $0.name.text.hasSuffix(".html") }
        return business + slugs.count * partnerFiles.pages.count + kitSlugs.count
    }

    /// What shall stand in the folder `slug`, relative to it; nothing where that is no partner's.
    func files(in slug: String) -> Set<String> {
        kitSlugs.contains(slug) ? partnerFiles.all : slugs.contains(slug) ? partnerFiles.withoutKit : []
    }

    /// Whether `path` is one of a partner's files.
    func partnerOwns(_ path: String) -> Bool {
        guard let slash = path.firstIndex(of: "/") else { return false }
        return files(in: String(path[..<slash])).contains(String(path[path.index(after: slash)...]))
    }
}

/// Finds what stands in the way of a plan: files of other people where pages shall be written.
struct ConflictCheck {
    let plan: OutputPlan
    let owned: OwnedFiles
    let disk: any FileSystem
    /// The output folder.
    let folder: SitePath

    /// One diagnostic for each foreign file, link or look-alike name. Looks only at what no earlier build wrote.
    func conflicts() throws(FileError) -> [Diagnostic] {
        if try disk.kind(of: folder) == .link {
            return [report("O004", folder.text, "`\(folder)` is a link to elsewhere", hint: "replace it by a folder, or name the real folder with `--output`")]
        }
        var existing: [String: FolderEntry] = [:]
        for entry in try disk.list(folder) ?? [] { existing[entry.name.lowercased()] = entry }
        var diagnostics: [Diagnostic] = []
        for folder in plan.siteFolders {
            for file in folder.files { try check(OutputFolder.join(folder.path, file.name.text), existing, file.bytes, into: &diagnostics) }
        }
        for partner in plan.partners {
            for slug in partner.slugs where existing[slug.text] != nil {
                try checkFolder(slug.text, existing, into: &diagnostics)
                try checkFiles(in: slug.text, existing, into: &diagnostics)
            }
        }
        return diagnostics
    }
}

private extension ConflictCheck {
    func checkFolder(_ name: String, _ existing: [String: FolderEntry], into diagnostics: inout [Diagnostic]) throws(FileError) {
        guard let entry = existing[name] else { return }
        let path = OutputFolder.join(folder.text, entry.name)
        if entry.name != name {
            diagnostics.append(report("O002", path, "`\(path)` differs from the folder `\(name)` of a partner only in capital letters", hint: "many hosts take the two for one; rename or remove it"))
        } else if entry.kind == .link {
            diagnostics.append(report("O004", path, "`\(path)` is a link to elsewhere, so no page is written through it", hint: "remove the link"))
        } else if entry.kind != .folder {
            diagnostics.append(report("O001", path, "`\(path)` stands where a partner's folder has to be", hint: "move it elsewhere, or give the partner another `slug`"))
        }
    }

    func checkFiles(in slug: String, _ existing: [String: FolderEntry], into diagnostics: inout [Diagnostic]) throws(FileError) {
        let names = plan.files(in: slug)
        if owned.partnerFiles[slug]?.isSuperset(of: names) == true { return }
        // The kit's QR codes bear no mark: they are as much ours as the page beside them.
        let hasKit = names.contains(PartnerFiles.kitPage)
        let isOurKit = hasKit ? try isOurPage(OutputFolder.join(slug, PartnerFiles.kitPage)) : false
        for name in names.sorted() where !(isOurKit && name.hasPrefix(PartnerFiles.inKit(""))) {
            try check(OutputFolder.join(slug, name), existing, nil, into: &diagnostics)
        }
    }

    func isOurPage(_ path: String) throws(FileError) -> Bool {
        guard let place = SitePath(OutputFolder.join(folder.text, path)), try disk.kind(of: place) == .file else { return false }
        return try disk.read(place)?.prefix(4_096).contains(PageMark.bytes) ?? false
    }

    func check(_ path: String, _ existing: [String: FolderEntry], _ bytes: [UInt8]?, into diagnostics: inout [Diagnostic]) throws(FileError) {
        let top = path.split(separator: "/", maxSplits: 1).first.map { $0.lowercased() } ?? path
        guard existing[top] != nil, !owned.contains(path), let place = SitePath(OutputFolder.join(folder.text, path)) else { return }
        switch try disk.kind(of: place) {
        case nil:
            return
        case .file:
            // A page of ours whose manifest was lost, or the very file we would write, is no one else's.
            guard let found = try disk.read(place), found != bytes, !found.prefix(4_096).contains(PageMark.bytes) else { return }
            diagnostics.append(report("O001", place.text, "`\(place)` is not from this program, and a page has to stand there", hint: "move it elsewhere; or, if an earlier build wrote it and `manifest.json` was lost, delete it"))
        case .link:
            diagnostics.append(report("O004", place.text, "`\(place)` is a link to elsewhere, so no page is written over it", hint: "remove the link"))
        case .folder, .other:
            diagnostics.append(report("O001", place.text, "`\(place)` stands where a page has to be", hint: "move it elsewhere"))
        }
    }

    func report(_ id: String, _ path: String, _ message: String, hint: String) -> Diagnostic {
        Diagnostic(id, .error, at: SourceLocation(path: path), message, hint: hint)
    }
}

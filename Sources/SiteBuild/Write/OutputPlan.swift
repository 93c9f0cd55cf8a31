import Diagnostics
import Disk
import Manifest
import PartnerCodes

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
        let business = siteFolders.flatMap(\.files).count { $0.path.text.hasSuffix(".html") }
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

extension OutputPlan {
    /// One diagnostic for each folder that two partners, or a partner and the site itself, would write into.
    func pathsWithTwoOwners() -> [Diagnostic] {
        let siteNames = Set(siteFolders.compactMap { $0.path.split(separator: "/").first.map(String.init) })
        if siteNames.isDisjoint(with: slugs), slugs.count == partners.reduce(0, { $0 + 1 + $1.earlierSlugs.count }) { return [] }
        var owners: [String: PartnerID] = [:]
        owners.reserveCapacity(partners.count)
        var diagnostics: [Diagnostic] = []
        for partner in partners {
            for slug in partner.slugs.map(\.text) {
                if siteNames.contains(slug) {
                    diagnostics.append(Diagnostic(
                        "O005", .error, at: SourceLocation(path: SiteReader.path),
                        "the site wants the folder `\(slug)` for itself, but it was published for `\(partner.id)`, whose printed codes lead there",
                        hint: "if `\(slug)` is a new language, write it with a region, such as `\(slug)-\(slug)`"))
                } else if let other = owners.updateValue(partner.id, forKey: slug) {
                    diagnostics.append(Diagnostic(
                        "L011", .error, at: partner.definition?.slugLocation ?? LedgerFile.location,
                        "the folder `\(slug)` belongs to `\(other)` and to `\(partner.id)`", hint: "give the newer of the two another `slug`"))
                }
            }
        }
        return diagnostics
    }
}

/// Finds what stands in the way of a plan: files of other people where pages shall be written.
struct ConflictCheck {
    let plan: OutputPlan
    let owned: OwnedFiles
    /// Those of earlier builds, beside the output folder.
    let manifests: [Manifest]
    let disk: any FileSystem
    /// The output folder.
    let folder: SitePath

    /// What stands where the output folder is to be.
    func kindOfFolder() throws(FileError) -> FolderEntry.Kind? { try disk.kind(of: folder) }

    /// What `conflicts` comes to.
    func result(with entries: [FolderEntry]) -> Result<[Diagnostic], FileError> {
        do throws(FileError) {
            return .success(try conflicts(with: entries))
        } catch {
            return .failure(error)
        }
    }

    /// One diagnostic for each foreign file, link or look-alike name. Looks only at what no earlier build wrote. `entries` are all
    /// that is in the output folder.
    func conflicts(with entries: [FolderEntry]) throws(FileError) -> [Diagnostic] {
        let kind = try kindOfFolder()
        if kind == .link {
            return [report("O004", folder.text, "`\(folder)` is a link to elsewhere", hint: "replace it by a folder, or name the real folder with `--output`")]
        }
        if let kind, kind != .folder {
            return [report("O001", folder.text, "`\(folder)` is a file, and the site has to stand in a folder of that name", hint: "move the file elsewhere")]
        }
        if let stranger = manifests.first(where: { $0.folder != folder.text }) {
            return [report(
                "O003", PublishedManifests.path.text, "the `manifest.json` beside `\(folder)` belongs to the site in `\(stranger.folder)`",
                hint: "two sites need two places: build into a folder elsewhere, such as `--output preview/public`")]
        }
        let clashes = plan.pathsWithTwoOwners()
        if !clashes.isEmpty { return clashes }
        var diagnostics: [Diagnostic] = []
        // By name in small letters: what bears no partner's name to the letter.
        var others: [String: FolderEntry] = [:]
        for entry in entries {
            if plan.slugs.contains(entry.name) {
                try checkFolder(entry.name, entry, into: &diagnostics)
                try checkFiles(in: entry.name, into: &diagnostics)
            } else {
                others[entry.name.lowercased()] = entry
            }
        }
        for (name, entry) in others.sorted(by: { $0.key < $1.key }) where plan.slugs.contains(name) {
            try checkFolder(name, entry, into: &diagnostics)
            try checkFiles(in: name, into: &diagnostics)
        }
        for folder in plan.siteFolders {
            for file in folder.files {
                let path = OutputFolder.join(folder.path, file.path.text)
                let top = path.split(separator: "/", maxSplits: 1).first.map { $0.lowercased() } ?? path
                if others[top] != nil { try check(path, file.bytes, into: &diagnostics) }
            }
        }
        return diagnostics
    }
}

private extension ConflictCheck {
    /// Whether `entry` may be the folder `name` of a partner.
    func checkFolder(_ name: String, _ entry: FolderEntry, into diagnostics: inout [Diagnostic]) throws(FileError) {
        if entry.name == name, entry.kind == .folder { return }
        let path = OutputFolder.join(folder.text, entry.name)
        if entry.name != name {
            diagnostics.append(report("O002", path, "`\(path)` differs from the folder `\(name)` of a partner only in capital letters", hint: "many hosts take the two for one; rename or remove it"))
        } else if entry.kind == .link {
            diagnostics.append(report("O004", path, "`\(path)` is a link to elsewhere, so no page is written through it", hint: "remove the link"))
        } else if entry.kind != .folder {
            diagnostics.append(report("O001", path, "`\(path)` stands where a partner's folder has to be", hint: "move it elsewhere, or give the partner another `slug`"))
        }
    }

    func checkFiles(in slug: String, into diagnostics: inout [Diagnostic]) throws(FileError) {
        let names = plan.files(in: slug)
        if owned.partnerFiles[slug]?.isSuperset(of: names) == true { return }
        // The kit's QR codes bear no mark: they are as much ours as the page beside them.
        let hasKit = names.contains(PartnerFiles.kitPage)
        let isOurKit = hasKit ? try isOurPage(OutputFolder.join(slug, PartnerFiles.kitPage)) : false
        for name in names.sorted() where !(isOurKit && name.hasPrefix(PartnerFiles.inKit(""))) {
            try check(OutputFolder.join(slug, name), nil, into: &diagnostics)
        }
    }

    func isOurPage(_ path: String) throws(FileError) -> Bool {
        guard let place = SitePath(OutputFolder.join(folder.text, path)), try disk.kind(of: place) == .file else { return false }
        return try disk.read(place)?.prefix(4_096).contains(PageMark.bytes) ?? false
    }

    func check(_ path: String, _ bytes: [UInt8]?, into diagnostics: inout [Diagnostic]) throws(FileError) {
        guard !owned.contains(path), let place = SitePath(OutputFolder.join(folder.text, path)) else { return }
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

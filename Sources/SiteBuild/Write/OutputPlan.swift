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
    let partnerFolders: FolderTable<PartnerFolder>

    /// A folder that a partner has, or had before.
    struct PartnerFolder: Sendable {
        /// Whose, as a place in `partners`.
        let partner: Int32
        let isCurrent: Bool
        let hasKit: Bool
    }

    init(siteFolders: [OutputFolder], partners: [PublishedPartner], renderer: SiteRenderer) {
        self.siteFolders = siteFolders
        self.partners = partners
        self.renderer = renderer
        partnerFiles = renderer.partnerFiles
        let hasKits = !partnerFiles.kit.isEmpty
        var folders: [(name: String, value: PartnerFolder)] = []
        folders.reserveCapacity(partners.count)
        for (number, partner) in partners.enumerated() {
            folders.append((partner.slug.text, PartnerFolder(partner: Int32(number), isCurrent: true, hasKit: hasKits && partner.hasKit)))
            for slug in partner.earlierSlugs { folders.append((slug.text, PartnerFolder(partner: Int32(number), isCurrent: false, hasKit: false))) }
        }
        partnerFolders = FolderTable(folders)
    }

    /// How many pages the site has: HTML files.
    var pageCount: Int {
        let business = siteFolders.flatMap(\.files).count { $0.path.text.hasSuffix(".html") }
        return business + partnerFolders.rows.count * partnerFiles.pages.count + partnerFolders.rows.count { $0.value.hasKit }
    }

    /// The folder of a partner that is called `slug`; nil where that is no partner's. `hint` is where it may stand among all, and then where it
    /// stands.
    func folder(_ slug: String, near hint: inout Int) -> PartnerFolder? {
        guard let place = partnerFolders.place(of: slug, near: hint) else { return nil }
        hint = place
        return partnerFolders.rows[place].value
    }

    /// What shall stand in `folder`.
    func files(in folder: PartnerFolder) -> Set<String> { folder.hasKit ? partnerFiles.all : partnerFiles.withoutKit }

    /// Whether `path` is one of a partner's files.
    func partnerOwns(_ path: String) -> Bool {
        guard let slash = path.firstIndex(of: "/") else { return false }
        var hint = 0
        return folder(String(path[..<slash]), near: &hint).map { files(in: $0).contains(String(path[path.index(after: slash)...])) } ?? false
    }
}

extension OutputPlan {
    /// One diagnostic for each folder that two partners, or a partner and the site itself, would write into.
    func pathsWithTwoOwners() -> [Diagnostic] {
        let siteNames = Set(siteFolders.compactMap { $0.path.split(separator: "/").first.map(String.init) })
        if partnerFolders.isDistinct, siteNames.allSatisfy({ partnerFolders.place(of: $0) == nil }) { return [] }
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

/// What stands at the place of the output folder, and in it.
struct StandingOutput: Sendable {
    let kind: FolderEntry.Kind?
    let entries: [FolderEntry]

    static func list(_ disk: any FileSystem, _ folder: SitePath) -> Result<StandingOutput, FileError> {
        do throws(FileError) {
            let kind = try disk.kind(of: folder)
            return .success(StandingOutput(kind: kind, entries: kind == .folder ? try disk.list(folder) ?? [] : []))
        } catch {
            return .failure(error)
        }
    }
}

/// Finds what stands in the way of a plan: files of other people where pages shall be written.
struct ConflictCheck {
    let plan: OutputPlan
    let owned: OwnedFiles
    /// Those of earlier builds, beside the output folder.
    let manifests: [Manifest]
    let disk: any FileSystem
    /// The output folder, and what stands there.
    let folder: SitePath
    let standing: StandingOutput

    /// What was found.
    struct Finding: Sendable {
        /// One for each foreign file, link or look-alike name.
        var diagnostics: [Diagnostic] = []
        /// Whether each partner's folder is there.
        var existing: [Bool]
    }

    /// What `find` comes to.
    func result() -> Result<Finding, FileError> {
        do throws(FileError) {
            return .success(try find())
        } catch {
            return .failure(error)
        }
    }

    /// Looks into what no earlier build wrote, and at the names of all else.
    func find() throws(FileError) -> Finding {
        var finding = Finding(existing: Array(repeating: false, count: plan.partners.count))
        finding.diagnostics = try conflicts(existing: &finding.existing)
        return finding
    }
}

private extension ConflictCheck {
    func conflicts(existing: inout [Bool]) throws(FileError) -> [Diagnostic] {
        if standing.kind == .link {
            return [report("O004", folder.text, "`\(folder)` is a link to elsewhere", hint: "replace it by a folder, or name the real folder with `--output`")]
        }
        if let kind = standing.kind, kind != .folder {
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
        var (hint, ownedHint) = (0, 0)
        let lists = (whole: owned.number(of: plan.partnerFiles.all), withoutKit: owned.number(of: plan.partnerFiles.withoutKit))
        func checkFiles(in slug: String, _ folder: OutputPlan.PartnerFolder) throws(FileError) {
            let names = plan.files(in: folder)
            if owned.contains(all: names, folder.hasKit ? lists.whole : lists.withoutKit, in: slug, near: &ownedHint) { return }
            try check(names, in: slug, into: &diagnostics)
        }
        for entry in standing.entries {
            if let place = plan.partnerFolders.place(of: entry.name, near: hint) {
                hint = place
                let found = plan.partnerFolders.rows[place].value
                if found.isCurrent { existing[Int(found.partner)] = true }
                try checkFolder(entry.name, entry, into: &diagnostics)
                try checkFiles(in: entry.name, found)
            } else {
                others[entry.name.lowercased()] = entry
            }
        }
        for (name, entry) in others.sorted(by: { $0.key < $1.key }) {
            guard let place = plan.partnerFolders.place(of: name) else { continue }
            try checkFolder(name, entry, into: &diagnostics)
            try checkFiles(in: name, plan.partnerFolders.rows[place].value)
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

    /// Looks at each of `names` in the folder `slug`, not all of which an earlier build wrote.
    func check(_ names: Set<String>, in slug: String, into diagnostics: inout [Diagnostic]) throws(FileError) {
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

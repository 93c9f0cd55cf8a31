import Diagnostics
import Disk
import Manifest
import PartnerCodes

/// Compares the ledger with what was published: no code may be missing from it, none may have moved.
struct PublishedCheck {
    let ledger: Ledger
    /// Whether there is no ledger at all.
    let isMissing: Bool
    let disk: any FileSystem
    /// The output folder.
    let folder: SitePath

    /// What is wrong, given the `manifests` of earlier builds.
    func problems(_ manifests: [Manifest]) throws(FileError) -> [Diagnostic] {
        let state = isMissing ? "missing" : "empty"
        if ledger.isEmpty {
            if let manifest = manifests.first(where: { manifest in manifest.partners.contains { !$0.codes.isEmpty } }) {
                let count = manifest.partners.count
                let codes = count == 1 ? "the code of 1 partner is" : "codes of \(count) partners are"
                return [report(
                    "L005", "the ledger of codes is \(state), but `manifest.json` shows that \(codes) published",
                    hint: "restore it: `git checkout partners/codes.jsonl`, or else `sitegen codes recover`, which reads the codes out of `manifest.json`")]
            }
            guard manifests.isEmpty, let page = try publishedPage() else { return [] }
            return [report(
                "L005", "the ledger of codes is \(state), but `\(page)` shows that codes are published",
                hint: "restore `partners/codes.jsonl` or `manifest.json` from git or a backup; if these pages were never given to anyone, delete `\(folder)`")]
        }
        return manifests.isEmpty ? try problemsOfPages() : manifests.flatMap { problems($0) }
    }
}

private extension PublishedCheck {
    func problems(_ manifest: Manifest) -> [Diagnostic] {
        var missing: [String] = []
        var diagnostics: [Diagnostic] = []
        var hint = 0
        let partners = manifest.partners
        // By place, so that no partner is copied.
        for place in partners.indices {
            // Both lists are in order of id.
            let number = ledger.number(of: partners[place].id, near: hint)
            hint = number ?? hint
            for code in partners[place].codes where !ledger.knows(code, at: number) {
                let partner = partners[place].id
                if let owner = ledger.entry(for: code), owner.withdrawn == nil {
                    diagnostics.append(report(
                        "L006", "the code `\(code)` was published for `\(partner)`, but the ledger gives it to `\(owner.partner)`",
                        hint: "a code never changes hands; restore the ledger: `git checkout partners/codes.jsonl`"))
                } else {
                    missing.append("`\(code)` of `\(partner)`")
                }
            }
        }
        // Without its line a withdrawn code, printed on somebody's cards, would be free to be issued again.
        for withdrawn in manifest.withdrawn where !ledger.knows(withdrawn.code, of: withdrawn.partner) {
            missing.append("`\(withdrawn.code)`, withdrawn from `\(withdrawn.partner)`")
        }
        if !missing.isEmpty {
            let what = missing.count == 1 ? "a code that is" : "\(missing.count) codes that are"
            diagnostics.append(report(
                "L007", "the ledger lacks \(what) published: \(missing.prefix(5).joined(separator: ", "))\(missing.count > 5 ? " …" : "")",
                hint: isStrange(manifest) ? "no partner of `manifest.json` is in the ledger: if it is another site's, delete it; if not, restore the ledger: `git checkout partners/codes.jsonl`"
                    : "restore the lines: `git checkout partners/codes.jsonl`, or else `sitegen codes recover`"))
        }
        return diagnostics
    }

    /// Whether the manifest has nothing in common with the ledger.
    func isStrange(_ manifest: Manifest) -> Bool { !manifest.partners.contains { ledger.knows($0.id) } }

    /// Where the manifest is lost, the pages still tell of partners whom an older copy of the ledger does not know.
    func problemsOfPages() throws(FileError) -> [Diagnostic] {
        let known = Set(ledger.entries.lazy.flatMap(\.slugs).map(\.text) + ledger.partners.lazy.map { Slug(for: $0).text })
        // The business's own pages in a language stand in a folder as well.
        guard let page = try publishedPage(where: { !known.contains($0) && Language($0) == nil }) else { return [] }
        return [report(
            "L008", "`\(page)` is the page of a partner whom the ledger of codes does not know: is the ledger an older copy?",
            hint: "restore the newest `partners/codes.jsonl`, or `manifest.json`, from git or a backup; if this page was never given to anyone, delete its folder")]
    }

    /// A partner's page of an earlier build, if the output folder has one in a folder that `isMeant`.
    func publishedPage(where isMeant: (String) -> Bool = { _ in true }) throws(FileError) -> String? {
        for entry in try disk.list(folder) ?? [] where entry.kind == .folder && isMeant(entry.name) {
            let page = folder.appending(entry.name).appending("index.html")
            if let bytes = try disk.read(page), bytes.prefix(4_096).contains(PageMark.bytes), bytes.contains(Array("wa.me/".utf8)) { return page.text }
        }
        return nil
    }

    func report(_ id: String, _ message: String, hint: String) -> Diagnostic {
        Diagnostic(id, .error, at: LedgerFile.location, message, hint: hint)
    }
}

import ByteText
package import Diagnostics
package import Disk
package import PartnerCodes

/// Writes the definition of a new partner, with comments that say what can be changed.
package struct NewPartner {
    /// What came of it.
    package enum Outcome: Equatable, Sendable {
        case written(path: String)
        /// A definition of that id is there already.
        case taken(path: String)
        /// There is no `site.json` that can be read, so this is no site's folder.
        case noSite
        /// The id cannot be the folder of the partner's page.
        case unusable(Slug.Problem)
        /// The code that was asked for cannot be this partner's.
        case codeRefused(Diagnostic)
    }

    let disk: any FileSystem

    package init(disk: any FileSystem) {
        self.disk = disk
    }

    /// Writes `partners/<id>.json` for the partner `name`, unless the id is taken (by a file, a row, or the ledger) or the `code` is not free.
    /// Two at once are one after the other, so that no file is written over and no code is promised twice; `waiting` is called where that takes time.
    package func write(
        _ id: PartnerID, name: String, code: String? = nil, today: CivilDate, waiting: () -> Void = {}
    ) throws(FileError) -> Outcome {
        guard let siteBytes = try disk.read("site.json"), let site = SiteReader.read(siteBytes).0 else { return .noSite }
        do throws(Slug.Problem) {
            _ = try Slug(Slug(for: id).text, languages: site.languages)
        } catch {
            return .unusable(error)
        }
        _ = try disk.open(PartnerLoader.path)
        let lock = try disk.lock(PartnerLoader.path, seconds: LedgerTools.patience, waiting: waiting)
        defer { withExtendedLifetime(lock) {} }
        let path = PartnerLoader.path.appending(id.text + ".json")
        if try disk.kind(of: path) != nil { return .taken(path: path.text) }
        var ignored: [Diagnostic] = []
        let partners = try PartnerLoader.load(disk, site: site, into: &ignored)
        if let partner = partners.first(where: { $0.id == id }) { return .taken(path: partner.location.path) }
        let ledger = LedgerFile.read(try disk.read(LedgerFile.path) ?? []).0
        if let ledger, ledger.knows(id) { return .taken(path: LedgerFile.path.text) }
        let bytes = Self.text(name: name, code: code, languages: site.languages, schema: try schema())
        if code != nil, let problem = problemOfCode(id, bytes, path.text, among: partners, site, ledger ?? Ledger(), today) {
            return .codeRefused(problem)
        }
        try disk.replace(path, with: bytes)
        return .written(path: path.text)
    }

    /// What is wrong with the code in the definition `bytes`, by itself and beside all other codes.
    private func problemOfCode(
        _ id: PartnerID, _ bytes: [UInt8], _ path: String, among partners: [PartnerDefinition],
        _ site: SiteDefinition, _ ledger: Ledger, _ today: CivilDate
    ) -> Diagnostic? {
        var found: [Diagnostic] = []
        var checker = PartnerChecker(site: site)
        let new = PartnerFileReader.read(bytes, path: path, id: id.text, languages: site.languages, into: &found)
            .flatMap { checker.partner(from: $0) }
        found += checker.diagnostics
        // The others come first, so that it is the new one that is blamed.
        if let new {
            let others = CodeIssuer.checked(partners, on: LedgerReading(ledger), today: today).0?.issue().ledger
                ?? CodeIssuer.withChosenCodes(partners, ledger, today: today)
            found += CodeIssuer.problemsOfChosenCodes([new], ledger: others, today: today)
        }
        return found.first { $0.severity == .error && $0.location?.path == path }
    }

    /// Where the JSON Schema of partners is, seen from `partners/`; nil where this site has none.
    private func schema() throws(FileError) -> String? {
        for folder in ["schema", "docs/schema"] {
            let path = folder + "/partner.schema.json"
            if let place = SitePath(path), try disk.kind(of: place) == .file { return "../" + path }
        }
        return nil
    }

    private static func text(name: String, code: String?, languages: [Language], schema: String?) -> [UInt8] {
        let greetings = languages.map { "\"\($0.tag)\": \"\"" }.joined(separator: ", ")
        var bytes = Array("{\n".utf8)
        if let schema { bytes.append(utf8: "  \"$schema\": \"\(schema)\",\n") }
        bytes.append(utf8: "  \"name\": ")
        bytes.append(jsonString: name)
        var codeLine = Array("// \"code\": \"SUNRISE5\"".utf8)
        if let code {
            codeLine = Array("\"code\": ".utf8)
            codeLine.append(jsonString: code)
        }
        bytes.append(utf8: """
            ,

              // What this partner's guests read at the top of the page, in each language; remove the slashes to use it.
              // "greeting": {\(greetings)},

              // A code of your own choice instead of one that is made: 4 to 12 letters and digits, never to be changed again.
              \(String(decoding: codeLine, as: UTF8.self)),

              // The last part of the page's address, if it shall not be the name of this file. Printed QR codes lead to it.
              // "slug": "sunrise",

              // "active", "paused" (the page stays, without the greeting) or "retired" (the partner left; the page stays alive).
              "status": "active",

              // For you alone: nothing in here is ever published.
              "private": {"contact": "", "commission": "", "notes": ""}
            }

            """)
        return bytes
    }
}

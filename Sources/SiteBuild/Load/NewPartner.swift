import ByteText
import Diagnostics
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
    }

    let disk: any FileSystem

    package init(disk: any FileSystem) {
        self.disk = disk
    }

    /// Writes `partners/<id>.json` for the partner `name`, unless the id is taken: by a file, a row, or the ledger.
    package func write(_ id: PartnerID, name: String) throws(FileError) -> Outcome {
        guard let bytes = try disk.read("site.json"), let site = SiteReader.read(bytes).0 else { return .noSite }
        let path = PartnerLoader.path.appending(id.text + ".json")
        if try disk.kind(of: path) != nil { return .taken(path: path.text) }
        var ignored: [Diagnostic] = []
        if let partner = try PartnerLoader.load(disk, site: site, into: &ignored).first(where: { $0.id == id }) { return .taken(path: partner.location.path) }
        if let ledger = LedgerFile.read(try disk.read(LedgerFile.path) ?? []).0, ledger.knows(id) { return .taken(path: LedgerFile.path.text) }
        try disk.replace(path, with: Self.text(name: name, languages: site.languages))
        return .written(path: path.text)
    }

    private static func text(name: String, languages: [Language]) -> [UInt8] {
        let greetings = languages.map { "\"\($0.tag)\": \"\"" }.joined(separator: ", ")
        var bytes = Array("{\n  \"name\": ".utf8)
        bytes.append(jsonString: name)
        bytes.append(utf8: """
            ,

              // What this partner's guests read at the top of the page, in each language; remove the slashes to use it.
              // "greeting": {\(greetings)},

              // A code of your own choice instead of one that is made: 4 to 12 letters and digits, never to be changed again.
              // "code": "SUNRISE5",

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

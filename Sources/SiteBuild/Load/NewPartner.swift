import ByteText
package import Disk
package import PartnerCodes

/// Writes the definition of a new partner, with comments that say what can be changed.
package struct NewPartner {
    /// What came of it.
    package enum Outcome: Equatable, Sendable {
        case written(path: String)
        /// A definition of that id is there already.
        case taken(path: String)
    }

    let disk: any FileSystem

    package init(disk: any FileSystem) {
        self.disk = disk
    }

    /// Writes `partners/<id>.json` for the partner `name`, unless the id is taken: by a file, a row, or the ledger.
    package func write(_ id: PartnerID, name: String) throws(FileError) -> Outcome {
        let path = PartnerLoader.path.appending(id.text + ".json")
        if try disk.kind(of: path) != nil { return .taken(path: path.text) }
        if let ledger = LedgerFile.read(try disk.read(LedgerFile.path) ?? []).0, ledger.knows(id) { return .taken(path: LedgerFile.path.text) }
        let languages = try disk.read("site.json").flatMap { SiteReader.read($0).0?.languages } ?? []
        try disk.replace(path, with: Self.text(name: name, languages: languages))
        return .written(path: path.text)
    }

    private static func text(name: String, languages: [Language]) -> [UInt8] {
        let tags = languages.isEmpty ? ["en"] : languages.map(\.tag)
        var bytes = Array("{\n  \"name\": ".utf8)
        bytes.append(jsonString: name)
        bytes.append(utf8: """
            ,

              // What this partner's guests read at the top of the page, in each language; remove the slashes to use it.
            \(tags.map { "  // \"greeting\": {\"\($0)\": \"\"}," }.first ?? "")

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

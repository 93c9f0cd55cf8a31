import ByteText
package import Disk

/// The spreadsheet that a new site may begin with: the columns, and not one partner.
package enum PartnerSheet {
    package static let path: SitePath = "partners/partners.csv"

    /// The header for a site in `languages`, with a byte order mark, without which Excel shows Cyrillic letters as nonsense.
    package static func bytes(languages: [String]) -> [UInt8] {
        let columns = ["id", "name", "code", "slug", "status"] + languages.map { "greeting." + $0 }
            + ["phone", "private.contact", "private.commission", "private.notes"]
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        bytes.append(utf8: columns.joined(separator: ",") + "\r\n")
        return bytes
    }

    /// Whether `bytes` are the header alone, in whatever languages: nothing that anybody has written.
    package static func isEmpty(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: Self.bytes(languages: []).prefix(20)) && bytes.firstIndex(of: .lineFeed) == bytes.count - 1
    }
}

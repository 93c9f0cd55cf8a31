import Diagnostics
package import Disk
package import PartnerCodes
import StructuredText

/// Finds `private.commission` in a partner's definition: `partners/<id>.json`, another file that says `"id"`, or a row of a CSV file.
package enum CommissionReader {
    /// What the definition says, as written; nil where it says nothing. Broken files say nothing: `sitegen check` complains of them.
    package static func commission(of partner: PartnerID, in disk: any FileSystem) throws(FileError) -> String? {
        let folder: SitePath = "partners"
        let ownFile = folder.appending(partner.text + ".json")
        if let bytes = try disk.read(ownFile), let root = object(bytes, ownFile.text), root["id"]?.string ?? partner.text == partner.text {
            return written(root)
        }
        let names = (try disk.list(folder) ?? []).filter { $0.kind == .file }.map(\.name).sorted()
        for name in names where name.hasSuffix(".csv") || name.hasSuffix(".json") {
            let path = folder.appending(name)
            guard let bytes = try disk.read(path) else { continue }
            if name.hasSuffix(".csv") {
                if let found = row(of: partner, bytes, path.text) { return found }
            } else if let root = object(bytes, path.text), root["id"]?.string == partner.text {
                return written(root)
            }
        }
        return nil
    }
}

private extension CommissionReader {
    static func object(_ bytes: [UInt8], _ path: String) -> JSONValue? {
        var ignored: [Diagnostic] = []
        return JSONReader.read(bytes, path: path, dialect: .json5, into: &ignored)
    }

    static func written(_ root: JSONValue) -> String? {
        guard let value = root["private"]?["commission"] else { return nil }
        return value.string ?? value.number?.text
    }

    static func row(of partner: PartnerID, _ bytes: [UInt8], _ path: String) -> String? {
        var rows = CSVReader(bytes, path: path, unevenRows: .padded)
        let (id, commission) = (rows.column("id"), rows.column("private.commission"))
        while id != nil, rows.nextRow() {
            guard rows.string(id) == partner.text else { continue }
            let text = rows.string(commission)
            return text.isEmpty ? nil : text
        }
        return nil
    }
}

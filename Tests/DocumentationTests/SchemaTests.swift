import Diagnostics
import Foundation
import StructuredText
import Testing

/// The schemas know what the program reads and writes, no more and no less, and the sample is valid by them.
@Suite struct SchemaTests {
    /// The keys that the source of a reader or writer names as literals.
    private func keys(inSource paths: String...) throws -> Set<String> {
        let calls = /(?:string|strings|object|objects|bool|array|value|members|withdrawn|localized|localizedFields|readText|read|paragraph|folder|paths|messages|status|partnerID|codes|member|memberOrNull|key|lines)\(\s*"([A-Za-z]+)"/
        let pairs = /paragraph\(&\$0, "([A-Za-z]+)", "([A-Za-z]+)"\)/
        let members = /\\"([A-Za-z]+)\\":/
        var keys: Set<String> = []
        for path in paths {
            let source = try Package.text(path)
            for match in source.matches(of: calls) { keys.insert(String(match.1)) }
            for match in source.matches(of: members) { keys.insert(String(match.1)) }
            for match in source.matches(of: pairs) { keys.formUnion([String(match.1), String(match.2)]) }
        }
        return keys
    }

    /// The keys of every object that a schema describes.
    private func keys(inSchema name: String) throws -> Set<String> { try SchemaKeys.all(name) }

    private func object(_ bytes: Data) throws -> Any {
        var diagnostics: [Diagnostic] = []
        let value = JSONReader.read([UInt8](bytes), path: "", dialect: .json5, into: &diagnostics)
        #expect(diagnostics == [])
        return plain(try #require(value))
    }

    private func plain(_ value: JSONValue) -> Any {
        switch value.content {
        case .null: NSNull()
        case .bool(let flag): flag
        case .number(let number): Double(number.text) ?? .nan
        case .string(let text): text
        case .array(let elements): elements.map(plain)
        case .object(let members): Dictionary(uniqueKeysWithValues: members.map { ($0.key, plain($0.value)) })
        }
    }

    @Test func `the schema of the site has the keys that its reader reads`() throws {
        let theme: Set<String> = ["accent", "accentDark", "background", "backgroundDark"]
        #expect(try keys(inSchema: "site") == keys(inSource: "Sources/SiteBuild/Load/SiteReader.swift").union(theme))
        for name in theme { #expect(try Package.text("Sources/SiteBuild/Load/Theme.swift").contains("\"\(name)\"")) }
    }

    @Test func `the schema of a partner has the keys that its reader reads`() throws {
        let free: Set<String> = ["contact", "commission", "notes"]
        #expect(try keys(inSchema: "partner").subtracting(free) == keys(inSource: "Sources/SiteBuild/Load/PartnerFileReader.swift"))
    }

    @Test func `the schema of the ledger has the keys that are written and read`() throws {
        #expect(try keys(inSchema: "ledger") == keys(inSource: "Sources/SiteBuild/Codes/LedgerFile.swift"))
    }

    @Test func `the schema of the manifest has the keys that are written, and those that are read`() throws {
        let written = try keys(inSource: "Sources/Manifest/Manifest+Writing.swift")
        #expect(try keys(inSchema: "manifest") == written)
        #expect(try keys(inSource: "Sources/Manifest/Manifest+Reading.swift", "Sources/Manifest/JSONObjectReader+Manifest.swift")
            .union(["version", "phone", "text"]) == written)
    }

    @Test func `the schema of the report has the keys that are written`() throws {
        let referral: Set<String> = ["url", "headline", "body", "click"]
        #expect(try keys(inSchema: "report").subtracting(referral) == keys(inSource: "Sources/LeadAttribution/Report/JSONLinesReport.swift"))
        for name in referral { #expect(try Package.text("Sources/LeadAttribution/Report/JSONLinesReport.swift").contains("(\"\(name)\", referral.")) }
    }

    @Test func `the sample is valid by the schemas`() throws {
        #expect(try SchemaValidator("site").complaints(object(Data(contentsOf: Package.root.appending(path: "site.json")))) == [])
        #expect(try SchemaValidator("manifest").complaints(object(Data(contentsOf: Package.root.appending(path: "manifest.json")))) == [])
        for line in try Package.text("partners/codes.jsonl").split(separator: "\n") {
            #expect(try SchemaValidator("ledger").complaints(object(Data(line.utf8))) == [])
        }
        let partners = try FileManager.default.contentsOfDirectory(at: Package.root.appending(path: "partners"), includingPropertiesForKeys: nil).filter { $0.pathExtension == "json" }
        #expect(!partners.isEmpty)
        for file in partners { #expect(try SchemaValidator("partner").complaints(object(Data(contentsOf: file))) == [], "\(file.lastPathComponent)") }
    }

    @Test func `every file of the sample that people write names the schema that editors check it by`() throws {
        let partners = try FileManager.default.contentsOfDirectory(at: Package.root.appending(path: "partners"), includingPropertiesForKeys: nil).filter { $0.pathExtension == "json" }
        for file in partners + [Package.root.appending(path: "site.json")] {
            let name = try #require((try object(Data(contentsOf: file)) as? [String: Any])?["$schema"] as? String, "\(file.lastPathComponent)")
            let schema = file.deletingLastPathComponent().appending(path: name).standardizedFileURL
            #expect(FileManager.default.fileExists(atPath: schema.path), "\(file.lastPathComponent): \(name)")
        }
    }

    @Test(arguments: [
        ("partner", #"{"naem": "A"}"#), ("partner", #"{"name": 5}"#), ("partner", #"{"name": "A", "status": "gone"}"#), ("site", "{}"),
        ("ledger", #"{"code": "x", "partner": "a", "issued": "2026-11-22"}"#), ("report", #"{"type": "message"}"#), ("manifest", #"{"version": 2}"#),
    ])
    func `what is wrong is refused`(name: String, text: String) throws {
        #expect(try !SchemaValidator(name).complaints(object(Data(text.utf8))).isEmpty)
    }
}

/// The keys that a schema names.
enum SchemaKeys {
    static func all(_ name: String) throws -> Set<String> {
        var keys: Set<String> = []
        func walk(_ value: Any) {
            if let object = value as? [String: Any] {
                keys.formUnion((object["properties"] as? [String: Any])?.keys.map { $0 } ?? [])
                object.values.forEach(walk)
            }
            (value as? [Any])?.forEach(walk)
        }
        walk(try SchemaValidator(name).schema)
        return keys.subtracting(["$schema"])
    }
}

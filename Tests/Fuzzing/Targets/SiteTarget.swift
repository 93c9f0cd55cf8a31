import Diagnostics
import Disk
import Manifest
import SiteBuild
import TestSupport

/// The whole build of a small site with one file of anybody's: with an error nothing is written; without one the ledger and the manifest are
/// read as they were written, and a second build changes nothing.
enum SiteTarget {
    static func complaint(_ path: String, _ bytes: [UInt8]) -> String? {
        let disk = site(with: bytes, at: path)
        let before = disk.contents
        guard let report = build(disk) else { return "a disk in memory failed" }
        if let complaint = DiagnosticsCheck.complaint(about: report.diagnostics, source: { before[$0] }) { return complaint }
        guard let result = report.result else {
            if !report.diagnostics.containsError { return "no site, and no error" }
            return disk.contents == before ? nil : "something was written in spite of errors"
        }
        if report.diagnostics.containsError { return "a site in spite of errors" }
        let after = disk.contents
        for (path, content) in before where after[path] != content { return "\(path) was changed" }
        for path in after.keys where before[path] == nil {
            let isOurs = path.hasPrefix("public/") || path == "manifest.json" || path == "partners/codes.jsonl"
            if !isOurs || path.contains("..") || path.contains("//") { return "\(path) was written" }
        }
        guard let ledger = LedgerFile.read(after["partners/codes.jsonl"] ?? []).0, LedgerFile.write(ledger) == after["partners/codes.jsonl"] ?? [] else {
            return "the ledger is not read as it was written"
        }
        guard let manifest = Manifest.read(after["manifest.json"] ?? [], path: "manifest.json").0, manifest.write() == after["manifest.json"] else {
            return "the manifest is not read as it was written"
        }
        if manifest.partners.count != result.partners.count { return "the manifest has other partners" }
        guard let second = build(disk)?.result, second.changedNothing, disk.contents == after else { return "a second build changes something" }
        return nil
    }

    private static func build(_ disk: MemoryFileSystem) -> BuildReport? {
        try? SiteBuilder.on(disk).run(.build)  // Nil is what the caller complains about.
    }

    private static func site(with bytes: [UInt8], at path: String) -> MemoryFileSystem {
        let disk = SiteText.site("""
            -- templates/kit.mustache --
            <!doctype html><html lang="{{page.language}}"><title>{{partner.name}}</title><p>{{partner.code}}</p>

            """)
        disk["site.json"] = disk["site.json"]?.replacing("\"price\": \"900 ฿\",", with: "\"price\": \"900 ฿\", \"image\": \"economy.jpg\",")
        disk.put([0xFF, 0xD8, 0xFF, 0xC0, 0, 0x11, 8, 0, 60, 0, 80, 3], at: "templates/assets/economy.jpg")
        disk["partners/hotel-sunrise.json"] = #"{"name": "Hotel Sunrise", "code": "SUNRISE5"}"#
        disk.put(bytes, at: path)
        return disk
    }
}

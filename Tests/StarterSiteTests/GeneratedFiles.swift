import Foundation

/// Makes `Sources/StarterSite/StarterFiles.swift` out of `templates/`, the schemas, and the starter's own drawings.
enum GeneratedFiles {
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let generated = package.appending(path: "Sources/StarterSite/StarterFiles.swift")

    /// The sample's own pictures, which mean nothing to another business.
    private static let left: Set<String> = [
        "assets/preview.png", "assets/preview.svg", "assets/economy.svg", "assets/sedan.svg", "assets/suv.svg", "assets/minivan.svg",
        "parts/car.mustache",
    ]

    /// The files of a new site by path, those of `Sources/StarterSite/Own` in place of the templates' of the same name.
    static func files() throws -> [(path: String, bytes: Data)] {
        var files: [String: Data] = [:]
        for (folder, prefix) in [("templates", "templates/"), ("Sources/StarterSite/Own", "templates/"), ("docs/schema", "schema/")] {
            let root = package.appending(path: folder)
            for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
                let file = root.appending(path: name)
                guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true, !left.contains(name) else { continue }
                if prefix == "schema/", !["site.schema.json", "partner.schema.json"].contains(name) { continue }
                files[prefix + name] = try Data(contentsOf: file)
            }
        }
        return files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The Swift file that holds them.
    static func source() throws -> String {
        var text = """
            import Disk

            /// The files that every new site begins with. Made from `templates/`, `Sources/StarterSite/Own` and `docs/schema`:
            /// after a change there, `SITEGEN_UPDATE=1 swift test --filter StarterSiteTests` writes this file anew.
            package enum StarterFiles {
                package static let all: [StarterFile] = [

            """
        for (path, bytes) in try files() {
            if let content = String(data: bytes, encoding: .utf8), content.hasSuffix("\n"), !content.contains("\r"), !content.contains("\0") {
                let marks = content.contains("\"\"\"##") ? "####" : "##"
                text += "        StarterFile(\"\(path)\", .text(\(marks)\"\"\"\n\(content)\n\"\"\"\(marks))),\n"
            } else {
                text += "        StarterFile(\"\(path)\", .hexadecimal(\"\(bytes.map { String(format: "%02x", $0) }.joined())\")),\n"
            }
        }
        return text + "    ]\n}\n"
    }
}

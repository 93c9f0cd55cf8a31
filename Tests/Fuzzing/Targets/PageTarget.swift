import Disk
import LocalServer
import TestSupport

/// A request to `sitegen serve`: nothing outside the site's folder is ever handed out.
enum PageTarget {
    private static let disk = MemoryFileSystem([
        "site.json": "secret", "partners/one.json": "secret", "public/index.html": "<p>public</p>", "public/one/index.html": "<p>public</p>", "public/assets/a.css": "public",
    ])

    static func complaint(_ bytes: [UInt8]) -> String? {
        guard case .request(let request, let length) = HTTPRequest.read(bytes) else { return nil }
        if length > bytes.count { return "a request longer than what came" }
        let files = SiteFiles(disk: disk, folder: "public")
        guard let response = try? files.response(for: request.path, adapt: { $0 }) else { return nil }  // Not there.
        if let place = response.location, !place.hasPrefix("/") || place.hasPrefix("//") || place.utf8.contains(where: { $0 < 0x21 || $0 > 0x7E }) { return "a way to another host" }
        let text = String(decoding: response.body, as: UTF8.self)
        return text.contains("secret") ? "a file outside the site's folder" : nil
    }
}

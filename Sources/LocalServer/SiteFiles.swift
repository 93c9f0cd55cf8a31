import ByteText
package import Disk

/// The files of a built site as answers to requests.
package struct SiteFiles: Sendable {
    private let disk: any FileSystem
    private let folder: SitePath

    /// The site in `folder` of `disk`.
    package init(disk: any FileSystem, folder: SitePath) {
        self.disk = disk
        self.folder = folder
    }

    /// The answer for `path`: the file, the `index.html` of a folder, or the site's own 404 page; nil when there is no site at all. Pages go
    /// through `adapt`. What lies outside the site or is hidden is not found.
    package func response(for path: String, adapt: ([UInt8]) -> [UInt8]) throws(FileError) -> HTTPResponse? {
        guard try disk.kind(of: folder) != nil else { return nil }
        let isFolder = path.hasSuffix("/")
        let names = path.dropFirst().dropLast(isFolder ? 1 : 0)
        let place = names.isEmpty ? SitePath.root : SitePath(String(names))
        if let place, !place.names.contains(where: { $0.hasPrefix(".") }), !names.contains("\\") {
            if isFolder {
                if let page = try file(place.appending("index.html"), adapt) { return page }
            } else if try disk.kind(of: folder.appending(place)) == .folder {
                return HTTPResponse(.movedPermanently, type: "text/plain; charset=utf-8", body: [], location: Self.encoded(path) + "/")
            } else if let found = try file(place, adapt) {
                return found
            }
        }
        guard var missing = try file("404.html", adapt) else { return .plain(.notFound) }
        missing.status = .notFound
        return missing
    }

    private func file(_ path: SitePath, _ adapt: ([UInt8]) -> [UInt8]) throws(FileError) -> HTTPResponse? {
        guard try disk.kind(of: folder.appending(path)) == .file, let bytes = try disk.read(folder.appending(path)) else { return nil }
        let type = Self.type(of: path.name)
        return HTTPResponse(.ok, type: type, body: type.hasPrefix("text/html") ? adapt(bytes) : bytes)
    }

    /// A redirection must not become another host: the path begins with one slash, and everything unusual is escaped.
    private static func encoded(_ path: String) -> String {
        var text: [UInt8] = [.slash]
        for byte in path.utf8.drop(while: { $0 == .slash }) {
            if byte == .slash { text.append(byte) } else { text.append(percentEncoding: byte) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The media type by the ending of the name.
    static func type(of name: String) -> String {
        let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
        return types[ending] ?? "application/octet-stream"
    }

    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "json": "application/json", "txt": "text/plain; charset=utf-8", "xml": "application/xml", "svg": "image/svg+xml", "png": "image/png",
        "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp", "avif": "image/avif", "gif": "image/gif", "ico": "image/x-icon",
        "woff2": "font/woff2", "pdf": "application/pdf", "mp4": "video/mp4", "vcf": "text/vcard; charset=utf-8", "zip": "application/zip",
        "webmanifest": "application/manifest+json",
    ]
}

import ByteText
import Diagnostics
import Disk
import StructuredText

/// Finds the pictures that definitions name among the files of `templates/assets/`, and reads their headers.
struct PictureLoader {
    private let disk: any FileSystem
    private let assets: Set<String>
    private var pictures: [String: Picture] = [:]
    private var looked: Set<String> = []
    private var previews: Set<String> = []
    private var diagnostics: [Diagnostic] = []

    /// The pictures of `site` and `partners`.
    static func load(
        _ disk: any FileSystem, assets: [SitePath], site: SiteDefinition, partners: [PartnerDefinition], into diagnostics: inout [Diagnostic]
    ) throws(FileError) -> Pictures {
        var loader = PictureLoader(disk: disk, assets: Set(assets.map(\.text)))
        if let image = site.business.image { try loader.add(image, path: SiteReader.path, isPreview: true) }
        for offer in site.offers { if let image = offer.image { try loader.add(image, path: SiteReader.path, isPreview: false) } }
        // What is wrong with a picture is told where it is named first.
        for partner in partners.filter({ $0.overrides?.image != nil }).sorted(by: { $0.isWrittenBefore($1) }) {
            if let image = partner.overrides?.image { try loader.add(image, path: partner.location.path, isPreview: true) }
        }
        diagnostics += loader.diagnostics
        return Pictures(loader.pictures)
    }

    private init(disk: any FileSystem, assets: Set<String>) {
        self.disk = disk
        self.assets = assets
    }
}

private extension PictureLoader {
    /// Above these a picture keeps people waiting, or WhatsApp shows none (Meta, "Link previews": under 600 KB).
    static let heaviest = 300_000
    static let heaviestPreview = 600_000
    /// In pixels; what a card, or a preview, shows on a sharp screen.
    static let widest = 1_200
    /// In pixels; a phone unpacks a picture to four bytes for each, however small the file is.
    static let largestArea = 25_000_000

    mutating func add(_ field: Located<String>, path: String, isPreview: Bool) throws(FileError) {
        let location = SourceLocation(path: path, range: field.range)
        let isFirst = looked.insert(field.value).inserted
        guard isPreview ? previews.insert(field.value).inserted : isFirst else { return }
        guard assets.contains(field.value),
            let bytes = try SitePath("templates/assets/" + field.value).flatMap({ (place) throws(FileError) in try disk.read(place) })
        else {
            report(
                "S030", .error, location, "there is no picture `templates/assets/\(field.value)`",
                hint: didYouMean(field.value, assets.sorted()) + "put the picture into `templates/assets/`, and write its name here")
            return
        }
        guard let header = ImageHeader(bytes) else {
            report(
                "S031", .error, location, "`templates/assets/\(field.value)` is not a picture that browsers show",
                hint: "save it as PNG, JPEG, WebP, GIF or SVG")
            return
        }
        pictures[field.value] = Picture(path: Self.address(field.value), width: header.width, height: header.height, type: header.type)
        if isFirst, header.type != "image/svg+xml", header.width > Self.largestArea / header.height {
            report(
                "S036", .warning, location, "`\(field.value)` is \(header.width)×\(header.height) pixels, more than many phones can show",
                hint: "save it smaller: \(Self.widest) pixels of width are plenty")
        }
        if isPreview { checkPreview(header, bytes.count, field.value, location) }
        if isFirst, bytes.count > Self.heaviest, !isPreview || bytes.count <= Self.heaviestPreview {
            report(
                "S032", .warning, location, "`\(field.value)` is heavy: \(bytes.count / 1_000) KB, where \(Self.heaviest / 1_000) KB is plenty",
                hint: "save it as JPEG or WebP" + (header.width > Self.widest
                    ? ", and smaller: it is \(header.width) pixels wide, and \(Self.widest) are plenty" : " of lower quality"))
        }
    }

    /// The address of the asset `name` relative to `public/`: a name may hold what means something else in an address.
    static func address(_ name: String) -> String {
        var address = Array("assets".utf8)
        for part in name.utf8.split(separator: .slash) {
            address.append(.slash)
            for byte in part { address.append(percentEncoding: byte) }
        }
        return String(decoding: address, as: UTF8.self)
    }

    mutating func checkPreview(_ header: ImageHeader, _ size: Int, _ name: String, _ location: SourceLocation) {
        if header.type == "image/svg+xml" {
            report(
                "S033", .error, location, "`\(name)` is an SVG, which WhatsApp does not show in a link's preview",
                hint: "save it as PNG or JPEG, 1200×630")
            return
        }
        if size > Self.heaviestPreview {
            report(
                "S034", .error, location, "`\(name)` has \(size / 1_000) KB, and WhatsApp shows previews below \(Self.heaviestPreview / 1_000) KB",
                hint: "save it smaller, 1200×630 as JPEG")
        }
        if header.width < 300 || header.width > 4 * header.height {
            report(
                "S035", .error, location,
                "`\(name)` is \(header.width)×\(header.height), and WhatsApp wants 300 pixels of width or more and at most four times the height",
                hint: "1200×630 is usual")
        }
    }

    mutating func report(_ id: String, _ severity: Diagnostic.Severity, _ location: SourceLocation, _ message: String, hint: String) {
        diagnostics.append(Diagnostic(id, severity, at: location, message, hint: hint))
    }
}

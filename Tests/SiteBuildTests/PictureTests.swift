import Diagnostics
@testable import SiteBuild
import Testing
import TestSupport

/// Pictures: what their headers say, and what a build says of those that will not do.
@Suite struct PictureTests {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0x04, 0xB0, 0, 0, 0x02, 0x76, 8, 2, 0, 0, 0]
    private static let jpeg: [UInt8] = [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xFF, 0xC2, 0, 11, 8, 0x02, 0x76, 0x04, 0xB0, 3, 0, 0, 0,
    ]
    private static let gif: [UInt8] = Array("GIF89a".utf8) + [0xB0, 0x04, 0x76, 0x02, 0, 0, 0]
    private static let webp: [UInt8] = Array("RIFF\u{1A}\u{0}\u{0}\u{0}WEBPVP8 ".utf8) + [0, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A, 0xB0, 0x04, 0x76, 0x02]
    private static let losslessWebP: [UInt8] = Array("RIFF\u{1A}\u{0}\u{0}\u{0}WEBPVP8L".utf8) + [0, 0, 0, 0, 0x2F, 0xAF, 0x44, 0x9D, 0x00, 0, 0, 0, 0, 0]
    private static let extendedWebP: [UInt8] = Array("RIFF\u{1A}\u{0}\u{0}\u{0}WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 0xAF, 0x04, 0, 0x75, 0x02, 0]

    @Test(arguments: [
        (png, "image/png"), (jpeg, "image/jpeg"), (gif, "image/gif"), (webp, "image/webp"), (losslessWebP, "image/webp"), (extendedWebP, "image/webp"),
        (Array("<?xml version='1.0'?>\n<svg xmlns='x' width=\"1200px\" height='630'>".utf8), "image/svg+xml"),
        (Array("<svg viewBox=\"0 0 1199.5 629.1\">".utf8), "image/svg+xml"),
    ])
    func `a header tells the kind and the size, and cut off anywhere it tells nothing and does not fail`(bytes: [UInt8], type: String) throws {
        let header = try #require(ImageHeader(bytes))
        #expect(header.type == type)
        #expect([header.width, header.height] == [1_200, 630])
        for length in 0..<bytes.count { if let cut = ImageHeader(Array(bytes.prefix(length))) { #expect(cut == header) } }
    }

    @Test(arguments: [
        [], Array("not a picture".utf8), Array("<svg>".utf8), Array("<svg width=\"100%\" height=\"100%\">".utf8), Array("<svg viewBox=\"0 0 0 0\">".utf8),
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0], Array("%PDF-1.7".utf8),
    ])
    func `what is no picture has no header`(bytes: [UInt8]) {
        #expect(ImageHeader(bytes) == nil)
    }

    /// A file by its outlines, so that a failure does not print all of it.
    enum File: Sendable {
        case png(Int, Int, padding: Int = 0)
        case text(String)

        var bytes: [UInt8] {
            switch self {
            case .text(let text):
                return Array(text.utf8)
            case .png(let width, let height, let padding):
                var bytes = PictureTests.png
                for (place, value) in [(16, width), (20, height)] {
                    for byte in 0..<4 { bytes[place + byte] = UInt8(truncatingIfNeeded: value >> (24 - 8 * byte)) }
                }
                return bytes + [UInt8](repeating: 0, count: padding)
            }
        }
    }

    @Test(arguments: [
        ("p.png", File.png(1_200, 630), nil, nil),
        ("q.png", nil, "S030", "there is no picture `templates/assets/q.png`"),
        ("p.png", File.text("hello"), "S031", "`templates/assets/p.png` is not a picture that browsers show"),
        ("p.svg", File.text("<svg width=\"1200\" height=\"630\">"), "S033", "`p.svg` is an SVG, which WhatsApp does not show in a link's preview"),
        ("p.png", File.png(1_200, 630, padding: 400_000), "S032", "`p.png` is heavy: 400 KB, where 300 KB is plenty"),
        ("p.png", File.png(1_200, 630, padding: 700_000), "S034", "`p.png` has 700 KB, and WhatsApp shows previews below 600 KB"),
        ("p.svg", File.text("<svg width=\"10\" height=\"10\">"), "S033", "`p.svg` is an SVG, which WhatsApp does not show in a link's preview"),
        ("p.png", File.png(12_000, 8_000), "S036", "`p.png` is 12000×8000 pixels, more than many phones can show"),
        ("p.png", File.png(0xFFFF_FFFF, 0xFFFF_FFFF), "S036", "`p.png` is 4294967295×4294967295 pixels, more than many phones can show"),
        ("p.png", File.png(299, 100), "S035", "`p.png` is 299×100, and WhatsApp wants 300 pixels of width or more and at most four times the height"),
        ("p.png", File.png(1_300, 300), "S035", "`p.png` is 1300×300, and WhatsApp wants 300 pixels of width or more and at most four times the height"),
    ] as [(String, File?, String?, String?)])
    func `a picture for previews is checked for kind, weight and shape`(name: String, file: File?, id: String?, message: String?) throws {
        for isPartners in [false, true] {
            let disk = SiteText.site("-- partners/one.json --\n{name: 'One'}\n")
            if let file { disk.put(file.bytes, at: "templates/assets/\(name)") }
            if isPartners {
                disk["partners/a.json"] = "{name: 'A', image: '\(name)'}"
            } else {
                disk["site.json"] = disk["site.json"]?.replacing("\"telegram\"", with: "\"image\": \"\(name)\", \"telegram\"")
            }
            let found = try SiteBuilder.on(disk).run(.build).diagnostics
            #expect(found.map(\.id) == [id].compactMap { $0 })
            #expect(found.first?.message == message)
            if id != nil { #expect(found.first?.location?.path == (isPartners ? "partners/a.json" : "site.json")) }
        }
    }

    @Test func `a picture that is an offer's and a preview is checked as both, and its weight is told once`() throws {
        for (name, file, ids) in [("p.svg", File.text("<svg width=\"1200\" height=\"630\">"), ["S033"]), ("p.png", .png(1_200, 630, padding: 400_000), ["S032"])] {
            let disk = SiteText.site("-- partners/one.json --\n{name: 'One', image: '\(name)'}\n")
            disk.put(file.bytes, at: "templates/assets/\(name)")
            disk["site.json"] = disk["site.json"]?.replacing("\"price\"", with: "\"image\": \"\(name)\", \"price\"")
            #expect(try SiteBuilder.on(disk).run(.build).diagnostics.map(\.id) == ids)
        }
    }

    @Test func `an offer's picture is written with its size, and a huge one is a warning with the figures`() throws {
        let disk = SiteText.site("-- partners/one.json --\n{name: 'One'}\n-- templates/home.mustache --\n{{#offers}}{{#image}}<img src=\"{{href}}\" width=\"{{width}}\" height=\"{{height}}\">{{/image}}{{/offers}}\n")
        disk.put(File.png(640, 360, padding: 2_000_000).bytes, at: "templates/assets/cars/eco.png")
        disk["site.json"] = disk["site.json"]?.replacing("\"price\"", with: "\"image\": \"cars/eco.png\", \"price\"")
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.diagnostics.map(\.message) == ["`cars/eco.png` is heavy: 2000 KB, where 300 KB is plenty"])
        #expect(disk["public/index.html"] == "<img src=\"./assets/cars/eco.png\" width=\"640\" height=\"360\">\n")
        #expect(disk.contents["public/assets/cars/eco.png"]?.count == 2_000_029)
    }

    @Test func `a picture that is missing is told where it is named first, whatever the ids`() throws {
        let disk = SiteText.site("-- partners/b.csv --\nid,name,image\nz,Z,no.png\na,A,no.png\n-- partners/c.json --\n{\"name\": \"C\", \"image\": \"no.png\"}\n")
        let problems = try SiteBuilder.on(disk).run(.check).diagnostics
        #expect(problems.map(\.id) == ["S030"])
        #expect(problems.first?.location == SourceLocation(path: "partners/b.csv", range: 18..<24))
    }

    @Test func `the preview of a partner's page is the partner's own picture`() throws {
        let disk = try SampleSite.disk()
        disk.put(Self.png, at: "templates/assets/own.png")
        disk["partners/a.json"] = "{name: 'A', image: 'own.png'}"
        _ = try SiteBuilder.on(disk).run(.build)
        let page = try #require(disk["public/a/index.html"])
        for line in [
            "<meta property=\"og:image\" content=\"https://shiba-cars.example/assets/own.png\">", "<meta property=\"og:image:type\" content=\"image/png\">",
            "<meta property=\"og:image:width\" content=\"1200\">", "<meta property=\"og:image:height\" content=\"630\">",
            "<meta name=\"twitter:card\" content=\"summary_large_image\">",
        ] { #expect(page.contains(line), "\(line)") }
    }
}

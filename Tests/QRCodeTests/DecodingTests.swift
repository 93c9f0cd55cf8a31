@testable import QRCode
import Testing
import TestSupport

/// Codes read back by an independent decoder. Without zbar (`zbarimg`) these tests are listed as skipped; the known symbols
/// of `EncodingTests` then stand alone. SVG needs `rsvg-convert` besides.
@Suite struct DecodingTests {
    @Test("texts are read back", .enabled(if: SystemProgram.zbar.isInstalled, "zbarimg is not installed"), arguments: [
        "https://example.com/ru/sunrise/",
        "HTTPS://EXAMPLE.COM/SUNRISE/",
        "https://example.com/?code=HOTEL-SUNRISE-000123456789",
        "Привет! Аренда скутера на Пхукете, код РАССВЕТ",
        "https://example.com/th/สวัสดี/",
        "ÄÖÜ 世界 🛵",
        "0123456789",
        "line one\nline two",
        String(repeating: "https://wa.me/66812345678?text=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82 ", count: 10),
    ], QRLevel.allCases)
    func text(text: String, level: QRLevel) throws {
        let symbol = try QRCode.encode(text, level: level, raisesLevel: false)
        #expect(try SystemProgram.zbar.read(png: symbol.png(scale: 4)) == text)
    }

    @Test("every size and level is read back", .enabled(if: SystemProgram.zbar.isInstalled, "zbarimg is not installed"),
          arguments: [1, 2, 6, 7, 10, 15, 20, 27, 32, 40], QRLevel.allCases)
    func version(number: Int, level: QRLevel) throws {
        let version = try #require(QRVersion(number))
        let count = CodewordLayout(version, level).dataCount - 3
        let text = String((0..<count).map { Character(Unicode.Scalar(UInt8(0x61 + $0 * $0 % 26))) })
        let symbol = try QRCode.encode(text, level: level, raisesLevel: false)
        #expect(symbol.version == version)
        #expect(try SystemProgram.zbar.read(png: symbol.png(scale: 3)) == text)
        if SystemProgram.rsvg.isInstalled {
            let width = "\((symbol.size + 8) * 4)"
            let picture = try SystemProgram.rsvg.run(["-w", width], input: SVGDrawing(symbol).file(title: "x"))
            #expect(try SystemProgram.zbar.read(png: picture) == text)
        }
    }
}

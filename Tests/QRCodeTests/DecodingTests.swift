import Foundation
@testable import QRCode
import Testing

/// Codes read back by an independent decoder. Without zbar (`zbarimg`) these tests are listed as skipped; the known symbols
/// of `EncodingTests` then stand alone. SVG needs `rsvg-convert` besides.
@Suite struct DecodingTests {
    @Test("texts are read back", .enabled(if: Program.zbar.isInstalled, "zbarimg is not installed"), arguments: [
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
        #expect(try Program.zbar.read(png: symbol.png(scale: 4)) == text)
    }

    @Test("every size and level is read back", .enabled(if: Program.zbar.isInstalled, "zbarimg is not installed"),
          arguments: [1, 2, 6, 7, 10, 15, 20, 27, 32, 40], QRLevel.allCases)
    func version(number: Int, level: QRLevel) throws {
        let version = try #require(QRVersion(number))
        let count = CodewordLayout(version, level).dataCount - 3
        let text = String((0..<count).map { Character(Unicode.Scalar(UInt8(0x61 + $0 * $0 % 26))) })
        let symbol = try QRCode.encode(text, level: level, raisesLevel: false)
        #expect(symbol.version == version)
        #expect(try Program.zbar.read(png: symbol.png(scale: 3)) == text)
        if Program.rsvg.isInstalled {
            let width = "\((symbol.size + 8) * 4)"
            let picture = try Program.rsvg.run(["-w", width], input: symbol.svg(title: "x"))
            #expect(try Program.zbar.read(png: picture) == text)
        }
    }
}

/// A program of the system that reads its standard input.
private struct Program {
    let name: String

    static let zbar = Program(name: "zbarimg")
    static let rsvg = Program(name: "rsvg-convert")

    var path: String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    var isInstalled: Bool { path != nil }

    /// What zbar reads, without the line ending that it adds.
    func read(png: [UInt8]) throws -> String {
        let output = try run(["-q", "--raw", "-Sdisable", "-Sqrcode.enable", "png:-"], input: png)
        return String(decoding: output.dropLast(), as: UTF8.self)
    }

    func run(_ arguments: [String], input: [UInt8]) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(path))
        process.arguments = arguments
        let file = FileManager.default.temporaryDirectory.appending(path: "qr-\(UUID().uuidString)")
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }  // the system clears what is left of temporary files
        let output = Pipe()
        process.standardInput = try FileHandle(forReadingFrom: file)
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return [UInt8](bytes)
    }
}

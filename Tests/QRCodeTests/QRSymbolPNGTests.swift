import ByteText
@testable import QRCode
import Testing

@Suite struct QRSymbolPNGTests {
    @Test("a file has its three chunks with right checksums, and every pixel in place", arguments: [
        (1, 1), (1, 3), (4, 8), (7, 5), (12, 10), (40, 2),
    ])
    func file(number: Int, scale: Int) throws {
        let symbol = try QRCode.encode("https://e.com/", minimumVersion: #require(QRVersion(number)))
        let file = symbol.png(scale: scale)
        let side = UInt8((symbol.size + 8) * scale / 256)
        let low = UInt8((symbol.size + 8) * scale % 256)
        #expect(Array(file[..<8]) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])

        let chunks = try chunks(of: file[8...])
        #expect(chunks.map(\.type) == ["IHDR", "IDAT", "IEND"])
        #expect(chunks[0].content == [0, 0, side, low, 0, 0, side, low, 1, 0, 0, 0, 0])
        #expect(chunks[1].content == Deflate.zlib(scanlines(of: symbol, scale: scale)))
        #expect(chunks[2].content == [])
    }

    @Test func `a code for a page is a small file`() throws {
        let symbol = try QRCode.encode("https://example.com/ru/hotel-sunrise-phuket/")
        #expect(symbol.png(scale: 8).count < 600)
        #expect(symbol.png(scale: 24).count < 1_400)
    }
}

private extension QRSymbolPNGTests {
    struct Chunk {
        var type: String
        var content: [UInt8]
    }

    func chunks(of bytes: ArraySlice<UInt8>) throws -> [Chunk] {
        var chunks: [Chunk] = []
        var rest = bytes
        func number() -> Int {
            defer { rest = rest.dropFirst(4) }
            return rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        }
        while !rest.isEmpty {
            let count = number()
            try #require(rest.count >= count + 8)
            let checked = Array(rest.prefix(4 + count))
            rest = rest.dropFirst(4 + count)
            #expect(number() == Int(CRC32.checksum(checked)))
            chunks.append(Chunk(type: String(decoding: checked[..<4], as: UTF8.self), content: Array(checked[4...])))
        }
        return chunks
    }

    /// Pixel by pixel: 1 is white, the first pixel of eight is the highest bit.
    func scanlines(of symbol: QRSymbol, scale: Int) -> [UInt8] {
        let side = (symbol.size + 8) * scale
        return (0..<side).flatMap { y in
            let row = y / scale - 4
            guard y % scale == 0 else { return [2] + [UInt8](repeating: 0, count: (side + 7) / 8) }
            return [0] + stride(from: 0, to: side, by: 8).map { start in
                (0..<8).reduce(0 as UInt8) { $0 << 1 | (symbol.isDark(row: row, column: (start + $1) / scale - 4) ? 0 : 1) }
            }
        }
    }
}

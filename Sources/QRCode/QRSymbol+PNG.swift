import ByteText

/// The symbol as a picture of pixels.
extension QRSymbol {
    /// A PNG of one bit a pixel, black on white with the quiet zone, each module `scale` pixels a side (ISO/IEC 15948).
    ///
    /// A symbol of version 4 at scale 8 is a file of some 500 bytes. Sides may have up to 65,535 pixels.
    package func png(scale: Int) -> [UInt8] {
        let side = (size + 2 * Self.quietZone) * scale
        precondition(scale >= 1 && side <= 65_535)
        var header: [UInt8] = []
        header.append(bigEndian: UInt32(side))
        header.append(bigEndian: UInt32(side))
        header.append(contentsOf: [1, 0, 0, 0, 0])  // bits a sample, greyscale, deflate, the five filters, not interlaced

        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        Self.appendChunk("IHDR", header, to: &file)
        Self.appendChunk("IDAT", Deflate.zlib(scanlines(scale: scale)), to: &file)
        Self.appendChunk("IEND", [], to: &file)
        return file
    }
}

private extension QRSymbol {
    static func appendChunk(_ type: StaticString, _ content: [UInt8], to file: inout [UInt8]) {
        file.append(bigEndian: UInt32(content.count))
        let start = file.count
        file.append(literal: type)
        file.append(contentsOf: content)
        var checksum = CRC32()
        checksum.update(file[start...])
        file.append(bigEndian: checksum.value)
    }

    /// Every line of pixels behind the number of its filter: 0, as it is, for the first of a row of modules, and 2, the same as
    /// above, for those that repeat it, which become zeros.
    func scanlines(scale: Int) -> [UInt8] {
        let side = (size + 2 * Self.quietZone) * scale
        let byteCount = (side + 7) / 8
        var lines = [UInt8](repeating: 0, count: (byteCount + 1) * side)
        var place = 0
        for row in -Self.quietZone..<size + Self.quietZone {
            let line = place + 1
            for index in line..<line + byteCount { lines[index] = 0xFF }
            var column = 0
            while column < size {
                let start = column
                let dark = isDark(row: row, column: start)
                while column < size, isDark(row: row, column: column) == dark { column += 1 }
                if dark { Self.darken((start + Self.quietZone) * scale..<(column + Self.quietZone) * scale, of: &lines, from: line) }
            }
            place += byteCount + 1
            for _ in 1..<scale {
                lines[place] = 2
                place += byteCount + 1
            }
        }
        return lines
    }

    /// Clears the bits of `pixels` in the line that begins at `line`.
    static func darken(_ pixels: Range<Int>, of lines: inout [UInt8], from line: Int) {
        let (first, last) = (line + pixels.lowerBound / 8, line + pixels.upperBound / 8)
        let (before, upTo) = (~(0xFF as UInt8 >> UInt8(pixels.lowerBound % 8)), 0xFF as UInt8 >> UInt8(pixels.upperBound % 8))
        if first == last {
            lines[first] &= before | upTo
            return
        }
        lines[first] &= before
        for index in first + 1..<last { lines[index] = 0 }
        if pixels.upperBound % 8 > 0 { lines[last] &= upTo }
    }
}

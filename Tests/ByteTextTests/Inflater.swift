/// A reader of RFC 1951 that is slow and plain, to check the writer with.
struct Inflater {
    enum Fault: Error { case endOfStream, blockType, lengthCheck, code, distance, trailing }

    private let stream: [UInt8]
    private var position = 0
    private var output: [UInt8] = []

    static func inflate(_ stream: [UInt8]) throws -> [UInt8] {
        var inflater = Inflater(stream: stream)
        while try !inflater.readBlock() {}
        guard (inflater.position + 7) / 8 == stream.count else { throw Fault.trailing }
        return inflater.output
    }

    private init(stream: [UInt8]) { self.stream = stream }

    private mutating func bits(_ count: Int) throws -> Int {
        var value = 0
        for index in 0..<count {
            guard position / 8 < stream.count else { throw Fault.endOfStream }
            value |= Int(stream[position / 8] >> UInt8(position % 8) & 1) << index
            position += 1
        }
        return value
    }

    /// Whether it was the last one.
    private mutating func readBlock() throws -> Bool {
        let isLast = try bits(1) == 1
        switch try bits(2) {
        case 0:
            position = (position + 7) / 8 * 8
            let count = try bits(16)
            guard try bits(16) == ~count & 0xFFFF else { throw Fault.lengthCheck }
            for _ in 0..<count { output.append(UInt8(try bits(8))) }
        case 1:
            let literals = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
            try readCodes(Self.table(literals), Self.table([Int](repeating: 5, count: 30)))
        case 2:
            let (literalCount, distanceCount, lengthCount) = (try bits(5) + 257, try bits(5) + 1, try bits(4) + 4)
            var codeLengths = [Int](repeating: 0, count: 19)
            for symbol in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15].prefix(lengthCount) {
                codeLengths[symbol] = try bits(3)
            }
            let table = Self.table(codeLengths)
            var lengths: [Int] = []
            while lengths.count < literalCount + distanceCount {
                let symbol = try readSymbol(table)
                switch symbol {
                case 16:
                    guard let last = lengths.last else { throw Fault.code }
                    lengths += [Int](repeating: last, count: try bits(2) + 3)
                case 17: lengths += [Int](repeating: 0, count: try bits(3) + 3)
                case 18: lengths += [Int](repeating: 0, count: try bits(7) + 11)
                default: lengths.append(symbol)
                }
            }
            guard lengths.count == literalCount + distanceCount else { throw Fault.code }
            try readCodes(Self.table(Array(lengths[..<literalCount])), Self.table(Array(lengths[literalCount...])))
        default: throw Fault.blockType
        }
        return isLast
    }

    /// From a code's length and bits to its symbol.
    private static func table(_ lengths: [Int]) -> [[Int]: Int] {
        var table: [[Int]: Int] = [:]
        var code = 0
        for length in 1...15 {
            for symbol in lengths.indices where lengths[symbol] == length {
                table[[length, code]] = symbol
                code += 1
            }
            code <<= 1
        }
        return table
    }

    private mutating func readSymbol(_ table: [[Int]: Int]) throws -> Int {
        var code = 0
        for length in 1...15 {
            code = code << 1 | (try bits(1))
            if let symbol = table[[length, code]] { return symbol }
        }
        throw Fault.code
    }

    private mutating func readCodes(_ literals: [[Int]: Int], _ distances: [[Int]: Int]) throws {
        let lengthStarts = [
            3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
        ]
        let distanceStarts = [
            1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
            8193, 12289, 16385, 24577,
        ]
        while true {
            let symbol = try readSymbol(literals)
            if symbol == 256 { return }
            if symbol < 256 {
                output.append(UInt8(symbol))
                continue
            }
            let extra = symbol < 265 || symbol == 285 ? 0 : (symbol - 261) / 4
            let length = lengthStarts[symbol - 257] + (try bits(extra))
            let distanceSymbol = try readSymbol(distances)
            let distance = distanceStarts[distanceSymbol] + (try bits(max(0, distanceSymbol / 2 - 1)))
            guard distance <= output.count else { throw Fault.distance }
            for _ in 0..<length { output.append(output[output.count - distance]) }
        }
    }
}

package import Disk

/// Where bytes come from, front to back: a file, standard input, the output of `unzip`, or memory.
package protocol ByteSource {
    /// Reads up to `range.count` bytes to `buffer[range.lowerBound...]`, which must exist; how many came, 0 only at the end.
    mutating func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(FileError) -> Int

    /// Starts again from the first byte; false, and nothing changed, where that is impossible, as with a pipe.
    mutating func restart() throws(FileError) -> Bool

    /// What is wrong with the bytes as a whole; known once the last has been read.
    var fault: SourceFault? { get }
}

extension ByteSource {
    package var fault: SourceFault? { nil }
}

/// What can be wrong with bytes that a program unpacks.
package enum SourceFault: Equatable, Sendable {
    /// The archive is damaged or encrypted, and what came is not the whole file.
    case damaged
    /// There was more than the given number of bytes, and the rest was not read.
    case tooLong(limit: Int)
}

/// Bytes in memory, handed out in pieces of a chosen size.
package struct MemorySource: ByteSource {
    private let bytes: [UInt8]
    private let pieces: [Int]
    private let canRestart: Bool
    private var offset = 0
    private var turn = 0

    /// `pieces` are the sizes of the successive reads, in turn and over again; as much as is asked for when empty.
    package init(_ bytes: [UInt8], pieces: [Int] = [], canRestart: Bool = true) {
        self.bytes = bytes
        self.pieces = pieces.filter { $0 > 0 }
        self.canRestart = canRestart
    }

    package mutating func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(FileError) -> Int {
        var count = min(range.count, bytes.count - offset)
        if !pieces.isEmpty {
            count = min(count, pieces[turn % pieces.count])
            turn += 1
        }
        buffer.replaceSubrange(range.lowerBound..<range.lowerBound + count, with: bytes[offset..<offset + count])
        offset += count
        return count
    }

    package mutating func restart() throws(FileError) -> Bool {
        guard canRestart else { return false }
        offset = 0
        return true
    }
}

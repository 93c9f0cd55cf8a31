package import Disk

/// Reads the body of a request: as many bytes as were announced, and never more than the limit.
package enum BodyReader {
    /// Meta sends up to 3 MB (webhooks overview, April 2026); in bytes, with room for what a megabyte may mean.
    static let limit = 4 << 20
    /// In bytes.
    private static let discardLimit = 16 << 20

    /// How many bytes to read, or why none.
    enum Announcement: Equatable {
        case bytes(Int)
        case refused(HTTPStatus)

        init(_ length: CGIRequest.BodyLength) {
            switch length {
            case .missing: self = .refused(.lengthRequired)
            case .unreadable: self = .refused(.badRequest)
            case .enormous: self = .refused(.contentTooLarge)
            case .bytes(let count): self = count > BodyReader.limit ? .refused(.contentTooLarge) : .bytes(count)
            }
        }
    }

    /// Reads `count` bytes and forgets them, but not more than a server would ever pass on.
    package static func discard(_ count: Int, from source: any ByteSource) throws(FileError) {
        var source = source
        var left = min(count, discardLimit)
        if left == 0 { return }
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while left > 0 {
            let got = try source.read(into: &piece, 0..<min(piece.count, left))
            if got == 0 { return }
            left -= got
        }
    }

    /// The body of `count` bytes; nil where fewer come, because the sender went away or announced more than it had.
    static func read(_ count: Int, from source: any ByteSource) throws(FileError) -> [UInt8]? {
        var source = source
        var body = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = try source.read(into: &body, filled..<count)
            if got == 0 { return nil }
            filled += got
        }
        return body
    }
}

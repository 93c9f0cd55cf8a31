/// Why there is no symbol.
package enum QRCodeError: Error, Equatable, CustomStringConvertible {
    /// Not even version 40 holds it: the text's own length, and what it needs and has in the symbol at the asked level.
    case tooLong(byteCount: Int, neededBits: Int, availableBits: Int)

    /// The figures in bytes, for a diagnostic.
    package var description: String {
        switch self {
        case .tooLong(let byteCount, let neededBits, let availableBits):
            "a text of \(byteCount) bytes needs \((neededBits + 7) / 8) bytes in a QR code, "
                + "and the largest one has room for \(availableBits / 8)"
        }
    }
}

package import Disk

/// A file that a new site begins with.
package struct StarterFile: Sendable {
    /// Its place in the site's folder.
    package let path: SitePath
    private let contents: Contents

    /// How the file stands in the program: text as it is, other bytes as hexadecimal digits. A literal costs nothing at the start of
    /// the program and next to nothing to compile, which an array of bytes does not.
    enum Contents {
        case text(StaticString)
        case hexadecimal(StaticString)
    }

    init(_ path: SitePath, _ contents: Contents) {
        self.path = path
        self.contents = contents
    }

    /// The bytes of the file. O(size).
    package var bytes: [UInt8] {
        switch contents {
        case .text(let literal):
            // SAFETY: the literal lives as long as the program.
            literal.withUTF8Buffer { Array($0) }
        case .hexadecimal(let literal):
            // SAFETY: as above; the digits come in pairs, which the test of the generated file checks.
            literal.withUTF8Buffer { digits in
                stride(from: 0, to: digits.count, by: 2).map { Self.value(digits[$0]) << 4 | Self.value(digits[$0 + 1]) }
            }
        }
    }

    private static func value(_ digit: UInt8) -> UInt8 { digit < 0x3A ? digit - 0x30 : digit - 0x61 + 10 }
}

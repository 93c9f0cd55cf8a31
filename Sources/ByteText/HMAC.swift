/// Keyed hashes (RFC 2104) over SHA-1 and SHA-256: the proof that who sent a message knows the key.
package enum HMAC {
    /// The HMAC-SHA1 of `message`, 20 bytes.
    package static func sha1(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        let (inner, outer) = pads(key.count > 64 ? SHA1.digest(key) : key)
        return SHA1.digest(outer + SHA1.digest(inner + message))
    }

    /// The HMAC-SHA256 of `message`, 32 bytes.
    package static func sha256(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        let (inner, outer) = pads(key.count > 64 ? SHA256.digest(key) : key)
        return SHA256.digest(outer + SHA256.digest(inner + message))
    }

    /// The two blocks that the key is hashed in; both functions work on blocks of 64 bytes.
    private static func pads(_ key: [UInt8]) -> (inner: [UInt8], outer: [UInt8]) {
        let block = key + [UInt8](repeating: 0, count: 64 - key.count)
        return (block.map { $0 ^ 0x36 }, block.map { $0 ^ 0x5C })
    }
}

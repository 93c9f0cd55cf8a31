import ByteText

/// Which paths a manifest may list: what is listed is also what a later build may delete.
enum SafePath {
    /// Whether `path` stays inside the folder that it is relative to. O(path), without allocating.
    static func isSafe(_ path: String) -> Bool {
        var path = path
        return path.withUTF8 { bytes in
            var partLength = 0
            var partDots = 0
            for byte in bytes {
                if byte == .slash {
                    if partLength == 0 || partLength <= 2 && partDots == partLength { return false }
                    partLength = 0
                    partDots = 0
                    continue
                }
                if byte < 0x20 || byte == .backslash || byte == 0x7F { return false }
                partLength += 1
                if byte == .dot { partDots += 1 }
            }
            return partLength > 2 || partLength > 0 && partDots < partLength
        }
    }
}

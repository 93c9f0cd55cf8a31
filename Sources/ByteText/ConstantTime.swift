/// Comparisons that take as long for a wrong value as for the right one, so that nobody can find a secret byte by byte.
package enum ConstantTime {
    /// Whether `given` is `expected`. The time depends on the length of `given` alone; the length of a signature is no secret, and that of
    /// a token stays one.
    @inline(never)
    package static func areEqual(_ given: [UInt8], _ expected: [UInt8]) -> Bool {
        var difference = given.count ^ expected.count
        for index in given.indices {
            let other = expected.isEmpty ? 0 : expected[index % expected.count]
            difference |= Int(given[index] ^ other)
        }
        return difference == 0
    }
}

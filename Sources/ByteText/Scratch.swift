/// Gives `body` room for `count` words, all zero, that lasts as long as the call: on the stack, unless there are very many.
@inlinable @inline(__always)
package func withScratch<Result>(words count: Int, _ body: (inout MutableSpan<UInt64>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { buffer in
        // SAFETY: every word is set before the span is made, which cannot leave `body`.
        buffer.initialize(repeating: 0)
        var words = buffer.mutableSpan
        return body(&words)
    }
}

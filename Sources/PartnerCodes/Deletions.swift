import ByteText

/// What is left of codes by deleting symbols, all as keys (`CodeSkeleton.key`).
enum Deletions {
    static func symbolCount(of key: UInt64) -> Int { Int(truncatingIfNeeded: key &>> 60) }

    static func variantCount(symbols: Int, deleted: Int) -> Int {
        deleted == 0 ? 1 : deleted == 1 ? symbols : symbols * (symbols - 1) / 2
    }

    /// Gives the keys left by deleting `deleted` symbols to `body`, all at once.
    @inline(__always)
    static func withVariants<Result>(of key: UInt64, deleted: Int, _ body: (Span<UInt64>) -> Result) -> Result {
        withScratch(words: variantCount(symbols: symbolCount(of: key), deleted: deleted)) { variants in
            var count = 0
            visitVariants(of: key, deleted: deleted) { variant in
                variants[count] = variant
                count &+= 1
            }
            return body(variants.span.extracting(..<count))
        }
    }

    @inline(__always)
    static func visitVariants(of key: UInt64, deleted: Int, _ visit: (UInt64) -> Void) {
        if deleted == 0 { return visit(key) }
        let count = key &>> 60
        for first in 0..<count {
            // Of a run of the same symbol, deleting any one leaves the same.
            if first > 0, symbol(first, of: key) == symbol(first &- 1, of: key) { continue }
            let shorter = deleting(first, from: key)
            if deleted == 1 {
                visit(shorter)
                continue
            }
            for second in first..<count &- 1 {
                if second > first, symbol(second, of: shorter) == symbol(second &- 1, of: shorter) { continue }
                visit(deleting(second, from: shorter))
            }
        }
    }

    static func symbol(_ index: UInt64, of key: UInt64) -> UInt64 { key &>> (5 &* index) & 31 }

    static func deleting(_ index: UInt64, from key: UInt64) -> UInt64 {
        let below = UInt64(1) &<< (5 &* index) &- 1
        let symbols = key & (1 &<< 60 &- 1)
        return symbols & below | symbols &>> 5 & ~below | (key &>> 60 &- 1) &<< 60
    }
}

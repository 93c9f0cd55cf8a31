/// Bits that tell of the neighbours that automatic codes of one length have, three to six digits. They take memory, and time to fill it: there
/// are those that so many codes pay for. This is where they stand; the words themselves, those for all lengths in one array, are lent to each
/// question, for whatever holds them would be copied to be asked.
///
/// Slips can be taken in any order, those first that leave a symbol out. So a code and another that has one digit more are within two slips
/// where one slip leads from the shorter one to what the longer one leaves without a symbol; and one that has two more, where it leaves the
/// shorter one without two. What is left without a symbol is an automatic code as well, or is made one by that slip
/// (`visitShortenedAndMended`).
struct CodeBits: Sendable {
    /// What tells of codes of the same length.
    private enum SameLength {
        case none
        case all(ShortCodeBits)
        case most(NearCodeFilter)
    }

    /// What takes the more room, the more digits there are.
    private struct Sets {
        /// The codes of this length.
        var codes: AutomaticCodeSet
        /// These, and all that is one slip from one.
        var oneSlip: AutomaticCodeSet
        /// What codes with one digit more leave without a symbol.
        var shortened: AutomaticCodeSet
        /// Codes of this length that are too near to a longer one.
        var nearLonger: AutomaticCodeSet
    }

    private let sameLength: SameLength
    private let sets: Sets?

    /// How often the bits will be asked.
    enum Use {
        /// Once a code.
        case check
        /// A dozen times a code, or more.
        case search
    }

    /// None.
    init() {
        (sameLength, sets) = (.none, nil)
    }

    /// Those for `count` codes of this length, more or less. Their words begin at `end`, which moves behind them.
    init(digitCount: Int, expecting count: Int, for use: Use, movingBack end: inout Int) {
        // Where nearly all that there is room for is taken, it is best to know all that is taken; to note that takes longer than to note codes.
        sameLength = use == .search && (digitCount == 3 || digitCount == 4 && count >= 8_000)
            ? .all(ShortCodeBits(digitCount: digitCount, movingBack: &end)) : .most(NearCodeFilter(digitCount: digitCount, movingBack: &end))
        func set() -> AutomaticCodeSet { AutomaticCodeSet(digitCount: digitCount, movingBack: &end) }
        sets = digitCount < 6 ? Sets(codes: set(), oneSlip: set(), shortened: set(), nearLonger: set()) : nil
    }

    /// The lengths that can have any.
    static let digitCounts = 3...6

    /// The fewest new codes of three digits, four and so on for which bits pay, which take 0.3, 3, 30 and 42 MB: some dozens are asked about for
    /// each, and it saves about 2 µs.
    static let leastCounts = [50, 300, 4_000, 50_000]

    /// Whether they know all neighbours of codes of this length but the shorter ones. Codes of six digits have a filter alone.
    var isComplete: Bool { sets != nil }

    /// Adds a code of this length.
    func insert(_ code: AutomaticCode, into words: inout MutableSpan<UInt64>) {
        switch sameLength {
        case .none: return
        case .all(let bits): bits.insert(code, into: &words)
        case .most(let filter): filter.insert(code, into: &words)
        }
        guard let sets else { return }
        sets.codes.insert(into: &words) { code.visitItself($0) }
        sets.oneSlip.insert(into: &words) { code.visitOneSlip($0) }
    }

    /// Adds a code that has one digit more.
    func insert(longer code: AutomaticCode, into words: inout MutableSpan<UInt64>) {
        guard let sets else { return }
        sets.shortened.insert(into: &words) { code.visitShortened($0) }
        sets.nearLonger.insert(into: &words) { code.visitShortenedAndMended($0) }
    }

    /// Adds a code that has two digits more.
    func insert(muchLonger code: AutomaticCode, into words: inout MutableSpan<UInt64>) {
        sets?.nearLonger.insert(into: &words) { code.visitShortenedTwice($0) }
    }

    /// Those that tell all about codes of the same length, where there are such.
    @inline(__always)
    var allOfSameLength: ShortCodeBits? {
        if case .all(let bits) = sameLength { bits } else { nil }
    }

    /// Whether they show a code of this length to be near `code`, which has this length too.
    @inline(__always)
    func blocks(_ code: AutomaticCode, in words: Span<UInt64>) -> Bool {
        switch sameLength {
        case .none: return false
        case .all(let bits): return bits.hasNeighbour(of: code, in: words)
        case .most(let filter):
            if filter.blocks(code, in: words) { return true }
            return sets.map { sets in sets.oneSlip.containsAny(in: words, { code.visitSwapped($0) }) } ?? false
        }
    }

    /// Whether they show a longer code to be near `code`, which has this length.
    @inline(__always)
    func blocks(shorter code: AutomaticCode, in words: Span<UInt64>) -> Bool {
        guard let sets else { return false }
        return sets.nearLonger.containsAny(in: words, { code.visitItself($0) }) || sets.shortened.containsAny(in: words, { code.visitOneSlip($0) })
    }

    /// Whether they show a code to be near `code`, which has one digit more.
    func blocks(longer code: AutomaticCode, in words: Span<UInt64>) -> Bool {
        guard let sets else { return false }
        return sets.oneSlip.containsAny(in: words, { code.visitShortened($0) }) || sets.codes.containsAny(in: words, { code.visitShortenedAndMended($0) })
    }

    /// Whether they show a code to be near `code`, which has two digits more.
    func blocks(muchLonger code: AutomaticCode, in words: Span<UInt64>) -> Bool {
        sets.map { sets in sets.codes.containsAny(in: words, { code.visitShortenedTwice($0) }) } ?? false
    }
}

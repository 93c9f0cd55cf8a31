/// Bits that tell of the neighbours of automatic codes of one length, three to six digits. They take time and memory of their own: there are
/// those of a kind only once there are so many codes that they save more.
struct CodeBits: Sendable {
    private let digitCount: Int
    private var short: ShortCodeBits?
    private var filter: NearCodeFilter?
    private var oneSlip: OneSlipBits?

    /// With how many codes of three to six digits there is more to have: for three digits all that is taken, for four the same once nearly all
    /// is; six need 42 MB.
    static let steps = [[1], [1, 8_000], [4_000], [50_000]]

    /// Those after so many of the `steps`, with `codes`.
    init(digitCount: Int, afterSteps stepCount: Int, of codes: some Sequence<AutomaticCode>) {
        self.digitCount = digitCount
        if stepCount == 0 { return }
        if digitCount == 3 || stepCount == 2 {
            short = ShortCodeBits(digitCount: digitCount)
        } else {
            filter = NearCodeFilter(digitCount: digitCount)
        }
        if digitCount < 6 { oneSlip = OneSlipBits(digitCount: digitCount) }
        for code in codes { insert(code) }
    }

    /// Whether they know all neighbours of this length.
    var isComplete: Bool { short != nil || filter != nil && oneSlip != nil }

    /// Adds a code of this length.
    mutating func insert(_ code: AutomaticCode) {
        short?.insert(code)
        filter?.insert(code)
        oneSlip?.insert(code)
    }

    /// Whether a code was added that is near `code`, which has this length too.
    func blocks(_ code: AutomaticCode) -> Bool {
        if let short { return short.hasNeighbour(of: code) }
        return filter?.blocks(code) == true || oneSlip?.containsSwap(of: code) == true
    }

    /// The same for `code` with one more digit. Some that are near are not known.
    func blocks(longer code: AutomaticCode) -> Bool { oneSlip?.containsShorter(of: code) == true }
}

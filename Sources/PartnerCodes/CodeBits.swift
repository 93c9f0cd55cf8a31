/// Bits that tell of the neighbours of automatic codes of one length, three to six digits. They take time and memory of their own: there are
/// those of a kind only once there are so many codes that they save more.
struct CodeBits: Sendable {
    // Each takes nothing and knows nothing where there is none. (Optionals would be copied to be asked.)
    private var short = ShortCodeBits()
    private var filter: NearCodeFilter
    private var oneSlip = OneSlipBits()

    /// With how many codes of three digits, four and so on there is more to have while codes are found for so many partners: for three digits all
    /// that is taken; for four a filter, and all that is taken once nearly all is; for five and six, which need 11 and 42 MB, a filter. A few
    /// thousand partners are not worth filling the large ones with the codes of before.
    static func steps(forNew count: Int) -> [[Int]] { count < 4_000 ? [[1], [1]] : [[1], [1, 8_000], [4_000], [50_000]] }

    /// Those after so many of the `steps`, with `codes`.
    init(digitCount: Int, afterSteps stepCount: Int, of codes: some Sequence<AutomaticCode>) {
        filter = NearCodeFilter(digitCount: digitCount)
        if stepCount == 0 { return }
        if digitCount == 3 || stepCount == 2 { short.makeRoom(digitCount: digitCount) } else { filter.makeRoom() }
        if digitCount < 6 { oneSlip.makeRoom(digitCount: digitCount) }
        for code in codes { insert(code) }
    }

    /// Whether they know all neighbours of this length.
    var isComplete: Bool { !oneSlip.isEmpty }

    /// Adds a code of this length.
    mutating func insert(_ code: AutomaticCode) {
        if !short.isEmpty { short.insert(code) }
        if !filter.isEmpty { filter.insert(code) }
        if !oneSlip.isEmpty { oneSlip.insert(code) }
    }

    /// Whether they show a code to be near `code`, which has this length too. If they are complete, none is where they do not.
    @inline(__always)
    func blocks(_ code: AutomaticCode) -> Bool {
        if !short.isEmpty { return short.hasNeighbour(of: code) }
        if filter.isEmpty { return false }
        return filter.blocks(code) || !oneSlip.isEmpty && oneSlip.containsSwap(of: code)
    }

    /// Whether they show a code to be near `code`, which has one more digit. Others may be.
    @inline(__always)
    func blocks(longer code: AutomaticCode) -> Bool { !oneSlip.isEmpty && oneSlip.containsShorter(of: code) }
}

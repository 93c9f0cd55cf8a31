/// The modules of one row or column as bits: 1 is dark, the lowest bit is column 0, and beyond the symbol everything is light.
///
/// One word holds versions 1 to 11, which is every URL of a page; `WideRow` holds all.
protocol ModuleRow: Sendable {
    static var columnCount: Int { get }
    /// No module dark.
    init()
    /// The modules from `column` on, dark where `bits` has a 1.
    init(_ bits: UInt64, at column: Int)
    /// Twelve modules again and again.
    init(repeating twelve: UInt16)

    func isDark(_ column: Int) -> Bool
    mutating func darken(_ column: Int)
    var darkCount: Int { get }
    /// Each module where its neighbour `count` columns on stood; `count` is under 64.
    func ahead(_ count: Int) -> Self
    /// Each module where its neighbour `count` columns before stood; `count` is under 64.
    func behind(_ count: Int) -> Self

    static prefix func ~ (row: Self) -> Self
    static func & (left: Self, right: Self) -> Self
    static func | (left: Self, right: Self) -> Self
    static func ^ (left: Self, right: Self) -> Self

    static var wordCount: Int { get }
    func appendWords(to words: inout [UInt64])
}

extension UInt64: ModuleRow {
    static var columnCount: Int { 64 }
    static var wordCount: Int { 1 }

    init(_ bits: UInt64, at column: Int) { self = bits << UInt64(column) }
    init(repeating twelve: UInt16) { self = UInt64(twelve) &* 0x1001_0010_0100_1001 }

    func isDark(_ column: Int) -> Bool { self &>> UInt64(truncatingIfNeeded: column) & 1 == 1 }
    mutating func darken(_ column: Int) { self |= 1 &<< UInt64(truncatingIfNeeded: column) }
    var darkCount: Int { nonzeroBitCount }
    @inline(__always) func ahead(_ count: Int) -> UInt64 { self &>> UInt64(truncatingIfNeeded: count) }
    @inline(__always) func behind(_ count: Int) -> UInt64 { self &<< UInt64(truncatingIfNeeded: count) }
    func appendWords(to words: inout [UInt64]) { words.append(self) }
}

/// A row of up to 192 modules.
struct WideRow: ModuleRow {
    private var low: UInt64 = 0
    private var middle: UInt64 = 0
    private var high: UInt64 = 0

    static var columnCount: Int { 192 }
    static var wordCount: Int { 3 }

    init() {}

    private init(_ low: UInt64, _ middle: UInt64, _ high: UInt64) { (self.low, self.middle, self.high) = (low, middle, high) }

    init(_ bits: UInt64, at column: Int) {
        let shift = UInt64(column % 64)
        let (below, above) = (bits << shift, bits >> (64 - shift))
        switch column / 64 {
        case 0: self.init(below, above, 0)
        case 1: self.init(0, below, above)
        default: self.init(0, 0, below)
        }
    }

    init(repeating twelve: UInt16) {
        func word(turned count: UInt16) -> UInt64 {
            UInt64(repeating: (twelve >> count | twelve << (12 - count)) & 0xFFF)
        }
        // Words begin 64 columns apart, which is 4 more than five times twelve.
        self.init(word(turned: 0), word(turned: 4), word(turned: 8))
    }

    func isDark(_ column: Int) -> Bool {
        (column < 64 ? low : column < 128 ? middle : high).isDark(column & 63)
    }

    mutating func darken(_ column: Int) {
        if column < 64 { low.darken(column) } else if column < 128 { middle.darken(column & 63) } else { high.darken(column & 63) }
    }

    var darkCount: Int { low.nonzeroBitCount + middle.nonzeroBitCount + high.nonzeroBitCount }

    @inline(__always) func ahead(_ count: Int) -> WideRow {
        let shift = UInt64(truncatingIfNeeded: count)
        return WideRow(low >> shift | middle << (64 - shift), middle >> shift | high << (64 - shift), high >> shift)
    }

    @inline(__always) func behind(_ count: Int) -> WideRow {
        let shift = UInt64(truncatingIfNeeded: count)
        return WideRow(low << shift, middle << shift | low >> (64 - shift), high << shift | middle >> (64 - shift))
    }

    static prefix func ~ (row: WideRow) -> WideRow { WideRow(~row.low, ~row.middle, ~row.high) }
    static func & (left: WideRow, right: WideRow) -> WideRow {
        WideRow(left.low & right.low, left.middle & right.middle, left.high & right.high)
    }
    static func | (left: WideRow, right: WideRow) -> WideRow {
        WideRow(left.low | right.low, left.middle | right.middle, left.high | right.high)
    }
    static func ^ (left: WideRow, right: WideRow) -> WideRow {
        WideRow(left.low ^ right.low, left.middle ^ right.middle, left.high ^ right.high)
    }

    func appendWords(to words: inout [UInt64]) {
        words.append(low)
        words.append(middle)
        words.append(high)
    }
}

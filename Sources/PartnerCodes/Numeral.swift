/// A number of so many figures: the digits of an automatic code, or its letters, which are three figures from 0 to 7. It gives what slips make
/// of it, some of that more than once.
struct Numeral {
    let value: Int
    let count: Int
    /// How many figures there are to choose from.
    let radix: Int

    /// Gives what is left without each one of the figures.
    @inline(__always)
    func visitWithoutOne(_ visit: (Int) -> Void) {
        var (leading, unit) = (value, 1)
        for _ in 0..<count {
            let before = leading / radix
            visit(value &- (leading &- before) &* unit)
            (leading, unit) = (before, unit &* radix)
        }
    }

    /// Gives all that one figure more makes of it.
    @inline(__always)
    func visitWithOneMore(_ visit: (Int) -> Void) {
        var (before, after, unit) = (value, 0, 1)
        for _ in 0...count {
            let zeroed = before &* radix &* unit &+ after
            for figure in 0..<radix { visit(zeroed &+ figure &* unit) }
            after &+= before % radix &* unit
            (before, unit) = (before / radix, unit &* radix)
        }
    }

    /// Gives the number with each two neighbours swapped.
    @inline(__always)
    func visitSwapped(_ visit: (Int) -> Void) {
        var (leading, unit) = (value, 1)
        for _ in 1..<count {
            let before = leading / radix
            visit(value &- (before % radix &- leading % radix) &* (radix &- 1) &* unit)
            (leading, unit) = (before, unit &* radix)
        }
    }

    /// Gives it and all of as many figures that one slip makes of it.
    @inline(__always)
    func visitOneSlip(_ visit: (Int) -> Void) {
        visitZeroed { zeroed, unit, _ in
            for figure in 0..<radix { visit(zeroed &+ figure &* unit) }
        }
        visitSwapped(visit)
    }

    /// Gives it and all of as many figures that two slips make of it: two figures replaced, or two swapped and another slip, or one left out
    /// and another put in.
    @inline(__always)
    func visitTwoSlips(_ visit: (Int) -> Void) {
        visitZeroed { zeroed, unit, before in
            Numeral(value: zeroed, count: before, radix: radix).visitZeroed(from: unit &* radix) { zeroed, otherUnit, _ in
                for figure in 0..<radix {
                    for other in 0..<radix { visit(zeroed &+ figure &* unit &+ other &* otherUnit) }
                }
            }
        }
        visitSwapped { Numeral(value: $0, count: count, radix: radix).visitOneSlip(visit) }
        visitWithoutOne { Numeral(value: $0, count: count &- 1, radix: radix).visitWithOneMore(visit) }
    }
}

private extension Numeral {
    /// Gives the number with a 0 for each one of the first `count` figures, the last of which stands for so many `unit`s, with the unit of
    /// that figure and how many there are before it.
    @inline(__always)
    func visitZeroed(from unit: Int = 1, _ visit: (_ zeroed: Int, _ unit: Int, _ before: Int) -> Void) {
        var (leading, unit, before) = (value / unit, unit, count)
        while before > 0 {
            before &-= 1
            visit(value &- leading % radix &* unit, unit, before)
            (leading, unit) = (leading / radix, unit &* radix)
        }
    }
}

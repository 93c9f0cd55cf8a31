/// One place of a text that speaks of a code, before the places of a message are put together to a verdict.
struct CodeFinding {
    enum Meaning {
        /// It is this code.
        case exact(Int)
        /// It is one slip from this code and no other.
        case corrected(Int)
        /// A question: any of these, or none.
        case question
        /// It is announced as a code and is nobody's.
        case unknown

        var isQuestion: Bool { if case .question = self { true } else { false } }
    }

    var meaning: Meaning
    var rule: MatchRule
    var range: Range<Int>
    /// Codes and slips, nearest first.
    var near: [(code: Int, distance: Int)] = []

    var isExact: Bool { if case .exact = meaning { true } else { false } }

    /// The code that is credited, if one is.
    var creditedCode: Int? {
        switch meaning {
        case .exact(let code), .corrected(let code): code
        case .question, .unknown: nil
        }
    }
}

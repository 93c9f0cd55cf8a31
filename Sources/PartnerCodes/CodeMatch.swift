/// What a text, read as a code, is among the codes of a site. Numbers are those of the index that was asked.
package enum CodeMatch: Equatable, Sendable {
    /// It is this code, after folding.
    case exact(Int)
    /// It is one slip from this code and from no other.
    case corrected(Int)
    /// It is one slip from each of these, or is these at once; no codes that keep their spacing can bring this about.
    case ambiguous([Int])
    /// It is two slips from these and nearer to none: something to show, not to credit.
    case near([Int])
    /// No code is within two slips.
    case unknown
}

/// A code that is too close to an earlier one to stand on one site with it.
package struct CodeConflict: Equatable, Sendable {
    /// Where the two stand in the list that was checked, `first` before `second`.
    package let first: Int
    package let second: Int
    /// The slips between them: 0 (the same to a reader), 1 or 2.
    package let distance: Int
}

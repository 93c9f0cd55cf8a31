import Manifest
import PartnerCodes
import Synchronization

/// Which code a text is, and which codes are near it.
///
/// What a text is is asked for many words of many messages and answered at once. What is near is asked for the few that are announced
/// and are no code; the table that makes that quick takes as long to build as some hundred answers without it, so it is built when it
/// has proved its worth. A final class, for matchers on several threads share what is built.
final class CodeTable: Sendable {
    /// How many answers are given without the table. Building it takes some three microseconds a code, an answer without it three
    /// nanoseconds a code.
    private static let answersBeforeTable = 250

    private struct NearMisses {
        var index: NearMissIndex
        var answers = 0
    }

    private let exact: NearMissIndex
    private let slips: SlipFilter
    private let nearMisses: Mutex<NearMisses>
    /// The withdrawn codes of the manifest that no code that counts can be taken for, numbered after those.
    let withdrawn: [Manifest.WithdrawnCode]

    /// O(codes): some 10 ms for 100,000.
    init(_ manifest: Manifest) {
        var index = NearMissIndex(manifest.partners.flatMap(\.codes))
        var withdrawn: [Manifest.WithdrawnCode] = []
        for code in manifest.withdrawn where index.exactMatch(code.code.skeleton) == nil {
            index.insert(code.code)
            withdrawn.append(code)
        }
        exact = index
        slips = SlipFilter(manifest.partners.flatMap(\.codes) + withdrawn.map(\.code))
        nearMisses = Mutex(NearMisses(index: index))
        self.withdrawn = withdrawn
    }

    /// Whether the code `number` counts for no one.
    func isWithdrawn(_ number: Int) -> Bool { number >= exact.count - withdrawn.count }

    /// The number of the code that `skeleton` is. Allocates nothing.
    func exactMatch(_ skeleton: CodeSkeleton) -> Int? { exact.exactMatch(skeleton) }

    /// False only where no code is `skeleton` or one slip from it. Allocates nothing.
    func mayBeWithinOneSlip(_ skeleton: CodeSkeleton) -> Bool { slips.mayBeNear(skeleton) }

    /// How many symbols the longest text has that is a code or one slip from one.
    var longestNear: Int { slips.longestNear }

    /// All codes within two slips, nearest first.
    func neighbours(of skeleton: CodeSkeleton) -> [NearMissIndex.Neighbour] {
        nearMisses.withLock { near in
            near.answers += 1
            if near.answers == Self.answersBeforeTable { near.index.prepare(forLookups: .max) }
            return near.index.neighbours(of: skeleton)
        }
    }
}

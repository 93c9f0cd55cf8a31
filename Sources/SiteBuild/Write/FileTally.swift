import Disk

/// How the files of the output came out.
package struct FileTally: Equatable, Sendable {
    package var created = 0
    package var replaced = 0
    package var unchanged = 0
    package var removed = 0
    /// The first few paths that changed, relative to the output folder.
    package var examples: [String] = []

    mutating func count(_ outcome: UpdateOutcome, _ path: @autoclosure () -> String) {
        switch outcome {
        case .created: created += 1
        case .replaced: replaced += 1
        case .unchanged: unchanged += 1
        }
        if outcome != .unchanged, examples.count < Self.exampleLimit { examples.append(path()) }
    }

    mutating func add(_ other: FileTally) {
        created += other.created
        replaced += other.replaced
        unchanged += other.unchanged
        removed += other.removed
        examples += other.examples.prefix(Self.exampleLimit - examples.count)
    }

    static let exampleLimit = 12
}

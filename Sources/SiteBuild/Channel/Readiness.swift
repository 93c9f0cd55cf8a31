/// A checklist: what is done and what is missing before customers' messages come through a channel.
package struct Readiness: Equatable, Sendable {
    package enum State: String, Sendable {
        case done
        /// Without it the channel does not work, or something private is open.
        case missing
        /// It may be right or wrong; only a person knows.
        case look
        /// It stands where this program cannot see: in the channel's own console, on a phone.
        case byHand = "by-hand"
    }

    /// One line of the list.
    package struct Finding: Equatable, Sendable {
        /// A stable name such as `number-same`, for other programs.
        package var id: String
        package var state: State
        /// One sentence without a full stop; names of things in backticks. Never a secret.
        package var text: String
        /// What to do; nil when there is nothing to do.
        package var remedy: String?

        init(_ id: String, _ state: State, _ text: String, remedy: String? = nil) {
            self.id = id
            self.state = state
            self.text = text
            self.remedy = remedy
        }
    }

    /// Findings on one subject, in the order in which they are dealt with.
    package struct Group: Equatable, Sendable {
        package var title: String
        package var findings: [Finding]
    }

    package var channel: Channel
    package var groups: [Group]

    /// How many findings stand in the way.
    package var missingCount: Int { groups.reduce(0) { $0 + $1.findings.count { $0.state == .missing } } }
    /// Whether nothing that this program can see stands in the way.
    package var isReady: Bool { missingCount == 0 }
}

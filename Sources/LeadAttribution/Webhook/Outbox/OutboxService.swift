package import Disk

/// Tries what waits in an outbox, and decides what becomes of each entry.
///
/// After a failure an entry waits one minute, then two, four and so on up to six hours; what was not taken in three days is given up, unless the machine
/// was off for most of them. A service that cannot be reached at all is not tried again for the other entries of this round.
package struct OutboxService {
    static let firstPause = 60
    static let longestPause = 6 * 3_600
    static let patience = 3 * 86_400
    /// Nothing is given up before so many, whatever the clock says.
    static let leastAttempts = 8

    /// What came of an attempt.
    package enum Attempt: Equatable, Sendable {
        case delivered
        /// It is no longer wanted, for this reason.
        case dropped(String)
        /// The service will never take it, for this reason.
        case refused(String)
        /// The service took no notice, for this reason; it may say in how many seconds to try again.
        case postponed(String, seconds: Int?)
        /// The service is away, for this reason.
        case unreachable(String)
    }

    /// What a round came to.
    package struct Round: Equatable, Sendable {
        package var delivered = 0
        package var postponed = 0
        package var givenUp = 0
        package var dropped = 0
        /// Why the last of those was dropped.
        package var droppedReason: String?
    }

    private let outbox: Outbox
    private let clock: () -> Int

    /// `clock` gives seconds since 1970 UTC.
    package init(_ outbox: Outbox, clock: @escaping () -> Int) {
        self.outbox = outbox
        self.clock = clock
    }

    /// Tries each entry that is due by `send`. To be called only while serving.
    package func serve(_ send: (OutboxEntry) -> Attempt) throws(FileError) -> Round {
        var round = Round()
        var away: [OutboxEntry.Purpose: String] = [:]
        let start = clock()
        for var entry in try outbox.waiting() where Self.isDue(entry, at: start) {
            if away[entry.purpose] != nil {
                round.postponed += 1
                continue
            }
            entry.attempts += 1
            switch send(entry) {
            case .delivered:
                try outbox.remove(entry)
                round.delivered += 1
            case .dropped(let reason):
                try outbox.remove(entry)
                round.dropped += 1
                round.droppedReason = reason
            case .refused(let problem):
                entry.lastProblem = problem
                try outbox.giveUp(entry)
                round.givenUp += 1
            case .postponed(let problem, let seconds):
                try postpone(&entry, problem, seconds, &round)
            case .unreachable(let problem):
                away[entry.purpose] = problem
                try postpone(&entry, problem, nil, &round)
            }
        }
        return round
    }

    /// Whether an entry may be tried. One that is to wait longer than anything does was put off by a clock that was ahead.
    static func isDue(_ entry: OutboxEntry, at now: Int) -> Bool { entry.notBefore <= now || entry.notBefore > now + longestPause }

    /// How long to wait after so many attempts, in seconds.
    static func pause(afterAttempts attempts: Int) -> Int {
        min(longestPause, firstPause << min(max(attempts - 1, 0), 20))
    }
}

private extension OutboxService {
    func postpone(_ entry: inout OutboxEntry, _ problem: String, _ seconds: Int?, _ round: inout Round) throws(FileError) {
        let now = clock()
        entry.lastProblem = problem
        if now - entry.createdAt >= Self.patience, entry.attempts >= Self.leastAttempts {
            try outbox.giveUp(entry)
            round.givenUp += 1
            return
        }
        entry.notBefore = now + min(max(seconds ?? 0, Self.pause(afterAttempts: entry.attempts)), Self.longestPause)
        try outbox.update(entry)
        round.postponed += 1
    }
}

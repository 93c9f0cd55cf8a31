import Diagnostics

/// What there is to say about an export as a whole.
struct ChatNotes: Equatable {
    /// How often something happened, and where first.
    struct Tally: Equatable {
        private(set) var count = 0
        private(set) var firstLine = 0

        mutating func note(_ line: Int) {
            if count == 0 { firstLine = line }
            count += 1
        }

        mutating func add(_ later: Tally) {
            if count == 0 { firstLine = later.firstLine }
            count += later.count
        }
    }

    /// Whether there was a header at all.
    var hasBegun = false
    var linesBefore = 0
    /// The lines of messages that were cut.
    var cuts: [Int] = []
    var contradictions = Tally()
    var unreadableDates = Tally()
    var notices = Tally()
    var otherForms = Tally()

    /// Adds what was noted of later lines.
    mutating func add(_ later: ChatNotes) {
        hasBegun = hasBegun || later.hasBegun
        linesBefore += later.linesBefore
        cuts += later.cuts
        contradictions.add(later.contradictions)
        unreadableDates.add(later.unreadableDates)
        notices.add(later.notices)
        otherForms.add(later.otherForms)
    }

    func diagnostics(_ path: String) -> [Diagnostic] {
        guard hasBegun else { return [MessageDiagnostics.noMessages(path)] }
        var all = cuts.map { MessageDiagnostics.messageCut(path, line: $0) }
        if linesBefore > 0 { all.append(MessageDiagnostics.linesBeforeFirst(path, count: linesBefore)) }
        if contradictions.count > 0 {
            all.append(MessageDiagnostics.orderContradicted(path, line: contradictions.firstLine, count: contradictions.count))
        }
        if unreadableDates.count > 0 {
            all.append(MessageDiagnostics.datesUnreadable(path, line: unreadableDates.firstLine, count: unreadableDates.count))
        }
        if notices.count > 0 { all.append(MessageDiagnostics.takenForNotices(path, line: notices.firstLine, count: notices.count)) }
        if otherForms.count >= 3 { all.append(MessageDiagnostics.otherForm(path, line: otherForms.firstLine, count: otherForms.count)) }
        return all
    }
}

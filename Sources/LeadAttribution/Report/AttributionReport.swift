package import Manifest
package import PartnerCodes

/// What a number of messages comes to: the figures of every form of the report.
package struct AttributionReport: Sendable {
    package struct PartnerRow: Equatable, Sendable {
        package var id: PartnerID
        package var name: String
        package var status: Manifest.Status
        /// Leads that are credited to the partner.
        package var leads: Int
        /// Messages with a code of the partner.
        package var messages: Int
        /// Of these messages; nil where none has a time.
        package var first: MessageTime?
        package var last: MessageTime?
    }

    /// A message that a person should look at.
    package struct Doubtful: Sendable {
        package var message: Message
        package var verdict: Verdict
    }

    /// A person who sent codes of several partners.
    package struct Conflict: Equatable, Sendable {
        package var person: String
        /// In order of appearance.
        package var partners: [PartnerID]
        /// The one for whom the person counts; several where the person is several leads.
        package var credited: [PartnerID]
        package var first: LeadTouch
    }

    /// Leads of one month (or, in a short period, one day) by partner.
    package struct PeriodCount: Equatable, Sendable {
        /// `2026-11` or `2026-11-20`.
        package var name: String
        package var leads: Int
    }

    /// The kinds that are listed, in the order of the lists.
    package static let doubtfulKinds: [Verdict.Kind] = [.corrected, .ambiguous, .conflicting, .unknown]
    /// The most messages that are listed of each.
    package static let listLimit = 200

    /// Without those that were counted already.
    package var messages: Int
    /// Those that were counted already.
    package var repeated: Int
    /// Of those without a code, the ready texts of the site's links: the customer deleted the code, or came by a page that has none.
    package var withoutCode: Int
    package var verdicts: [Verdict.Kind: Int]
    package var leads: Int
    /// Only partners with a message, most leads first.
    package var partners: [PartnerRow]
    /// At most `listLimit` of each kind; `verdicts` has the full numbers.
    package var doubtful: [Verdict.Kind: [Doubtful]]
    /// At most `listLimit`.
    package var conflicts: [Conflict]
    package var conflictCount: Int
    /// Without gaps; empty where no lead has a time.
    package var periods: [PeriodCount]
    package var first: MessageTime?
    package var last: MessageTime?
    package var rules: LeadRules
}

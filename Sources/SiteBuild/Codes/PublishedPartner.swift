package import PartnerCodes

/// A partner that has pages: one who is defined, or one who left and whose printed links stay alive.
///
/// A final class for the same reason as `PartnerDefinition`. It never changes.
package final class PublishedPartner: Sendable {
    package let id: PartnerID
    package let name: String
    package let status: PartnerDefinition.Status
    /// The code on its pages.
    package let code: PartnerCode
    /// Its other codes that attribute to it, sorted.
    package let otherCodes: [PartnerCode]
    /// The folder of its pages.
    package let slug: Slug
    /// Folders that it had before; the same pages stand there too, because printed QR codes lead to them.
    package let earlierSlugs: [Slug]
    /// Nil for one who left: the file or row is gone.
    package let definition: PartnerDefinition?

    init(
        id: PartnerID, name: String, status: PartnerDefinition.Status, code: PartnerCode, otherCodes: [PartnerCode], slug: Slug,
        earlierSlugs: [Slug], definition: PartnerDefinition?
    ) {
        (self.id, self.name, self.status, self.code, self.otherCodes) = (id, name, status, code, otherCodes)
        (self.slug, self.earlierSlugs, self.definition) = (slug, earlierSlugs, definition)
    }

    /// Every code that attributes to the partner, the one on its pages first.
    package var codes: [PartnerCode] { [code] + otherCodes }
    /// Whether it gets a kit: not once it is retired, when nobody is to hand out its cards any more.
    package var hasKit: Bool { status != .retired }
    /// All its folders, the current one first.
    package var slugs: [Slug] { [slug] + earlierSlugs }
}

/// What issuing codes decided: the ledger to write, and the partners to publish.
package struct CodeIssue: Sendable {
    package var ledger: Ledger
    /// In order of id.
    package var partners: [PublishedPartner]
    /// Codes that were not in the ledger before, in order of partner.
    package var newCodes: [CodeAssigner.Assignment]
    /// Partners who were live and are retired from today, and who were retired and are back.
    package var retired: [PartnerID]
    package var returned: [PartnerID]
}

package import Diagnostics
package import StructuredText
package import PartnerCodes

/// What a file or a spreadsheet row says of one partner, checked. The `private` block was checked and left behind.
package struct PartnerDefinition: Sendable {
    package enum Status: String, CaseIterable, Sendable {
        case active, paused, retired
    }

    package var id: PartnerID
    package var name: String
    package var slug: Slug
    package var status: Status
    /// The code that the owner chose.
    package var vanityCode: PartnerCode?
    /// Whether the owner says that this is no one who was there before.
    package var isNew: Bool
    package var greeting: LocalizedText?
    /// What differs from the site's; nil for most partners, so that a hundred thousand of them stay small.
    package var overrides: Overrides?
    package var location: SourceLocation
    package var idRange: Range<Int>?
    package var slugRange: Range<Int>?
    package var codeRange: Range<Int>?

    package struct Overrides: Sendable {
        package var phone: PhoneNumber?
        /// One a language; nil where the site's own serves.
        package var message: [MessageTemplate?]
        /// Places in the site's list of offers.
        package var offers: [Int]?
        /// The picture for link previews, a file of `templates/assets/`.
        package var image: Located<String>?
    }

    /// Where the id was written, or else the whole definition.
    package var idLocation: SourceLocation { place(idRange) }
    package var slugLocation: SourceLocation { place(slugRange ?? idRange) }
    package var codeLocation: SourceLocation { place(codeRange) }

    private func place(_ range: Range<Int>?) -> SourceLocation {
        SourceLocation(path: location.path, range: range ?? location.range)
    }
}

package import Diagnostics
package import StructuredText
package import PartnerCodes

/// What a file or a spreadsheet row says of one partner, checked. The `private` block was checked and left behind.
///
/// A final class because every stage of a build holds the definitions of all partners, and copying that many texts and places from
/// stage to stage took longer than reading them. It never changes.
package final class PartnerDefinition: Sendable {
    package enum Status: String, CaseIterable, Sendable {
        case active, paused, retired
    }

    package let id: PartnerID
    package let name: String
    package let slug: Slug
    package let status: Status
    /// The code that the owner chose.
    package let vanityCode: PartnerCode?
    /// Whether the owner says that this is no one who was there before.
    package let isNew: Bool
    package let greeting: LocalizedText?
    /// What differs from the site's; nil for most partners, so that a hundred thousand of them stay small.
    package let overrides: Overrides?
    private let path: String
    private let whole, idPlace, slugPlace, codePlace: Place

    /// A class, so that the many partners without any spend no room on it.
    package final class Overrides: Sendable {
        package let phone: PhoneNumber?
        /// One a language; nil where the site's own serves.
        package let message: [MessageTemplate?]
        /// Places in the site's list of offers.
        package let offers: [Int]?
        /// The picture for link previews, a file of `templates/assets/`.
        package let image: Located<String>?

        init(phone: PhoneNumber?, message: [MessageTemplate?], offers: [Int]?, image: Located<String>?) {
            (self.phone, self.message, self.offers, self.image) = (phone, message, offers, image)
        }
    }

    /// A range of bytes of the file, or none, in eight bytes.
    private struct Place: Sendable {
        let start: UInt32
        let end: UInt32

        init(_ range: Range<Int>?) {
            start = UInt32(clamping: range?.lowerBound ?? 1)
            end = UInt32(clamping: range?.upperBound ?? 0)
        }

        var range: Range<Int>? { start <= end ? Int(start)..<Int(end) : nil }
    }

    init(
        id: PartnerID, name: String, slug: Slug, status: Status, vanityCode: PartnerCode?, isNew: Bool, greeting: LocalizedText?,
        overrides: Overrides?, location: SourceLocation, idRange: Range<Int>?, slugRange: Range<Int>?, codeRange: Range<Int>?
    ) {
        self.id = id
        self.name = name
        self.slug = slug
        self.status = status
        self.vanityCode = vanityCode
        self.isNew = isNew
        self.greeting = greeting
        self.overrides = overrides
        path = location.path
        whole = Place(location.range)
        (idPlace, slugPlace, codePlace) = (Place(idRange), Place(slugRange), Place(codeRange))
    }

    /// Whether it stands in an earlier file of `partners/`, in order of name, or earlier in the same.
    func isWrittenBefore(_ other: PartnerDefinition) -> Bool {
        path == other.path ? whole.start < other.whole.start : path.utf8.lexicographicallyPrecedes(other.path.utf8)
    }

    package var location: SourceLocation { SourceLocation(path: path, range: whole.range) }
    /// Where the id was written, or else the whole definition.
    package var idLocation: SourceLocation { location(idPlace) }
    package var slugLocation: SourceLocation { location(slugPlace.range == nil ? idPlace : slugPlace) }
    package var codeLocation: SourceLocation { location(codePlace) }

    private func location(_ place: Place) -> SourceLocation {
        SourceLocation(path: path, range: place.range ?? whole.range)
    }
}

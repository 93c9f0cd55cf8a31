import Diagnostics
import StructuredText

/// A partner's values as a JSON file or a spreadsheet row wrote them, before they are checked against the site.
///
/// Both readers fill it, so that every rule about partners stands once, in `PartnerChecker`.
struct PartnerFields {
    typealias Text = Located<String>

    /// The whole definition.
    var location: SourceLocation
    /// The id that the file's name or the row gives; `id` in a JSON file overrides it.
    var id: Text
    var name: Text?
    /// Whether a missing name was reported already, as a value of the wrong type.
    var isNameReported = false
    var code: Text?
    var slug: Text?
    var status: Text?
    var phone: Text?
    var image: Text?
    var isNew = false
    var greeting: LocalizedFields?
    var message: LocalizedFields?
    var offers: [Text]?

    init(location: SourceLocation, id: Text) {
        self.location = location
        self.id = id
    }
}

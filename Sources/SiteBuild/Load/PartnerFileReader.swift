import Diagnostics
import PartnerCodes
import StructuredText

/// Reads `partners/<id>.json`: the fields of one partner.
enum PartnerFileReader {
    /// The fields in `bytes`; nil when the file cannot be read as a definition at all.
    static func read(
        _ bytes: [UInt8], path: String, id: String, languages: [Language], into diagnostics: inout [Diagnostic]
    ) -> PartnerFields? {
        guard let value = JSONReader.read(bytes, path: path, dialect: .json5, into: &diagnostics) else { return nil }
        var object = JSONObjectReader(value, path: path)
        defer { diagnostics += object.finish() }
        guard value.members != nil else { return nil }
        let place = SourceLocation(path: path, range: value.range.lowerBound..<value.range.lowerBound + 1)
        var fields = PartnerFields(location: place, id: Located(id, range: place.range ?? 0..<0))
        fields.name = object.string("name")
        fields.isNameReported = fields.name == nil && object.has("name")
        if let written = object.string("id") { fields.id = written }
        fields.code = object.string("code")
        fields.slug = object.string("slug")
        fields.status = object.string("status")
        fields.phone = object.string("phone")
        fields.image = object.string("image")
        fields.isNew = object.bool("new")?.value ?? false
        fields.greeting = LocalizedFields.read("greeting", &object, languages: languages)
        fields.message = LocalizedFields.read("message", &object, languages: languages)
        fields.offers = object.strings("offers")?.value
        // Only its shape is looked at: nothing private reaches the build.
        _ = object.members("private")
        return fields
    }
}

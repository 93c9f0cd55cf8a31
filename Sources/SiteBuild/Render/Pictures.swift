import Mustache

/// The pictures of `templates/assets/` that pages show, by their path there, with what their headers say.
struct Pictures: Sendable {
    private let pictures: [String: Picture]

    init(_ pictures: [String: Picture] = [:]) {
        self.pictures = pictures
    }

    func picture(_ name: String) -> Picture? { pictures[name] }
}

/// A picture in `public/assets/`.
struct Picture: Sendable {
    /// The address relative to `public/`, percent-encoded.
    let path: String
    /// In pixels.
    let width: Int
    let height: Int
    /// The media type.
    let type: String

    func record(_ shape: RecordShape, href: String) -> TemplateRecord {
        var record = TemplateRecord(shape)
        record["href"] = .url(utf8: href)
        record["width"] = .text(utf8: String(width))
        record["height"] = .text(utf8: String(height))
        record["type"] = .text(utf8: type)
        return record
    }
}

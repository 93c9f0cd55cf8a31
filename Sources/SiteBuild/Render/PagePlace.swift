/// Where a page stands, and so how its relative links begin.
///
/// Links name `index.html` in full, so that the site also works when a page is opened from disk.
struct PagePlace: Sendable {
    /// What leads from the page to `public/`: `./`, `../`, `../../`, or the whole base address.
    let root: String

    /// A page in a folder `depth` levels below `public/`.
    init(depth: Int) {
        root = depth == 0 ? "./" : String(repeating: "../", count: depth)
    }

    /// A page that may be served at any address, so that its links have to be absolute.
    init(absolute base: BaseURL) {
        root = base.text
    }

    /// A partner's page in the language number `language`.
    static func partner(language: Int) -> PagePlace { PagePlace(depth: language == 0 ? 1 : 2) }

    /// A partner's kit.
    static let kit = PagePlace(depth: 2)

    /// The business's own page in the language number `language`.
    static func home(language: Int) -> PagePlace { PagePlace(depth: language == 0 ? 0 : 1) }
}

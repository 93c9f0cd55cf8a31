/// The names of what stands in a partner's folder, relative to it: the same for every partner, but for the kit.
///
/// The kit stands only in the folder of a partner who has one, and never in one that the partner had before.
struct PartnerFiles: Sendable {
    static let kitFolder = "kit"
    static let kitPage = inKit("index.html")

    let pages: [String]
    /// Empty where the site has no kits.
    let kit: [String]
    let withoutKit: Set<String>
    let all: Set<String>

    init(pages: [String], kit: [String]) {
        self.pages = pages
        self.kit = kit
        withoutKit = Set(pages)
        all = withoutKit.union(kit)
    }

    static func inKit(_ name: String) -> String { kitFolder + "/" + name }
}

import ByteText
import Disk
import Mustache

/// Renders the site's pages into bytes: the few of the business at once, a partner's when asked for.
///
/// Rendering cannot fail: the templates were checked against the shapes of the values when they were compiled.
struct SiteRenderer: Sendable {
    /// The templates that are pages of their own.
    enum Page: String, CaseIterable {
        case partner = "page"
        case home
        case notFound = "404"
        case kit

        /// A site without this template has no such pages.
        var isOptional: Bool { self == .kit }

        /// What the page is given.
        func shape(_ shapes: PageShapes) -> RecordShape { self == .kit ? shapes.kitRoot : shapes.root }
    }

    let site: SiteDefinition
    let library: TemplateLibrary
    let model: PageModel
    /// Nil where the site has no template for kits.
    let kitModel: KitModel?
    /// By language.
    let moulds: [PageMoulds]
    /// By language, relative to the folder of a partner.
    private let pagePaths: [SitePath]

    init(site: SiteDefinition, library: TemplateLibrary, model: PageModel, kitModel: KitModel) {
        self.site = site
        self.library = library
        self.model = model
        self.kitModel = library.contains(TemplateName(Page.kit.rawValue)) ? kitModel : nil
        pagePaths = site.languages.indices.map { language in
            language == 0 ? "index.html" : .root.appending(site.languages[language].tag).appending("index.html")
        }
        let languageCount = site.languages.count
        moulds = site.languages.indices.map { language in
            PageMoulds(languageCount: languageCount, language: language) {
                Self.render(.partner, model.page(of: $0, language: language), library)
            }
        }
    }

    /// The business's own pages and the page for addresses that lead nowhere.
    func businessPages() -> [OutputFolder] {
        var folders = site.languages.indices.map { language in
            OutputFolder(folder(of: language), [FileUpdate("index.html", render(.home, model.home(language: language)))])
        }
        folders[0].files.append(FileUpdate("404.html", notFound()))
        return folders
    }

    /// The pages of `partner`, which stand in each folder that it has or had.
    func pages(of partner: PublishedPartner) -> [FileUpdate] {
        // Lent, not held: all cores look at them.
        let moulds = moulds.span
        return pagePaths.indices.map { language in
            FileUpdate(pagePaths[language], moulds[language].page(of: partner) ?? page(of: partner, language: language))
        }
    }

    /// The page of `partner` in the site's language number `language`, from the template: what a mould only repeats.
    func page(of partner: PublishedPartner, language: Int) -> [UInt8] {
        render(.partner, model.page(of: partner, language: language))
    }

    /// The names of what `pages(of:)` and `kit(of:)` make, relative to a partner's folder.
    var partnerFiles: PartnerFiles {
        PartnerFiles(
            pages: site.languages.indices.map { OutputFolder.join(folder(of: $0), "index.html") },
            kit: kitModel == nil ? [] : [PartnerFiles.kitPage] + site.languages.flatMap { [KitFile.svg($0), KitFile.png($0)] }.map(PartnerFiles.inKit))
    }

    private func notFound() -> [UInt8] {
        let page = render(.notFound, model.notFound(hasScript: true))
        let hasScript = !model.script.isEmpty && page.firstOffset(of: model.script) != nil
        return hasScript ? page : render(.notFound, model.notFound(hasScript: false))
    }

    /// The kit of `partner`, which stands in the folder that it has now; nothing for one who has none.
    func kit(of partner: PublishedPartner) -> [FileUpdate] {
        guard let model = kitModel, partner.hasKit else { return [] }
        let folder = SitePath.root.appending(PartnerFiles.kitFolder)
        let codes = model.codes(of: partner)
        var files = [FileUpdate(folder.appending("index.html"), render(.kit, model.page(of: partner, codes: codes)))]
        for (language, code) in zip(site.languages, codes) {
            files.append(FileUpdate(folder.appending(KitFile.svg(language)), code.svgFile()))
            files.append(FileUpdate(folder.appending(KitFile.png(language)), code.pngFile()))
        }
        return files
    }

    private func folder(of language: Int) -> String { language == 0 ? "" : site.languages[language].tag }

    private func render(_ page: Page, _ record: TemplateRecord) -> [UInt8] { Self.render(page, record, library) }

    private static func render(_ page: Page, _ record: TemplateRecord, _ library: TemplateLibrary) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32_768)
        library.render(TemplateName(page.rawValue), record, into: &bytes)
        return bytes
    }
}

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

    init(site: SiteDefinition, library: TemplateLibrary, model: PageModel, kitModel: KitModel) {
        self.site = site
        self.library = library
        self.model = model
        self.kitModel = library.contains(TemplateName(Page.kit.rawValue)) ? kitModel : nil
    }

    /// The business's own pages and the page for addresses that lead nowhere.
    func businessPages() -> [OutputFolder] {
        var folders = site.languages.indices.map { language in
            OutputFolder(folder(of: language), [FileUpdate("index.html", render(.home, model.home(language: language)))])
        }
        folders[0].files.append(FileUpdate("404.html", notFound()))
        return folders
    }

    /// The pages of `partner` in each folder that it has or had, and its kit. Where it had a folder before, the same pages stand
    /// there still, but not the kit.
    func pages(of partner: PublishedPartner) -> [OutputFolder] {
        let pages = site.languages.indices.map { language in
            OutputFolder(folder(of: language), [FileUpdate("index.html", render(.partner, model.page(of: partner, language: language)))])
        }
        let folders = partner.slugs.flatMap { slug in
            pages.map { OutputFolder(OutputFolder.join(slug.text, $0.path), $0.files) }
        }
        guard let kitModel, partner.hasKit else { return folders }
        return folders + [kit(of: partner, kitModel)]
    }

    /// The names of what `pages(of:)` writes, relative to a partner's folder.
    var partnerFiles: PartnerFiles {
        PartnerFiles(
            pages: site.languages.indices.map { OutputFolder.join(folder(of: $0), "index.html") },
            kit: kitModel == nil ? [] : [PartnerFiles.kitPage] + site.languages.flatMap { [KitFile.svg($0), KitFile.png($0)] }.map(PartnerFiles.inKit))
    }

    private func notFound() -> [UInt8] {
        let page = render(.notFound, model.notFound(hasScript: true))
        return page.firstRange(of: model.script) == nil ? render(.notFound, model.notFound(hasScript: false)) : page
    }

    private func kit(of partner: PublishedPartner, _ model: KitModel) -> OutputFolder {
        let codes = model.codes(of: partner)
        var files = [FileUpdate("index.html", render(.kit, model.page(of: partner, codes: codes)))]
        for (language, code) in zip(site.languages, codes) {
            files.append(FileUpdate(FileName(KitFile.svg(language)), code.svgFile()))
            files.append(FileUpdate(FileName(KitFile.png(language)), code.pngFile()))
        }
        return OutputFolder(OutputFolder.join(partner.slug.text, PartnerFiles.kitFolder), files)
    }

    private func folder(of language: Int) -> String { language == 0 ? "" : site.languages[language].tag }

    private func render(_ page: Page, _ record: TemplateRecord) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32_768)
        library.render(TemplateName(page.rawValue), record, into: &bytes)
        return bytes
    }
}

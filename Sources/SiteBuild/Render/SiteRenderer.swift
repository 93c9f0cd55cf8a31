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
    }

    let site: SiteDefinition
    let library: TemplateLibrary
    let model: PageModel

    /// The business's own pages and the page for addresses that lead nowhere.
    func businessPages() -> [OutputFolder] {
        var folders = site.languages.indices.map { language in
            OutputFolder(folder(of: language), [FileUpdate("index.html", render(.home, model.home(language: language)))])
        }
        folders[0].files.append(FileUpdate("404.html", render(.notFound, model.notFound())))
        return folders
    }

    /// The pages of `partner` in each folder that it has or had. Where it had one before, the same pages stand there still.
    func pages(of partner: PublishedPartner) -> [OutputFolder] {
        let pages = site.languages.indices.map { language in
            OutputFolder(folder(of: language), [FileUpdate("index.html", render(.partner, model.page(of: partner, language: language)))])
        }
        return partner.slugs.flatMap { slug in
            pages.map { OutputFolder(OutputFolder.join(slug.text, $0.path), $0.files) }
        }
    }

    /// The names of what `pages(of:)` writes, relative to a partner's folder: the same for every partner.
    var partnerFiles: [String] {
        site.languages.indices.map { folder(of: $0).isEmpty ? "index.html" : folder(of: $0) + "/index.html" }
    }

    private func folder(of language: Int) -> String { language == 0 ? "" : site.languages[language].tag }

    private func render(_ page: Page, _ record: TemplateRecord) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32_768)
        library.render(TemplateName(page.rawValue), record, into: &bytes)
        return bytes
    }
}

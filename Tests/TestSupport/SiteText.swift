import Disk
package import SiteBuild

/// A site under test, written as one text: each file begins with a line `-- path --`.
package enum SiteText {
    /// The files of `text` on a disk.
    package static func disk(_ text: String) -> MemoryFileSystem {
        var files: [String: String] = [:]
        var path: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0) {
            if line.hasPrefix("-- "), line.hasSuffix(" --") {
                path = String(line.dropFirst(3).dropLast(3))
                files[path ?? ""] = ""
            } else if let path {
                files[path, default: ""] += line + "\n"
            }
        }
        return MemoryFileSystem(files)
    }

    /// A small whole site: two languages, one offer, plain templates, no partners.
    package static let base = """
        -- site.json --
        {"baseURL": "https://cars.example/", "business": {"name": "Cars", "phone": "+66 81 234 5678", "telegram": "carsbot"},
         "languages": ["ru", "en"],
         "message": {"ru": "Код: {{code}}. Здравствуйте!", "en": "Code: {{code}}. Hello!"},
         "offers": [{"id": "economy", "title": {"ru": "Эконом", "en": "Economy"}, "price": "900 ฿",
                     "message": {"ru": "Код: {{code}}. Эконом?", "en": "Code: {{code}}. Economy?"}}]}
        -- templates/page.mustache --
        <!doctype html><html lang="{{page.language}}"><title>{{site.name}}</title><meta name="generator" content="sitegen">
        <h1>{{partner.name}}</h1>{{#partner.greeting}}<p>{{partner.greeting}}</p>{{/partner.greeting}}
        <a href="{{whatsapp.href}}">{{whatsapp.text}}</a>
        {{#offers}}<a href="{{whatsapp.href}}">{{title}}</a>{{/offers}}
        {{#languages}}<a href="{{href}}">{{name}}</a>{{/languages}}
        -- templates/home.mustache --
        <!doctype html><html lang="{{page.language}}"><meta name="generator" content="sitegen"><a href="{{whatsapp.href}}">{{site.name}}</a>
        -- templates/404.mustache --
        <!doctype html><html lang="{{page.language}}"><a href="{{page.root}}">{{site.name}}</a>

        """

    /// `base` with `more` files, or others in their place.
    package static func site(_ more: String) -> MemoryFileSystem { disk(base + more) }
}

extension CivilDate {
    /// The day of the tests.
    package static let testDay: CivilDate = {
        guard let day = CivilDate(year: 2026, month: 11, day: 22) else { preconditionFailure("a day of the calendar") }
        return day
    }()
}

extension SiteBuilder {
    /// The build of a site that is all on one disk.
    package static func on(_ disk: MemoryFileSystem, today: CivilDate = .testDay) -> SiteBuilder {
        SiteBuilder(disk: disk, output: disk, today: today)
    }
}

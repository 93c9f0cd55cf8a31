/// A language of the site, by its tag (RFC 5646): `ru`, `en`, `zh`, `pt-br`. It is also the name of its pages' folder.
package struct Language: Hashable, Sendable, Comparable {
    /// Lower-case letters, digits and hyphens, 2 to 12 characters, starting with two or three letters.
    package let tag: String

    /// The language that `tag` names; nil when it does not have that shape, or is `kit`, which is the folder of partners' kits.
    package init?(_ tag: String) {
        let bytes = Array(tag.utf8)
        let primary = bytes.prefix { $0 != UInt8(ascii: "-") }
        guard (2...3).contains(primary.count), primary.allSatisfy({ (0x61...0x7A).contains($0) }),
              bytes.count <= 12, bytes.last != 0x2D, tag != PartnerFiles.kitFolder,
              bytes.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
        else { return nil }
        if ["kit", "con", "prn", "aux", "nul"].contains(tag) { return nil }  // Folders of the site, or none on Windows.
        self.tag = tag
    }

    /// `rtl` for languages that are written from right to left (CLDR, layout orientation), otherwise `ltr`.
    package var direction: String { Self.rightToLeft.contains(primary) ? "rtl" : "ltr" }

    /// What the language calls itself, for the language switch; the tag where it is not known.
    package var ownName: String { Self.ownNames[primary] ?? tag }

    package static func < (left: Language, right: Language) -> Bool { left.tag < right.tag }

    private var primary: String { tag.split(separator: "-").first.map(String.init) ?? tag }

    private static let rightToLeft: Set<String> = ["ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"]

    static let ownNames = [
        "ru": "Русский", "en": "English", "th": "ไทย", "zh": "中文", "de": "Deutsch", "fr": "Français", "es": "Español", "it": "Italiano",
        "pt": "Português", "pl": "Polski", "cs": "Čeština", "tr": "Türkçe", "uk": "Українська", "kk": "Қазақша", "be": "Беларуская",
        "ar": "العربية", "he": "עברית", "fa": "فارسی", "hi": "हिन्दी", "ja": "日本語", "ko": "한국어", "vi": "Tiếng Việt", "id": "Bahasa Indonesia",
        "ms": "Bahasa Melayu", "nl": "Nederlands", "sv": "Svenska", "fi": "Suomi", "nb": "Norsk", "da": "Dansk", "el": "Ελληνικά", "ro": "Română",
        "hu": "Magyar", "bg": "Български", "sr": "Srpski", "ka": "ქართული", "hy": "Հայերեն", "uz": "Oʻzbekcha", "az": "Azərbaycanca",
    ]
}

package import PartnerCodes

/// What one build published: the contract between `sitegen`, which writes it beside the site, and `attribution`, which reads it.
///
/// Nothing private is in it. The diagnostics of this target, by id: M001 a version that this program does not know, M002 a path that
/// leads out of the site's folder, M003 a text that is no partner id, code, status or phone number, M004 a partner or a code twice.
/// Those of the reader (J…) come through, too.
package struct Manifest: Equatable, Sendable {
    /// The version of the format that this program writes, and the latest that it reads.
    package static let version = 1

    /// Name and version of the program that wrote it: `sitegen 0.1.0`.
    package var generator: String
    /// The absolute URL of the site.
    package var baseURL: String
    /// Language codes, the default one first.
    package var languages: [String]
    /// Each message that the site's links can send, unless a partner has its own.
    package var messages: [Message]
    /// The output folder, relative to the folder of the manifest: `public`.
    package var folder: String
    /// What the build wrote outside the partners' folders: paths relative to `folder`, in order.
    package let files: [String]
    /// What the build wrote in the folder of every partner: paths relative to that folder, in order.
    package let partnerFiles: [String]
    /// Phone numbers, digits only, that links of this site used to go to.
    package var earlierPhones: [String]
    /// Codes that were published and then taken back, in order of code. They count for no one, and nobody is credited for what looks like
    /// one of them. Absent from the file where there is none; readers that do not know the member pass over it.
    package var withdrawn: [WithdrawnCode] {
        didSet { withdrawn.sort(by: WithdrawnCode.precedes) }
    }
    /// In order of id.
    package let partners: [Partner]

    /// Puts partners and files into their order.
    package init(
        generator: String, baseURL: String, languages: [String], messages: [Message], folder: String = "public", files: [String],
        partnerFiles: [String], earlierPhones: [String] = [], withdrawn: [WithdrawnCode] = [], partners: [Partner]
    ) {
        self.generator = generator
        self.baseURL = baseURL
        self.languages = languages
        self.messages = messages
        self.folder = folder
        self.files = files.sorted()
        self.partnerFiles = partnerFiles.sorted()
        self.earlierPhones = earlierPhones
        self.withdrawn = withdrawn.sorted(by: WithdrawnCode.precedes)
        let isInOrder = partners.indices.dropFirst().allSatisfy { partners[$0 - 1].id < partners[$0].id }
        self.partners = isInOrder ? partners : partners.sorted { $0.id < $1.id }
    }
}

extension Manifest {
    /// A message in each language that it is written in.
    package struct Message: Equatable, Sendable {
        /// `general`, or `offer:` and the offer's id.
        package var name: String
        package var texts: [Text]

        package init(name: String, texts: [Text]) {
            self.name = name
            self.texts = texts
        }
    }

    /// A message in one language, and the number that it goes to.
    package struct Text: Equatable, Sendable {
        package var language: String
        /// The digits of the number in international form, as in a wa.me link.
        package var phone: String
        /// With `{{code}}` where the code stands.
        package var text: String

        package init(language: String, phone: String, text: String) {
            self.language = language
            self.phone = phone
            self.text = text
        }
    }

    /// A code that was taken back because it was too much like another's.
    package struct WithdrawnCode: Equatable, Sendable {
        package var code: PartnerCode
        /// Whom it was issued to.
        package var partner: PartnerID

        package init(code: PartnerCode, partner: PartnerID) {
            self.code = code
            self.partner = partner
        }

        static func precedes(_ left: WithdrawnCode, _ right: WithdrawnCode) -> Bool {
            (left.code, left.partner) < (right.code, right.partner)
        }
    }

    /// Whether a partner's page shows the partner's offer: `active`; only the general one: `paused`; or the partner is gone: `retired`.
    package enum Status: String, Sendable, CaseIterable {
        case active, paused, retired
    }

    /// A partner with all the codes that were ever printed for it.
    package struct Partner: Equatable, Sendable {
        package var id: PartnerID
        package var name: String
        /// The folder of its page, relative to the output folder.
        package var slug: String
        package var status: Status
        /// The absolute URL of its page in the default language.
        package var page: String
        /// The current one first.
        package var codes: [PartnerCode]
        /// Folders of earlier addresses of its page; each holds the same files as the current one, but for those in `kit/`.
        package var earlierSlugs: [String]
        /// Only those that differ from the site's.
        package var messages: [Message]
        /// What the build wrote in its folder, where that differs from `partnerFiles`.
        package var files: [String]?

        package init(
            id: PartnerID, name: String, slug: String, status: Status, page: String, codes: [PartnerCode], earlierSlugs: [String] = [],
            messages: [Message] = [], files: [String]? = nil
        ) {
            self.id = id
            self.name = name
            self.slug = slug
            self.status = status
            self.page = page
            self.codes = codes
            self.earlierSlugs = earlierSlugs
            self.messages = messages
            self.files = files
        }
    }
}

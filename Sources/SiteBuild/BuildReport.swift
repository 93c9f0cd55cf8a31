package import Diagnostics
package import PartnerCodes

/// What a build found and did.
package struct BuildReport: Sendable {
    /// Everything it has to say, in the order for reading.
    package var diagnostics: [Diagnostic] = []
    /// Nil when errors stopped it before anything was written.
    package var result: Result?

    package struct Result: Sendable {
        package var site: SiteDefinition
        package var partners: [PublishedPartner]
        package var newCodes: [CodeAssigner.Assignment]
        package var retired: [PartnerID]
        package var returned: [PartnerID]
        package var pageCount: Int
        /// Whether `templates/` has a template for partners' kits.
        package var hasKits: Bool
        package var files: FileTally
        package var ledgerChanged: Bool
        package var manifestChanged: Bool

        /// Whether a build would leave, or left, every file as it was.
        package var changedNothing: Bool {
            files.created + files.replaced + files.removed == 0 && !ledgerChanged && !manifestChanged
        }
    }
}

extension PublishedPartner {
    /// The address of the partner's page.
    package func pageURL(_ base: BaseURL) -> String { base.address(of: slug.text, "/") }

    /// The address of the partner's kit; nil for one who left.
    package func kitURL(_ base: BaseURL) -> String? { hasKit ? base.address(of: slug.text, "/kit/") : nil }
}

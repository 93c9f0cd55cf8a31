package import Disk
package import Diagnostics
import Manifest

/// What a checklist is made from. Everything is looked up beforehand, so that the list itself is a plain function of it.
package struct ReadinessFacts: Sendable {
    /// The receiver's part, which lies outside the site's folder.
    package struct Receiver: Sendable {
        package var settings: ReceiverConfiguration
        /// The file that `ATTRIBUTION_MANIFEST` names; nil when it is not on this machine.
        package var manifest: [UInt8]?
        /// Whether the folder that `ATTRIBUTION_LEADS` names is on this machine.
        package var hasLeadFolder: Bool
        /// The built site's folder as an absolute path, links resolved; nil when it is not known.
        package var siteFolder: String?

        package init(settings: ReceiverConfiguration, manifest: [UInt8]? = nil, hasLeadFolder: Bool = false, siteFolder: String? = nil) {
            self.settings = settings
            self.manifest = manifest
            self.hasLeadFolder = hasLeadFolder
            self.siteFolder = siteFolder
        }
    }

    var site: SiteDefinition
    var partners: [PublishedPartner]
    /// What the last build published, and the bytes of that.
    var published: Manifest?
    var publishedBytes: [UInt8]?
    /// Whether a build would leave every file as it is.
    var isUpToDate: Bool
    /// Whether someone put a page on privacy beside the built ones.
    var hasPrivacyPage: Bool
    var receiver: Receiver
}

extension SiteBuilder {
    /// The checklist for `channel`; nil after an error in the site's files, and then the diagnostics hold all of them.
    ///
    /// Costs a dry run of the build; writes nothing.
    package func readiness(for channel: Channel, receiver: ReadinessFacts.Receiver) throws(FileError) -> (Readiness?, [Diagnostic]) {
        let report = try run(.dryRun)
        guard let result = report.result else { return (nil, report.diagnostics) }
        var ignored: [Diagnostic] = []  // The dry run has told them.
        let manifests = try PublishedManifests.read(output, into: &ignored)
        let entries = try output.list(folder) ?? []
        let facts = ReadinessFacts(
            site: result.site, partners: result.partners, published: manifests.last, publishedBytes: manifests.lastBytes,
            isUpToDate: result.changedNothing, hasPrivacyPage: entries.contains { $0.name.lowercased().hasPrefix("privacy") }, receiver: receiver)
        return (ReadinessCheck(channel: channel, facts: facts).readiness(), report.diagnostics)
    }
}

import Diagnostics
import PartnerCodes

/// Whether each partner stands once and each code belongs to one partner, without which nobody can be credited.
enum ManifestUniqueness {
    /// An error for each partner or code that stands twice. O(codes).
    static func complaints(about manifest: Manifest, path: String) -> [Diagnostic] {
        var found: [Diagnostic] = []
        var owners: [PartnerCode: PartnerID] = [:]
        owners.reserveCapacity(manifest.partners.count)
        var previous: PartnerID?
        for partner in manifest.partners {
            if partner.id == previous {
                found.append(Diagnostic("M004", .error, at: SourceLocation(path: path), "the partner `\(partner.id)` stands there twice"))
            }
            previous = partner.id
            for code in partner.codes {
                guard let owner = owners.updateValue(partner.id, forKey: code) else { continue }
                found.append(Diagnostic(
                    "M004", .error, at: SourceLocation(path: path),
                    "the code `\(code)` stands there for `\(owner)` and for `\(partner.id)`"))
            }
        }
        return found
    }
}

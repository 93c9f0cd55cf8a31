import Diagnostics
import PartnerCodes

/// Whether each partner stands once and each code belongs to one partner, without which nobody can be credited.
enum ManifestUniqueness {
    /// An error for each partner or code that stands twice. O(codes).
    static func complaints(about manifest: Manifest, path: String) -> [Diagnostic] {
        isObviouslyUnique(manifest) ? [] : careful(manifest, path: path)
    }

    /// Whether no partner and no two codes are the same, by their hashes, which takes a fraction of the time.
    static func isObviouslyUnique(_ manifest: Manifest) -> Bool {
        let isInOrder = manifest.partners.indices.dropFirst().allSatisfy { manifest.partners[$0 - 1].id != manifest.partners[$0].id }
        guard isInOrder else { return false }
        var hashes: [UInt64] = []
        hashes.reserveCapacity(manifest.partners.count)
        for partner in manifest.partners {
            for code in partner.codes {
                var hash: UInt64 = 0xCBF2_9CE4_8422_2325
                for byte in code.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
                hashes.append(hash)
            }
        }
        hashes.sort()
        return hashes.indices.dropFirst().allSatisfy { hashes[$0 - 1] != hashes[$0] }
    }

    private static func careful(_ manifest: Manifest, path: String) -> [Diagnostic] {
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

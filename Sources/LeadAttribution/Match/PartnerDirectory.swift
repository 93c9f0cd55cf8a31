import ByteText
package import Manifest
package import PartnerCodes

/// The partners of a manifest by number, and the owner of every code.
package struct PartnerDirectory: Sendable {
    package struct Partner: Sendable {
        package let id: PartnerID
        package let name: String
        package let status: Manifest.Status
        /// The current code first.
        package let codes: [PartnerCode]
        package let page: String
    }

    package let partners: [Partner]
    /// All codes; the numbers are those of the near-miss index.
    let codes: [PartnerCode]
    /// The partner of each code.
    let owners: [Int32]

    /// O(codes).
    package init(_ manifest: Manifest) {
        var codes: [PartnerCode] = []
        var owners: [Int32] = []
        codes.reserveCapacity(manifest.partners.count)
        owners.reserveCapacity(manifest.partners.count)
        for (number, partner) in manifest.partners.enumerated() {
            codes += partner.codes
            owners += partner.codes.map { _ in Int32(truncatingIfNeeded: number) }
        }
        partners = manifest.partners.map {
            Partner(id: $0.id, name: $0.name, status: $0.status, codes: $0.codes, page: $0.page)
        }
        self.codes = codes
        self.owners = owners
    }

    /// The number of the partner called `id`. O(partners).
    package func number(of id: PartnerID) -> Int? { partners.firstIndex { $0.id == id } }

    /// The number of the partner who owns the code `number`.
    func owner(ofCode number: Int) -> Int { Int(owners[number]) }

    func candidate(_ code: Int, distance: Int) -> Verdict.Candidate {
        Verdict.Candidate(code: codes[code], partner: partners[owner(ofCode: code)].id, distance: distance)
    }
}

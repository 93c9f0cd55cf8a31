import ByteText
package import Manifest
package import PartnerCodes

/// The partners of a manifest by number, and the owner of every code, withdrawn ones included.
package struct PartnerDirectory: Sendable {
    /// In order of id; of each partner's codes the current one stands first.
    package let partners: [Manifest.Partner]
    /// The numbers that the site's links go to, digits only.
    let phones: Set<String>
    /// All codes, first those that count; the numbers are those of the `CodeTable`.
    let codes: [PartnerCode]
    /// Of each code.
    let traits: [OrdinaryMeaning.Traits]
    /// The partner of each code that counts.
    private let owners: [Int32]
    /// Of the codes after those.
    private let withdrawn: [Manifest.WithdrawnCode]

    /// The directory of `manifest`, with those of its withdrawn codes that cannot be taken for a code that counts. O(codes).
    init(_ manifest: Manifest, withdrawn: [Manifest.WithdrawnCode]) {
        var codes: [PartnerCode] = []
        var owners: [Int32] = []
        codes.reserveCapacity(manifest.partners.count + withdrawn.count)
        owners.reserveCapacity(manifest.partners.count)
        for (number, partner) in manifest.partners.enumerated() {
            for code in partner.codes {
                codes.append(code)
                owners.append(Int32(truncatingIfNeeded: number))
            }
        }
        codes += withdrawn.map(\.code)
        partners = manifest.partners
        phones = Set(manifest.messages.flatMap(\.texts).map(\.phone) + manifest.earlierPhones)
        self.codes = codes
        traits = codes.map { OrdinaryMeaning.Traits($0) }
        self.owners = owners
        self.withdrawn = withdrawn
    }

    /// The number of the partner called `id`. O(log partners).
    package func number(of id: PartnerID) -> Int? {
        let place = firstPlace(below: partners.count) { id <= partners[$0].id }
        return place < partners.count && partners[place].id == id ? place : nil
    }

    /// Whether the code `number` was taken back and counts for no one.
    func isWithdrawn(_ number: Int) -> Bool { number >= owners.count }

    /// The number of the partner who owns the code `number`; one below zero for a withdrawn code of somebody who has no page any more.
    func owner(ofCode number: Int) -> Int {
        if number < owners.count { return Int(owners[number]) }
        return self.number(of: withdrawn[number - owners.count].partner) ?? -1 - number
    }

    func candidate(_ code: Int, distance: Int) -> Verdict.Candidate {
        let partner = isWithdrawn(code) ? withdrawn[code - owners.count].partner : partners[Int(owners[code])].id
        return Verdict.Candidate(code: codes[code], partner: partner, distance: distance)
    }
}

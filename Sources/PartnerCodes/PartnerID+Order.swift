import ByteText

extension Collection where Element == PartnerID {
    /// The places of the ids in order of id, equal ones in order of place.
    package func placesInOrder() -> [UInt32] { lazy.map(\.text).placesInOrder() }
}

@testable import LeadAttribution
import PartnerCodes
import Testing

@Suite struct ScalarTableTests {
    @Test func `every scalar is what it is worked out to be, looked up or not`() {
        let table = ScalarTable()
        for value in (UInt32(0)..<0x1_2000).filter({ $0 < 0x3000 || $0 % 7 == 0 || $0 > 0xF000 }) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let bytes = Array("x\(String(Character(scalar)))y".utf8)
            let read = table.scalar(bytes, at: 1)
            #expect(read.scalar == scalar && read.length == bytes.count - 2 && read.folded == Folding.classify(scalar), "U+\(String(value, radix: 16))")
            #expect(read.lowercased == WordHash.lowercased(value) && read.isLowercase == (WordHash.lowercased(value) == value))
            if "0"..."9" ~= scalar || 0xE50...0xE59 ~= value || 0x660...0x669 ~= value { #expect(read.isDigit) }
            if scalar.properties.isAlphabetic { #expect(!read.isDigit) }
        }
    }
}

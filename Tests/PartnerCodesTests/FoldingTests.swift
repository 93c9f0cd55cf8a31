@testable import PartnerCodes
import Testing

@Suite struct FoldingTests {
    @Test("every way to write KTM482 is one skeleton", arguments: [
        "KTM482", "ktm482", "ктм 482", "КТМ482", "KTM‑482", "KTM–482", "K T M 4 8 2", "K.T.M.482", "KTM·482", "ＫＴＭ４８２", "ｋｔｍ４８２",
        "КТМ Ч82", "ктмч82", "KTMЧВ2", "KTM4B2", "KTM٤٨٢", "KTM۴۸۲", "KTM४८२", "KTM๔๘๒", "ΚΤΜ482", "κτμ482", "𝐊𝐓𝐌𝟒𝟖𝟐", "KTM\u{00A0}482",
        "KTM\u{202F}482", "KTM\u{2009}482", "KTM\u{3000}482", "\u{200E}KTM\u{200B}482\u{2069}", "KTM\u{00AD}482", "KTM\u{2060}4\u{FEFF}82",
        "KTM4\u{FE0F}\u{20E3}82", "\u{200F}К\u{0301}TM482", "KTM\t482", "Ķŧм4в2",
    ])
    func sameSkeleton(text: String) throws {
        #expect(try #require(CodeSkeleton(folding: text)) == PartnerCode("KTM482").skeleton)
        #expect(CodeSkeleton(folding: Array(text.utf8)) == CodeSkeleton(folding: text))
    }

    @Test("characters that people confuse are one symbol", arguments: [
        ("0", "OoОоΟοÖøő٠๐０"), ("1", "IlLiІіӀӏΙι|ıłÍ١｜"), ("3", "Зз٣"), ("4", "Чч"), ("6", "Бб"), ("8", "BbВвΒβ"), ("E", "eЕеЁёΕÉ"),
        ("X", "xХхΧχ"), ("Y", "yУуΥυ"), ("C", "cСсϹç"), ("H", "hНнΗη"), ("P", "pРрΡρ"), ("K", "kКкΚκ\u{212A}"),
        ("T", "tТтΤτ"), ("M", "mМмΜμµ"), ("S", "sЅѕş"), ("J", "jЈј"), ("A", "aАаΑα\u{212B}"), ("N", "nΝνñ"), ("Z", "zΖζž"),
    ])
    func classes(symbol: String, members: String) throws {
        let expected = try #require(CodeSkeleton(folding: symbol))
        for member in members.unicodeScalars {
            #expect(CodeSkeleton(folding: String(member)) == expected, "\(member)")
        }
    }

    @Test func `letters of other meaning, line breaks and signs are not part of a code`() {
        for text in ["KTM482ж", "KTM\n482", "KTM/482", "KTM,482", "KTM_482", "KTM#482", "KTM482ก", "KTM482中", "KTM482²", "", " - ", "123456789012345"] {
            #expect(CodeSkeleton(folding: text) == nil, "\(text)")
        }
        #expect(CodeSkeleton(folding: [0x4B, 0x54, 0xFF, 0x34]) == nil)
    }

    @Test func `part of a text can be folded where it stands`() {
        let text = Array("Код: ктм 482, да".utf8)
        #expect(CodeSkeleton(folding: text, in: 8..<18)?.description == "KTM482")
    }

    @Test("a scalar is a symbol, a separator, invisible or other", arguments: [
        ("a", .symbol(10)), (" ", .separator), ("—", .separator), ("\u{2212}", .separator), ("•", .separator), ("\u{200D}", .invisible),
        ("\u{0301}", .invisible), ("\n", .other(isLetterOrDigit: false)), (",", .other(isLetterOrDigit: false)),
        ("ж", .other(isLetterOrDigit: true)), ("ก", .other(isLetterOrDigit: true)), ("ิ", .other(isLetterOrDigit: true)),
        ("中", .other(isLetterOrDigit: true)), ("½", .other(isLetterOrDigit: true)), ("🙂", .other(isLetterOrDigit: false)),
        ("\u{2028}", .other(isLetterOrDigit: false)),
    ] as [(Unicode.Scalar, FoldedScalar)])
    func classification(scalar: Unicode.Scalar, expected: FoldedScalar) {
        #expect(Folding.classify(scalar) == expected)
    }

    @Test func `blocks that are classified as a whole are what the properties of their scalars say`() {
        let byHand: [UInt32] = [0x2022, 0x2024, 0x2027, 0x2043, 0x2212, 0x2219, 0x2223, 0x22C5] + Array(0x20D0...0x20FF)
        for value in Array(UInt32(0x2000)...0x2BFF) + Array(0xFE00...0xFE0F) + Array(0x1F200...0x1FBFF) where !byHand.contains(value) {
            guard let scalar = Unicode.Scalar(value), Folding.twin(of: scalar) == nil else { continue }
            #expect(Folding.classify(scalar) == Folding.classifyByProperties(scalar.properties), "\(String(value, radix: 16))")
        }
    }

    @Test func `each look-alike stands in the column of its script, and once`() {
        var seen: Set<Unicode.Scalar> = []
        for row in LookAlikes.rows {
            for (script, members) in [("CYRILLIC", row.cyrillic), ("GREEK", row.greek), ("LATIN", row.accented)] {
                for member in members.unicodeScalars {
                    let name = member.properties.name ?? ""
                    #expect(name.hasPrefix(script) || member == "µ", "\(name)")
                    #expect(!member.isASCII && seen.insert(member).inserted, "\(name)")
                }
            }
        }
        #expect(seen.count > 300)
    }

    @Test func `the case of a letter never matters`() {
        for value in UInt32(0)..<0x3000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let other = scalar.properties.uppercaseMapping.unicodeScalars
            guard other.count == 1, let capital = other.first,
                  Array(capital.properties.lowercaseMapping.unicodeScalars) == [scalar] else { continue }
            #expect(Folding.classify(scalar) == Folding.classify(capital), "\(scalar) \(value)")
        }
    }
}


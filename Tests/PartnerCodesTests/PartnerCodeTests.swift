@testable import PartnerCodes
import Testing

@Suite struct PartnerCodeTests {
    @Test("a vanity code is folded to capitals and digits, and keeps its letter O", arguments: [
        ("SUNRISE5", "SUNRISE5"), ("sun-rise 5", "SUNRISE5"), ("ЗОНТ", "3OHT"), ("Мост24", "MOCT24"), ("KATA-beach", "KATABEACH"),
        ("ctp040", "CTP040"), ("BOBO", "BOBO"), ("ＫＡＴＡ７", "KATA7"), ("БЧ12", "6412"), ("café7", "CAFE7"), ("ABCDEFGHIJKL", "ABCDEFGHIJKL"),
    ])
    func canonical(written: String, text: String) throws {
        #expect(try PartnerCode(written).text == text)
        #expect(PartnerCode(canonical: text)?.text == text)
    }

    @Test("what cannot be a code is refused with figures", arguments: [
        ("", .empty, "is empty"),
        (" - ", .empty, "is empty"),
        ("a", .tooShort(count: 1), "has 1 character, the least is 4"),
        ("K-T-M", .tooShort(count: 3), "has 3 characters, the least is 4"),
        ("ABCDEFGHIJKLM", .tooLong(count: 13), "has 13 characters, the most is 12"),
        ("SUN♥5", .impossibleCharacter("♥", position: 4), "has `♥` as character 4, which cannot be in a code"),
        ("ЖУК77", .impossibleCharacter("Ж", position: 1), "has `Ж` as character 1, which cannot be in a code"),
        ("SUN|55", .impossibleCharacter("|", position: 4), "has `|` as character 4, which cannot be in a code"),
        ("SUN\n55", .impossibleCharacter("\n", position: 4), "has U+000A as character 4, which cannot be in a code"),
    ] as [(String, PartnerCode.Flaw, String)])
    func flaws(written: String, flaw: PartnerCode.Flaw, message: String) {
        #expect(throws: flaw) { try PartnerCode(written) }
        #expect(flaw.message == message)
        #expect(!flaw.hint.isEmpty)
    }

    @Test func `only the canonical text is read back`() {
        for text in ["ktm482", "KTM 482", "KTM", "КТМ482", "ABCDEFGHIJKLM", ""] { #expect(PartnerCode(canonical: text) == nil) }
    }

    @Test("what a code could be mistaken for is known", arguments: [
        ("KTM482", false, false, true), ("KTM482999", false, false, true), ("SUNRISE", true, false, false), ("SUNRISE5", false, false, false),
        ("2024", false, true, false), ("BOB1", false, true, false), ("BILL", true, true, false), ("KAM482", false, false, false),
        ("KTM48", false, false, false),
    ])
    func kinds(text: String, isWord: Bool, isNumber: Bool, isAutomaticShape: Bool) throws {
        let code = try PartnerCode(text)
        #expect(code.isWord == isWord)
        #expect(code.isNumber == isNumber)
        #expect(code.isAutomaticShape == isAutomaticShape)
    }
}

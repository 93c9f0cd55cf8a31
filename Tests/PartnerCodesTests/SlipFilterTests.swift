import PartnerCodes
import Testing

@Suite struct SlipFilterTests {
    private static let codes = ["KTM482", "SUNRISE", "B00K", "XHB7310", "ABCDEFGHJKLM"].compactMap { PartnerCode(canonical: $0) }

    @Test func `everything within one slip of a code passes`() {
        let filter = SlipFilter(Self.codes)
        let symbols = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        for code in Self.codes {
            let text = Array(code.text)
            var slips = [text]
            for index in text.indices {
                slips.append(Array(text[..<index] + text[(index + 1)...]))
                if index + 1 < text.count {
                    var swapped = text
                    swapped.swapAt(index, index + 1)
                    slips.append(swapped)
                }
                for symbol in symbols {
                    slips.append(Array(text[..<index] + [symbol] + text[index...]))
                    slips.append(Array(text[..<index] + [symbol] + text[(index + 1)...]))
                }
            }
            for slip in slips {
                let skeleton = CodeSkeleton(folding: String(slip))
                #expect(skeleton.map(filter.mayBeNear) == true, "\(String(slip))")
            }
        }
    }

    @Test func `most of what is near no code does not`() {
        let filter = SlipFilter(Self.codes)
        let passed = (0..<5_000).count { CodeSkeleton(folding: "PMC\($0)").map(filter.mayBeNear) ?? false }
        #expect(passed < 500)
        #expect(!SlipFilter([PartnerCode]()).mayBeNear(Self.codes[0].skeleton))
    }

    @Test func `the longest text near a code has a symbol more than the longest code`() throws {
        for (codes, longest) in [(["KTM482"], 7), (["KTM4829", "XHB731"], 8), (["ABCDEFGHJKLM", "KTM482"], 13), ([], 0)] as [([String], Int)] {
            #expect(SlipFilter(try codes.map { try PartnerCode($0) }).longestNear == longest)
        }
    }
}

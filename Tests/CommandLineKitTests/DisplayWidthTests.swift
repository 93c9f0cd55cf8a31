import CommandLineKit
import Testing

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("Пхукет", 6), ("й", 1), ("и\u{306}", 1), ("é", 1), ("ภูเก็ต", 4), ("กำ", 2), ("น้ำ", 2), ("ราคา ฿", 6),
        ("普吉", 4), ("ﾊﾝ", 2), ("ＡＢ", 4), ("한국", 4), ("한", 2), ("🏖", 1), ("🏖️", 2), ("🚗", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇹🇭", 2),
        ("1️⃣", 2), ("a\u{200B}b", 2), ("a\u{200E}b", 2), ("—…№", 3), ("★", 1), ("⌚", 2),
    ])
    func `text takes the columns that a terminal gives it`(text: String, columns: Int) {
        #expect(DisplayWidth.columns(of: text) == columns)
    }

    @Test(arguments: [
        ("Hotel Sunrise", 13, "Hotel Sunrise"), ("Hotel Sunrise", 8, "Hotel S…"), ("普吉普吉", 8, "普吉普吉"), ("普吉普吉", 6, "普吉…"),
        ("普吉普吉", 7, "普吉普…"), ("ภูเก็ตเมือง", 4, "ภูเก็…"), ("abc", 1, "…"), ("abc", 0, ""), ("ab", 2, "ab"),
    ])
    func `what is cut ends in an ellipsis within the limit`(text: String, limit: Int, shown: String) {
        #expect(DisplayWidth.truncated(text, to: limit) == shown)
    }

    @Test func `no cut is wider than its limit or parts a letter from its marks`() {
        let texts = ["Пхукет и\u{306}и\u{306}", "ภูเก็ตเมือง น้ำ", "普吉 🚗👨‍👩‍👧🇹🇭 x", "plain words"]
        for text in texts {
            for limit in 0...20 {
                let shown = DisplayWidth.truncated(text, to: limit)
                #expect(DisplayWidth.columns(of: shown) <= limit)
                #expect(shown == text || text.hasPrefix(shown.dropLast()))
            }
        }
    }

    @Test func `what is fitted takes its width, whatever it is`() {
        for text in ["", "x", "Пхукет и\u{306}", "ภูเก็ตเมือง", "普吉普吉", "🚗👨‍👩‍👧", "two words "] {
            for width in 0...20 {
                for alignment in [TextAlignment.left, .right] {
                    let fitted = DisplayWidth.fitted(text, to: width, alignment)
                    #expect(DisplayWidth.columns(of: fitted) == width, "\(fitted)")
                    let shown = DisplayWidth.truncated(text, to: width)
                    #expect(alignment == .left ? fitted.hasPrefix(shown) : fitted.hasSuffix(shown), "\(fitted)")
                }
            }
        }
    }

    @Test func `counts have commas and the right noun`() {
        #expect([0, 7, 999, 1000, 12_345, 1_234_567, -1234].map(grouped) == ["0", "7", "999", "1,000", "12,345", "1,234,567", "-1,234"])
        #expect(grouped(.min) == "-9,223,372,036,854,775,808")
        #expect(counted(1, "page") == "1 page")
        #expect(counted(0, "page") == "0 pages")
        #expect(counted(12_345, "entry", plural: "entries") == "12,345 entries")
    }
}

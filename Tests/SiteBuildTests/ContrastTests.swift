import Diagnostics
@testable import SiteBuild
import Testing
import TestSupport

/// Colours that can be read, by the formulas of WCAG 2.2.
@Suite struct ContrastTests {
    /// Ratios as the W3C's and WebAIM's checkers give them, to two places.
    @Test(arguments: [
        ("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59), ("#ff0000", "#ffffff", 4.00), ("#00ff00", "#ffffff", 1.37), ("#b4462a", "#fffaf3", 5.25),
    ])
    func `the contrast of two colours is that of WCAG`(first: String, second: String, ratio: Double) throws {
        let (first, second) = (try #require(Color(first)), try #require(Color(second)))
        #expect(abs(first.contrast(with: second) - ratio) < 0.01)
        #expect(first.contrast(with: second) == second.contrast(with: first))
    }

    @Test func `for every colour there is a shade that can be read on every background`() {
        for value in stride(from: UInt32(0), to: 0xFFFFFF, by: 997_331) {
            for ground in stride(from: UInt32(0), to: 0xFFFFFF, by: 1_234_567) {
                let shade = Color(value).nearestShade { $0.contrast(with: Color(ground)) >= 4.5 }
                #expect(shade.map { $0.contrast(with: Color(ground)) >= 4.5 } == true)
                if Color(value).contrast(with: Color(ground)) >= 4.5 { #expect(shade == Color(value)) }
            }
        }
    }

    @Test(arguments: [
        ("{}", nil, nil),
        ("{accent: '#b4462a', background: '#fffaf3'}", nil, nil),
        ("{accent: '#f2a03f'}", "`accent` `#f2a03f` cannot be read on `background` `#fffaf3`: the contrast is 2.04 to 1, and 4.5 is the least",
         "write `#9e6829`, the nearest shade that can be read"),
        ("{background: '#808080'}", "the texts of the page, `#55605c`, cannot be read on `background` `#808080`: the contrast is 1.65 to 1, and 4.5 is the least",
         "write `#d7d7d7`, the nearest shade that can be read"),
        ("{background: '#f0d8d0'}", "`accent` `#b4462a` cannot be read on `background` `#f0d8d0`: the contrast is 4.00 to 1, and 4.5 is the least",
         "set `\"accent\": \"#a74127\"` as well, the nearest shade that can be read"),
        ("{accentDark: '#b4462a'}", "`accentDark` `#b4462a` cannot be read on `backgroundDark` `#10202a`: the contrast is 3.05 to 1, and 4.5 is the least",
         "write `#cc806d`, the nearest shade that can be read"),
        ("{accentDark: '#808080', backgroundDark: '#000000'}",
         "`accentDark` `#808080` cannot be read on the cards, which are `#1a2f3a`: the contrast is 3.51 to 1, and 4.5 is the least",
         "write `#939393`, the nearest shade that can be read"),
    ] as [(String, String?, String?)])
    func `a colour that cannot be read is an error with the ratio and the nearest shade that can`(theme: String, message: String?, hint: String?) throws {
        let disk = SiteText.site("-- partners/one.json --\n{name: 'One'}\n")
        disk["site.json"] = disk["site.json"]?.replacing("\"languages\"", with: "\"theme\": \(theme), \"languages\"")
        let found = try SiteBuilder.on(disk).run(.build).diagnostics
        #expect(found.map(\.id) == (message == nil ? [] : ["S021"]))
        #expect(found.first?.message == message)
        #expect(found.first?.hint == hint)
        if message != nil { #expect(found.first?.location?.range != nil) }
    }

    @Test func `the colours that the check takes for granted are those of the style sheet`() throws {
        let style = try #require(SampleSite.disk()["templates/style.css"])
        let night = try #require(style.firstRange(of: "(prefers-color-scheme: dark)"))
        for (scheme, rules) in [(ContrastCheck.light, style[..<night.lowerBound]), (ContrastCheck.dark, style[night.upperBound...])] {
            func value(_ name: String) -> Color? {
                rules.firstRange(of: "--\(name):").flatMap { found in
                    let written = rules[found.upperBound...].prefix { $0 != ";" }
                    return written.firstIndex(of: "#").flatMap { Color(String(written[$0...].prefix { $0 != ")" })) }
                }
            }
            #expect([value("a"), value("bg"), value("ink"), value("soft"), value("card")] == [scheme.accent, scheme.background, scheme.ink, scheme.soft, scheme.card])
        }
    }
}

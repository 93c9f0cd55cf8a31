import CommandLineKit
import Testing

@Suite struct TextTableTests {
    static let partners: TextTable = {
        var table = TextTable([.init("Partner", canShrink: true), .init("Code"), .init("Leads", .right), .init("Note", canShrink: true)])
        table.append(["Отель «Рассвет» на пляже Патонг", "KTM482", "1,204", "普吉岛"])
        table.append(["ภูเก็ต Café", "SUNRISE5", "7", ""])
        table.append(["a\u{1B}[2J\nb", "X", "0", "🚗 rent"])
        return table
    }()

    @Test func `columns are aligned by what a terminal shows, and nothing is cut in a pipe`() {
        #expect(Self.partners.text(in: .plain) == """
            Partner                          Code      Leads  Note
            Отель «Рассвет» на пляже Патонг  KTM482    1,204  普吉岛
            ภูเก็ต Café                        SUNRISE5      7
            a·[2J·b                          X             0  🚗 rent

            """)
    }

    @Test func `the widest columns give way in a narrow terminal, codes and numbers never`() {
        #expect(Self.partners.text(in: TextStyle(hasColor: false, columns: 40)) == """
            Partner         Code      Leads  Note
            Отель «Рассве…  KTM482    1,204  普吉岛
            ภูเก็ต Café       SUNRISE5      7
            a·[2J·b         X             0  🚗 rent

            """)
    }

    @Test func `where no row fits, each becomes lines of its own`() {
        #expect(Self.partners.text(in: TextStyle(hasColor: false, columns: 28)) == """
            Partner  Отель «Рассвет» на пляже Патонг
            Code     KTM482
            Leads    1,204
            Note     普吉岛

            Partner  ภูเก็ต Café
            Code     SUNRISE5
            Leads    7

            Partner  a·[2J·b
            Code     X
            Leads    0
            Note     🚗 rent

            """)
    }

    @Test func `no line of a table that fits is wider than the terminal`() {
        for columns in 36...90 {
            let text = Self.partners.text(in: TextStyle(hasColor: false, columns: columns))
            #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.columns(of: String($0)) <= columns })
        }
    }

    @Test func `a column to be copied is never cut, however wide it is`() {
        var table = TextTable([.init("Page"), .init("Partner", canShrink: true)])
        table.append(["https://example.org/sunrise/", "Hotel Sunrise"])
        #expect(table.text(in: TextStyle(hasColor: false, columns: 40)) == """
            Page                          Partner
            https://example.org/sunrise/  Hotel Sun…

            """)
    }

    @Test func `only the titles are painted`() {
        var table = TextTable([.init("A"), .init("B")])
        table.append(["1", "2"])
        #expect(table.text(in: TextStyle(hasColor: true, columns: 80)) == "\u{1B}[1mA  B\u{1B}[0m\n1  2\n")
    }
}

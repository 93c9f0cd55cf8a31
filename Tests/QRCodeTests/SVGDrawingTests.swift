@testable import QRCode
import Testing

@Suite struct SVGDrawingTests {
    @Test func `a file is one path on a white ground, with a title`() throws {
        let symbol = try QRCode.encode("01234567", raisesLevel: false)
        let svg = String(decoding: SVGDrawing(symbol).file(title: "Отель «A&B» <1>\u{1}"), as: UTF8.self)
        #expect(svg == """
            <svg xmlns="http://www.w3.org/2000/svg" width="232" height="232" viewBox="0 0 29 29" shape-rendering="crispEdg\
            es"><title>Отель «A&amp;B» &lt;1&gt;</title><path fill="#ffffff" d="M0 0h29v29H0z"/><path fill="#000000" d="M4\
             4h7v7h-7zm9 0h1v1h1v-1h2v2h-4v1h1v1h3v6h1v1h-1v-1h-1v1h-1v-1h-1v2h-1v2h1v-1h1v-1h1v1h1v-1h1v1h1v1h1v1h-1v1h1v\
            2h1v3h-1v-1h-1v-1h1v-1h-1v-2h-2v2h1v1h-1v-1h-1v1h-2v-1h-1v1h-1v-4h1v-1h-1v-1h-5v-1h1v-1h1v1h4v-2h-1v1h-2v-1h-1\
            v-1h-1v1h-1v1h-1v-1h1v-1h-1v-1h5v1h2v-1h-1v-6h1zm5 0h7v7h-7zm-12 2h3v3h-3zm14 0h3v3h-3zm-15 4h5v-5h-5zm9 0h1v1\
            h1v-2h-2v-1h-1v4h1v1h1v1h1v-2h-1v-1h-1zm5 0h5v-5h-5zm-15 2h1v1h-1zm14 0h5v2h2v1h-2v1h-2v1h2v1h-2v-1h-1v-1h-1v-\
            1h1v-1h-1v-1h-1zm-8 2h1v-1h-1zm3 0h1v-1h-1zm7 0h1v-1h-1zm-16 4h7v7h-7zm11 1h1v-1h-1zm2 0h1v-1h-1zm5 0h1v2h-2v-\
            1h1zm2 0h1v1h-1zm-18 1h3v3h-3zm7 1h1v1h2v-2h-2v-1h-1zm9 1h1v1h1v1h-1v1h-1zm-17 2h5v-5h-5zm7 0h4v1h-4zm5 0h1v1h\
            -1z"/></svg>

            """)
    }

    @Test func `an inline element has a name, colours of the page and no more than it needs`() throws {
        let symbol = try QRCode.encode("01234567", raisesLevel: false)
        let svg = String(decoding: SVGDrawing(symbol).element(label: "\"><script>'", dark: .currentColor, light: .transparent), as: UTF8.self)
        #expect(svg.hasPrefix(
            "<svg role=\"img\" aria-label=\"&quot;&gt;&lt;script&gt;&#39;\" viewBox=\"0 0 29 29\" shape-rendering=\"crispEdges\">"
                + "<path fill=\"currentColor\" d=\"M4 4h7"))
        #expect(svg.hasSuffix("z\"/></svg>"))
        #expect(svg.split(separator: "<path").count == 2)
    }

    @Test("colours are written in full", arguments: [
        (.rgb(0), "#000000"), (.rgb(0x00_0A_FF), "#000aff"),
        (.white, "#ffffff"), (.currentColor, "currentColor"), (.transparent, "none"),
    ] as [(QRColour, String)])
    func colour(colour: QRColour, attribute: String) {
        #expect(colour.attribute == attribute)
    }

    @Test("the path covers the dark modules and nothing else", arguments: [1, 2, 3, 7, 11, 12, 22, 40])
    func coverage(number: Int) throws {
        let version = try #require(QRVersion(number))
        for text in ["A", "https://example.com/ru/sunrise/", "Привет"] {
            let symbol = try QRCode.encode(text, minimumVersion: version)
            let path = String(decoding: ModuleOutline.path(of: symbol), as: UTF8.self)
            #expect(filled(path, size: symbol.size) == symbol.picture)
        }
    }

    /// What the path covers by the nonzero rule, from the vertical edges that each row crosses, in a square with the quiet zone
    /// cut off.
    private func filled(_ path: String, size: Int) -> [String] {
        let side = size + 8
        var turns = [[Int]](repeating: [Int](repeating: 0, count: side + 1), count: side)
        var (column, row, startColumn, startRow) = (0, 0, 0, 0)
        func descend(to end: Int) {
            for crossed in min(row, end)..<max(row, end) { turns[crossed][column] += end > row ? 1 : -1 }
            row = end
        }
        var rest = path[...]
        func number() -> Int {
            let digits = rest.drop { $0 == " " }.prefix { $0.isNumber || $0 == "-" }
            let own = digits.dropFirst().firstIndex(of: "-").map { digits[..<$0] } ?? digits
            rest = rest[own.endIndex...]
            return Int(own) ?? 0
        }
        while let command = rest.popFirst() {
            switch command {
            case "M", "m":
                startColumn += number()
                startRow += number()
                (column, row) = (startColumn, startRow)
            case "h": column += number()
            case "v": descend(to: row + number())
            default:
                // Only a side may be left to the closing line, not a slope.
                if column != startColumn, row != startRow { return ["a slope"] }
                column = startColumn
                descend(to: startRow)
            }
        }
        let pictures = turns.map { row in
            var winding = 0
            return row.map { turn in
                winding += turn
                return winding != 0 ? "#" : "."
            }
        }
        return pictures[4..<4 + size].map { $0[4..<4 + size].joined() }
    }
}

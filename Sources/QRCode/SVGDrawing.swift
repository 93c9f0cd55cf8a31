import ByteText

/// A symbol as SVG, in units of a module, with the quiet zone. Its outline is traced once, for all the ways to use it.
package struct SVGDrawing: Sendable {
    /// With the quiet zone.
    private let side: Int
    private let outline: [UInt8]

    package init(_ symbol: QRSymbol) {
        side = symbol.size + 2 * QRSymbol.quietZone
        outline = ModuleOutline.path(of: symbol)
    }

    /// A file of its own, with `title` for those who cannot see it; 8 pixels a module unless scaled.
    package func file(title: String? = nil, dark: QRColour = .black, light: QRColour = .white) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(outline.count + 512)
        output.append(literal: "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        output.append(decimal: side * 8)
        output.append(literal: "\" height=\"")
        output.append(decimal: side * 8)
        output.append(literal: "\"")
        appendContent(to: &output, title: title, dark: dark, light: light)
        output.append(.lineFeed)
        return output
    }

    /// An element to stand in HTML, named `label`; its width is for the style sheet to say.
    package func element(label: String, dark: QRColour = .black, light: QRColour = .white) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(outline.count + 512)
        output.append(literal: "<svg role=\"img\" aria-label=\"")
        output.append(htmlEscaping: label.utf8)
        output.append(literal: "\"")
        appendContent(to: &output, title: nil, dark: dark, light: light)
        return output
    }
}

private extension SVGDrawing {
    func appendContent(to output: inout [UInt8], title: String?, dark: QRColour, light: QRColour) {
        output.append(literal: " viewBox=\"0 0 ")
        output.append(decimal: side)
        output.append(.space)
        output.append(decimal: side)
        output.append(literal: "\" shape-rendering=\"crispEdges\">")
        if let title {
            output.append(literal: "<title>")
            output.append(htmlEscaping: title.utf8.filter { $0 >= 0x20 || $0 == .tab || $0 == .lineFeed })
            output.append(literal: "</title>")
        }
        if light != .transparent {
            output.append(literal: "<path fill=\"")
            output.append(utf8: light.attribute)
            output.append(literal: "\" d=\"M0 0h")
            output.append(decimal: side)
            output.append(literal: "v")
            output.append(decimal: side)
            output.append(literal: "H0z\"/>")
        }
        output.append(literal: "<path fill=\"")
        output.append(utf8: dark.attribute)
        output.append(literal: "\" d=\"")
        output.append(contentsOf: outline)
        output.append(literal: "\"/></svg>")
    }
}

import QRCode

/// The QR code of a partner's page in one language, as the kit shows it and has it to download.
struct KitCode: Sendable {
    private let symbol: QRSymbol
    private let drawing: SVGDrawing
    private let address: String

    /// The code of `address`. Level M, or as much above it as costs no space; the address is short enough for any level.
    init(_ address: String) {
        do throws(QRCodeError) {
            symbol = try QRCode.encode(address, level: .medium)
        } catch {
            // `BaseURL` and `Slug` bound the length of an address far below what a symbol holds.
            preconditionFailure("no QR code holds \(address)")
        }
        drawing = SVGDrawing(symbol)
        self.address = address
    }

    /// For the page itself; named by its address.
    var markup: [UInt8] { drawing.element(label: address) }

    /// For printers.
    func svgFile() -> [UInt8] { drawing.file(title: address) }

    /// For social networks: some 700 pixels wide, which stays sharp in a story and costs a build of many partners little.
    func pngFile() -> [UInt8] { symbol.png(scale: max(1, Self.pngWidth / (symbol.size + 2 * QRSymbol.quietZone))) }

    private static let pngWidth = 720
}

/// The names of a kit's files, the page left out.
enum KitFile {
    static func svg(_ language: Language) -> String { "qr-\(language.tag).svg" }
    static func png(_ language: Language) -> String { "qr-\(language.tag).png" }
}

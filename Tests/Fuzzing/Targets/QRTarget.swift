import QRCode

/// Texts and bytes of any kind: what is encoded can be read again, and what cannot be encoded is too long.
enum QRTarget {
    static func complaint(_ bytes: [UInt8]) -> String? {
        let level = QRLevel.allCases[Int(bytes.first ?? 0) % QRLevel.allCases.count]
        let content = Array(bytes.dropFirst())
        let text = String(decoding: content, as: UTF8.self)
        return complaint(content, level) { () throws(QRCodeError) in try QRCode.encode(content, level: level) }
            ?? complaint(Array(text.utf8), level) { () throws(QRCodeError) in try QRCode.encode(text, level: level) }
    }

    private static func complaint(_ content: [UInt8], _ level: QRLevel, _ encode: () throws(QRCodeError) -> QRSymbol) -> String? {
        let symbol: QRSymbol
        do { symbol = try encode() } catch {
            // Version 40 holds 1,273 bytes at its highest level.
            return content.count < 1_200 ? "\(content.count) bytes are too long" : nil
        }
        if symbol.level < level { return "a lower level than was asked for" }
        if QRReading(symbol).content != content { return "what is encoded is read as something else" }
        if content.count < 100 {
            _ = symbol.png(scale: 2)
            _ = SVGDrawing(symbol).file(title: String(decoding: content, as: UTF8.self))
            _ = SVGDrawing(symbol).element(label: String(decoding: content, as: UTF8.self))
        }
        return nil
    }
}

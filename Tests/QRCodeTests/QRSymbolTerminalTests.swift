@testable import QRCode
import Testing

@Suite struct QRSymbolTerminalTests {
    @Test func `without colours the light modules are drawn`() throws {
        let text = try QRCode.encode("01234567", raisesLevel: false).terminalText(setsColours: false)
        #expect(text == """
            █████████████████████████████
            █████████████████████████████
            ████ ▄▄▄▄▄ ██ ▀  █ ▄▄▄▄▄ ████
            ████ █   █ █ ▀████ █   █ ████
            ████ █▄▄▄█ █ █▄▄ █ █▄▄▄█ ████
            ████▄▄▄▄▄▄▄█ █▄▀ █▄▄▄▄▄▄▄████
            ████▄█▄ ▄ ▄▀▀▄▀█ █▄ ▄  ██████
            ██████▄█▀█▄▄█ █▄█▄█▀   ▄▄████
            ███████▄▄▄▄▄ █▀ ▀ ▀█▄▀▀██████
            ████ ▄▄▄▄▄ █▀▄ ▀ ▀ ▄██▀█▀████
            ████ █   █ █ ▀██ ██ █▄▄██████
            ████ █▄▄▄█ █▄█▄▄█▄█▀ █ ▀█████
            ████▄▄▄▄▄▄▄█▄▄▄▄█▄██▄█▄██████
            █████████████████████████████
            ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀

            """)
    }

    @Test func `with colours it is black on white in every line`() throws {
        let symbol = try QRCode.encode("01234567", raisesLevel: false)
        let lines = symbol.terminalText().split(separator: "\n")
        #expect(lines.count == 15)
        #expect(lines.allSatisfy { $0.hasPrefix("\u{1B}[30;107m    ") && $0.hasSuffix("    \u{1B}[0m") })
        #expect(lines[2] == "\u{1B}[30;107m    █▀▀▀▀▀█  █▄██ █▀▀▀▀▀█    \u{1B}[0m")
    }
}

import ByteText

/// The style and the script that pages carry inline, and the Content-Security-Policy that allows exactly these.
struct InlinedFiles: Sendable {
    let style: [UInt8]
    let script: [UInt8]
    /// Without `frame-ancestors` and `sandbox`, which a policy in the page itself cannot set (CSP Level 3, section 3.3).
    let policy: String
    /// For a page without the script.
    let policyWithoutScript: String

    /// The site's colours as custom properties, which the sheet asks for, then `style`.
    init(style: [UInt8], script: [UInt8], theme: Theme) {
        var properties: [UInt8] = []
        if !theme.colors.isEmpty {
            let declarations = theme.colors.map { "--\($0.name.kebabCased):\($0.color.text)" }
            properties.append(utf8: ":root{" + declarations.joined(separator: ";") + "}\n")
        }
        self.style = properties + StyleComments.removed(from: Self.asBrowsersReadIt(style))
        self.script = Self.asBrowsersReadIt(script)
        let styleSource = Self.source(self.style)
        policy = Self.policy(style: styleSource, script: Self.source(self.script))
        policyWithoutScript = Self.policy(style: styleSource, script: Self.source([]))
    }

    /// The files of `templates/`: a kit has `kit.css` besides.
    init(_ templates: TemplateFolder, theme: Theme, isKit: Bool) {
        let style = (templates.inlined["style.css"] ?? []) + (isKit ? templates.inlined["kit.css"] ?? [] : [])
        self.init(style: style, script: templates.inlined["script.js"] ?? [], theme: theme)
    }

    /// With plain line feeds, which is what a browser makes of a page's line endings before it compares hashes (HTML, 13.2.3.5).
    private static func asBrowsersReadIt(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(.carriageReturn) else { return text }
        var result: [UInt8] = []
        for (place, byte) in text.enumerated() {
            if byte == .lineFeed, place > 0, text[place - 1] == .carriageReturn { continue }
            result.append(byte == .carriageReturn ? .lineFeed : byte)
        }
        return result
    }

    private static func policy(style: String, script: String) -> String {
        "default-src 'none'; img-src 'self' data:; style-src \(style); script-src \(script); base-uri 'none'; form-action 'none'"
    }

    private static func source(_ bytes: [UInt8]) -> String {
        bytes.isEmpty ? "'none'" : "'sha256-" + Base64.encode(SHA256.digest(bytes)) + "'"
    }
}

private extension String {
    /// `accentDark` as CSS writes it: `accent-dark`.
    var kebabCased: String {
        map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
    }
}

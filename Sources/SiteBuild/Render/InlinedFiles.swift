import ByteText

/// The style and the script that pages carry inline, and the Content-Security-Policy that allows exactly these.
struct InlinedFiles: Sendable {
    let style: [UInt8]
    let script: [UInt8]
    /// Without `frame-ancestors` and `sandbox`, which a policy in the page itself cannot set (CSP Level 3, section 3.3).
    let policy: String

    /// The site's colours as custom properties, then `style`.
    init(style: [UInt8], script: [UInt8], theme: Theme) {
        var properties: [UInt8] = []
        if !theme.colors.isEmpty {
            let declarations = theme.colors.map { "--\($0.name.kebabCased):\($0.color.text)" }
            properties.append(utf8: ":root{" + declarations.joined(separator: ";") + "}\n")
        }
        self.style = style + properties
        self.script = script
        policy = "default-src 'none'; img-src 'self' data:; style-src \(Self.source(self.style)); "
            + "script-src \(Self.source(script)); base-uri 'none'; form-action 'none'"
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

import ByteText

/// The elements whose content browsers do not read as HTML, up to their closing tag (HTML, 13.1.2).
package enum RawTextElement: String, Sendable, CaseIterable {
    case style, script

    /// Where `content` would end the element, or nil if it is safe inside it. For `css` and `script` values, which are published as
    /// they are: the caller checks them once, where they are read. One pass, in any case of letters.
    ///
    /// In a script `<!--` counts too: with `<script` after it, a browser would not see the closing tag (HTML, 4.12.1.3).
    package func firstEnd(in content: [UInt8]) -> Int? {
        let closing = Array("</\(rawValue)".utf8)
        let comment = Array("<!--".utf8)
        for index in content.indices where content[index] == .lessThan {
            let rest = content[index...]
            if rest.count >= closing.count, zip(rest, closing).allSatisfy({ $0.asciiLowercased == $1 }) { return index }
            if self == .script, rest.starts(with: comment) { return index }
        }
        return nil
    }
}

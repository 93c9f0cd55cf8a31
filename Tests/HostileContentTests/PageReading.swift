/// A page as a browser takes it apart, as far as a test needs that: the tags in their order, with the values of their attributes decoded, and
/// the text between them. Raw text elements are followed as in HTML, 13.2.5: `<!--<script` hides `</script`.
struct PageReading {
    struct Tag: Equatable {
        var name: String
        var attributes: [(name: String, value: String)] = []

        static func == (left: Tag, right: Tag) -> Bool { left.shape == right.shape }
        /// The name with those of the attributes: what no text may change.
        var shape: String { name + attributes.map { " " + $0.name }.joined() }

        subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    private(set) var tags: [Tag] = []
    /// The contents of `script` elements with a `type` of JSON.
    private(set) var data: [String] = []
    private(set) var styles: [String] = []
    private(set) var scripts: [String] = []
    /// What is shown, entities decoded.
    private(set) var text = ""

    /// The tags by name and attributes, in their order.
    var shape: [String] { tags.map(\.shape) }

    init(_ page: String) {
        var rest = Array(page.unicodeScalars)[...]
        while let scalar = rest.first {
            guard scalar == "<", let next = rest.dropFirst().first else {
                text.unicodeScalars.append(scalar)
                rest.removeFirst()
                continue
            }
            if rest.starts(with: "<!--".unicodeScalars) {
                rest = rest.dropFirst(4)
                while !rest.isEmpty, !rest.starts(with: "-->".unicodeScalars) { rest.removeFirst() }
                rest = rest.dropFirst(3)
                tags.append(Tag(name: "!--"))
            } else if next.properties.isAlphabetic || next == "/" || next == "!" || next == "?" {
                let tag = Self.tag(&rest)
                tags.append(tag)
                if ["script", "style"].contains(tag.name) { take(Self.rawText(&rest, of: tag.name), of: tag) }
            } else {
                text.unicodeScalars.append(scalar)
                rest.removeFirst()
            }
        }
        text = Self.decoded(text)
    }

    private mutating func take(_ content: String, of tag: Tag) {
        if tag.name == "style" { styles.append(content) } else if tag["type"]?.contains("json") == true { data.append(content) } else { scripts.append(content) }
    }

    private static func tag(_ rest: inout ArraySlice<Unicode.Scalar>) -> Tag {
        rest.removeFirst()
        var tag = Tag(name: word(&rest) { $0 == ">" || $0.properties.isWhitespace || $0 == "/" })
        if tag.name.isEmpty, rest.first == "/" {
            rest.removeFirst()
            tag.name = "/" + word(&rest) { $0 == ">" || $0.properties.isWhitespace }
        }
        while true {
            rest = rest.drop { $0.properties.isWhitespace || $0 == "/" }
            guard let first = rest.first else { return tag }
            if first == ">" {
                rest.removeFirst()
                return tag
            }
            let name = word(&rest) { $0 == ">" || $0 == "=" || $0 == "/" || $0.properties.isWhitespace }
            var value = ""
            if rest.first == "=" {
                rest.removeFirst()
                if let quote = rest.first, quote == "\"" || quote == "'" {
                    rest.removeFirst()
                    value = word(&rest, lowercased: false) { $0 == quote }
                    rest = rest.dropFirst()
                } else {
                    value = word(&rest, lowercased: false) { $0 == ">" || $0.properties.isWhitespace }
                }
            } else if name.isEmpty {
                rest.removeFirst()
            }
            tag.attributes.append((name, decoded(value)))
        }
    }

    private static func word(_ rest: inout ArraySlice<Unicode.Scalar>, lowercased: Bool = true, until isEnd: (Unicode.Scalar) -> Bool) -> String {
        let word = rest.prefix { !isEnd($0) }
        rest = rest.dropFirst(word.count)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: word)
        return lowercased ? String(text).lowercased() : String(text)
    }

    private static func rawText(_ rest: inout ArraySlice<Unicode.Scalar>, of name: String) -> String {
        var content = String.UnicodeScalarView()
        var isHidden = false
        while let scalar = rest.first {
            if scalar == "<" {
                let ahead = rest.prefix(8).map { String($0).lowercased() }.joined()
                if name == "script", ahead.hasPrefix("<script"), String(content).contains("<!--") { isHidden = true }
                if ahead.hasPrefix("</" + name) {
                    if !isHidden { return String(content) }
                    isHidden = false
                }
            }
            content.append(scalar)
            rest.removeFirst()
        }
        return String(content)
    }

    /// The five entities that the program writes, and numbers.
    static func decoded(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let ampersand = rest.firstIndex(of: "&") {
            result += rest[..<ampersand]
            rest = rest[ampersand...]
            let known = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].first { rest.hasPrefix($0.0) }
            result += known?.1 ?? "&"
            rest = rest.dropFirst(known?.0.count ?? 1)
        }
        return result + rest
    }
}

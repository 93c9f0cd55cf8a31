/// A piece of template text, or a tag; what the tokenizer finds and the later steps of parsing annotate.
struct TemplateToken: Sendable {
    enum Kind: Sendable {
        /// Text to publish; one token a line, its line ending included.
        case text
        case variable, unescaped, section, inverted, partial, parent, block, close
        /// A comment, a delimiter tag, or a tag with an error in it: publishes nothing.
        case silent
    }

    var kind: Kind
    /// The bytes of the text or of the whole tag.
    var range: Range<Int>
    /// The bytes of the name in the tag; empty if it has none.
    var name: Range<Int>
    /// The other end of a section, block or parent.
    var partner: Int?
    /// Whether the nearest thing open around it is a parent, where only blocks count.
    var isDirectlyInParent = false
    /// Whether it is the first on a line that is kept.
    var startsLine = false
    /// Whether its line holds nothing to publish, so that the line itself vanishes.
    var isStandalone = false
    /// Whether what follows the tag is the next line.
    var endsLine = false
    /// The white space before a standalone tag.
    var indentation: Range<Int>

    init(kind: Kind, range: Range<Int>, name: Range<Int>) {
        self.kind = kind
        self.range = range
        self.name = name
        indentation = range.lowerBound..<range.lowerBound
    }

    var opens: Bool {
        switch kind {
        case .section, .inverted, .parent, .block: true
        default: false
        }
    }
}

/// One step of a parsed template. Sections, parents and blocks are flat: each knows the index of its `end`.
struct TemplateNode: Sendable {
    enum Kind: Sendable {
        /// The node's range, published as it is.
        case literal
        /// An empty path is `.`, the value in whose section the tag stands.
        case variable([NameID], escaped: Bool)
        case section([NameID], inverted: Bool, end: Int)
        case partial(TemplateName)
        case parent(TemplateName, end: Int)
        case block(NameID, end: Int)
        case end(opening: Int)
    }

    var kind: Kind
    /// The bytes of the literal or of the tag.
    var range: Range<Int>
    /// Whether it is the first on its line, so that the indentation of the template goes before it.
    var startsLine: Bool
    /// Whether the tag's line vanished and `indentation` is to be applied to what replaces the tag.
    var isStandalone: Bool
    /// The white space before a standalone tag.
    var indentation: Range<Int>
    /// A block whose content begins on the next line: the white space before its first line.
    var contentIndentation: Range<Int>?
}

/// A template as its nodes.
struct ParsedTemplate: Sendable {
    let source: TemplateSource
    let nodes: [TemplateNode]
    /// The names of the blocks in it, wherever they stand.
    let blocks: [NameID]
    /// The templates that it mentions.
    let references: [TemplateName]
}

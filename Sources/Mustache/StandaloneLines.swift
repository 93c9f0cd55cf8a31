import ByteText

/// Finds the lines that hold only tags which publish nothing themselves; such a line vanishes, its white space becomes indentation.
///
/// The specification's rule is one tag a line; for inheritance several: `{{<layout}}{{$main}}`, `{{/main}}{{/layout}}`, and a whole
/// parent on one line. A block that begins and ends on its line keeps the line ending, for what replaces it has none.
struct StandaloneLines {
    private let bytes: [UInt8]
    private(set) var tokens: [TemplateToken]

    init(_ tokens: [TemplateToken], of source: TemplateSource) {
        bytes = source.bytes
        self.tokens = tokens
    }

    mutating func run() {
        var start = 0
        for index in tokens.indices {
            let endsLine = tokens[index].kind == .text && bytes[tokens[index].range].last == .lineFeed
            if endsLine || index == tokens.count - 1 {
                markLine(start..<index + 1)
                start = index + 1
            }
        }
    }
}

private extension StandaloneLines {
    mutating func markLine(_ line: Range<Int>) {
        let tags = tagsThatCount(in: line)
        switch tags.map({ standing(of: $0, in: line) }) ?? .mixed {
        case .mixed:
            if let first = line.first(where: { tokens[$0].kind != .silent }) { tokens[first].startsLine = true }
        case .vanishing:
            for index in line where tokens[index].kind == .text && !isInsideParent(index, of: line, tags: tags ?? []) {
                tokens[index].kind = .silent
            }
            markTags(tags ?? [], in: line)
            tokens[tags?.last ?? line.lowerBound].endsLine = true
        case .blockOnItsOwn:
            for index in line where tokens[index].kind == .text {
                let range = tokens[index].range
                guard bytes[range].last == .lineFeed else {
                    tokens[index].kind = .silent
                    continue
                }
                let hasReturn = range.count > 1 && bytes[range.upperBound - 2] == .carriageReturn
                tokens[index].range = range.upperBound - (hasReturn ? 2 : 1)..<range.upperBound
            }
            markTags(tags ?? [], in: line)
        }
    }

    enum Standing { case mixed, vanishing, blockOnItsOwn }

    func standing(of tags: [Int], in line: Range<Int>) -> Standing {
        if tags.isEmpty { return .mixed }
        if tags.count == 1 {
            let kind = tokens[tags[0]].kind
            return kind == .variable || kind == .unescaped ? .mixed : .vanishing
        }
        guard tags.allSatisfy(isInheritance) else { return .mixed }
        let hasWholeBlock = tags.contains { index in
            guard tokens[index].kind == .block, !tokens[index].isDirectlyInParent else { return false }
            return tokens[index].partner.map(line.contains) ?? false
        }
        return !hasWholeBlock ? .vanishing : tags.count == 2 ? .blockOnItsOwn : .mixed
    }

    /// The tags of the line, a parent that opens and closes on it counted as one; nil if there is text to publish.
    func tagsThatCount(in line: Range<Int>) -> [Int]? {
        var tags: [Int] = []
        var index = line.lowerBound
        while index < line.upperBound {
            if tokens[index].kind != .text {
                tags.append(index)
                if tokens[index].kind == .parent, let end = tokens[index].partner, line.contains(end) { index = end }
            } else if !tokens[index].isDirectlyInParent, !bytes[tokens[index].range].allSatisfy(\.isASCIIWhitespace) {
                return nil
            }
            index += 1
        }
        return tags
    }

    /// Whether the token stands inside a parent that opens and closes on the line.
    func isInsideParent(_ index: Int, of line: Range<Int>, tags: [Int]) -> Bool {
        tags.contains { tag in
            guard tokens[tag].kind == .parent, let end = tokens[tag].partner else { return false }
            return line.contains(end) && index > tag && index < end
        }
    }

    /// Whether it is a tag of a parent or block, or closes one.
    func isInheritance(_ index: Int) -> Bool {
        let token = tokens[index]
        let opening = token.kind == .close ? token.partner.map { tokens[$0] } : token
        return opening?.kind == .parent || opening?.kind == .block
    }

    mutating func markTags(_ tags: [Int], in line: Range<Int>) {
        let first = tokens[line.lowerBound]
        let start = first.range.lowerBound
        let end = tags.first.map { tokens[$0].range.lowerBound } ?? start
        for tag in tags {
            tokens[tag].isStandalone = true
            if bytes[start..<end].allSatisfy(\.isASCIIWhitespace) { tokens[tag].indentation = start..<end }
        }
    }
}

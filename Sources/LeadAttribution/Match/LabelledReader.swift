import PartnerCodes

/// Reads what stands in labelled position: after a label, or as the whole message.
struct LabelledReader {
    let codes: CodeTable
    let directory: PartnerDirectory

    /// What follows a label from the word `first` on; `isStrong` where the label leaves no doubt that a code follows.
    func read(from first: Int, of words: [TextWord], isStrong: Bool) -> CodeFinding? {
        let extents = CodeExtents(from: first, of: words).extents
        guard let start = extents.first else { return unreadForeign(words[first]) }
        if let finding = undoubted(extents), isAllowed(finding, of: words, from: first, isStrong: isStrong) { return finding }
        let options = Options(extents, in: codes, directory)
        if let finding = options.decided(rule: .labelled, slipRule: .labelledSlip) {
            if isAllowed(finding, of: words, from: first, isStrong: isStrong) { return finding }
            if finding.isExact { return nil }
        }
        return unread(options, start, of: words, isStrong: isStrong)
    }

    /// The better of two readings of what follows one label: the exact one; a question where they credit two partners.
    func better(_ first: CodeFinding?, _ second: CodeFinding?) -> CodeFinding? {
        guard let first, let second else { return first ?? second }
        guard let one = first.creditedCode, let other = second.creditedCode else { return first.creditedCode != nil ? first : second }
        if directory.owner(ofCode: one) == directory.owner(ofCode: other) || first.isExact != second.isExact { return second.isExact ? second : first }
        let distance = first.isExact ? 0 : 1
        return CodeFinding(meaning: .question, rule: .nearSeveral, range: first.range, near: [(one, distance), (other, distance)])
    }

    /// The whole message as one code.
    func readWhole(_ words: [TextWord]) -> CodeFinding? {
        guard 1...10 ~= words.count, let extent = CodeExtents(from: 0, of: words, isWhole: true).extents.first else { return nil }
        let written = WrittenShape(words[...])
        // A number or a short word counts only as what it is.
        if !written.isMixed, written.digits > 0 || written.symbols < 5, codes.exactMatch(extent.skeleton) == nil { return nil }
        let options = Options([extent], in: codes, directory)
        guard let finding = options.decided(rule: .wholeMessage, slipRule: .wholeMessageSlip) else {
            return beginsOrdinarily(written, words) ? nil : unreadWhole(options, extent, written)
        }
        let isExact = finding.creditedCode.map { codes.exactMatch(extent.skeleton) == $0 } ?? false
        if !isExact, isModel(written, extent) || beginsOrdinarily(written, words) { return nil }
        switch finding.meaning {
        case .exact(let code):
            // A number, or a word that people answer in one word: the whole message may be about something else.
            let isAnswer = words.contains { OrdinaryMeaning.isAnswer($0) || OrdinaryMeaning.announcesOther($0) }
            let isModel = directory.traits[code].contains(.isModel)
            return written.letters == 0 || isAnswer || isModel || hasUnit(words) ? question(finding) : finding
        case .corrected(let code):
            guard written.isMixed else {
                return written.digits == 0 && written.symbols >= 5 && !OrdinaryMeaning.isAnswer(words[0]) ? question(finding) : nil
            }
            let isOrdinary = !directory.traits[code].isDisjoint(with: [.isModel, .needsLabel])
            if isOrdinary || OrdinaryMeaning.looksLikeFlight(written) { return question(finding) }
            return hasUnit(words) ? nil : finding
        case .question, .unknown:
            return written.isMixed ? finding : nil
        }
    }
}

private extension LabelledReader {
    /// What the extents of one place say together.
    struct Options {
        /// Codes with their least distance and the extent of it.
        private(set) var exact: [(code: Int, extent: CodeExtents.Extent)] = []
        private(set) var slips: [(code: Int, extent: CodeExtents.Extent)] = []
        private(set) var near: [(code: Int, distance: Int)] = []
        private(set) var nearRange: Range<Int>?
        private let directory: PartnerDirectory

        init(_ extents: [CodeExtents.Extent], in index: CodeTable, _ directory: PartnerDirectory) {
            self.directory = directory
            let isExact = extents.contains { $0.foreignIndex == nil && index.exactMatch($0.skeleton) != nil }
            for extent in extents {
                // Beside an exact code only what is within one slip of another can matter.
                if isExact, !index.mayBeWithinOneSlip(extent.skeleton) { continue }
                for option in CodeExtents.near(extent, in: index) {
                    if option.distance == 0, !exact.contains(where: { $0.code == option.code }) { exact.append((option.code, extent)) }
                    if option.distance == 1, !slips.contains(where: { $0.code == option.code }) { slips.append((option.code, extent)) }
                    if nearRange == nil { nearRange = extent.range }
                    if let known = near.firstIndex(where: { $0.code == option.code }) {
                        near[known].distance = min(near[known].distance, option.distance)
                    } else {
                        near.append(option)
                    }
                }
            }
            slips.removeAll { slip in exact.contains { $0.code == slip.code } }
            // What is exactly a code that counts is not doubted for a withdrawn one beside it.
            if exact.contains(where: { !directory.isWithdrawn($0.code) }) { slips.removeAll { directory.isWithdrawn($0.code) } }
            near.sort { ($0.distance, $0.code) < ($1.distance, $1.code) }
        }

        func owners(_ options: [(code: Int, extent: CodeExtents.Extent)]) -> Set<Int> { Set(options.map { directory.owner(ofCode: $0.code) }) }

        /// One code, or a question between several; nil where none is within a slip.
        func decided(rule: MatchRule, slipRule: MatchRule) -> CodeFinding? {
            guard let best = exact.first ?? slips.first else { return nil }
            let likely = near.filter { $0.distance <= 1 }
            if owners(exact + slips).count > 1 {
                return CodeFinding(meaning: .question, rule: .nearSeveral, range: best.extent.range, near: likely)
            }
            if (exact + slips).contains(where: { directory.isWithdrawn($0.code) }) {
                return CodeFinding(meaning: .question, rule: .withdrawn, range: best.extent.range, near: likely)
            }
            if !exact.isEmpty { return CodeFinding(meaning: .exact(best.code), rule: rule, range: best.extent.range) }
            return CodeFinding(meaning: .corrected(best.code), rule: slipRule, range: best.extent.range, near: near)
        }
    }

    /// The exact code among `extents`, where none of the others can be a code or near one: what `Options` would say, without its lists.
    func undoubted(_ extents: [CodeExtents.Extent]) -> CodeFinding? {
        var found: CodeFinding?
        for extent in extents where codes.mayBeWithinOneSlip(extent.skeleton) {
            guard found == nil, extent.foreignIndex == nil, let code = codes.exactMatch(extent.skeleton), !directory.isWithdrawn(code) else { return nil }
            found = CodeFinding(meaning: .exact(code), rule: .labelled, range: extent.range)
        }
        return found
    }

    /// Whether a finding after a label counts: without a colon a word counts only where it is exact, a number only where it is written
    /// in one piece.
    func isAllowed(_ finding: CodeFinding, of words: [TextWord], from first: Int, isStrong: Bool) -> Bool {
        let taken = words[first...].prefix { $0.range.upperBound <= finding.range.upperBound }
        let written = WrittenShape(taken)
        switch finding.meaning {
        case .exact: return isStrong || written.letters > 0 || taken.count == 1
        case .corrected, .question, .unknown:
            if written.isMixed { return true }
            return isStrong && (written.digits > 0 || written.symbols >= 5 && !(taken.count == 1 && OrdinaryMeaning.isAnswer(words[first])))
        }
    }

    /// Something that is announced as a code and looks like one, but is none.
    func unread(_ options: Options, _ start: CodeExtents.Extent, of words: [TextWord], isStrong: Bool) -> CodeFinding? {
        let taken = words[start.words.lowerBound...].prefix {
            $0.range.lowerBound == start.range.lowerBound || $0.gap.isInsideCode && $0.digitCount > 0
        }
        let written = WrittenShape(taken.prefix(4))
        let range = options.nearRange ?? start.range.lowerBound..<(taken.prefix(4).last ?? words[start.words.lowerBound]).range.upperBound
        let isCapitals = written.letters > 0 && written.digits == 0 && written.lowercase == 0
        let looksLikeCode = written.isMixed && 4...14 ~= written.symbols
            || isStrong && written.letters == 0 && 4...8 ~= written.symbols && taken.count == 1
            || isStrong && isCapitals && 4...12 ~= written.symbols && start.foreignIndex == nil
                && !OrdinaryMeaning.isAnswer(words[start.words.lowerBound])
        guard looksLikeCode else { return nil }
        if options.near.isEmpty, !isStrong, taken.count > 1, isOrdinaryWord(words[start.words.lowerBound]) { return nil }
        return CodeFinding(meaning: .unknown, rule: options.near.isEmpty ? .noSuchCode : .twoSlips, range: range, near: options.near)
    }

    /// Whether a number after `word` is the number of what it says, as in `код ворот 1234`.
    func isOrdinaryWord(_ word: TextWord) -> Bool { word.digitCount == 0 && word.lowercaseCount > 0 && word.symbolCount + word.foreignCount >= 4 }

    /// A word and a number in one, as shops make codes, of letters that no code here has: `ДРУГ55`.
    func unreadForeign(_ word: TextWord) -> CodeFinding? {
        let letters = word.letterCount + word.foreignCount
        guard !word.isLong, !word.isInLink, !word.isSpaceless, word.digitCount > 0, letters >= 3, letters + word.digitCount <= 14,
              word.lettersBeforeDigit > 0 || word.foreignIndex == 0 else { return nil }
        return CodeFinding(meaning: .unknown, rule: .noSuchCode, range: word.range)
    }

    /// A whole message that is no code but has the very shape of one.
    func unreadWhole(_ options: Options, _ extent: CodeExtents.Extent, _ written: WrittenShape) -> CodeFinding? {
        guard written.isMixed, written.leadingLetters >= 3, written.digits >= 2, written.leadingLetters + written.digits == written.symbols,
              5...9 ~= written.symbols, !isModel(written, extent) else { return nil }
        if options.near.isEmpty, written.leadingLetters != 3 || written.digits < 3 { return nil }
        return CodeFinding(meaning: .unknown, rule: options.near.isEmpty ? .noSuchCode : .twoSlips, range: extent.range, near: options.near)
    }

    func question(_ finding: CodeFinding) -> CodeFinding {
        var near = finding.near
        if let code = finding.creditedCode, near.isEmpty { near = [(code, 0)] }
        return CodeFinding(meaning: .question, rule: .otherMeaning, range: finding.range, near: near)
    }

    /// Whether the text itself, and not the code near it, is a model: `PCX 160`.
    func isModel(_ written: WrittenShape, _ extent: CodeExtents.Extent) -> Bool {
        guard written.leadingLetters == 3, let code = PartnerCode(folded: extent.skeleton) else { return false }
        return OrdinaryMeaning.isModel(code)
    }

    /// Whether it is an airport or a currency and a number: `HKT 1030`, `THB 900`.
    func beginsOrdinarily(_ written: WrittenShape, _ words: [TextWord]) -> Bool {
        written.leadingLetters == 3 && words.first.map(OrdinaryMeaning.isBeginning) ?? false
    }

    func hasUnit(_ words: [TextWord]) -> Bool { words.count > 1 && words.last.map(OrdinaryMeaning.isUnit) ?? false }
}

private extension PartnerCode {
    /// The code that `skeleton` shows.
    init?(folded skeleton: CodeSkeleton) { self.init(canonical: skeleton.description) }
}

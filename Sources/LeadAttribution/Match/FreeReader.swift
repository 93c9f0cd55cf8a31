import PartnerCodes

/// Finds exact codes that stand anywhere in a text, each as a word of its own.
///
/// There a code needs a letter and a digit, as every automatic one has. It is written in one piece or, for automatic codes, with its
/// usual gaps: `KTM 482`, `KTM-48-21`, `K T M 4 8 2`. Chosen codes need one piece, or a hyphen before the digits: `SUNRISE-5`.
struct FreeReader {
    let codes: CodeTable
    let directory: PartnerDirectory

    /// Every code in `words`, in order.
    func findings(_ words: [TextWord], end: TextGap, in bytes: [UInt8]) -> [CodeFinding] {
        var findings: [CodeFinding] = []
        var index = 0
        while index < words.count {
            if let (finding, next) = finding(at: index, words, end, bytes) {
                findings.append(finding)
                index = next
            } else {
                index += 1
            }
        }
        return findings
    }
}

private extension FreeReader {
    func finding(at first: Int, _ words: [TextWord], _ end: TextGap, _ bytes: [UInt8]) -> (CodeFinding, next: Int)? {
        let word = words[first]
        guard word.isClean, !word.isInLink else { return nil }
        var match: (code: Int, last: Int)?
        if word.digitCount > 0, word.letterCount > 0, let code = codes.exactMatch(word.skeleton), !needsLabel(code) {
            match = (code, first)
        }
        if match == nil { match = gapped(at: first, words) }
        guard let match, isAlone(words, first...match.last, end) else { return nil }
        let range = word.range.lowerBound..<words[match.last].range.upperBound
        if means(other: match.code, words, first...match.last, end, bytes) {
            return (CodeFinding(meaning: .question, rule: .otherMeaning, range: range, near: [(match.code, 0)]), match.last + 1)
        }
        if directory.isWithdrawn(match.code) {
            return (CodeFinding(meaning: .question, rule: .withdrawn, range: range, near: [(match.code, 0)]), match.last + 1)
        }
        return (CodeFinding(meaning: .exact(match.code), rule: .exact, range: range), match.last + 1)
    }

    /// Whether the code counts only where a label announces it.
    func needsLabel(_ code: Int) -> Bool { OrdinaryMeaning.needsLabel(directory.codes[code]) }

    /// A code with gaps that begins at the word `first`.
    func gapped(at first: Int, _ words: [TextWord]) -> (code: Int, last: Int)? {
        let word = words[first]
        if word.digitCount == 0, word.symbolCount >= 4 { return hyphenated(at: first, words) }
        guard word.digitCount == 0 || word.symbolCount == 3 && word.letterCount >= 2, word.symbolCount == 1 || word.symbolCount == 3 else { return nil }
        var skeleton = word.skeleton
        var last = first
        while skeleton.count < 3 {
            last += 1
            guard last < words.count, words[last].isClean, words[last].gap.isInsideCode, !words[last].isInLink, words[last].symbolCount == 1,
                  words[last].digitCount == 0, CodeExtents.append(words[last].skeleton, to: &skeleton) else { return nil }
        }
        guard skeleton.count == 3 else { return nil }
        var match: (code: Int, last: Int)?
        while last + 1 < words.count {
            let next = words[last + 1]
            guard next.isClean, next.gap.isInsideCode, !next.isInLink, next.digitCount > 0, next.letterCount <= 1,
                  CodeExtents.append(next.skeleton, to: &skeleton) else { break }
            last += 1
            if let code = codes.exactMatch(skeleton), directory.codes[code].isAutomaticShape, !needsLabel(code) { match = (code, last) }
        }
        return match
    }

    func hyphenated(at first: Int, _ words: [TextWord]) -> (code: Int, last: Int)? {
        guard first + 1 < words.count, words[first + 1].isClean, words[first + 1].gap.isTight, words[first + 1].letterCount == 0 else { return nil }
        var skeleton = words[first].skeleton
        guard CodeExtents.append(words[first + 1].skeleton, to: &skeleton), let code = codes.exactMatch(skeleton), !needsLabel(code) else { return nil }
        return (code, first + 1)
    }

    /// Whether nothing touches the code that would make it part of something longer.
    func isAlone(_ words: [TextWord], _ taken: ClosedRange<Int>, _ end: TextGap) -> Bool {
        let before = words[taken.lowerBound].gap
        let hasAfter = taken.upperBound + 1 < words.count
        let after = hasAfter ? words[taken.upperBound + 1].gap : end
        if let sign = before.last, "@_/\\+&%~^".unicodeScalars.contains(sign), sign != "~" || before.spaces == 0, taken.lowerBound > 0 || sign == "@" { return false }
        if let sign = after.first, "@_\\+%^".unicodeScalars.contains(sign) { return false }
        if taken.lowerBound > 0, before.isTight || before.signs == 1 && before.spaces == 0 && before.last == "'" {
            let previous = words[taken.lowerBound - 1]
            if previous.digitCount > 0 || previous.symbolCount + previous.foreignCount < 4 { return false }
        }
        if hasAfter, after.isTight {
            let next = words[taken.upperBound + 1]
            let isShort = next.symbolCount + next.foreignCount < 4 && !next.isSpaceless
            if next.digitCount > 0 || isShort && after.first == "-" { return false }
        }
        if hasAfter, after.first == ":", after.signs == 1, after.separators == 0, words[taken.upperBound + 1].digitCount > 0 { return false }
        return true
    }

    /// Whether the words around say that it is a flight, a booking, a price or a model.
    func means(other code: Int, _ words: [TextWord], _ taken: ClosedRange<Int>, _ end: TextGap, _ bytes: [UInt8]) -> Bool {
        let first = taken.lowerBound
        let after = taken.upperBound + 1 < words.count ? words[taken.upperBound + 1].gap : end
        if words[first].gap.hasCurrency || after.hasCurrency && after.spaces <= 1 && after.lineBreaks == 0 { return true }
        for back in 1...2 where first - back >= 0 {
            if words[first - back + 1].gap.lineBreaks > 0 || words[first - back + 1].gap.stops { break }
            let word = words[first - back]
            if word.isSpaceless ? OrdinaryMeaning.announcesOther(bytes[word.range]) : OrdinaryMeaning.announcesOther(word) { return true }
        }
        if OrdinaryMeaning.isModel(directory.codes[code]) { return true }
        // `HTC 482 baht`: the digits are an amount of their own.
        let isGapped = taken.count > 1
        return isGapped && taken.upperBound + 1 < words.count && after.signs == 0 && OrdinaryMeaning.isUnit(words[taken.upperBound + 1])
    }
}

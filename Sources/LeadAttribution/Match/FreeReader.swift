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
        // Past the code before, if there was one.
        var codeEnd = -1
        while index < words.count {
            guard let match = match(at: index, words) else {
                index += 1
                continue
            }
            let taken = index...match.last
            // Two codes joined by a sign are two codes, and neither is a part of something longer.
            let joinsBefore = index == codeEnd
            let joinsAfter = match.last + 1 < words.count && self.match(at: match.last + 1, words) != nil
            codeEnd = match.last + 1
            if isAloneBefore(words, index) || joinsBefore, isAloneAfter(words, match.last, end) || joinsAfter {
                findings.append(finding(match.code, words, taken, end, bytes))
                index = codeEnd
            } else {
                index += 1
            }
        }
        return findings
    }
}

private extension FreeReader {
    /// A code that begins at the word `first`, whatever touches it.
    func match(at first: Int, _ words: [TextWord]) -> (code: Int, last: Int)? {
        guard words[first].isClean, !words[first].isInLink else { return nil }
        if words[first].digitCount > 0, words[first].letterCount > 0, let code = codes.exactMatch(words[first].skeleton), !needsLabel(code) { return (code, first) }
        return gapped(at: first, words)
    }

    func finding(_ code: Int, _ words: [TextWord], _ taken: ClosedRange<Int>, _ end: TextGap, _ bytes: [UInt8]) -> CodeFinding {
        let range = words[taken.lowerBound].range.lowerBound..<words[taken.upperBound].range.upperBound
        if means(other: code, words, taken, end, bytes) {
            return CodeFinding(meaning: .question, rule: .otherMeaning, range: range, near: [(code, 0)])
        }
        if directory.isWithdrawn(code) { return CodeFinding(meaning: .question, rule: .withdrawn, range: range, near: [(code, 0)]) }
        return CodeFinding(meaning: .exact(code), rule: .exact, range: range)
    }

    /// Whether the code counts only where a label announces it.
    func needsLabel(_ code: Int) -> Bool { directory.traits[code].contains(.needsLabel) }

    /// A code with gaps that begins at the word `first`.
    func gapped(at first: Int, _ words: [TextWord]) -> (code: Int, last: Int)? {
        let symbolCount = words[first].symbolCount
        if words[first].digitCount == 0, symbolCount >= 4 { return hyphenated(at: first, words) }
        guard symbolCount == 1 || symbolCount == 3, words[first].digitCount == 0 || symbolCount == 3 && words[first].letterCount >= 2 else { return nil }
        var skeleton = words[first].skeleton
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
            if let code = codes.exactMatch(skeleton), directory.traits[code].contains(.isAutomatic), !needsLabel(code) { match = (code, last) }
        }
        return match
    }

    func hyphenated(at first: Int, _ words: [TextWord]) -> (code: Int, last: Int)? {
        guard first + 1 < words.count, words[first + 1].isClean, words[first + 1].gap.isTight, words[first + 1].letterCount == 0 else { return nil }
        var skeleton = words[first].skeleton
        guard CodeExtents.append(words[first + 1].skeleton, to: &skeleton), let code = codes.exactMatch(skeleton),
              !needsLabel(code) else { return nil }
        return (code, first + 1)
    }

    /// Whether nothing before the code, which begins at `first`, makes it part of something longer.
    func isAloneBefore(_ words: [TextWord], _ first: Int) -> Bool {
        let before = words[first].gap
        // A sign joins only what touches it on both sides: `Beach/KTM482`, but not `Beach / KTM482`.
        if before.last == "@" || first > 0 && before.isJoint, let sign = before.last, "@_/\\+&%~^".unicodeScalars.contains(sign) { return false }
        if first > 0, before.isTight || before.signs == 1 && before.spaces == 0 && before.last == "'" {
            let previous = words[first - 1]
            if previous.digitCount > 0 || previous.symbolCount + previous.foreignCount < 4 { return false }
        }
        return true
    }

    /// The same for what comes after the word `last`.
    func isAloneAfter(_ words: [TextWord], _ last: Int, _ end: TextGap) -> Bool {
        let hasAfter = last + 1 < words.count
        let after = hasAfter ? words[last + 1].gap : end
        if hasAfter, after.isJoint, let sign = after.first, "@_\\+%^".unicodeScalars.contains(sign) { return false }
        if hasAfter, after.isTight {
            let next = words[last + 1]
            let isShort = next.symbolCount + next.foreignCount < 4 && !next.isSpaceless
            if next.digitCount > 0 || isShort && after.first == "-" { return false }
        }
        // `KTM482:22`, `KTM482/2026`: a number goes on.
        if hasAfter, after.first == ":" || after.first == "/", after.signs == 1, after.separators == 0, words[last + 1].digitCount > 0 { return false }
        return true
    }

    /// Whether the words around say that it is a flight, a booking, a price or a model.
    func means(other code: Int, _ words: [TextWord], _ taken: ClosedRange<Int>, _ end: TextGap, _ bytes: [UInt8]) -> Bool {
        let first = taken.lowerBound
        let after = taken.upperBound + 1 < words.count ? words[taken.upperBound + 1].gap : end
        if words[first].gap.hasCurrency || after.hasCurrency && after.spaces <= 1 && after.lineBreaks == 0 { return true }
        if isAnnouncedAsOther(words, first, bytes) { return true }
        if directory.traits[code].contains(.isModel) { return true }
        // `HTC 482 baht`: the digits are an amount of their own.
        let isGapped = taken.count > 1
        return isGapped && taken.upperBound + 1 < words.count && after.signs == 0 && OrdinaryMeaning.isUnit(words[taken.upperBound + 1])
    }

    /// Whether one of the two words before the word `first` says so, linking words such as `number is` not counted. What lies beyond a
    /// comma, a full stop or something that has a number of its own speaks of that.
    func isAnnouncedAsOther(_ words: [TextWord], _ first: Int, _ bytes: [UInt8]) -> Bool {
        var index = first
        var looks = 2
        while looks > 0, index > 0, first - index < 6 {
            let gap = words[index].gap
            if gap.lineBreaks > 0 || gap.stops || gap.hasComma { return false }
            index -= 1
            let word = words[index]
            if word.isSpaceless ? OrdinaryMeaning.announcesOther(bytes[word.range]) : OrdinaryMeaning.announcesOther(word) { return true }
            if index > 0, OrdinaryMeaning.isNumberOfOther(words[index - 1], word) { return true }
            if word.digitCount > 0 { return false }
            if OrdinaryMeaning.isLink(word) { continue }
            if gap.endsSentence { return false }
            looks -= 1
        }
        return false
    }
}

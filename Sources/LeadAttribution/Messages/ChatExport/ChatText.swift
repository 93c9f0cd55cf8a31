import ByteText

/// Tells the person's words from what WhatsApp puts among them: marks for edited and deleted messages, for pictures that were left out,
/// for attached files. What is only such a mark leaves an empty text.
enum ChatText {
    struct Reading: Equatable {
        var text: Range<Int>
        var flags: MessageFlags = []
        /// The line is a notice of WhatsApp and no message.
        var isNotice = false
    }

    /// The words in `range`, which begins right after the sender. `firstLineEnd` is the end of its first line.
    ///
    /// Nearly all messages hold no mark, which a few bytes tell.
    @inline(__always)
    static func read(_ bytes: [UInt8], _ range: Range<Int>, firstLineEnd: Int, isIOS: Bool, _ fixed: FixedTexts) -> Reading {
        guard !range.isEmpty else { return Reading(text: range) }
        let first = bytes[range.lowerBound]
        let last = bytes[range.upperBound - 1]
        if first != 0xE2, first != .lessThan, last != .greaterThan, !mayEndAttachment(bytes, range, firstLineEnd),
           !fixed.mayHold(bytes, range, isIOS: isIOS) {
            return Reading(text: range)
        }
        return readMarks(bytes, range, isIOS: isIOS, fixed)
    }

    @inline(__always)
    private static func mayEndAttachment(_ bytes: [UInt8], _ range: Range<Int>, _ firstLineEnd: Int) -> Bool {
        guard firstLineEnd - 2 > range.lowerBound, bytes[firstLineEnd - 1] == UInt8(ascii: ")") else { return false }
        let before = bytes[firstLineEnd - 2]
        return before.isASCIILetter || before >= 0x80
    }

    @inline(never)
    private static func readMarks(_ bytes: [UInt8], _ range: Range<Int>, isIOS: Bool, _ fixed: FixedTexts) -> Reading {
        var reader = MarkReader(bytes: bytes, start: range.lowerBound, end: range.upperBound)
        return reader.read(isIOS: isIOS, fixed)
    }
}

/// Works inwards from both ends of one message.
///
/// The texts that it looks for are handed to whatever needs them: counting references to what all cores share would hold them up.
private struct MarkReader {
    let bytes: [UInt8]
    var start: Int
    var end: Int
    var flags: MessageFlags = []

    mutating func read(isIOS: Bool, _ fixed: FixedTexts) -> ChatText.Reading {
        let whole = start..<end
        skipMarks()
        let isMarked = start > whole.lowerBound
        takeEdited(fixed)
        if let kind = fixed.kind(bytes, start..<end) {
            flags.insert(kind)
            return ChatText.Reading(text: start..<start, flags: flags)
        }
        takeFirstLine(fixed)
        takeAttachedInside(fixed)
        takeOmittedAtEnd(fixed)
        guard isIOS, !flags.contains(.media) else { return result }
        let text = bytes[start..<end]
        if isMarked ? ChatNotices.isMarkedNotice(text) : ChatNotices.isUnmarkedNotice(text) {
            return ChatText.Reading(text: start..<start, isNotice: true)
        }
        return result
    }

    var result: ChatText.Reading { ChatText.Reading(text: start..<max(start, end), flags: flags) }

    /// `… <This message was edited>` at the end.
    mutating func takeEdited(_ fixed: FixedTexts) {
        guard let angle = lastAngle(), fixed.edited.contains(bytes, angle + 1..<end - 1) else { return }
        flags.insert(.edited)
        end = angle
        trimEnd()
    }

    /// A first line that stands for a file, with a caption on the next ones: `<Media omitted>`, `IMG-20250314-WA0001.jpg (file attached)`.
    mutating func takeFirstLine(_ fixed: FixedTexts) {
        let lineEnd = bytes.firstOffset(of: .lineFeed, in: start..<end)
        var contentEnd = lineEnd
        while contentEnd > start, bytes[contentEnd - 1] == .carriageReturn { contentEnd -= 1 }
        let isFile = lineEnd < end && fixed.kind(bytes, start..<contentEnd) == .media || isAttachedAfter(bytes[start..<contentEnd], fixed)
        guard isFile else { return }
        flags.insert(.media)
        start = min(lineEnd + 1, end)
    }

    func isAttachedAfter(_ line: ArraySlice<UInt8>, _ fixed: FixedTexts) -> Bool {
        guard line.last == UInt8(ascii: ")"), let open = line.lastIndex(of: UInt8(ascii: "(")), open > line.startIndex + 1,
              line[..<open].contains(.dot)
        else { return false }
        return fixed.attachedAfter.contains(bytes, open + 1..<line.endIndex - 1)
    }

    /// `<attached: 00000012-PHOTO-….jpg>`, at the end of a caption or alone. A document's own name before it is no caption.
    mutating func takeAttachedInside(_ fixed: FixedTexts) {
        guard let angle = lastAngle() else { return }
        let inner = bytes[angle + 1..<end - 1]
        guard let colon = inner.firstIndex(of: .colon), fixed.attachedBefore.contains(bytes, inner.startIndex..<colon) else { return }
        flags.insert(.media)
        let file = DirectionMarks.removed(from: inner[(colon + 1)...]).drop { $0 == .space }
        end = angle
        trimEnd()
        let caption = documentName(bytes[start..<end])
        if !caption.isEmpty, file.count > caption.count, file.suffix(caption.count).elementsEqual(caption) { end = start }
    }

    /// `‎image omitted` after a caption, `Some.pdf • ‎2 pages ‎document omitted` after a document's name.
    mutating func takeOmittedAtEnd(_ fixed: FixedTexts) {
        guard fixed.mayEndOmitted(bytes, start..<end) else { return }
        var place = end - 1
        while place >= start, end - place < 160 {
            let mark = DirectionMarks.length(at: place, in: bytes)
            let isSpace = bytes[place] == .space
            if mark > 0 || isSpace, place + max(mark, 1) <= end, fixed.omitted.contains(bytes, place + max(mark, 1)..<end) {
                let isDocument = Self.looksLikeDocument(documentName(bytes[start..<place]))
                if mark == 0 && !isDocument {
                    place -= 1
                    continue
                }
                flags.insert(.media)
                end = isDocument ? start : place
                return trimEnd()
            }
            place -= 1
        }
    }

    /// The text without `• 2 pages` and marks.
    func documentName(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var name = DirectionMarks.removed(from: text)
        let bullet: [UInt8] = [0xE2, 0x80, 0xA2]
        for index in name.indices where index + 3 <= name.count && name[index..<index + 3].elementsEqual(bullet) {
            name.removeSubrange(index...)
            break
        }
        while let last = name.last, last.isASCIIWhitespace { name.removeLast() }
        return name
    }

    static func looksLikeDocument(_ name: [UInt8]) -> Bool {
        guard let dot = name.lastIndex(of: .dot), dot > 0, 2...5 ~= name.count - dot - 1, !name.contains(.lineFeed) else { return false }
        let ending = String(decoding: name[(dot + 1)...].map(\.asciiLowercased), as: UTF8.self)
        return [
            "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "csv", "zip", "rar", "7z", "apk", "vcf", "jpg", "jpeg", "png", "heic", "webp",
            "mp4", "mov", "mp3", "m4a", "ogg", "opus", "pages", "key", "html", "json", "xml", "rtf", "odt", "ods", "epub",
        ].contains(ending)
    }

    /// Where the last `<` is, if the text ends with its `>` and it is on the last line, near the end.
    mutating func lastAngle() -> Int? {
        trimMarksAtEnd()
        guard end - start >= 3, bytes[end - 1] == .greaterThan else { return nil }
        var place = end - 2
        while place >= start, end - place < 400, bytes[place] != .lineFeed {
            if bytes[place] == .lessThan { return place }
            place -= 1
        }
        return nil
    }

    mutating func skipMarks() {
        while start < end {
            let length = DirectionMarks.length(at: start, in: bytes)
            if length == 0 || start + length > end { return }
            start += length
        }
    }

    mutating func trimMarksAtEnd() {
        while end - 3 >= start, DirectionMarks.length(at: end - 3, in: bytes) == 3 { end -= 3 }
    }

    mutating func trimEnd() {
        while true {
            trimMarksAtEnd()
            guard end > start, bytes[end - 1].isASCIIWhitespace else { return }
            end -= 1
        }
    }
}

/// The texts of `ChatPhrases` as sets, and a small table that says of nearly every text at once that it is none of them.
///
/// A final class, so that readers share it without counting references to all its parts.
final class FixedTexts: Sendable {
    static let shared = FixedTexts()

    let edited: MarkSet
    let omitted: MarkSet
    let attachedAfter: MarkSet
    let attachedBefore: MarkSet
    private let deleted: MarkSet
    private let media: MarkSet
    private let filter: [Bool]
    private let noticeFilter: [Bool]
    private let endingFilter: [Bool]
    private static let longest = 160

    init() {
        edited = MarkSet(ChatPhrases.edited)
        omitted = MarkSet(ChatPhrases.kindOmitted)
        attachedAfter = MarkSet(ChatPhrases.attachedAfter)
        attachedBefore = MarkSet(ChatPhrases.attachedBefore)
        media = MarkSet(
            ChatPhrases.mediaOmitted.filter { $0 != "null" }.map { "<\($0)>" } + ChatPhrases.kindOmitted + ChatPhrases.kindOmitted.map { "<\($0)>" } + ["null"])
        deleted = MarkSet(ChatPhrases.deleted)
        var filter = [Bool](repeating: false, count: 1 << 15)
        for text in media.texts + deleted.texts { filter[Self.slot(text, 0..<text.count)] = true }
        self.filter = filter
        var noticeFilter = [Bool](repeating: false, count: 1 << 10)
        for word in ChatNotices.unmarkedBeginnings { noticeFilter[Self.slot(word) & 0x3FF] = true }
        self.noticeFilter = noticeFilter
        var endingFilter = [Bool](repeating: false, count: 1 << 15)
        for text in omitted.texts { for text in [text, text + [.dot]] { endingFilter[Self.endSlot(text, 0..<text.count)] = true } }
        self.endingFilter = endingFilter
    }

    /// Whether a text can end with one of `omitted`, judged by its last letters.
    func mayEndOmitted(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        range.count >= 8 && endingFilter[Self.endSlot(bytes, range)]
    }

    /// What a text that is nothing but a mark stands for: `.deleted`, `.media` or nil.
    func kind(_ bytes: [UInt8], _ range: Range<Int>) -> MessageFlags? {
        if range.count > Self.longest { return nil }
        return media.contains(bytes, range) ? .media : deleted.contains(bytes, range) ? .deleted : nil
    }

    /// Whether `range` may be one of the texts, or on iOS a notice without a mark. Says no wrongly never, yes wrongly seldom.
    @inline(__always)
    func mayHold(_ bytes: [UInt8], _ range: Range<Int>, isIOS: Bool) -> Bool {
        if range.count <= Self.longest, filter[Self.slot(bytes, range)] { return true }
        guard isIOS else { return false }
        if range.count >= 60, noticeFilter[Self.slot(bytes.eightBytes(at: range.lowerBound)) & 0x3FF] { return true }
        return range.count >= 8 && endingFilter[Self.endSlot(bytes, range)]
    }

    /// By the last eight bytes.
    @inline(__always)
    private static func endSlot(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        slot(bytes.eightBytes(at: max(range.upperBound - 8, 0)))
    }

    /// By the first eight bytes alone, because a full stop may follow.
    @inline(__always)
    private static func slot(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        let word = bytes.eightBytes(at: range.lowerBound)
        return slot(range.count >= 8 ? word : word & (1 << UInt64(range.count * 8) &- 1))
    }

    @inline(__always)
    private static func slot(_ word: UInt64) -> Int { Int((word &* 0x9E37_79B9_7F4A_7C15) >> 49) }
}

/// Marks of WhatsApp in all languages, found without regard to direction marks, and to spaces and a full stop at the ends.
struct MarkSet: Sendable {
    private var names = NameTable()

    init(_ texts: [String]) {
        for text in texts {
            let bare = Self.bare(Array(text.utf8)[...])
            _ = names.number(bare, bare.indices)
        }
    }

    var texts: [[UInt8]] { (0..<names.count).map { Array(names[$0]) } }

    func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        if names.find(bytes, range) != nil { return true }
        guard Self.mayNeedBaring(bytes, range) else { return false }
        let bare = Self.bare(bytes[range])
        return bare.count < range.count && names.find(bare, bare.indices) != nil
    }

    /// False only where `bare` would leave all of it.
    private static func mayNeedBaring(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard let first = bytes[range].first, let last = bytes[range].last else { return false }
        if first.isASCIIWhitespace || last.isASCIIWhitespace || last == .dot || last == 0x82 || last == 0xA4 || last == .greaterThan { return true }
        return bytes.firstOffset(in: range, where: DirectionMarks.firstBytes, has: 1) < range.upperBound
    }

    /// `text` without marks, without spaces and a full stop at its ends, and without the full stop before `>`.
    private static func bare(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bare = DirectionMarks.removed(from: text)
        while let last = bare.last, last.isASCIIWhitespace || last == .dot { bare.removeLast() }
        if bare.suffix(3).elementsEqual([0xE3, 0x80, 0x82]) || bare.suffix(3).elementsEqual([0xE0, 0xA5, 0xA4]) { bare.removeLast(3) }
        if bare.suffix(2).elementsEqual([.dot, .greaterThan]) { bare.remove(at: bare.count - 2) }
        return Array(bare.drop { $0.isASCIIWhitespace })
    }
}

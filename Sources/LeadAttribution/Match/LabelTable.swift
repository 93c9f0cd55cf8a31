import ByteText
import Manifest

/// The words that announce a code: those that the site's own messages put before it, and those that people use anyway.
///
/// `Код`, `code`, `รหัส`, in any case, with or without a colon. Not every `code` announces a partner's: of a `zip code`, a
/// `dress code` or a `код от домофона` nothing is read.
struct LabelTable {
    /// A label of one word or several, as word hashes.
    struct Label: Equatable {
        var words: [UInt64]
        /// The site's messages have it without a colon, so that it announces a code as it stands.
        var isStrongAlone: Bool
    }

    private(set) var labels: [Label] = []
    /// The last words of all labels, for a quick look.
    private var lastWords: Set<UInt64> = []
    /// The same by the lowest bits, which answers for nearly every word.
    private var mayBeLast = [Bool](repeating: false, count: 1_024)
    /// Labels of scripts without spaces, found at the end of a word.
    private(set) var spaceless: [[UInt8]]
    /// What the quick scan of bytes looks for: every label's last word, as people may write it.
    private(set) var spellings: [[UInt8]] = []

    private static let general = [
        "код", "кода", "коду", "кодом", "коде", "кодик", "промокод", "промокода", "промокоду", "промокодом", "code", "codes", "promocode", "kod",
        "kode",
        "codigo", "código", "codice", "promo",
    ]
    private static let generalSpaceless = ["รหัส", "โค้ด", "代码", "代碼", "优惠码", "推荐码", "推薦碼", "コード", "코드"]
    private static let spacelessFillers = ["", "พาร์ทเนอร์", "พันธมิตร", "ส่วนลด", "โปรโมชั่น", "แนะนำ", "คือ", "ของฉัน"].map { Array($0.utf8) }

    /// Words before `code` that make it another code.
    private static let otherCodes = Set([
        "zip", "post", "postal", "postcode", "area", "country", "city", "dress", "qr", "bar", "pin", "sms", "otp", "door", "gate", "wifi", "fi",
        "verification",
        "confirmation", "access", "security", "entry", "lock", "error", "colour", "color", "airport", "source", "swift", "bank", "tax", "booking",
        "reservation", "flight", "dial", "phone", "телефонный", "почтовый", "штрих", "цветовой", "смс", "пин", "куар", "дресс", "исходный",
        "секретный",
        "проверочный", "служебный", "международный", "генетический",
    ].map(WordHash.of))

    /// Words that may stand between a label and the code.
    private static let fillers = Set([
        "партнера", "партнёра", "партнер", "партнёр", "скидки", "скидку", "на", "скидка", "мой", "моя", "это", "такой", "вот", "номер", "от",
        "отеля", "гида", "по",
        "is", "the", "number", "no", "nr", "partner", "partners", "discount", "my", "its", "promo", "from", "of", "ref", "промо", "agent",
        "агента", "s",
    ].map(WordHash.of))

    /// General labels and those of `manifest`. O(messages).
    init(_ manifest: Manifest) {
        spaceless = Self.generalSpaceless.map { Array($0.utf8) }
        for word in Self.general { add(Label(words: [WordHash.of(word)], isStrongAlone: false), spelling: word) }
        spellings += spaceless
        var seen: Set<String> = []
        let texts = (manifest.messages + manifest.partners.flatMap(\.messages)).flatMap(\.texts)
        for text in texts where seen.insert(text.text).inserted { addLabel(before: "{{code}}", in: text.text) }
    }

    /// The label that ends with the word `index`, if one does; the longest where there are several.
    func label(endingAt index: Int, of words: [TextWord], in bytes: [UInt8]) -> Label? {
        if words[index].isSpaceless { return endsWithSpacelessLabel(bytes[words[index].range]) ? Label(words: [], isStrongAlone: false) : nil }
        let hash = words[index].hash
        guard mayBeLast[Int(hash & 1_023)], lastWords.contains(hash) else { return nil }
        let found = labels.filter { label in
            let start = index - label.words.count + 1
            return start >= 0 && zip(words[start...index], label.words).allSatisfy { $0.hash == $1 }
        }
        guard let longest = found.max(by: { $0.words.count < $1.words.count }) else { return nil }
        let before = index - longest.words.count
        if before >= 0, words[before + 1].gap.lineBreaks == 0, Self.otherCodes.contains(words[before].hash) { return nil }
        return longest
    }

    func isFiller(_ word: TextWord) -> Bool { Self.fillers.contains(word.hash) }
}

private extension LabelTable {
    mutating func add(_ label: Label, spelling: String) {
        if let known = labels.firstIndex(where: { $0.words == label.words }) {
            labels[known].isStrongAlone = labels[known].isStrongAlone || label.isStrongAlone
            return
        }
        labels.append(label)
        if let last = label.words.last {
            lastWords.insert(last)
            mayBeLast[Int(last & 1_023)] = true
        }
        spellings.append(Array(spelling.utf8))
    }

    /// The words of the clause that leads to `placeholder`.
    mutating func addLabel(before placeholder: String, in text: String) {
        let parts = text.split(separator: placeholder, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return }
        let prefix = Array(parts[0].utf8)
        let (words, end) = WordScanner().words(of: prefix, in: prefix.indices)
        guard let last = words.last, end.lineBreaks == 0 || words.count == 1 else { return }
        if last.isSpaceless {
            let label = Array(prefix[last.range])
            if !spaceless.contains(label) {
                spaceless.append(label)
                spellings.append(label)
            }
            return
        }
        var first = words.count - 1
        while first > 0, words.count - first < 4, words[first].gap.signs == 0, !words[first].gap.announces,
              !(words[first].gap.separators > words[first].gap.spaces) { first -= 1 }
        add(
            Label(words: words[first...].map(\.hash), isStrongAlone: !end.announces),
            spelling: String(decoding: prefix[last.range], as: UTF8.self))
    }

    func endsWithSpacelessLabel(_ word: ArraySlice<UInt8>) -> Bool {
        spaceless.contains { label in
            Self.spacelessFillers.contains { filler in
                word.count >= label.count + filler.count && word.suffix(filler.count).elementsEqual(filler)
                    && word.dropLast(filler.count).suffix(label.count).elementsEqual(label)
            }
        }
    }
}

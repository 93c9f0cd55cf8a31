import ByteText
import Manifest

/// The words that announce a code: those that the site's own messages put before it, and those that people use anyway.
///
/// `Код`, `code`, `รหัส`, in any case, with or without a colon. Not every `code` announces a partner's: of a `zip code`, a
/// `dress code` or a `код от домофона` nothing is read.
struct LabelTable {
    /// How strongly a label announces what follows it.
    enum Strength {
        /// Only with a sign such as a colon after it.
        case withSign
        /// As it stands.
        case alone
    }

    /// A label of one word or several, as word hashes.
    private struct Label {
        var words: [UInt64]
        /// The site's messages have it without a colon, so that it announces a code as it stands.
        var isStrongAlone: Bool
        /// The number of the next label in the same slot.
        var next: Int?
    }

    private var labels: [Label] = []
    /// By the lowest bits of a word the first label that ends with such a word: most words are the last of none.
    private var slots = [Int?](repeating: nil, count: 1_024)
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
    private static let otherCodes = WordSet([
        "zip", "post", "postal", "postcode", "area", "country", "city", "dress", "qr", "bar", "pin", "sms", "otp", "door", "gate", "wifi", "fi",
        "verification",
        "confirmation", "access", "security", "entry", "lock", "error", "colour", "color", "airport", "source", "swift", "bank", "tax", "booking",
        "reservation", "flight", "dial", "phone", "телефонный", "почтовый", "штрих", "цветовой", "смс", "пин", "куар", "дресс", "исходный",
        "секретный",
        "проверочный", "служебный", "международный", "генетический",
    ])

    /// Words that may stand between a label and the code.
    private static let fillers = WordSet([
        "партнера", "партнёра", "партнер", "партнёр", "скидки", "скидку", "на", "скидка", "мой", "моя", "это", "такой", "вот", "номер", "от",
        "отеля", "гида", "по",
        "is", "the", "number", "no", "nr", "partner", "partners", "discount", "my", "its", "promo", "from", "of", "ref", "промо", "agent",
        "агента", "s",
    ])

    /// General labels and those of `manifest`. O(messages).
    init(_ manifest: Manifest) {
        spaceless = Self.generalSpaceless.map { Array($0.utf8) }
        for word in Self.general { add([WordHash.of(word)], isStrongAlone: false, spelling: word) }
        spellings += spaceless
        var seen: Set<String> = []
        let texts = (manifest.messages + manifest.partners.flatMap(\.messages)).flatMap(\.texts)
        for text in texts where seen.insert(text.text).inserted { addLabel(before: "{{code}}", in: text.text) }
    }

    /// How strongly the label that ends with the word `index` announces a code, if one does; the longest where there are several.
    func strength(ofLabelEndingAt index: Int, of words: [TextWord], in bytes: [UInt8]) -> Strength? {
        if words[index].isSpaceless { return endsWithSpacelessLabel(bytes[words[index].range]) ? .withSign : nil }
        var next = slots[Self.slot(words[index].hash)]
        var longest: Int?
        while let number = next {
            next = labels[number].next
            guard ends(number, at: index, of: words) else { continue }
            if longest.map({ labels[$0].words.count < labels[number].words.count }) ?? true { longest = number }
        }
        guard let longest else { return nil }
        let before = index - labels[longest].words.count
        if before >= 0, words[before + 1].gap.lineBreaks == 0, Self.otherCodes.contains(words[before].hash) { return nil }
        return labels[longest].isStrongAlone ? .alone : .withSign
    }

    func isFiller(_ word: TextWord) -> Bool { Self.fillers.contains(word.hash) }
}

private extension LabelTable {
    /// Whether the words up to `index` end with the label `number`. Its last word tells most.
    func ends(_ number: Int, at index: Int, of words: [TextWord]) -> Bool {
        let count = labels[number].words.count
        guard count <= index + 1 else { return false }
        for place in 1...count where labels[number].words[count - place] != words[index + 1 - place].hash { return false }
        return true
    }

    static func slot(_ lastWord: UInt64) -> Int { Int(lastWord & 1_023) }

    /// `words` must not be empty.
    mutating func add(_ words: [UInt64], isStrongAlone: Bool, spelling: String) {
        if let known = labels.firstIndex(where: { $0.words == words }) {
            labels[known].isStrongAlone = labels[known].isStrongAlone || isStrongAlone
            return
        }
        let slot = Self.slot(words[words.count - 1])
        labels.append(Label(words: words, isStrongAlone: isStrongAlone, next: slots[slot]))
        slots[slot] = labels.count - 1
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
        add(words[first...].map(\.hash), isStrongAlone: !end.announces, spelling: String(decoding: prefix[last.range], as: UTF8.self))
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

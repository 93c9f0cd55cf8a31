import ByteText
import PartnerCodes

/// A page whose every byte is the same for all partners of a kind, but for gaps that a partner's own values fill.
///
/// It is cut from a page that was rendered for a stand-in whose values are known again in it (`PageStandIn`).
struct PageMould: Sendable {
    /// A value that fills a gap.
    enum Value {
        case name, greeting, code, slug, id
    }

    /// How a value's text stands in a page.
    struct Form: Equatable, Sendable {
        var value: Value
        /// Whether as HTML.
        var isEscaped: Bool
    }

    private struct Gap: Sendable {
        /// Where in the text of the mould the value goes.
        var place: Int
        /// As a place in `forms`.
        var form: Int
    }

    private let text: [UInt8]
    private let gaps: [Gap]
    /// All that stand in gaps, once each.
    private let forms: [Form]

    /// The mould of `page`, which was rendered for the stand-in with `marks`.
    init(_ page: [UInt8], _ marks: [PageStandIn.Mark]) {
        var text: [UInt8] = []
        var gaps: [Gap] = []
        var forms: [Form] = []
        var index = 0
        while let (place, mark) = PageStandIn.nextMark(from: index, in: page, marks) {
            text.append(index..<place, of: page)
            let form = forms.firstIndex(of: mark.form) ?? forms.count
            if form == forms.count { forms.append(mark.form) }
            gaps.append(Gap(place: text.count, form: form))
            index = place + mark.bytes.count
        }
        text.append(index..<page.count, of: page)
        (self.text, self.gaps, self.forms) = (text, gaps, forms)
    }

    /// The page of `partner`, which must be of the kind that the mould was made for, with `greeting` as it is in the page's language.
    func page(of partner: PublishedPartner, greeting: String) -> [UInt8] {
        // Each form of a value once, one after the other, however many gaps it fills.
        var values: [UInt8] = []
        values.reserveCapacity(512)
        return withScratch(words: forms.count + 1) { ends in
            for index in forms.indices {
                append(forms[index], of: partner, greeting, to: &values)
                ends[index + 1] = UInt64(values.count)
            }
            return filled(with: values, ends.span)
        }
    }
}

private extension PageMould {
    func append(_ form: Form, of partner: PublishedPartner, _ greeting: String, to bytes: inout [UInt8]) {
        let text = switch form.value {
        case .name: partner.name
        case .greeting: greeting
        case .code: partner.code.text
        case .slug: partner.slug.text
        case .id: partner.id.text
        }
        if form.isEscaped { bytes.append(htmlEscaping: text.utf8) } else { bytes.append(utf8: text) }
    }

    /// The text with, in the gaps of the form number n, the bytes of `values` from `ends[n]` to `ends[n + 1]`.
    func filled(with values: [UInt8], _ ends: Span<UInt64>) -> [UInt8] {
        // Lent, not held: holding what all cores look at makes them wait for each other.
        let gaps = gaps.span
        func range(_ form: Int) -> Range<Int> { Int(truncatingIfNeeded: ends[form])..<Int(truncatingIfNeeded: ends[form + 1]) }
        var size = text.count
        for index in gaps.indices { size += range(gaps[index].form).count }
        // All empty arrays are one, and to fill that is to write its count while others read it.
        if size == 0 { return [] }
        return [UInt8](unsafeUninitializedCapacity: size) { page, count in
            func copy(_ range: Range<Int>, of bytes: [UInt8]) {
                bytes.withUnsafeBufferPointer { bytes in
                    // SAFETY: `rebasing` traps if the range does not lie within the bytes, and so does it if what is left of the page is less.
                    let source = UnsafeBufferPointer(rebasing: bytes[range])
                    _ = UnsafeMutableBufferPointer(rebasing: page[count..<count + range.count]).initialize(from: source)
                }
                count += range.count
            }
            var start = 0
            for index in gaps.indices {
                copy(start..<gaps[index].place, of: text)
                copy(range(gaps[index].form), of: values)
                start = gaps[index].place
            }
            copy(start..<text.count, of: text)
        }
    }
}

/// The moulds of the partners' pages in one language, one for each kind of partner, tried before they are used.
struct PageMoulds: Sendable {
    /// What makes the pages of two partners differ in more than their values.
    private struct Kind: Equatable {
        let status: PartnerDefinition.Status
        let isDefined: Bool
        /// The language that the greeting is written in; nil without one.
        let greetingLanguage: Int?
    }

    private let moulds: [(kind: Kind, mould: PageMould)]
    private let language: Int

    /// The moulds of what `render` makes of a partner.
    init(languageCount: Int, language: Int, render: (PublishedPartner) -> [UInt8]) {
        self.language = language
        let marked = PageStandIn.marked(languageCount: languageCount)
        let plain = PageStandIn.plain(languageCount: languageCount)
        let marks = marked.marks()
        var moulds: [(kind: Kind, mould: PageMould)] = []
        for status in PartnerDefinition.Status.allCases {
            // A greeting that is not in the page's language is most often in the default one.
            let greetings = language == 0 ? [0] : [language, 0]
            for (isDefined, greetingLanguage) in greetings.map({ (true, $0) }) + [(true, nil), (false, nil)] {
                func partner(_ standIn: PageStandIn) -> PublishedPartner { standIn.partner(status, isDefined: isDefined, greetingLanguage: greetingLanguage) }
                let plainPartner = partner(plain)
                let plainPage = render(plainPartner)
                let mould = PageMould(render(partner(marked)), marks)
                // A template that does more with a value than to show it has no mould: its pages are rendered one by one.
                let greeting = plainPartner.definition?.greeting?[language] ?? ""
                guard !PageStandIn.mayConfuse(plainPage, marks), mould.page(of: plainPartner, greeting: greeting) == plainPage else { continue }
                moulds.append((Kind(status: status, isDefined: isDefined, greetingLanguage: greetingLanguage), mould))
            }
        }
        self.moulds = moulds
    }

    /// The page of `partner`; nil for one that fits no mould.
    func page(of partner: PublishedPartner) -> [UInt8]? {
        let definition = partner.definition
        guard definition?.overrides == nil, !partner.name.isEmpty else { return nil }
        let greeting = definition?.greeting
        if let greeting, greeting.hasEmptyText { return nil }
        let kind = Kind(
            status: partner.status, isDefined: definition != nil, greetingLanguage: greeting.map { $0.borrowed(for: language) ?? language })
        // Lent, not held: all cores look at them.
        let moulds = moulds.span
        for place in moulds.indices where moulds[place].kind == kind { return moulds[place].mould.page(of: partner, greeting: greeting?[language] ?? "") }
        return nil
    }
}

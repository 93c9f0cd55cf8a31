import Mustache

/// What a page template may name: the shapes of all records of the page model, declared once.
///
/// `templates/` is written against these names; a template that names anything else is an error of the build.
struct PageShapes: Sendable {
    /// The language of a text that the page's own language lacks; absent where it is the page's.
    let tongue: RecordShape
    let site: RecordShape
    let image: RecordShape
    let page: RecordShape
    let language: RecordShape
    let partner: RecordShape
    let whatsapp: RecordShape
    let telegram: RecordShape
    let paragraph: RecordShape
    let question: RecordShape
    let offer: RecordShape
    let strings: RecordShape
    /// The outermost record of `page`, `home` and `404`.
    let root: RecordShape
    let kitLanguage: RecordShape
    let kit: RecordShape
    /// The outermost record of `kit`.
    let kitRoot: RecordShape

    /// The shapes with the interface texts that `strings.json` has.
    init(stringKeys: [String]) {
        var names = NameTable()
        tongue = RecordShape(["code": .text, "direction": .text], names: &names)
        site = RecordShape([
            "name": .text, "city": .text, "phone": .text, "phoneHref": .url, "email": .text, "emailHref": .url, "address": .text,
            "hours": .text, "map": .url, "telegram": .flag, "home": .url,
            "nameIn": .record(tongue), "cityIn": .record(tongue), "addressIn": .record(tongue), "hoursIn": .record(tongue),
        ], names: &names)
        image = RecordShape(["href": .url, "width": .text, "height": .text, "type": .text], names: &names)
        page = RecordShape([
            "language": .text, "direction": .text, "title": .text, "description": .text, "url": .url, "root": .url, "noindex": .flag,
            "generator": .text, "style": .css, "script": .script, "policy": .text, "structuredData": .json, "image": .record(image),
            "themeColor": .text, "themeColorDark": .text, "titleIn": .record(tongue),
        ], names: &names)
        language = RecordShape(["code": .text, "name": .text, "href": .url, "current": .flag, "url": .url], names: &names)
        partner = RecordShape([
            "name": .text, "greeting": .text, "greetingIn": .record(tongue), "code": .text, "active": .flag, "paused": .flag, "retired": .flag,
        ], names: &names)
        whatsapp = RecordShape(["href": .url, "text": .text, "textIn": .record(tongue), "phone": .text], names: &names)
        telegram = RecordShape(["href": .url, "name": .text], names: &names)
        paragraph = RecordShape([
            "number": .text, "title": .text, "titleIn": .record(tongue), "text": .text, "textIn": .record(tongue), "icon": .text,
        ], names: &names)
        question = RecordShape([
            "question": .text, "questionIn": .record(tongue), "answer": .text, "answerIn": .record(tongue),
        ], names: &names)
        offer = RecordShape([
            "id": .text, "title": .text, "text": .text, "price": .text, "alt": .text, "image": .record(image),
            "whatsapp": .record(whatsapp), "first": .flag,
            "titleIn": .record(tongue), "textIn": .record(tongue), "priceIn": .record(tongue), "altIn": .record(tongue),
        ], names: &names)
        strings = RecordShape(stringKeys.map { (name: $0, shape: .text) }, names: &names)
        root = RecordShape([
            "site": .record(site), "page": .record(page), "languages": .list(.record(language)), "manyLanguages": .flag,
            "defaultURL": .url, "partner": .record(partner), "whatsapp": .record(whatsapp), "telegram": .record(telegram),
            "headline": .text, "lead": .text, "footer": .text, "reasons": .list(.record(paragraph)), "steps": .list(.record(paragraph)),
            "questions": .list(.record(question)), "offers": .list(.record(offer)),
            "headlineIn": .record(tongue), "leadIn": .record(tongue), "footerIn": .record(tongue),
            "hasReasons": .flag, "hasSteps": .flag, "hasQuestions": .flag, "hasOffers": .flag, "strings": .record(strings),
        ], names: &names)
        kitLanguage = RecordShape([
            "code": .text, "name": .text, "direction": .text, "first": .flag, "anchor": .url, "pageURL": .url, "pageHref": .url,
            "message": .text, "chatText": .text, "postText": .text, "emailText": .text, "headline": .text, "greeting": .text,
            "business": .text, "businessIn": .record(tongue), "messageIn": .record(tongue), "headlineIn": .record(tongue), "greetingIn": .record(tongue),
            "qr": .markup, "qrSVG": .url, "qrPNG": .url, "strings": .record(strings),
        ], names: &names)
        kit = RecordShape([
            "pageURL": .url, "kitURL": .url, "code": .text, "qrSVG": .url, "qrPNG": .url, "languages": .list(.record(kitLanguage)),
        ], names: &names)
        kitRoot = RecordShape([
            "site": .record(site), "page": .record(page), "manyLanguages": .flag, "partner": .record(partner), "headline": .text,
            "lead": .text, "footer": .text, "headlineIn": .record(tongue), "leadIn": .record(tongue), "footerIn": .record(tongue),
            "strings": .record(strings), "kit": .record(kit),
        ], names: &names)
        self.names = names
    }

    /// The names of all fields, for compiling templates against.
    let names: NameTable
}

import ByteText
import PartnerCodes

/// What looks like a code but usually is something else: flights, plates, prices, amounts, models of vehicles, answers of one word.
///
/// A code after a label is never doubted for these reasons; one that stands anywhere in a text is.
enum OrdinaryMeaning {
    /// What is to be known of a code wherever it is found; worked out once for each.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8
        static let needsLabel = Traits(rawValue: 1)
        static let isModel = Traits(rawValue: 2)
        static let isAutomatic = Traits(rawValue: 4)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        init(_ code: PartnerCode) {
            self = []
            if OrdinaryMeaning.needsLabel(code) { insert(.needsLabel) }
            if OrdinaryMeaning.isModel(code) { insert(.isModel) }
            if code.isAutomaticShape { insert(.isAutomatic) }
        }
    }

    /// Whether a code has a shape that occurs in ordinary messages, so that it counts only where a label announces it: a word, a
    /// number, a flight or a model (`TG201`, `X500`), an amount (`900THB`, `7ELEVEN`), a Russian number plate (`A123BC77`), a price.
    static func needsLabel(_ code: PartnerCode) -> Bool {
        if code.isWord || code.isNumber { return true }
        // Three letters and digits, as nearly all are.
        if code.isAutomaticShape { return currencies.contains(String(code.text.prefix(3))) }
        let text = Array(code.text.utf8)
        let lettersFirst = text.prefix { $0.isASCIILetter }.count
        let digitsFirst = text.prefix { $0.isASCIIDigit }.count
        let lettersLast = text.reversed().prefix { $0.isASCIILetter }.count
        if lettersFirst > 0, lettersFirst <= 2, text.dropFirst(lettersFirst).allSatisfy({ $0.isASCIIDigit }) { return true }
        if digitsFirst > 0, digitsFirst + lettersLast == text.count { return true }
        if lettersFirst == 1, text.count >= 6, text[1...3].allSatisfy({ $0.isASCIIDigit }),
           text[4...5].allSatisfy({ $0.isASCIILetter }) { return true }
        return currencies.contains(String(decoding: text.prefix(3), as: UTF8.self)) && text.dropFirst(3).allSatisfy { $0.isASCIIDigit }
    }

    /// Whether `code`, written in a text, is rather the model of a vehicle that is for rent everywhere.
    static func isModel(_ code: PartnerCode) -> Bool {
        models.contains(code.text)
    }

    /// Whether `word` says that a flight, a booking, a plate or a telephone follows.
    static func announcesOther(_ word: TextWord) -> Bool { contexts.contains(word.hash) }

    /// The same for a word of a script without spaces, which may hold the word in question anywhere.
    static func announcesOther(_ word: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: word, as: UTF8.self)
        return spacelessContexts.contains { text.contains($0) }
    }

    /// Whether the two words name the number of something else than a partner: `номер машины`, `order number`.
    static func isNumberOfOther(_ first: TextWord, _ second: TextWord) -> Bool {
        first.hash == russianNumber && second.digitCount == 0 && !ownNumbers.contains(second.hash) && !isLink(second)
            || latinNumbers.contains(second.hash) && first.digitCount == 0 && !ownNumbers.contains(first.hash) && !isLink(first)
    }

    /// Whether `word` only links what it says with the number: `is`, `number`, `это`.
    static func isLink(_ word: TextWord) -> Bool { links.contains(word.hash) }

    /// Whether `word`, after a number, makes it an amount: a currency, a unit, a part of the day.
    static func isUnit(_ word: TextWord) -> Bool { units.contains(word.hash) }

    /// Whether `word` is an airport or a currency of three letters that could begin a code, so that a number after it is a time or an amount.
    static func isBeginning(_ word: TextWord) -> Bool { beginnings.contains(word.hash) }

    /// Whether `word` is what people answer in one word.
    static func isAnswer(_ word: TextWord) -> Bool { answers.contains(word.hash) }

    /// Whether the symbols of a text have the shape of a flight: two letters or a letter and a digit, then one to four digits.
    static func looksLikeFlight(_ written: WrittenShape) -> Bool {
        let rest = written.symbols - written.leadingLetters
        return 1...2 ~= written.leadingLetters && 1...4 ~= rest && written.digits == rest
    }

    private static let currencies: Set<String> = ["THB", "USD", "EUR", "RUB", "GBP", "KZT", "AED", "CNY"]
    private static let models = Set([
        ("PCX", ["125", "150", "160"]), ("CBX", ["250", "500"]), ("MTX", ["125"]), ("TMX", ["125", "150", "155"]),
        ("KTM", ["125", "200", "250", "300", "350", "390", "450", "500", "690", "790", "890", "990", "1190", "1290", "1390"]),
    ].flatMap { make, sizes in sizes.map { make + $0 } })
    private static let beginnings = WordSet(["hkt", "bkk", "pkt", "нкт"] + currencies.map { $0.lowercased() })
    private static let contexts = WordSet([
        "рейс", "рейса", "рейсом", "рейсу", "рейсе", "самолет", "самолёт", "flight", "flights", "flt", "airline", "pnr", "booking", "reservation",
        "ref",
        "reference", "confirmation", "ticket", "билет", "билета", "бронь", "брони", "бронирование", "бронирования", "броня", "plate", "plates",
        "license", "licence",
        "госномер", "номера", "гос", "номерной", "вин", "vin", "паспорт", "паспорта", "passport", "visa", "виза", "iphone", "model", "модель",
        "модели",
        "мотоцикл", "байк", "байка", "bike", "scooter", "скутер", "motorbike", "tel", "тел", "телефон", "phone", "room", "комната", "апартаменты",
        "заказ", "заказа", "заказу", "order", "invoice", "tracking", "flug", "flugnummer", "flugnr", "kennzeichen", "buchung", "buchungsnummer",
        "reservierung", "reservierungsnummer", "bestellung", "bestellnummer", "vol", "vuelo", "volo", "uçuş", "rezervasyon", "reserva", "réservation",
        "prenotazione", "matricula", "matrícula", "immatriculation", "targa", "plaka", "الرحلة", "رحلة", "الحجز", "حجز", "لوحة",
    ])
    private static let spacelessContexts = [
        "เที่ยวบิน", "ทะเบียน", "พาสปอร์ต", "จอง", "ห้อง", "航班", "车牌", "車牌", "订单", "訂單", "预订", "預訂", "护照", "護照", "便名", "予約", "예약", "항공편",
    ]
    private static let russianNumber = WordHash.of("номер")
    private static let latinNumbers = WordSet(["number", "nummer", "numero", "número", "numéro"])
    /// Whose number a partner's code may be called.
    private static let ownNumbers = WordSet([
        "партнера", "партнёра", "агента", "гида", "отеля", "кода", "код", "промокода", "скидки", "скидка", "мой", "ваш", "вот", "у", "такой",
        "my", "your", "the", "a", "partner", "partners", "s", "agent", "guide", "hotel", "code", "promo", "discount", "this", "that", "with", "have", "el",
        "mi", "die", "meine",
    ])
    private static let links = WordSet([
        "is", "no", "nr", "number", "it", "this", "ist", "es", "номер", "это", "такой", "вот", "nummer", "numero", "número", "numéro",
    ])
    private static let units = WordSet([
        "бат", "бата", "батов", "бата", "baht", "bath", "thb", "b", "руб", "рублей", "рубля", "р", "rub", "usd", "доллар", "долларов", "евро",
        "eur", "euro", "eur",
        "км", "km", "kms", "м", "m", "cc", "куб", "кубов", "кг", "kg", "л", "hp", "лс", "дня", "дней", "день", "days", "day", "сутки", "суток",
        "неделю",
        "am", "pm", "утра", "вечера", "часов", "часа", "ночей", "ночи", "nights", "people", "человек", "pax", "лет", "года", "год", "years", "min",
        "мин",
        "บาท", "วัน", "คน",
    ])
    private static let answers = WordSet([
        "hello", "hallo", "hi", "hey", "thanks", "thank", "okay", "ok", "yes", "no", "please", "sorry", "good", "great", "welcome", "today",
        "tomorrow",
        "morning", "hotel", "phuket", "patong", "karon", "kata", "rawai", "airport", "bangkok", "passport", "code", "price", "discount", "super",
        "cool",
        "спасибо", "привет", "да", "нет", "хорошо", "завтра", "сегодня", "окей", "понял", "пхукет", "отель", "паспорт", "car", "cars", "auto", "bike",
        "start", "stop", "test", "тест", "help", "menu", "info", "whatsapp", "telegram", "сам", "сама", "там", "тут", "как", "так", "это", "снова",
        "номер",
        "место", "сорок", "утром", "сорри", "хата", "аэропорт", "море", "самовар", "ката", "карон", "патонг", "hot", "book", "booking", "rent",
        "room",
    ])
}

/// How something that may be a code is written, beyond the symbols that it folds to.
struct WrittenShape {
    var symbols = 0
    var letters = 0
    var digits = 0
    var lowercase = 0
    /// Letters before the first digit.
    var leadingLetters = 0

    init(_ words: ArraySlice<TextWord>) {
        for word in words {
            if digits == 0 { leadingLetters += word.lettersBeforeDigit }
            symbols += word.digitCount + word.letterCount
            letters += word.letterCount
            digits += word.digitCount
            lowercase += word.lowercaseCount
        }
    }

    var isMixed: Bool { letters > 0 && digits > 0 }
}

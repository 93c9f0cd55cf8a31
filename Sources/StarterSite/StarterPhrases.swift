/// The texts that a new site begins with, in one language: enough for a whole page, made to be replaced by better ones.
struct StarterPhrases {
    /// How the customer's message begins, with `{{code}}` where the code goes.
    let opening: String
    /// What the customer says.
    let greeting: String
    /// What the customer says of one offer, right before its name.
    let interest: String
    let headline: String
    let lead: String
    let steps: [(title: String, text: String)]
    let question: String
    let answer: String

    /// The texts in the language `tag`; English where there are none yet.
    init(_ tag: String) { self = Self.all[tag] ?? Self.english }

    /// Whether there are texts in the language `tag`.
    static func has(_ tag: String) -> Bool { all[tag] != nil }

    /// The languages that have texts, in order of tag.
    static var languages: [String] { all.keys.sorted() }

    private init(
        opening: String, greeting: String, interest: String, headline: String, lead: String, steps: [(title: String, text: String)], question: String,
        answer: String
    ) {
        (self.opening, self.greeting, self.interest, self.headline, self.lead) = (opening, greeting, interest, headline, lead)
        (self.steps, self.question, self.answer) = (steps, question, answer)
    }

    private static let english = StarterPhrases(
        opening: "Code: {{code}}. ", greeting: "Hello! I have a question.", interest: "Hello! I am interested in: ",
        headline: "Write to us, a person answers", lead: "One message on WhatsApp is enough. We answer quickly and tell you the price before you decide.",
        steps: [
            ("Write to us", "The message is ready: add what you need and when."),
            ("Get an answer", "We tell you what is free and what it costs."),
            ("Come or book", "We agree on the rest in the chat."),
        ],
        question: "Why is there a code in the message?", answer: "It tells us who recommended us. It holds nothing personal, so please leave it in.")

    private static let all: [String: StarterPhrases] = [
        "en": english,
        "ru": StarterPhrases(
            opening: "Код: {{code}}. ", greeting: "Здравствуйте! У меня вопрос.", interest: "Здравствуйте! Интересует: ",
            headline: "Напишите нам — ответит человек", lead: "Достаточно одного сообщения в WhatsApp. Отвечаем быстро и называем цену до того, как вы решите.",
            steps: [
                ("Напишите нам", "Сообщение уже готово: добавьте, что и когда вам нужно."),
                ("Получите ответ", "Скажем, что свободно и сколько стоит."),
                ("Приходите или бронируйте", "Об остальном договоримся в чате."),
            ],
            question: "Зачем в сообщении код?", answer: "По нему мы узнаём, кто нас порекомендовал. Личных данных в нём нет, не удаляйте его, пожалуйста."),
        "th": StarterPhrases(
            opening: "รหัส: {{code}} ", greeting: "สวัสดีครับ/ค่ะ มีเรื่องอยากสอบถาม", interest: "สวัสดีครับ/ค่ะ สนใจ ",
            headline: "ทักหาเรา มีคนตอบจริง", lead: "ส่งข้อความเดียวทาง WhatsApp ก็พอ เราตอบเร็วและแจ้งราคาก่อนตัดสินใจ",
            steps: [
                ("ทักหาเรา", "ข้อความพร้อมแล้ว แค่เพิ่มสิ่งที่ต้องการและวันเวลา"), ("รับคำตอบ", "เราแจ้งว่ามีอะไรว่างและราคาเท่าไร"),
                ("มาหาเราหรือจอง", "รายละเอียดที่เหลือคุยกันในแชต"),
            ],
            question: "ทำไมข้อความมีรหัส", answer: "รหัสบอกเราว่าใครแนะนำคุณ ไม่มีข้อมูลส่วนตัว กรุณาอย่าลบ"),
        "zh": StarterPhrases(
            opening: "推荐码：{{code}}。", greeting: "您好！我想咨询一下。", interest: "您好！我想了解：",
            headline: "给我们留言，\n真人回复", lead: "在 WhatsApp 上发一条消息即可。我们会尽快回复，并在您决定之前告知价格。",
            steps: [("联系我们", "消息已经写好，只需补充需求和时间。"), ("得到答复", "我们会告知是否可订以及价格。"), ("到店或预订", "其余细节在聊天中商定。")],
            question: "消息里为什么有推荐码？", answer: "它告诉我们是谁推荐了您。其中没有个人信息，请不要删除。"),
        "de": StarterPhrases(
            opening: "Code: {{code}}. ", greeting: "Guten Tag! Ich habe eine Frage.", interest: "Guten Tag! Ich interessiere mich für: ",
            headline: "Schreiben Sie uns, ein Mensch antwortet", lead: "Eine Nachricht auf WhatsApp genügt. Wir antworten schnell und nennen den Preis, bevor Sie sich entscheiden.",
            steps: [
                ("Schreiben Sie uns", "Die Nachricht ist fertig: Ergänzen Sie, was Sie wann brauchen."),
                ("Antwort bekommen", "Wir sagen, was frei ist und was es kostet."), ("Kommen oder buchen", "Den Rest klären wir im Chat."),
            ],
            question: "Warum steht ein Code in der Nachricht?", answer: "Er sagt uns, wer uns empfohlen hat. Er enthält nichts Persönliches, bitte lassen Sie ihn stehen."),
    ]
}

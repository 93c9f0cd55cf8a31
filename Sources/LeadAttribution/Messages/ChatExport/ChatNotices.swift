import ByteText

/// Lines that WhatsApp writes itself: who joined, that the chat is encrypted, that a code changed. They are no messages, but on
/// Android the text of one may hold `: ` and look like one, and on iOS each stands after a name.
enum ChatNotices {
    /// Whether what stands before the first `: ` of a line from Android is the beginning of a notice and not a name.
    ///
    /// Such a notice quotes what somebody typed: `Anna changed the subject to “Code: ABC123”`. So a name with a quote that is not
    /// closed is none; neither is one that holds the words of such a notice.
    static func isNoticeBeforeColon(_ name: ArraySlice<UInt8>) -> Bool {
        hasOpenQuote(name) || quotingPhrases.contains { $0.occurs(in: name) }
    }

    /// Whether the text of a message on iOS, which stood after a direction mark, is a notice.
    static func isMarkedNotice(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count <= 2_000 else { return false }
        return quotingPhrases.contains { $0.occurs(in: text) } || encryptionPhrases.contains { $0.occurs(in: text) }
            || text.count <= 200 && otherPhrases.contains { $0.occurs(in: text) }
    }

    /// Whether a text without a mark is nevertheless a notice: only the long sentences on encryption, which nobody types.
    static func isUnmarkedNotice(_ text: ArraySlice<UInt8>) -> Bool {
        guard 60...700 ~= text.count, unmarkedBeginnings.contains(Array(text.prefix(8)).eightBytes(at: 0)) else { return false }
        if Phrase("Your security code with ").occurs(in: text.prefix(24)) && Phrase(" changed").occurs(in: text) { return true }
        return encryptionPhrases.contains { $0.occurs(in: text) }
            && [Phrase("WhatsApp"), Phrase("Only people in this chat")].contains { $0.occurs(in: text) }
    }

    /// The bytes that the sentences on encryption begin with, to look at few texts closely.
    static let unmarkedBeginnings: Set<UInt64> = Set([
        "Messages", "Your security", "Сообщения", "Ваши сообщения", "Nachrichten", "Deine Nachr", "Los mensajes", "Tus mensajes", "As mensagens",
        "Suas chamadas",
        "Les messages", "Vos messages", "I messaggi", "I tuoi mes", "Mesajlar", "Mesajları", "Berichten", "消息和通话", "訊息和通話", "メッセージと", "메시지 및",
        "ข้อความ", "الرسائل", "मैसेजेस", "मैसेज", "Zprávy a", "Wiadomości", "Viestit ja", "Meddelanden", "Pesan dan", "Tin nhắn", "ההודעות",
        "Повідомлення", "Τα μηνύματα", "Mesajele", "Beskeder", "Meldinger",
    ].map { Array($0.utf8.prefix(8)).eightBytes(at: 0) })
}

private extension ChatNotices {
    static func hasOpenQuote(_ name: ArraySlice<UInt8>) -> Bool {
        var open = 0
        var straight = 0
        let bytes = Array(name)
        var index = 0
        while index < bytes.count {
            let (scalar, length) = UTF8Text.scalar(at: index, in: bytes)
            switch scalar {
            case "\"": straight += 1
            case "«", "„", "「", "『": open += 1
            // A left quote opens, but closes what „ opened.
            case "“": open += bytes[..<index].contains(0xE2) && String(decoding: bytes[..<index], as: UTF8.self).contains("„") ? -1 : 1
            case "»", "”", "」", "』": open -= 1
            default: break
            }
            index += length
        }
        return open > 0 || straight % 2 == 1
    }

    /// Notices that hold what somebody typed: the subject and description of a group, its name, a community, an event.
    static let quotingPhrases: [Phrase] = [
        "changed the subject", "changed the group name", "changed the group description", "created group", "created the group", "created this group",
        "created community", "changed this group", "changed the group", "changed the community", "changed to", "pinned a message",
        "изменил тему", "изменила тему", "изменил(-а) тему", "изменил(а) тему", "изменил название", "изменила название", "изменил(-а) название",
        "изменил(а) название", "создал группу", "создала группу", "создал(-а) группу", "создал(а) группу", "Вы создали группу", "Вы изменили",
        "изменил описание", "изменила описание", "изменил(-а) описание", "змінив назву", "змінила назву", "hat den Betreff", "hast den Betreff",
        "hat den Gruppennamen", "hat die Gruppe", "hast die Gruppe", "hat die Gruppenbeschreibung", "cambió el asunto", "cambió el nombre del grupo",
        "Cambiaste el asunto", "cambiaste el nombre del grupo", "creó el grupo", "Creaste el grupo", "mudou o nome do grupo", "mudou o assunto",
        "alterou o nome do grupo", "criou o grupo", "Você criou o grupo", "mudou a descrição", "a changé le sujet", "a changé le nom du groupe",
        "a modifié le nom", "a créé le groupe", "avez créé le groupe", "a modifié l’objet", "ha cambiato l'oggetto", "ha cambiato il nome del gruppo",
        "ha modificato il nome", "ha creato il gruppo", "Hai creato il gruppo", "grubunun konusunu", "grup adını", "grubunu oluşturdu", "konuyu",
        "heeft het onderwerp", "heeft de groepsnaam", "heeft de groep", "更改了主题", "更改了群组名称", "将群组主题", "创建了群组", "创建群组", "更改主題", "變更了群組",
        "建立了群組", "群組主題", "がグループ名を", "件名を", "グループを作成", "그룹 이름을", "제목을", "그룹을 만들", "เปลี่ยนหัวข้อ", "เปลี่ยนชื่อกลุ่ม", "สร้างกลุ่ม", "غيّر الموضوع",
        "بتغيير الموضوع", "بتغيير اسم المجموعة", "أنشأ المجموعة", "ने विषय", "ने ग्रुप का नाम", "ग्रुप बनाया", "změnil předmět",
        "změnil název skupiny",
        "vytvořil skupinu", "zmienił temat", "zmienił(a) temat", "zmienił nazwę grupy", "utworzył grupę", "vaihtoi aiheen", "vaihtoi ryhmän nimen",
        "loi ryhmän", "ändrade ämnet", "ändrade gruppnamnet", "skapade gruppen", "mengubah subjek", "mengubah nama grup", "membuat grup",
        "đã đổi chủ đề", "đã đổi tên nhóm", "đã tạo nhóm", "שינה את הנושא", "שינה את שם הקבוצה", "יצר את הקבוצה",
    ]

    static let encryptionPhrases: [Phrase] = [
        "end-to-end", "сквозным шифрованием", "наскрізним шифруванням", "Ende-zu-Ende", "extremo a extremo", "ponta a ponta", "ponto a ponto",
        "bout en bout", "uçtan uca", "端到端", "端對端", "エンドツーエンド", "종단간", "종단 간", "ต้นทางถึงปลายทาง", "एन्ड-टू-एन्ड", "एंड-टू-एंड", "एंड टू एंड",
        "مشفرة تمامًا", "التشفير التام", "koncovým šifrováním", "w pełni zaszyfrowane", "w pełni szyfrowane", "salataan täysin",
        "komplett krypterade",
        "mã hóa đầu cuối", "mã hoá đầu cuối", "מקצה-לקצה", "מקצה לקצה", "κρυπτογραφούνται", "criptate integral", "hujung ke hujung",
        "végpontok közötti", "šifrovaním počas", "od kraja do kraja", "ende-til-ende",
    ]

    /// Notices that hold nothing typed but names.
    static let otherPhrases: [Phrase] = [
        "security code", "код безопасности", "код безпеки", "Sicherheitsnummer", "código de seguridad", "código de segurança", "code de sécurité",
        "codice di sicurezza", "güvenlik kodu", "beveiligingscode", "安全代码", "安全碼", "セキュリティコード", "보안 코드", "รหัสความปลอดภัย", "رمز أمان", "सुरक्षा कोड",
        "Missed voice call", "Missed video call", "Missed group", "Voice call", "Video call", "Пропущенный аудиозвонок", "Пропущенный видеозвонок",
        "Аудиозвонок", "Видеозвонок", "Verpasster Sprachanruf", "Verpasster Videoanruf", "Sprachanruf", "Videoanruf", "Llamada perdida",
        "Llamada de voz", "Videollamada", "Chamada de voz", "Chamada de vídeo", "Appel vocal", "Appel vidéo", "Chiamata vocale", "Videochiamata",
        "sesli arama", "görüntülü arama", "spraakoproep", "spraakgesprek", "语音通话", "視訊通話", "语音来电", "視像通話", "音声通話", "ビデオ通話", "부재중 전화",
        "음성통화", "영상통화", "สายที่ไม่ได้รับ", "การโทรด้วยเสียง", "مكالمة صوتية", "مكالمة فيديو", "वॉइस कॉल", "वीडियो कॉल",
        " added ", " was added", " joined using", " joined from", " left", " removed ", "added you", "removed you", "You're now an admin",
        "you’re now an admin", "disappearing messages", "message timer", "You blocked this contact", "You unblocked this contact",
        "This chat is with a business", "This business ", "is a contact", "changed their phone number", "changed your phone number",
        "business account", "uses a secure service", "joined the group", "turned on admin approval", "turned off admin approval",
        "changed this group's",
        " добавил", " добавила", "добавил(-а)", "добавил(а)", "добавлен", "присоединил", "покинул", "вышел из группы", "вышла из группы",
        "удалил(-а)",
        "исчезающие сообщения", "заблокировали", "разблокировали", "бизнес-аккаунт", "изменил номер", "изменила номер", "сменил номер",
        "hinzugefügt", "beigetreten", "verlassen", "selbstlöschende Nachrichten", "blockiert", "Unternehmenskonto", "añadió a", "agregó a",
        "se unió", "salió del grupo", "mensajes temporales", "bloqueaste", "adicionou", "entrou usando", "saiu do grupo", "mensagens temporárias",
        "bloqueou", "a ajouté", "a rejoint", "a quitté", "messages éphémères", "ha aggiunto", "ha abbandonato", "messaggi effimeri", "ekledi",
        "ayrıldı",
        "süreli mesajlar", "heeft toegevoegd", "toegevoegd", "heeft de groep verlaten", "添加了", "加入了", "退出了", "限时消息", "新增了", "限時訊息", "を追加しました",
        "が退出", "消えるメッセージ", "추가했습니다", "나갔습니다", "사라지는 메시지", "เพิ่ม", "ออกจากกลุ่ม", "أضاف", "غادر", "الرسائل ذاتية الاختفاء",
    ]
}

/// Words to look for within a text, byte by byte.
struct Phrase: Sendable, ExpressibleByStringLiteral {
    private let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }
    init(stringLiteral text: String) { self.init(text) }

    func occurs(in text: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, text.count >= bytes.count else { return false }
        let last = text.endIndex - bytes.count
        var start = text.startIndex
        while start <= last {
            if text[start] == first, text[start..<start + bytes.count].elementsEqual(bytes) { return true }
            start += 1
        }
        return false
    }
}

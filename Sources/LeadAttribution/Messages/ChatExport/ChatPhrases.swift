/// What WhatsApp itself writes into exports, by language. A table: the words are WhatsApp's own, collected from public exports
/// (starkdmi/whats_json 760b3a0, mlomb/chat-analytics 02faef4, Pustur/whatsapp-chat-parser 57484d5, read in November 2026).
///
/// All texts stand here without the direction mark before them and without a full stop after them.
enum ChatPhrases {
    /// Stands alone where a picture, a voice message or the like was left out of an export from Android. Compared without `<>`.
    static let mediaOmitted = [
        "Media omitted", "Без медиафайлов", "Файл пропущен", "Medien ausgeschlossen", "Medien weggelassen", "Multimedia omitido",
        "Archivo omitido", "Mídia oculta", "Mídia omitida", "Arquivo de mídia oculto", "Ficheiro não revelado", "Médias omis",
        "Fichier omis", "Media omessi", "Media omesso", "Medya dahil edilmedi", "Medya atlanmış", "ไฟล์สื่อถูกลบ", "สื่อถูกลบ",
        "मीडिया के बिना", "تم استبعاد الوسائط", "省略多媒体文件", "忽略多媒體檔", "メディアなし", "メディアは含まれていません", "미디어 파일 제외됨",
        "미디어 파일을 생략한 대화내용", "Media weggelaten", "Média vynechány", "Média vynechána", "Médiá vynechané", "Media weggelaat",
        "Media buraxıldı", "Media çıxarılmışdır", "Без файл", "মিডিয়া বাদ দেওয়া হয়েছে", "Fitxers multimèdia omesos", "Mitjans omesos",
        "Medier udeladt", "Mediefil udeladt", "Αρχείο παραλήφθηκε", "Εξαίρεση πολυμέσων", "Meedia välja jäetud", "Meedia ära jäetud",
        "رسانه حذف شد", "Media jätettiin pois", "Media jätetty pois", "મિડિયા છોડી મૂકાયું", "મીડિયા અવગણવામાં આવ્યા", "Medijski zapis izostavljen",
        "Média elhagyva", "Hiányzó médiafájl", "Media tidak disertakan", "המדיה לא נכללה", "מדיה הושמטה", "Файлдар қосылмаған",
        "Файл қосылған жоқ", "Medija praleista", "Praleistas medijos turinys", "Nav iekļauta multivide", "Bez multivides", "Без фајлови",
        "मीडिया वगळण्यात आला", "मीडिया वगळले", "Media dikecualikan", "Media disingkirkan", "Media utelatt", "Uten vedlegg",
        "Pominięto multimedia", "pliki pominięto", "Conținut media omis", "Datoteke izpuščene", "Medij izpuščen", "Media u hoq",
        "Медији су изостављени", "Media utelämnat", "Media har utelämnats", "Медіа пропущено", "Fayl o‘tkazib yuborildi",
        "Bỏ qua tệp phương tiện", "Bỏ qua Media", "Walang kalakip na media", "null",
    ]

    /// The same on iOS, a text for each kind; also after a caption or the name of a document.
    static let kindOmitted = [
        "image omitted", "video omitted", "audio omitted", "sticker omitted", "GIF omitted", "document omitted", "Contact card omitted",
        "video note omitted", "изображение отсутствует", "видео отсутствует", "аудиофайл отсутствует", "стикер не добавлен", "GIF отсутствует",
        "документ отсутствует", "Карточка контакта отсутствует", "видеосообщение отсутствует", "зображення відсутнє", "відео відсутнє",
        "аудіо відсутнє", "Наклейку не додано", "документ пропущено", "Bild weggelassen", "Video weggelassen", "Audio weggelassen",
        "Sticker weggelassen", "GIF weggelassen", "Dokument weggelassen", "Kontaktkarte ausgelassen", "Videonachricht weggelassen",
        "imagen omitida", "video omitido", "Video omitido", "audio omitido", "sticker omitido", "GIF omitido", "documento omitido",
        "Tarjeta de contacto omitida", "imagem ocultada", "vídeo omitido", "áudio ocultado", "figurinha omitida", "GIF omitida",
        "documento omitido", "Cartão do contato omitido", "imagem não revelada", "vídeo não revelado", "sticker não revelado",
        "documento não revelado", "image absente", "vidéo absente", "audio omis", "sticker omis", "GIF retiré", "document manquant",
        "Fiche contact manquante", "immagine omessa", "video omesso", "audio omesso", "sticker non incluso", "GIF esclusa",
        "documento omesso", "Scheda contatto omessa", "görüntü dahil edilmedi", "video dahil edilmedi", "ses dahil edilmedi",
        "Çıkartma dahil edilmedi", "GIF dahil edilmedi", "belge dahil edilmedi", "Kişi kartı dahil edilmedi", "afbeelding weggelaten",
        "video weggelaten", "audio weggelaten", "sticker weggelaten", "GIF weggelaten", "document weggelaten", "Visitekaartje weggelaten",
        "ไม่มีรูปภาพ", "วิดีโอถูกลบ", "ไม่มีไฟล์เสียง", "ไม่มีสติกเกอร์", "ละเว้น GIF", "ละเว้นเอกสาร", "บัตรรายชื่อที่ละเว้น", "照片已忽略", "图片已忽略",
        "视频已忽略", "音频已忽略", "贴图已省略", "表情已忽略", "GIF 动态图已被忽略", "文档已省略", "联系人卡片已忽略", "圖片已略去", "影片已略去", "音訊已略去",
        "貼圖已略去", "貼圖已忽略", "GIF 已略去", "文件已略去", "聯絡人卡片已略去", "圖像已省略", "影片已省略", "音訊已省略", "文件已忽略", "画像は含まれていません",
        "ビデオは含まれていません", "動画は含まれていません", "音声は含まれていません", "スタンプは含まれていません", "GIFは含まれていません", "ドキュメントは含まれていません",
        "連絡先カードを省略", "이미지 생략됨", "비디오 생략됨", "동영상 생략됨", "오디오 생략됨", "스티커 제외됨", "GIF 생략됨", "문서 생략됨", "연락처 카드 생략됨",
        "لم يتم إدراج الصورة", "لم يتم إدراج الفيديوهات", "لم يتم إدراج المقاطع الصوتية", "تم حذف الملصقات", "لم يتم إدراج صورة GIF",
        "لم يتم إدراج المستند", "لم يتم إدراج بطاقة جهة اتصال", "फ़ोटो हटाई गई", "वीडियो छोड़ा गया", "ऑडियो हटाई गयी", "स्टिकर छोड़ा गया",
        "GIF छोड़ा गया", "डॉक्यूमेंट छोड़ा गया", "कॉन्टैक्ट कार्ड छोड़ा गया", "obrázek vynechán", "video vynecháno", "zvukový soubor vynechán",
        "nálepka vynechána", "GIF vynechán", "dokument vynechán", "Vizitka vynechána", "obraz pominięty", "wideo pominięte", "audio pominięte",
        "pominięto naklejkę", "Plik GIF pominięty", "dokument pominięty", "ei kuvaa", "videota ei sisällytetä", "äänitiedostoa ei sisällytetä",
        "tarraa ei sisällytetty", "dokumenttia ei sisällytetä", "bild utesluten", "video utesluten", "ljud utelslutet", "sticker utesluten",
        "GIF utesluten", "dokument uteslutet", "gambar tidak disertakan", "video tidak disertakan", "audio tidak disertakan",
        "stiker tidak disertakan", "GIF tidak disertakan", "dokumen tidak disertakan", "đã bỏ qua hình ảnh", "đã bỏ video", "bỏ qua tệp âm thanh",
        "đã bỏ sticker", "Đã bỏ qua ảnh GIF", "đã bỏ qua tài liệu", "Bỏ qua thẻ liên lạc", "התמונה הושמטה", "סרטון הווידאו הושמט", "קטע קול הושמט",
        "סטיקר הושמט", "GIF הושמט", "מסמך הושמט", "כרטיס איש קשר הושמט", "εικόνα παραλείφθηκε", "βίντεο παραλείφθηκε", "ήχος παραλείφθηκε",
        "αυτοκόλλητο παραλήφθηκε", "έγγραφο παραλείφθηκε", "billede udeladt", "video udeladt", "lyd udeladt", "klistermærke udeladt",
        "dokument udeladt", "bilde ikke inkludert", "video utelatt", "lyd utelatt", "klistremerke utelatt", "utelatt dokument",
    ]

    /// Stands alone for a message that was taken back.
    static let deleted = [
        "This message was deleted", "You deleted this message", "This message was deleted by an admin", "You deleted this message as admin",
        "Данное сообщение удалено", "Вы удалили данное сообщение", "Вы удалили это сообщение", "Сообщение удалено", "Це повідомлення було видалено",
        "Ви видалили це повідомлення", "Diese Nachricht wurde gelöscht", "Du hast diese Nachricht gelöscht", "Se eliminó este mensaje",
        "Este mensaje fue eliminado", "Eliminaste este mensaje", "Mensagem apagada", "Essa mensagem foi apagada", "Esta mensagem foi apagada",
        "Você apagou esta mensagem", "Apagou esta mensagem", "Ce message a été supprimé", "Vous avez supprimé ce message",
        "Questo messaggio è stato eliminato", "Hai eliminato questo messaggio", "Bu mesaj silindi", "Bu mesajı sildiniz", "تم حذف هذه الرسالة",
        "لقد حذَفت هذه الرسالة", "أنت حذفت هذه الرسالة", "यह मैसेज मिटाया गया", "यह मैसेज डिलीट कर दिया गया है", "यह संदेश मिटाया गया",
        "आपने यह मैसेज डिलीट किया",
        "आपने यह मैसेज मिटाया", "消息已删除", "这条消息已删除", "这条消息已被删除", "信息已删除", "您已删除这条消息", "您删除了这条消息", "您删除这个信息", "此訊息已刪除",
        "您已刪除此訊息", "このメッセージは削除されました", "このメッセージを削除しました", "이 메시지는 삭제되었습니다", "삭제한 메시지입니다", "이 메시지를 삭제했습니다",
        "삭제된 메시지입니다", "ข้อความนี้ถูกลบแล้ว", "ข้อความนี้ถูกลบ", "ข้อความนี้ได้ถูกลบ", "คุณได้ลบข้อความนี้", "คุณลบข้อความนี้",
        "Dit bericht is verwijderd",
        "U hebt dit bericht verwijderd", "Je hebt dit bericht verwijderd", "Tato zpráva byla smazána", "Tato zpráva byla odstraněna",
        "Tuto zprávu jste smazal/a", "Tuto zprávu jste odstranil/a", "Ta wiadomość została usunięta", "Usunięto tę wiadomość",
        "Usunąłeś(-ęłaś) tę wiadomość", "Usunąłeś(aś) tę wiadomość", "Tämä viesti poistettiin", "Poistit tämän viestin",
        "Det här meddelandet raderades",
        "Du raderade det här meddelandet", "Du raderade detta meddelande", "Pesan ini dihapus", "Pesan ini telah dihapus", "Anda menghapus pesan ini",
        "Anda telah menghapus pesan ini", "Tin nhắn này đã bị xóa", "Tin nhắn này đã bị xoá", "Bạn đã xóa tin nhắn này", "Bạn đã xoá tin nhắn này",
        "הודעה זו נמחקה", "מחקת הודעה זו", "מחקת את ההודעה הזו", "Αυτό το μήνυμα διαγράφηκε", "Διαγράψατε αυτό το μήνυμα", "Acest mesaj a fost șters",
        "Ați șters acest mesaj", "Denne besked blev slettet", "Denne besked er blevet slettet", "Du slettede denne besked",
        "Denne meldingen ble slettet",
        "Du slettet denne meldingen", "Ez az üzenet törlésre került", "Törölted ezt az üzenetet", "Táto správa bola odstránená",
        "Túto správu ste odstránili", "Ova poruka je izbrisana", "Aquest missatge s'ha suprimit", "Has suprimit aquest missatge", "Бұл хат жойылды",
        "Сіз бұл хатты жойдыңыз", "این پیام حذف شد", "شما این پیام را حذف کردید",
    ]

    /// Stands in `<>` at the end of a text that was changed. Compared without a full stop.
    static let edited = [
        "This message was edited", "Message edited", "Edited", "Сообщение изменено", "Данное сообщение изменено", "Это сообщение изменено",
        "Отредактировано", "Повідомлення змінено", "Це повідомлення було відредаговано", "Diese Nachricht wurde bearbeitet", "Nachricht bearbeitet",
        "Se editó este mensaje", "Mensaje editado", "Este mensaje fue editado", "Mensagem editada", "Esta mensagem foi editada",
        "Ce message a été modifié", "Message modifié", "Questo messaggio è stato modificato", "Messaggio modificato", "Bu mesaj düzenlendi",
        "Dit bericht is bewerkt", "Bericht bewerkt", "تم تعديل هذه الرسالة", "تم تعديل الرسالة", "यह मैसेज एडिट किया गया",
        "इस मैसेज को एडिट किया गया",
        "मैसेज में बदलाव किया गया", "此消息已编辑", "消息已编辑", "该消息已被编辑", "已编辑此消息", "此訊息已編輯", "訊息已編輯", "このメッセージは編集されました", "メッセージは編集されました",
        "이 메시지는 수정되었습니다", "수정된 메시지입니다", "ข้อความนี้ถูกแก้ไข", "ข้อความนี้ถูกแก้ไขแล้ว", "แก้ไขข้อความแล้ว", "Tato zpráva byla upravena",
        "Zpráva byla upravena", "Ta wiadomość została edytowana", "Wiadomość edytowana", "Tätä viestiä muokattiin", "Viestiä muokattiin",
        "Tämä viesti muokattiin", "Det här meddelandet har redigerats", "Meddelandet redigerades", "Pesan ini diedit", "Pesan diedit",
        "Tin nhắn này đã được chỉnh sửa", "Tin nhắn đã chỉnh sửa", "הודעה זו נערכה", "Το μήνυμα τροποποιήθηκε", "Acest mesaj a fost editat",
        "Denne besked blev redigeret", "Denne meldingen ble redigert", "Ezt az üzenetet szerkesztették", "Táto správa bola upravená",
    ]

    /// Stands in brackets after the name of an attached file on Android.
    static let attachedAfter = [
        "file attached", "файл добавлен", "файл прикреплён", "файл прикреплен", "файл додано", "Datei angehängt", "archivo adjunto",
        "archivo adjuntado", "arquivo anexado", "ficheiro anexado", "fichier joint", "file allegato", "dosya ekli", "bestand bijgevoegd",
        "الملف مرفق", "फ़ाइल संलग्न", "फाइल अटैच कर दी गई है", "फ़ाइल अटैच की गई", "文件附件", "附件檔案", "檔案附件", "添付ファイル有り", "添付ファイル", "파일 첨부됨",
        "ไฟล์ที่แนบ", "ไฟล์แนบ", "soubor byl přiložen", "załączony plik", "plik załączony", "liitetiedosto", "bifogad fil", "file terlampir",
        "fail dilampirkan", "tệp đính kèm", "קובץ מצורף", "συνημμένο αρχείο", "fișier atașat", "fil vedhæftet", "vedlagt fil", "fájl csatolva",
        "súbor pripojený", "datoteka u privitku", "arxiu adjunt", "қосымша файл", "прикачен файл", "fayl biriktirildi",
    ]

    /// Stands as `<word: name>` for an attached file on iOS.
    static let attachedBefore = [
        "attached", "прикреплено", "додано", "Anhang", "angehängt", "adjunto", "anexado", "anexo", "pièce jointe", "allegato", "ekli", "eklendi",
        "bijgevoegd", "المُرفق", "مرفق", "संलग्न", "अटैच किया गया", "附件", "添付ファイル", "첨부됨", "แนบ", "příloha", "załączono", "liite", "bifogat",
        "bifogad",
        "terlampir", "dilampir", "đính kèm", "מצורף", "επισυνάφθηκε", "atașare", "vedhæftet", "vedlagt", "csatolva", "príloha", "priloženo", "adjunt",
    ]
}

/// Messages as people edit them, retype them on other keyboards and mix them with flights, prices and plates, each with the verdict that the
/// rules give it. A line is the code that is credited, or `-`, and the message; `⏎` is a line break.
enum HostileMessages {
    struct Example: Sendable {
        var verdict: String
        var code: String
        var text: String
    }

    static let all: [Example] = [
        ("attributed", attributed), ("corrected", corrected), ("ambiguous", ambiguous), ("conflicting", conflicting), ("unknown", unknown),
        ("none", none),
    ].flatMap { verdict, lines in
        lines.split(separator: "\n").map { line in
            let parts = line.split(separator: " ", maxSplits: 1)
            return Example(verdict: verdict, code: String(parts[0]), text: String(parts[1]).replacing("⏎", with: "\n"))
        }
    }

    /// Exactly a code, however it is dressed.
    static let attributed = """
        KTK594 Код: KTK594. Здравствуйте! Нужна машина на 3 дня с 25.11, 2 взрослых, 1 ребенок
        KTK594 Код KTK594 здравствуйте
        KTK594 код-KTK594
        KTK594 КОД:KTK594!!!
        KTK594 KTK594
        KTK594 ktk594
        KTK594 ktk 594
        KTK594 Ktk-594 привет
        KTK594 KTK594.
        KTK594 «KTK594»
        KTK594 (KTK594)
        KTK594 [KTK594]
        KTK594 *KTK594*
        KTK594 _KTK594_ привет
        KTK594 ~KTK594~
        KTK594 `KTK594`
        KTK594 #KTK594
        KTK594 №KTK594
        KTK594 код №KTK594
        KTK594 Код =KTK594
        KTK594 код:⏎KTK594⏎добрый день
        KTK594 КТК594 здравствуйте
        KTK594 ктк594, хочу авто
        KTK594 КТК 594
        KTK594 К.Т.К.594
        KTK594 К Т К 5 9 4
        KTK594 Код: К-Т-К-5-9-4
        KTK594 Код: ктк пятьсот... ой 594, то есть KTK594
        KTK594 ΚΤΚ594 γεια σας
        KTK594 Κωδικός: ΚΤΚ594 γεια
        KTK594 Код: ＫＴＫ５９４
        KTK594 رمز KTK٥٩٤ مرحبا
        KTK594 مرحبا الكود: KTK594 أريد سيارة
        KTK594 السلام عليكم KTK594
        KTK594 您好，代码：KTK594，我想租车
        KTK594 你好KTK594我想租车
        KTK594 推荐码KTK594
        KTK594 สวัสดีค่ะ รหัสKTK594สนใจเช่ารถ
        KTK594 รหัส: KTK๕๙๔ ครับ
        KTK594 รหัสส่วนลด KTK594 นะคะ
        KTK594 Hallo, mein Code ist KTK594, ich möchte ein Auto mieten
        KTK594 Gutschein-Code: KTK594
        KTK594 Guten Tag! KTK594 – haben Sie einen SUV frei?
        KTK594 KTK594🙂
        KTK594 🙂KTK594🙂
        KTK594 👉KTK594👈
        KTK594 Код👉🏻KTK594
        KTK594 Здравствуйте!KTK594
        KTK594 Привет,KTK594,хочу авто
        KTK594 ...KTK594...
        KTK594 KTK594—здравствуйте
        KTK594 KTK594–hi
        KTK594 KTK594/привет
        KTK594 KTK594:привет
        KTK594 KTK594;hello
        KTK594 > Код: KTK594. Здравствуйте!⏎Да, актуально
        KTK594 Код: KTK594.⏎⏎⏎Sent from my iPhone
        KTK594 Код:\u{A0}KTK594
        KTK594 Код: KTK\u{AD}594
        KTK594 Код: KTK‑594
        KTK594 \u{200E}Код: \u{2068}KTK594\u{2069}.
        KTK594 Код: KTK 594, рейс SU274 прилёт 09:45, телефон +7 912 345-67-89
        KTK594 Добрый день! Наш рейс TG201, бронь X7K2PQ, код КТК594
        KTK594 KTK594 KTK594
        KTK594 Код: KTK594. Код: KTK594.
        KTK594 Hello I have a code KTK594 from my hotel, room 205
        KTK594 code is: ktk594 thanks
        KTK594 Code: KTK5 94
        KTK594 Kod: KTK594 merhaba
        KTK594 Code promo : KTK594 bonjour
        KTK594 Código: KTK594 hola
        KTK594 Codice: KTK594 ciao
        KTK594 コード：KTK594です
        KTK594 코드 KTK594 입니다
        KTK594 КОД КТК594 И ЕЩЁ ВОПРОС: СКОЛЬКО СТОИТ ЯРИС?
        KTK594 здравствуйте у меня код ктк594 от русской школы
        KTK594 Код партнёра: ктк-594
        KTK594 Код: «КТК594»
        KTK594 Код:'KTK594'
        KTK594 Код: "KTK594"
        KTK594 код - ктк594
        KTK594 K T K 594
        KTK594 kTk594
        KTK594 KTK594\u{2028}hello
        KTK594 \u{FEFF}KTK594 hello
        KTK594 Код: KTK594,KTK594
        KTK594 I got your number from KTK594 page. What's the price for 10 days from 12/12?
        KTK594 KTK594 ... 900 THB?
        KTK594 KTK594, 900 бат?
        KTK594 KTK594 900 baht ok?
        KTK594 Code: KTK594 2 days
        KTK594 Код: KTK594 2 дня
        KTK594 Код: KTK594, 5 человек
        KTK594 KTK594 10 дней
        KTK594 Код: KTK594 15.12
        KTK594 KTK594 15.12-20.12
        KTK594 Код: KTK594 10:30
        KTK594 KTK594 2 adults
        KTK594 Код: KTК594
        KTK594 KTК594 привет
        KTK594 https://wa.me/66812345678?text=%D0%9A%D0%BE%D0%B4%3A%20KTK594.%20Hi
        KTK594 https://shiba-cars.example/slon/
        KTK594 Смотрел тут https://shiba-cars.example/slon/?utm=1 почём?
        KTK594 https://shiba-cars.example/slon/en/
        KTK594 HTTPS://SHIBA-CARS.EXAMPLE/SLON/
        KTK594 www.shiba-cars.example/slon
        KTK594 http://shiba-cars.example/slon/index.html
        KTK594 (https://shiba-cars.example/slon/)
        KTK594 https://shiba-cars.example/slon/, дайте скидку
        KTK594 https://api.whatsapp.com/send?phone=66812345678&text=Code%3A+KTK594.+Hello%21&type=phone_number&app_absent=0
        KTK594 whatsapp://send?phone=66812345678&text=Code:%20KTK594
        KTK594 https://t.me/shibacars?text=Code%3A%20KTK594
        KTK594 tg://resolve?domain=shibacars&text=Code%3A%20KTK594
        SUNRISE5 Code: SUNRISE5. Hello
        SUNRISE5 SUNRISE5
        SUNRISE5 sunrise5
        SUNRISE5 sunrise-5
        SUNRISE5 Code: sunrise 5 hello
        SUNRISE5 code Sunrise-5 please
        SUNRISE5 КОД: SUNRISE5
        DIVE2GO Code: DIVE2GO hi
        DIVE2GO dive2go
        DIVE2GO Code: dive 2 go
        DIVE2GO dive2go promo please
        MANGO77 mango77 please
        MANGO77 Code: Mango 77
        MANGO77 code mango-77
        WEDDING26 WEDDING26
        WEDDING26 code Wedding 26
        SURFKATA9 SURFKATA9 hello
        SURFKATA9 Code: surfkata 9
        SURFKATA9 Code: surf kata 9
        PHOTOVIK8 PHOTOVIK8
        PHOTOVIK8 Код: РНОТОVIК8
        PHOTOVIK8 Код: photovik8
        WEDDING26 wedding 26
        MANGO77 mango 77
        SUNSET Code: SUNSET. Hello!
        SUNSET sunset
        SUNSET Код SUNSET
        SUNSET promo code sunset please
        SUNSET код партнёра sunset
        KTK594 цена KTK594
        KBM983 Code: KBM983. Hi
        KBM983 КВМ983
        MXP067 Код: МХР067 здравствуйте
        MXP067 mxp o67
        MXP067 MXPО67
        HHH355 Код: ННН355
        HHH355 HHH 355
        BHH569 Код: ВНН56 9
        KTK594 Код, который мне дали в отеле: KTK594
        KTK594 code (from the school): KTK594
        KTK594 my promo is KTK594
        KTK594 скидка по коду КТК594
        KTK594 Купон: KTK594
        KTK594 voucher KTK594
        KTK594 referral: KTK594
        KTK594 Forwarded: Код: KTK594. Здравствуйте!
        KTK594 [14.03.2025, 09:15] Анна: Код: KTK594
        KTK594 Hotel / KTK594
        KTK594 | KTK594 |
        KTK594 KTK594 | hello
        KTK594 друзья + KTK594
        KTK594 50% KTK594
        KTK594 KTK594 & co
        KTK594 скидка 10%: KTK594
        KTK594 Отель «Слон» / КТК594 / 2 человека
        KTK594 KTK594 / 2 чел
        KTK594 Hello \\ KTK594
        KTK594 ~ KTK594
        KTK594 KTK594 ~
        KTK594 =KTK594=
        KTK594 KTK594=скидка
        KTK594 'KTK594'
        KTK594 ‘KTK594’
        KTK594 “KTK594”
        KTK594 „KTK594“
        KTK594 <KTK594>
        KTK594 {KTK594}
        KTK594 KTK594…
        KTK594 …KTK594
        KTK594 KTK594?
        KTK594 ¿KTK594?
        KTK594 KTK594、你好
        KTK594 KTK594。
        KTK594 「KTK594」
        KTK594 KTK594، مرحبا
        KTK594 مرحبا، KTK594
        KTK594 KTK594।
        KTK594 Code:KTK594!Hello
        KTK594 Здравствуйте.KTK594.Спасибо
        KTK594 KTK594.Hello
        KTK594 hello.KTK594
        KTK594 KTK594-привет
        KTK594 привет-KTK594
        KTK594 KTK594-скидка
        KTK594 Код KTK-594-
        KTK594 - KTK594
        KTK594 • KTK594
        KTK594 1. KTK594
        KTK594 1) KTK594
        KTK594 1) Код KTK594 2) 3 дня
        KTK594 ❗KTK594❗
        KTK594 ☎KTK594
        KTK594 KTK594\u{FE0F}
        KTK594 KTK594\u{20E3}
        KTK594 🇷🇺KTK594
        KTK594 👨\u{200D}👩\u{200D}👧KTK594
        KTK594 KTK594👨\u{200D}👩\u{200D}👧 hi
        KTK594 Code : KTK 594
        KTK594 Code;KTK594
        KTK594 code,KTK594
        KTK594 code KTK594?
        KTK594 code? KTK594
        KTK594 Code! KTK594
        KTK594 Код -> KTK594
        KTK594 Код => KTK594
        KTK594 Код … KTK594
        KTK594 код........KTK594
        KTK594 код_KTK594
        KTK594 код~KTK594
        KTK594 promocode=KTK594
        KTK594 code • KTK594
        KTK594 code:ktk.594
        KTK594 code:k.t.k.5.9.4
        KTK594 K-T-K-5-9-4
        KTK594 k t k 594 please
        KTK594 Kt K594
        KTK594 KTK  594
        KTK594 KTK   594
        KTK594 KTK\u{9}594
        KTK594 KTK 5 9 4
        KTK594 KTK 59 4 спасибо
        KTK594 K TK 594
        KTK594 KT K 594
        KTK594 код KTK594 и номер рейса SU274
        KTK594 рейс SU274, KTK594
        KTK594 рейсом TG201. KTK594
        KTK594 flight TG201, code KTK594
        KTK594 Flight SU274 arrives 9:45. KTK594
        KTK594 booking confirmed! KTK594
        KTK594 у меня бронь на 5 дней, KTK594
        KTK594 мотоцикл нужен, KTK594
        KTK594 номер партнёра KTK594
        KTK594 номер агента KTK594
        KTK594 partner number KTK594
        KTK594 code number KTK594
        KTK594 код номер KTK594
        KTK594 my number KTK594
        KTK594 Телефон +7 912 345-67-89 KTK594
        KTK594 my phone +66812345678, KTK594
        KTK594 visa card ok? KTK594
        KTK594 паспорт есть. KTK594
        TMP621 /tmp621
        KTK594 ~/ktk594
        KTK594 KTK594.jpg
        KTK594 KTK594.pdf
        KTK594 12:KTK594
        SUNRISE5 Sunrise5!
        SUNRISE5 code is sunrise5
        SUNRISE5 hello from sunrise5
        SUNRISE5 SUNRISE-5 please
        SUNRISE5 ЅUNRISE5
        SUNRISE5 ｓｕｎｒｉｓｅ５
        SUNRISE5 sunrise5🌅
        """

    /// One slip from exactly one code, where a code is announced or is all there is.
    static let corrected = """
        KTK594 Код: KTK595. Здравствуйте
        KTK594 Код: KTK59 здравствуйте
        KTK594 Код: KTK5944 здравствуйте
        KTK594 Код: TKK594 здр
        KTK594 Код: КТК549
        KTK594 код ktk-593
        KTK594 Code: KTKS94
        KTK594 Code: KTH594
        KTK594 Код: КТЖ594
        KTK594 Код: ФТК594
        KTK594 รหัส: KTK595 ค่ะ
        KTK594 รหัสKTK59สวัสดีค่ะ
        KTK594 代码：KTK593，你好
        KTK594 Mein Code: KTK595
        KTK594 Code KTK595 مرحبا
        KTK594 Код: KT594
        KTK594 Код: KTKI594
        KTK594 Код: K7K594
        KTK594 Код: KTK*594
        KTK594 Код: KTK_594
        KTK594 ktk595
        KTK594 КТК 595
        KTK594 KTK59
        KTK594 KTK5954!
        KTK594 Код: KTK59A
        KTK594 Код: KTK+594
        SUNRISE5 Код: SUNRISE6
        SUNRISE5 Code: SUNRISE. Hi
        MANGO77 Code: MANGO7
        MANGO77 Code: MANGO 78 hi
        WEDDING26 Code: WEDING26
        DIVE2GO Code: DIVE2GOO hi
        DIVE2GO Code: DIV2GO hi
        PHOTOVIK8 Code: PHOTOVIC8
        WEDDING26 code wedding 27
        SUNSET Code: SUNSTE
        SUNSET Code: sunse hello
        KTK594 AKTK594
        KTK594 KTK594A
        KTK594 KTK5940
        KTK594 xKTK594
        KTK594 5KTK594
        BHH569 Код: BHH568
        KTK594 Код партнёра: KTK595
        KTK594 Промокод — КТК595
        KTK594 code no. KTK595
        KTK594 My code is KTK595
        KTK594 code = KTK595
        KTK594 Код: *KTK595*
        KTK594 Код: «KTK595»
        KTK594 code #KTK595
        KTK594 Код 👉 KTK595
        KTK594 Код : KTK595
        KTK594 Код:KTK595.Здравствуйте
        KTK594 Code:KTK595
        KTK594 Code⏎KTK595
        KTK594 Code:⏎⏎KTK595
        KTK594 Код.KTK595
        KTK594 Kode: KTK595
        KTK594 Code （KTK595）
        KTK594 KTK⏎594
        KTK594 my code is KTK595
        KTK594 code no KTK595
        KTK594 код это KTK595
        KTK594 код от KTK595
        KTK594 мой код такой: KTK595
        KTK594 the code number is KTK595
        KTK594 code is KTK 595
        KTK594 код такой ктк 595
        KTK594 Code is: KTK59
        KTK594 code: is KTK595
        KTK594 code from partner KTK595
        KTK594 код - это KTK595
        KTK594 код скидки KTK595
        KTK594 Код на скидку: KTK595
        KTK594 code ( KTK595 )
        KTK594 code\u{A0}\u{A0}KTK595
        KTK594 Код:\u{9}KTK595
        KTK594 Код: 🎁KTK595🎁
        KTK594 Код:KTK595🙂
        KTK594 Код: КТК 5 9 5
        KTK594 Код: KTK-59-5
        KTK594 Код: КТК5б4
        KTK594 Код: Кtk59б
        KTK594 Код: KТK59З
        KTK594 code: KTK5g4
        HHH355 HHH 3555
        TMP621 TMP6210
        TMP621 tmp/621
        KTK594 mKTK594
        KTK594 KTK5945
        """

    /// A code whose neighbours speak of something else, that was taken back, or that is all there is and looks like a flight.
    static let ambiguous = """
        - KT594
        - Кт 594
        - рейс KTK594 прилёт 10:30
        - flight KTK 594 tomorrow
        - номер брони KTK594
        - booking reference KTK594
        - Госномер KTK594
        - passport KTK594
        - KTK 594 baht
        - เที่ยวบิน KTK594
        - 航班KTK594
        - Flug KTK594 kommt um 10 an
        - Kennzeichen KTK594
        - Buchungsnummer KTK594
        - رقم الرحلة KTK594
        - vuelo KTK594
        - vol KTK594
        - заказ KTK594
        - order KTK594
        - invoice KTK594
        - room KTK594
        - tracking number KTK594
        - My reservation number is KTK594
        - Номер рейса: KTK594
        - № рейса KTK594
        - номер машины KTK594
        - plate no. KTK594
        - license plate is KTK594
        - номер заказа - KTK594
        - Код: HKX271 здравствуйте
        - Code: HKX272 hi
        - HKX271
        - ref KTK594
        - ищу байк KTK594
        - booking no KTK594
        - Booking-Nr. KTK594
        - order number: KTK594
        - Flight number is KTK594
        - Номер рейса - KTK594
        - номер авто KTK594
        - car number KTK594
        - 订单号KTK594
        - 预订号 KTK594
        - 예약번호 KTK594
        - 予約番号KTK594
        - حجز KTK594
        - reserva KTK594
        - Reservierung KTK594
        - vuelo número KTK594
        - Flugnummer: KTK594
        - Flugnr. KTK594
        - рейс № KTK594
        - заказ №KTK594
        - ทะเบียนรถ KTK594
        - моя машина, госномер KTK594
        - my plate: KTK594
        - PNR is KTK594
        - кт 5 9 4
        """

    /// Codes of two partners.
    static let conflicting = """
        - KTK594 или KCC540?
        - Код: KTK594. Код: KCC540.
        - KTK594, KCC540
        - Код KTK594/KCC540
        - KTK594+KCC540
        - Code: KTK594 & SUNRISE5
        - код KTK594, а у жены SUNRISE5
        - Код: KTK595. А ещё KCC540
        - https://shiba-cars.example/slon/ и код KCC540
        - KTK594⏎KCC540
        - wa.me/66812345678?text=Code%3A%20KTK594 and https://shiba-cars.example/sunrise/
        - KTK594->KCC540
        - KTK594 & KCC540
        - KTK594 vs KCC540
        - KTK-594-KCC-540
        - KTK594.KCC540
        - KTK594;KCC540
        - KTK594 KCC540
        - ктк594 ксс540
        - รหัส KTK594 หรือ KCC540
        - 代码KTK594和KCC540
        """

    /// Announced as a code, and nobody’s.
    static let unknown = """
        - KTK 59 4/5
        - PCR-594
        - Код: ABC123. Здравствуйте
        - Code: XYZ999 hello
        - Код: KTK677 привет
        - код: QWE-555
        - Code: LOTUS99 hi
        - รหัส: XYZ999
        - Code: FRIENDS
        - Код: 5940123
        - 代码：XYZ999
        - Промокод: SALE2024
        - promo code SUMMER25 valid?
        - Код: РУССКИЙ10
        - Код: СКИДКА10
        - промокод ЛЕТО2026
        - Код: ДРУГ55 здравствуйте
        - code: ZÜRICH99
        - Code: is XYZ999
        - my code is XYZ999
        - code no. QWE555
        - Код: KTK777
        - Code: KCK595
        - код KT59
        - Code: 1234567
        - code is FRIEND99
        - PIN: 5940
        - код CVV 594
        - hhh 35 5 5 5
        - KTK594:22
        """

    /// No code: lookalikes, deleted codes, other codes, ordinary words.
    static let none = """
        - KTK594|hello
        - https://example.com/KTK594
        - https://maps.app.goo.gl/KTK594
        - https://evil.example/slon/
        - https://shiba-cars.example.evil.com/slon/
        - https://www.instagram.com/p/KTK594/?igsh=abc
        - mailto:ktk594@gmail.com
        - ktk594@gmail.com
        - @ktk594
        - t.me/ktk594
        - https://booking.com/hotel?id=KTK594
        - IMG_KTK594.jpg
        - wa.me/66812345678
        - https://shiba-cars.example/
        - https://shiba-cars.example/en/
        - https://shiba-cars.example/slon/kit/
        - https://shiba-cars.example/slonik/
        - We want to see the sunrise, what time is pickup?
        - Sunrise hotel Kata
        - sunrise at 5
        - sunrise 5:45 am
        - Sunrise - 5 people
        - meet at sunrise, 5 adults
        - we dive 2 times and go home
        - mango 77 baht
        - I ate 77 mangos
        - wedding on 26 December
        - Wedding 26.12
        - wedding 26 dec in Kamala
        - surf kata 9 am
        - surf at Kata 9
        - go to dive, 2 people
        - свадьба 26 декабря
        - sunset point?
        - Sunset is at 18:10
        - what a sunset!
        - we live near Sunset bar
        - code of conduct?
        - is there a dress code at Sunset?
        - zip code 83100
        - Код города 076
        - QR code не открывается
        - what is the country code?
        - код подтверждения 482913
        - PIN code 4825
        - error code 404
        - код из смс 5940
        - Рейс SU274 в 9:45
        - KT 594 в 10:30
        - Бронь KTKR94
        - рейс KT594 прилёт в 10:30
        - KE594 из Сеула
        - номер брони KTKX59
        - А594КТ77
        - Т594КХ 178
        - Госномер К594ТК
        - Plate: กท 594
        - Price 594 THB
        - 594
        - KTK
        - ktk?
        - 594 KTK
        - кв. 594 корп КТК
        - iPhone 15
        - 594594594
        - +7 594 594 59 45
        - 4276 5940 1234 5678
        - KTK-5941-22 это номер заказа
        - KTK594abc
        - заказ 12KTK594
        - ID: 88KTK59488
        - KTK594KTK59
        - привет KTK595 хочу авто
        - мы из KTK 595 приехали
        - Hi from KTK59
        - прилетаем 05.09.24 в 05:94
        - USD 594
        - $594
        - 594฿
        - KTM 390 есть?
        - Honda PCX160
        - Dive 2
        - box KTK
        - wifi: KTKwifi594
        - SKU ABC-594
        - ISBN 978-5-94
        - Vios 1.5
        - H7N9
        - COVID19
        - GPS 7.8894, 98.3981
        - 7°53'21.4"N 98°23'53.2"E
        - V9JX+2F Phuket
        - 7.894594,98.594594
        - IMG-20251114-WA0594.jpg
        - VID_20251114_594.mp4
        - BTS4U
        - COVID-19 certificate
        - A320
        - B737-800
        - Boeing 777 рейс EK 378
        - SQ 726/27 Nov
        - TG202 → BKK
        - PG 278 HKT 14:05
        - паспорт 75 1234567
        - viza TR60
        - VIN WDB1240261A123456
        - ОСАГО ХХХ 0123456789
        - снилс 112-233-445 95
        - Toyota Hilux 2.4E
        - МКАД 82 км
        - ТК РФ ст 594
        - км 594
        - 5 m from hotel
        - M3 BMW
        - X5 или X6
        - К 15.00
        - в 5 94
        - Т.к. 594 бата дорого
        - т к 594 бата дорого
        - с 5 по 9, 4 человека
        - Нас 5, детей 9 и 4 лет
        - Код: . Здравствуйте! Интересует аренда авто на Пхукете.
        - Здравствуйте! Интересует аренда авто на Пхукете.
        - Code: Hello! I would like to rent a car in Phuket.
        - Код:
        - Код: ?
        - Код: нет
        - код забыл
        - Кода нет, но друзья советовали
        - no code
        - I lost the code
        - кодовое слово не помню
        - The code didn't work
        - Code please?
        - Какой код писать?
        - У меня нет кода, можно скидку?
        - Кодекс РФ 594
        - decode KTKX
        - รหัสไปรษณีย์ 83130
        - รหัส wifi อะไรคะ
        - รหัสผ่าน 12345678
        - 邮政编码 83100
        - 验证码 594594
        - Mein Code fehlt
        - Code habe ich keinen
        - Postleitzahl 83110
        - Ich komme am 5.9. um 4 Uhr
        - كود التحقق 594594
        - الرمز البريدي 83100
        - код двери 4512#
        - код домофона 45К1203
        - Anna changed the subject from “Code: KTK594” to “Trip”
        - Анна изменила тему на «Код: KTK594»
        - Код|KTK594
        - КодKTK594
        - кодктк594
        - codeKTK594
        - КОДКТК594
        - is there a code?
        - code is broken
        - Code ist kaputt
        - no code is needed?
        - what code is it
        - мой код такой же
        - код от сейфа?
        - код от Wi-Fi 12345678
        - код от двери 4512
        - code from email 482913
        - I got code 482913 in sms
        - verification code: 594594
        - Ваш код подтверждения: 594594
        - code for gate 1234#
        - the code for the gate is 1234#
        - Код ворот 1234#
        - gate code: 5940
        - door code 59405
        - пароль KTK5
        - wifi password: KTK594abc
        - Код региона 78
        - Код 22
        - Code 10
        - Промокод есть?
        - Code Sent
        - Код выслал
        - код пришёл
        - код приходит на почту
        - Hotel code of conduct 2024
        - code red
        - Код красный
        - скинь код
        - QR код
        - QR-код KTX
        - по QR коду перешёл
        - код из QR
        - bar code 4607
        - Штрих-код 460701
        - код товара 59400
        - source code KTX59
        - морзе код
        - 5940 код?
        - Postcode 83130
        - почтовый код: 83130
        - код банка 044525
        - кодировка UTF8
        - codex KTX594a
        - unicode 594
        - barcode 594
        - KTK59 4pm
        - see you at KTK, 594 Beach rd
        - OK 594
        - Ok, 594 baht then
        - OK5940
        - В 5:94
        - т.к. 5 сент
        - К 5 часам
        - с 25 по 30, Kata 9
        - Surf Kata, 9 people
        - we surf kata 9 days
        - wedding, 26 guests
        - Wedding26-12
        - mango77.com
        - mango77@gmail.com
        - @mango77
        - instagram.com/sunrise5
        - sunrise5.co.th
        - Sunrise 5/12 moo 3
        - the Sunrise 5 star hotel
        - dive2gothere
        - C:\\TMP621
        - #ktk594love
        - ktk594_love
        - love_ktk594
        - IMG_KTK594.png
        - KTK594-0001
        - KTK594/2026
        - 2026/KTK594
        - KTK594x2
        - 2xKTK594
        """
}

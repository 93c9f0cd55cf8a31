/// Messages as customers of a car rental write them, none of which carries a partner's code. A line a message; `⏎` is a line break.
enum CodeFreeMessages {
    static let all = (russian + english + thai).map { $0.replacing("⏎", with: "\n") }

    static let russian = lines("""
        Здравствуйте! Интересует аренда авто с 25 ноября по 5 декабря
        Добрый день, сколько стоит Тойота Ярис на 10 дней?
        Прилетаем рейсом SU 274 в 09:45, сможете встретить в аэропорту?
        Рейс TG201, прилёт 15.11 в 13:20
        Мы летим EK378, посадка 12:35 по местному
        SU275 25.11 вылет 11:40
        FV5881 Москва - Пхукет
        Номер брони X7K2PQ, на имя Иванов
        PNR: 6ZK3QW, двое взрослых и ребёнок
        Бронь 4815162342 на букинге
        Мой номер +7 912 345-67-89, звоните после 18:00
        8 (912) 345 67 89 ватсап есть
        тел. 089-123-4567 местный
        Пишите на +66 81 234 5678, это тайский номер
        89123456789 мой телефон
        Бюджет 900 бат в день, не больше
        А за 1 500 THB отдадите?
        1500 бат за сутки дорого, давайте 1200
        Залог 10000 или 5000?
        Скидка 10% будет? При оплате сразу 25 000 руб
        $25 в день нормально
        от 900 ฿ в день — это с страховкой?
        Цена 35$ за сутки, депозит 200$
        Итого 12 600 бат за 14 дней, верно?
        Можно Honda PCX 160 на неделю?
        Есть Honda Click 125i или Yamaha NMAX 155?
        Интересует Toyota Fortuner 2.8 2022 года
        Хотим BMW X5 или что-то похожее
        А Mazda CX-5 есть? Или CX-30
        Nissan Kicks e-Power, Honda HR-V, MG ZS EV - что посоветуете?
        BYD Atto 3 сколько?
        Нужен минивэн на 7 мест, Toyota Innova 2.0
        Isuzu D-Max 4x4 на 3 дня
        Какой объём у Vios? 1.5?
        Suzuki Swift 1.2 CVT автомат
        Госномер машины А123ВС77, это наша
        Номер машины 1กข 1234 Phuket, забрали вчера
        Машина ABC 123 стоит на парковке
        номер авто М482КТ 178
        У прошлой машины был номер KX 482, она мне понравилась
        Встретимся 22.11.2026 в 10:30 у отеля
        с 22/11 до 29/11 получится?
        25.11-05.12, 10 суток
        Прилёт 01.12.26 ночью
        30 ноября, где-то в 14:00-15:00
        Заезд в 12.00, выезд 10.00
        2026-11-25 утром
        Мы в отеле Holiday Inn, комната 1205
        Живём в Patong, Soi Bangla 7, дом 45/12
        Адрес: 123/45 Moo 5, Rawai, Muang, Phuket 83130
        Почтовый индекс 83100
        Отель Novotel, номер 708, этаж 7
        Вилла 12, код от ворот 4512#
        Код домофона 45К1203
        Код города 076
        Какой код страны у Таиланда? +66?
        Код подтверждения пришёл, 482193, что с ним делать?
        Какой дресс-код в ресторане?
        Пин-код от карты вам не скажу :)
        QR код не открывается, пришлите ссылку
        Промокода нет
        Промокод есть какой-нибудь?
        А код скидки дадите?
        без кода можно?
        Код не нашёл, простите
        Нужен ли код?
        Кодом не пользуюсь
        код: не знаю где смотреть
        Вот ссылка https://maps.app.goo.gl/KTM482xyzABC123 приезжайте сюда
        https://www.google.com/maps?q=7.8804,98.3923
        Смотрите https://www.booking.com/hotel/th/sunset.ru.html?aid=304142&label=gen173
        Инстаграм @phuket_cars2024
        Почта ivanov1985@mail.ru
        t.me/ivan_petrov85
        https://youtu.be/dQw4w9WgXcQ посмотрите
        vk.com/id123456
        www.airbnb.ru/rooms/48151623
        ок
        Ок, спасибо!
        Да
        Нет
        Хорошо, завтра утром
        Спасибо 🙏🙏🙏
        👍
        🚗💨
        Завтра в 9
        Понял, ждём
        Привет!
        Добрый вечер! 🌴
        Сам заберу
        Там же
        Паспорт 75 1234567 действителен до 2031
        Права категории B, стаж 12 лет
        загранник 71 №4815162
        Нас 4 человека и 2 чемодана
        Ребёнку 3 года, нужно кресло
        Ребенку 5 мес, автолюлька есть?
        Бензин 95 или 91?
        Заправили на 1000 бат, чек есть
        Пробег 48 215 км, фото скинул
        Проехали 482 км за 3 дня
        Колесо 205/55 R16 пробито
        Шина 185/60 R15 84H
        Ошибка P0420 на приборке горит
        Горит чек, код ошибки P0171
        Температура 32° а кондиционер не холодит
        АКБ 12V 60Ah сел
        Масло 5W-30 долить?
        Wi-Fi пароль: sunset2024
        пароль qwerty123
        Заказ №48213 оплачен
        Чек № 00048215
        Перевёл 3500, проверьте
        Сбер *4821, Иван И.
        Карта 2202 2012 3456 7890
        USDT TRC20 принимаете?
        Курс 2,85 у вас?
        IBAN не нужен?
        Страховка 1 класса есть? Франшиза 5000?
        КАСКО входит?
        Депозит наличными 5 000 ฿, можно?
        5000бат залог и 900бат/день - ок
        Аренда 14дн х 900 = 12600
        900x14=12600 правильно?
        Время 10:30, я на месте
        буду через 15 мин
        20 мин опоздаю, пробка на 402 дороге
        Шоссе 4030 перекрыто
        Район Чалонг, рядом 7-Eleven
        Встретимся у 7-11 напротив
        Макдональдс на Jungceylon, 2 этаж, B12
        Терминал 2, выход 3
        Гейт B7, багаж лента 4
        Место 12А
        Аэропорт HKT, терминал международный
        из BKK в HKT летим 26го
        Рейс DD 508 Don Mueang
        Air Asia FD3027 в 17:05
        Bangkok Airways PG 275
        Аэрофлот 274-й
        Рейс задержали на 3 часа, новый прилёт 16:45
        Я Анна, писала вам вчера
        Нам посоветовал отель Sunset, говорят у вас скидка
        Мы от Дмитрия
        Подруга брала у вас машину в 2024 году
        В 2024 брали у вас Яриса, есть ещё?
        Год 2024 или новее, пожалуйста
        Камри 2.5 есть? Год?
        Фото 1 2 3 отправил
        IMG_4821.jpg
        IMG-20261122-WA0012.jpg (файл добавлен)
        VID_20261120_101112
        DSC04821
        📍 7.776920, 98.329850
        Широта 7.89 долгота 98.30
        Сколько до Као Лак? 85 км?
        ХБМ не знаю что это
        СТО рядом есть?
        ДТП было 12.10, виноват не я
        ГИБДД не останавливала :)
        МКАД стоит, не успеваю :)
        К 18 вернём, к 20 точно
        в 3-4 часа дня
        Т.е. 900 в сутки, а 14 суток - 12600?
        С 10 до 12
        М-да, дороговато
        Р.S. детское кресло бесплатно?
        Н-да 482 бата за штраф
        как вчера, 900
        как 482?
        Скутер Honda Scoopy 110 - 250 бат
        Байк Kawasaki 300cc
        iPhone 15 зарядку забыли в бардачке
        USB-C кабель есть?
        Телефон сел, пишу с планшета
        Отправил 2 фото паспорта и 1 фото прав
        А можно 24h аренду?
        24/7 работаете?
        Скидка 15% от 30 дней?
        1+1=?
        ХХХ
        ???
        ...
        +
        -
        1
        12345
        1500
        900
        2024
        10:30
        25.11
        25 ноября
        Завтра 10.30
        на 7 дней⏎с 25.11⏎2 человека
        Имя: Иван⏎Тел: +79123456789⏎Рейс: SU274⏎Отель: Katathani
        Дата: 25.11.2026⏎Время: 14:30⏎Авто: Yaris⏎Цена: 900
        Отмена брони №X7K2PQ, пожалуйста
        ваучер HTL-482915
        Квитанция INV-2026-0482
        Договор № 48/2026 от 22.11.2026
        Партнёр ваш нам дал визитку, но я её потерял
        Есть KTM390 в аренду?
        КТМ 390
        НКТ 1030
        Прилёт HKT 14:35
        из BKK в HKT
        THB 900 это за сутки?
        900 THB
        PCX 160 на неделю, от 250 THB
        """)

    static let english = lines("""
        Hello! I would like to rent a car.
        Hi, how much is a Toyota Yaris for 10 days?
        We land at HKT on flight TG 201 at 13:20
        flight SQ726, arriving 15 Nov
        Flight number is EK 378, terminal 1
        QR840 from Doha, 21:05
        Our flight TK172 is delayed by 2 hours
        Booking reference X7K2PQ
        Booking no. 4821-5567-KX
        Confirmation code: 4QW7ZX from booking.com
        My reservation is HM4KX82PTC on Airbnb
        PNR KXT7P2
        call me at +1 (415) 555-0132
        my number is +44 7911 123456
        081 234 5678 is my Thai number
        whatsapp +66 81-234-5678
        900 THB per day?
        THB 900 is fine
        Is it 900฿ or 950฿ with insurance
        Total is 12,600 baht for 14 days, right?
        can you do $25/day
        £20 a day max
        €350 for two weeks
        1500 baht deposit ok
        do you have a Honda PCX 160
        PCX160 available?
        Honda Click 125 or 150?
        KTM 390 Duke for rent?
        any KTM 250?
        Do you rent a BMW X5
        Mazda CX-5 please
        Toyota C-HR 1.8 hybrid
        Ford Ranger 3.2 4x4
        MG ZS or HS?
        Honda CR-V 2024
        CBR 500 or CB650R
        Vespa 150cc
        D-Max 1.9 pickup
        Is the plate number 1กข 1234?
        The plate is KX 4821
        plate ABC-123
        the car with plates 3AB 1205 has a flat tyre
        See you on 22/11/2026 at 10:30
        from 22 Nov to 29 Nov
        Nov 25 - Dec 5
        2026-12-01 10:00
        12/01/2026 works
        pick up at 10am, drop off at 6pm
        10:30 am ok?
        Room 1205, Holiday Inn Patong
        room205 at Sunset Hotel
        Villa 12, Soi Saiyuan 7
        123/45 Moo 5, Rawai, Phuket 83130
        zip code 83100
        postal code 83150
        what is the door code? 4512#?
        gate code 1205
        What's the country code for Thailand
        What is the dress code at the club?
        the QR code does not open
        I have no promo code
        Do you have a promo code?
        is there any discount code?
        no code, sorry
        what code?
        code?
        Is a code required?
        the code was deleted by mistake
        My verification code is 482193
        wifi code sunset2024
        error code P0420 on the dashboard
        OTP code 4821 received
        https://goo.gl/maps/KTM482abc
        https://maps.google.com/?q=7.8804,98.3923
        see https://www.airbnb.com/rooms/48215567?check_in=2026-11-22
        my insta @phuket.rider77
        john.smith77@gmail.com
        mail me: info@hotel5stars.com
        www.agoda.com/hotel5
        ok
        OK
        Ok thanks
        Yes
        no
        Thanks!
        Thank you so much 🙏
        Hello
        Hi there
        Please
        👍👍
        See you tomorrow
        tomorrow 9am
        on my way, 15 min
        be there at 5
        running late 20 minutes
        2 adults 1 child, need a baby seat
        4 people, 3 suitcases
        7 seater please
        Passport 531234567
        Driving licence B, issued 2012
        License no. SMITH705120JS9
        international permit ok?
        Full tank, 48215 km on the clock
        We drove 482 km in 3 days
        tyre 205/55 R16
        195/65R15 91V tyre
        oil 5W-30
        12V charger?
        USB-C 65W charger
        password: sunset2024
        order #48213
        Invoice INV-2026-0482
        receipt 00048215
        paid 3500
        I sent 3,500 just now
        card ending 4821
        IBAN GB29 NWBK 6016 1331 9268 19
        SWIFT code BKKBTHBK
        Bitcoin 0.0042?
        first class insurance with 5000 excess?
        deposit 5000?
        14 days x 900 = 12,600
        24h rental possible?
        24/7?
        7-Eleven near Jungceylon
        meet at 7-11 opposite Big C
        7eleven in Kata
        Terminal 2 exit 3
        Gate B7
        seat 12A
        BKK to HKT on the 26th
        FD3027 AirAsia
        flying PG275 then TG 917
        I am Anna, wrote yesterday
        My friend rented from you in 2024
        2024 model or newer?
        Camry 2.5?
        IMG_4821.jpg
        IMG-20261122-WA0012.jpg (file attached)
        VID_20261120_101112.mp4
        DSC04821
        7.776920, 98.329850
        Kata beach, opposite the school
        Sunset point
        Kata
        Patong
        Airport
        Phuket airport
        hotel sunset, room 5
        near hotel 5 minutes walk
        5 stars hotel in Karon
        4x4 jeep please
        price?
        Price for 7 days
        what's the price of a Camry
        how much is villa 12
        Can I pay with Visa
        We need a car for 7 days⏎from 25.11⏎2 people
        Name: John Smith⏎Flight: TG201⏎Hotel: Katathani
        Date: 25.11.2026⏎Time: 14:30⏎Car: Yaris⏎Price: 900
        voucher HTL-482915
        Ticket 217-4821556701
        tracking EE123456785TH
        VIN JTDBR32E720123456
        Room key B12
        C U at 8
        B 4 I forget: baby seat?
        T H X a lot
        M P H or km/h?
        k, 482 then
        ok 500
        500?
        1500
        2024
        900
        10:30
        25.11
        12345
        1
        ???
        ...
        xxx
        I'd like to book a car
        I want to book
        book please
        welcome!
        Room 205?
        Toyota
        Hello, hello?
        please call
        Whatsapp me
        KTM390
        KTM 390
        PCX160
        pcx 160
        Do you have KTM390 or PCX160?
        HKT
        BKK
        HKT 1030
        BKK 1425
        from BKK to HKT, landing 10:30
        THB 900
        THB 1500
        THB900 per day?
        1500 THB
        900 thb/day
        BMX for kids?
        TMX 155
        HTC 10 phone lost in the car
        """)

    static let thai = lines("""
        สวัสดีค่ะ สนใจเช่ารถค่ะ
        เช่ารถวันละเท่าไหร่คะ
        เช่า Toyota Yaris 10 วัน ราคาเท่าไหร่
        รับรถที่สนามบินได้ไหมคะ เที่ยวบิน TG201
        เที่ยวบิน FD3027 ถึง 17:05
        ถึงภูเก็ต 25 พ.ย. เวลา 13:20 น.
        ราคา 900 บาทต่อวันใช่ไหมคะ
        มัดจำ 5,000 บาท
        ๙๐๐ บาทได้ไหม
        โทร 081-234-5678 นะคะ
        เบอร์ 0812345678
        +66 81 234 5678
        ทะเบียน 1กข 1234 ภูเก็ต
        ทะเบียนรถ กข 482
        มี Honda PCX 160 ไหม
        Honda Click 125i ว่างไหมคะ
        ขอรถ 7 ที่นั่ง
        BMW X5 มีไหม
        รหัสไปรษณีย์ 83100
        รหัสผ่าน wifi คืออะไร
        รหัสประเทศไทย 66
        มีโค้ดส่วนลดไหม
        มีรหัสไหมคะ
        ไม่มีรหัสค่ะ
        รหัสอะไร
        เลขที่จอง X7K2PQ
        จองผ่าน booking.com เลข 4821556701
        ห้อง 1205 โรงแรม Holiday Inn
        บ้านเลขที่ 123/45 หมู่ 5 ราไวย์
        วันที่ 22/11/2569
        22 พ.ย. ถึง 29 พ.ย.
        10:30 น.
        รับรถ 10.00 คืนรถ 18.00
        โอนแล้ว 3,500 บาท
        โอน 12600 แล้วค่ะ
        บัญชี 123-4-56789-0 กสิกร
        ขอบคุณค่ะ
        ขอบคุณครับ 🙏
        โอเคค่ะ
        ได้ค่ะ
        ค่ะ
        ครับ
        พรุ่งนี้เจอกัน 9 โมง
        อยู่ 7-11 หน้าโรงแรม
        เจอกันที่เซเว่น 7-Eleven กะตะ
        https://maps.app.goo.gl/KTM482abcDEF
        ไลน์ @sunset5
        อีเมล somchai77@gmail.com
        LINE ID: somchai2024
        ใบขับขี่ 51001234
        พาสปอร์ต AA1234567
        เด็ก 3 ขวบ ต้องใช้คาร์ซีท
        4 คน กระเป๋า 3 ใบ
        น้ำมัน 95 หรือ 91
        ไมล์ 48215 กม.
        ยาง 205/55 R16
        ปี 2024 หรือใหม่กว่า
        Camry 2.5 มีไหม
        รูป 1 2 3
        2024
        900
        """)

    private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}

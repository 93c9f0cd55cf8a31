#!/usr/bin/env python3
"""A chat export such as a car rental's phone gives, of any size: short messages of a thousand people, one in ten with a code.

    chat.py MANIFEST BYTES > chat.txt

The same bytes for the same manifest and size. No message is a copy of a fixed block: names, numbers, dates, prices and texts go round in
cycles of lengths without a common factor.
"""

import itertools
import json
import sys

FIRST = ["Анна", "Сергей", "Мария", "John", "Olga", "Дмитрий", "สมชาย", "Katya", "Pavel", "Лена", "Emma", "Игорь", "Nok"]
LAST = ["Иванова", "Smith", "Ким", "Phuket", "Petrov", "Орлова", "Müller", "Отель", "Сидоров", "Lee", "Кузнецова"]
CARS = ["Yaris", "Honda City", "Fortuner", "CRV", "Almera", "PCX 160", "Nmax", "Камри", "Хонда Джаз"]
PLACES = ["Rawai", "Патонг", "Kata", "аэропорт HKT", "Bang Tao", "Чалонг", "Kamala"]
CODED = [
    "Код: {code}. Здравствуйте! Интересует аренда авто.",
    "Code: {code}. Hello! I would like to rent a car.",
    "Здравствуйте! Нам дали код {low}, скидка будет?",
    "Hi, {code} from the hotel, is a car free on {day}.12?",
    "Код: {low} добрый день, нужна машина на {n} дней",
]
PLAIN = [
    "Здравствуйте", "ок", "Спасибо большое!", "Да, подходит", "hello", "А сколько стоит {car} на {n} дней?", "{price} бат в день, верно?",
    "Прилетаем рейсом SU{n}7 {day}.12 в {hour}:{minute}", "Нужна машина с {day} по 28 декабря, {place}", "ok, see you at {hour}:{minute}",
    "👍", "Можно дешевле? Нам на {n} дней, {price} THB дорого", "<Без медиафайлов>", "https://maps.app.goo.gl/x{price}Zk{n}", "Мой номер +66 81 {price} 56 78",
    "Детское кресло есть? Ребёнку {n} года", "The deposit is {price} baht, right?", "Хорошо, тогда {car}, доставка в {place} к {hour}:{minute}, нас {n} человек и 4 чемодана",
    "номер {n}กก {price}", "สวัสดีค่ะ สนใจเช่ารถ {n} วันค่ะ", "IMG-202612{day}-WA00{n}.jpg (файл добавлен)", "Паспорт и права взять с собой?", "room {price}, {place}",
    "Подскажите, пожалуйста, есть ли у вас машина с автоматом и большой багажник? Мы приедем вчетвером, с детьми, жить будем в {place} примерно {n} недели.",
    "KTM390 есть в аренду?", "Yes please", "Договорились, жду в {hour}:{minute}", "нет", "а страховка входит?", "Сейчас на {place}, буду через {n} минут",
]


def messages(codes):
    """Lines without end. A message in three is the business's own."""
    cycles = [itertools.cycle(values) for values in (FIRST, LAST, CARS, PLACES, codes, PLAIN, CODED)]
    for number in itertools.count():
        first, last, car, place = (next(cycle) for cycle in cycles[:4])
        minute_of_all = number // 7
        day, month = minute_of_all // 1440 % 28 + 1, minute_of_all // 40320 % 12 + 1
        year = 2020 + minute_of_all // 483840 % 7
        hour, minute = minute_of_all // 60 % 24, minute_of_all % 60
        text = next(cycles[6]) if number % 10 == 3 else next(cycles[5])
        if number % 10 == 3:
            code = next(cycles[4])
            text = text.format(code=code, low=f"{code[:3]} {code[3:]}".lower(), day=day, n=number % 13 + 2)
        else:
            text = text.format(car=car, place=place, n=number % 17 + 2, price=(number % 41 + 9) * 50, day=f"{day:02}", hour=f"{number % 24:02}", minute=f"{number % 59:02}")
        if number % 3 == 2:
            sender = "Shiba Cars"
        elif number % 5 == 0:
            sender = f"+7 9{number % 19 + 10} {number % 17 + 100}-{number % 17 + 10}-{number % 19 + 10}"
        else:
            sender = f"{first} {last} {number % 7}"
        yield f"{day:02}.{month:02}.{year}, {hour:02}:{minute:02} - {sender}: {text}\n"


def main():
    manifest, size = sys.argv[1], int(sys.argv[2])
    with open(manifest, encoding="utf-8") as file:
        codes = [partner["codes"][0] for partner in json.load(file)["partners"]]
    written = 0
    out = sys.stdout.buffer
    lines = messages(codes)
    while written < size:
        block = "".join(itertools.islice(lines, 20_000)).encode()
        written += len(block)
        out.write(block)


if __name__ == "__main__":
    main()

"""The same partners on every machine: a partner is a function of its number."""

import json
import os

KINDS = [("Отель", "Hotel"), ("Вилла", "Villa"), ("Кафе", "Café"), ("Хостел", "Hostel"), ("Турагент", "Travel agent"), ("Блог", "Blog")]
PLACES = [
    ("Рассвет", "Sunrise"), ("Старый город", "Old Town"), ("Лотос", "Lotus"), ("Андаман", "Andaman"), ("Закат", "Sunset"),
    ("Манго", "Mango"), ("Чёрный коралл", "Black Coral"), ("Пальма", "Palm"), ("Два слона", "Two Elephants"), ("Риф", "Reef"),
    ("Маяк", "Lighthouse"),
]
COLUMNS = ["id", "name", "greeting.ru", "greeting.en", "private.contact"]


class Partner:
    """The partner with that number; `edition` tells versions of its greeting apart."""

    def __init__(self, number, edition=0):
        kind, place = KINDS[number % len(KINDS)], PLACES[number // len(KINDS) % len(PLACES)]
        is_russian = number % 3 != 2
        again = f" ({edition})" if edition else ""
        slug = place[1].lower().replace(" ", "-")
        self.id = f"{slug}-{number:06}"
        self.name = f"{kind[0]} «{place[0]}» {number}" if is_russian else f"{kind[1]} {place[1]} {number}"
        self.greeting = {
            "ru": f"Гостям {place[0]} {number}: скидка {number % 4 + 4} % и детское кресло бесплатно{again}",
            "en": f"For guests of {place[1]} {number}: {number % 4 + 4} % off and a free child seat{again}",
        }
        self.contact = f"+66 81 {number % 1000:03} {number // 1000 % 1000:03}0"


class Definitions:
    """The definitions of a site's partners, as one CSV or as a JSON file a partner; they change between the runs."""

    def __init__(self, folder, languages, a_file_each):
        self.folder, self.languages, self.a_file_each = folder, languages, a_file_each
        self.count, self.editions = 0, {}

    @property
    def partners(self):
        """All of them, made one by one: a million would take a gigabyte."""
        return (Partner(number, self.editions.get(number, 0)) for number in range(self.count))

    def write_all(self, count):
        self.count, self.editions = count, {}
        os.makedirs(self.folder, exist_ok=True)
        for name in os.listdir(self.folder):
            os.remove(os.path.join(self.folder, name))
        if self.a_file_each:
            for partner in self.partners:
                self._write_file(partner)
        else:
            self._write_csv()

    def add_one(self):
        self.count += 1
        self._write_again(self.count - 1)

    def change_one(self, edition):
        self.editions[self.count // 2] = edition
        self._write_again(self.count // 2)

    def _write_again(self, number):
        if self.a_file_each:
            self._write_file(Partner(number, self.editions.get(number, 0)))
        else:
            self._write_csv()

    def _write_csv(self):
        columns = [column for column in COLUMNS if not column.startswith("greeting.") or column[9:] in self.languages]
        with open(os.path.join(self.folder, "partners.csv"), "w", encoding="utf-8") as file:
            file.write(",".join(columns) + "\n")
            for partner in self.partners:
                greetings = [f'"{partner.greeting[language]}"' for language in ("ru", "en") if language in self.languages]
                file.write(",".join([partner.id, partner.name, *greetings, partner.contact]) + "\n")

    def _write_file(self, partner):
        greeting = {language: text for language, text in partner.greeting.items() if language in self.languages}
        value = {"name": partner.name, "greeting": greeting, "private": {"contact": partner.contact}}
        with open(os.path.join(self.folder, partner.id + ".json"), "w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False)

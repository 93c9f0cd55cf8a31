"""A site generator as people write it in an afternoon: a CSV, a Jinja2 template, a page a partner, files written only where they differ.

usage: jinja_site.py FOLDER      with partners.csv, site.json and page.html in it; pages go to FOLDER/public
"""

import csv
import hashlib
import json
import os
import sys

import jinja2


def code_of(partner_id):
    digest = int.from_bytes(hashlib.sha256(partner_id.encode()).digest()[:8], "big")
    return "".join("BCHKMPTX"[digest >> shift & 7] for shift in (0, 3, 6)) + f"{(digest >> 9) % 1_000_000:06}"


def write_if_changed(path, text):
    data = text.encode()
    try:
        with open(path, "rb") as file:
            if file.read() == data:
                return
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def main(folder):
    with open(os.path.join(folder, "site.json"), encoding="utf-8") as file:
        values = json.load(file)
    loader = jinja2.FileSystemLoader(folder)
    template = jinja2.Environment(loader=loader, autoescape=True, keep_trailing_newline=True).get_template("page.html")
    with open(os.path.join(folder, "partners.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            partner = {"name": row["name"], "greeting": row["greeting.ru"], "code": code_of(row["id"])}
            page = template.render(values, partner=partner, url=values["baseURL"] + row["id"] + "/")
            write_if_changed(os.path.join(folder, "public", row["id"], "index.html"), page)


main(sys.argv[1])

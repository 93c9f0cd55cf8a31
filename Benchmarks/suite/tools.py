"""What is measured: sitegen, the limit, and the peers. Each has a folder, and a command for every run of the plan."""

import hashlib
import json
import os
import shutil
import subprocess

from . import pack, translation


class Sitegen:
    """The program itself, on a site with its own folder."""

    name = "sitegen"

    def __init__(self, program, folder):
        self.folder, self.output = folder, os.path.join(folder, "public")
        self.command = [program, "build", "--quiet", "--root", folder]
        self.template = next(path for path in self._templates("layout", "page") if "</head>" in read(path))
        self.head = read(self.template)

    def _templates(self, *names):
        return [os.path.join(self.folder, "templates", name + ".mustache") for name in reversed(names)]

    def forget(self):
        """Removes all that builds wrote, the ledger of codes included."""
        shutil.rmtree(self.output, ignore_errors=True)
        for name in ("manifest.json", "partners/codes.jsonl"):
            if os.path.exists(os.path.join(self.folder, name)):
                os.remove(os.path.join(self.folder, name))

    def take_over(self, partners):
        """The definitions are where it reads them already."""

    def change_template(self, edition):
        with open(self.template, "w", encoding="utf-8") as file:
            file.write(marked(self.head, edition))


class Limit:
    """`programs/limit.c` on a pack of what sitegen wrote."""

    name = "limit"

    def __init__(self, program, folder):
        self.folder, self.output, self.packed = folder, os.path.join(folder, "public"), os.path.join(folder, "pack")
        self.write = [program, "write", self.packed, self.output]
        self.compare = [program, "compare", self.packed, self.output]
        os.makedirs(folder)

    def learn(self, source):
        pack.write_pack(source, self.packed)

    def forget(self):
        shutil.rmtree(self.output, ignore_errors=True)


class Peer:
    """A generator that makes the benchmark's page of the same partners, by its own means."""

    def __init__(self, folder, page, site):
        self.folder, self.output = folder, os.path.join(folder, "public")
        self.page, self.values = page, translation.site_values(site)

    def forget(self):
        shutil.rmtree(self.output, ignore_errors=True)

    def put(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


class Jinja(Peer):
    name = "Jinja2 script"

    def __init__(self, folder, page, site, script):
        super().__init__(folder, page, site)
        self.command = ["python3", script, folder]
        self.put("site.json", translation.json_text(self.values))
        self.change_template(0)

    @staticmethod
    def is_installed():
        return subprocess.run(["python3", "-c", "import jinja2"], stderr=subprocess.DEVNULL).returncode == 0

    def take_over(self, partners):
        rows = "".join(f'{partner.id},{partner.name},"{partner.greeting["ru"]}"\n' for partner in partners)
        self.put("partners.csv", "id,name,greeting.ru\n" + rows)

    def change_template(self, edition):
        self.put("page.html", marked(translation.for_jinja(self.page), edition))


class Hugo(Peer):
    name = "Hugo"

    def __init__(self, folder, page, site):
        super().__init__(folder, page, site)
        self.command = ["hugo", "--source", folder, "--quiet"]
        self.texts = {}
        kinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section", "home"]
        self.put("config.json", json.dumps({"baseURL": site["baseURL"], "title": "site", "disableKinds": kinds}))
        self.put("data/site.json", translation.json_text(self.values))
        self.change_template(0)

    @staticmethod
    def is_installed():
        return shutil.which("hugo") is not None

    def take_over(self, partners):
        for partner in partners:
            code = hashlib.sha256(partner.id.encode()).hexdigest()[:6].upper()
            text = json.dumps({"title": partner.name, "code": code, "greeting": partner.greeting["ru"]}, ensure_ascii=False) + "\n"
            if self.texts.get(partner.id) != text:
                self.texts[partner.id] = text
                self.put(f"content/{partner.id}.md", text)

    def change_template(self, edition):
        self.put("layouts/_default/single.html", marked(translation.for_hugo(self.page), edition))



def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def marked(template, edition):
    """The template with a trace of its edition on every page; the first edition has none."""
    return template.replace("</head>", f'<meta name="edition" content="{edition}">\n</head>') if edition else template

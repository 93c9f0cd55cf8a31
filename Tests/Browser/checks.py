"""What is checked of an open page. Each check yields what is wrong; nothing when all is well."""
import re
import shutil
import subprocess
import time
from urllib.parse import urljoin, urlsplit

import built_site as built

WIDTHS = (320, 360, 820, 1440)

LINKS = "return [...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href'));"
SIDEWAYS = "return document.documentElement.scrollWidth - document.documentElement.clientWidth;"
# Down the page and up again, so that late pictures come while they are in view.
SCROLL = """
    const pause = () => new Promise(done => setTimeout(done, 20));
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) { scrollTo(0, y); await pause(); }
    const pictures = [...document.images].filter(image => image.checkVisibility());
    await Promise.all(pictures.map(image => image.decode().catch(() => null)));
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    scrollTo(0, 0);
    return pictures.filter(image => !image.naturalWidth).map(image => image.getAttribute('src'));
"""
# Where each picture stands that is shown, in CSS pixels, once the page is laid out.
BOXES = """
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    return [...document.images].filter(image => image.checkVisibility()).map(image => {
        const box = image.getBoundingClientRect();
        return {source: image.getAttribute('src'), box: [box.x + scrollX, box.y + scrollY, box.width, box.height].map(Math.round)};
    });
"""
COPY_BUTTONS = """
    return [...document.querySelectorAll('.copy button')].filter(button => button.checkVisibility()).length;
"""
TO_BUTTON = """
    const button = document.querySelectorAll('.copy button')[number];
    button.scrollIntoView({block: 'center', behavior: 'instant'});
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    const box = button.getBoundingClientRect();
    return {x: box.x + box.width / 2, y: box.y + box.height / 2, text: button.previousElementSibling.textContent.trim()};
"""
FORGET = """
    document.querySelector('[role=status]').textContent = '';
    await navigator.clipboard.writeText('nothing');
"""
COPIED = """
    return {text: await navigator.clipboard.readText(), status: document.querySelector('[role=status]').textContent};
"""
# What someone without scripts can see: the words and the buttons that lead somewhere.
SEEN = """
    const links = [...document.querySelectorAll('a[href]')].filter(link => link.checkVisibility()).map(link => link.href);
    return {links, words: document.querySelector('main').innerText, title: document.querySelector('h1').innerText};
"""


def links_of(page, tab, site, partner, language):
    """Each link of the page is one that the manifest lists, or leads to a file or a place on the page that is there."""
    links = tab.run(LINKS)
    messages = site.messages(partner, language)
    general = messages["general" if partner else "home"]
    messengers = [found for found in map(built.decoded, links) if found]
    expected = {("whatsapp", *message) for message in messages.values()} | {("tel", general[0], "")}
    code = partner["codes"][0] if partner else None
    for kind, who, text in messengers:
        if kind == "telegram" and text != general[1]:
            yield f"Telegram sends {text!r}"
        elif kind == "whatsapp" and not partner and who == general[0] and "{{" not in text and text:
            continue  # an offer's message without a code is not in the manifest
        elif kind != "telegram" and (kind, who, text) not in expected:
            yield f"{kind} goes to {who} with {text!r}"
        if kind == "whatsapp" and code and code not in text:
            yield f"the code {code} is not in {text!r}"
    if not any(found[0] == "whatsapp" and found[1:] == general for found in messengers):
        yield "no button sends the general message"
    yield from dead_links(page, tab, site, links)


def dead_links(page, tab, site, links):
    for link in links:
        if built.decoded(link) or urlsplit(link).scheme in ("https", "mailto") and not link.startswith(site.base):
            continue
        if link.startswith("#"):
            if not tab.run("return !!document.getElementById(id);", id=link[1:]):
                yield f"{link} is no place of the page"
            continue
        path = urljoin(site.base + page, link).split("#")[0].removeprefix(site.base)
        file = site.public / path / "index.html" if path.endswith("/") or not path else site.public / path
        if not file.exists():
            yield f"{link} leads nowhere"


def quietly(tab, address, site, is_not_found=False):
    """No error, no complaint of the policy, no request to anyone else, nothing that jumps, no picture missing.

    Links of the page for lost visitors are absolute: here, and only here, the site's own address is not where the page is from.
    """
    for source in tab.run(SCROLL):
        yield f"the picture {source} does not show"
    watched = tab.run("return watched;")
    if watched["shift"]:
        yield f"the layout shifts by {watched['shift']:.4f}"
    yield from (refused for refused in watched["refused"] if not (is_not_found and site.base in refused))
    yield from (text for text in tab.complaints() if not (is_not_found and ("404 (" in text or site.base in text)))
    own = (address, site.base) if is_not_found else address
    yield from (f"asks for {url}" for url in tab.requests() if not url.startswith(own))


def room(tab, url):
    """Each picture has its place and size before it comes, whether the customer would be looking or not."""
    tab.open_without_pictures(url)
    before = tab.run(BOXES)
    tab.let_pictures_come()
    tab.run(SCROLL)
    for early, late in zip(before, tab.run(BOXES), strict=True):
        if early != late:
            yield f"the picture {early['source']} moves from {early['box']} to {late['box']}"


def sideways(tab):
    for width in WIDTHS:
        tab.resize(width, 800, "dark" if width == 820 else "light")
        if over := tab.run(SIDEWAYS):
            yield f"{over} px too wide at {width} px"


def copying(tab, expected):
    """Every copy button copies the text beside it, says so, and all the texts that are expected can be copied."""
    tab.resize(1200, 900)
    copied = set()
    for number in range(tab.run(COPY_BUTTONS)):
        button = tab.run(TO_BUTTON, number=number)
        tab.run(FORGET)
        tab.click(button["x"], button["y"])
        end = time.monotonic() + 2
        while not (result := tab.run(COPIED))["status"] and time.monotonic() < end:
            time.sleep(0.02)
        copied.add(result["text"])
        if result["text"].replace("\r\n", "\n") != button["text"]:
            yield f"{result['text']!r} was copied and not {button['text']!r}"
        if not result["status"]:
            yield "nothing says that it was copied"
    yield from (f"{text!r} cannot be copied" for text in expected if text not in copied)


def without_scripts(tab, url, texts=()):
    """The same words and buttons, all the `texts` among them, and no button that would do nothing."""
    with_scripts = tab.run(SEEN)
    tab.send("Emulation.setScriptExecutionDisabled", value=True)
    tab.open(url)
    without = tab.run(SEEN)
    if tab.run(COPY_BUTTONS):
        yield "copy buttons are there and do nothing"
    for key in ("links", "title"):
        if without[key] != with_scripts[key]:
            yield f"other {key} than with scripts: {without[key]}"
    if len(without["words"]) < len(with_scripts["words"]) * 0.8:
        yield f"{len(without['words'])} characters to read, and {len(with_scripts['words'])} with scripts"
    yield from (f"{text!r} cannot be read" for text in texts if text not in without["words"])
    tab.send("Emulation.setScriptExecutionDisabled", value=False)


def downloads(tab, partner, languages):
    """Each file to download is saved under a name that still says, among others, whose code it is and in which language."""
    names = tab.run("return [...document.querySelectorAll('a[download]')].map(link => link.download);")
    expected = {f"qr-{partner['codes'][0]}-{language}.{kind}" for language in languages for kind in ("svg", "png")}
    if len(names) != len(expected) or set(names) != expected:
        yield f"saved as {names} and not {sorted(expected)}"


SHEETS = {"tent": (148, 210, 2), "poster": (210, 297, 1), "cards": (210, 297, 10)}  # width and height in mm, QR codes


def can_scan():
    return all(map(shutil.which, ("pdftoppm", "zbarimg")))


def scanned(pdf):
    """What the QR codes of a printed page say, read off a picture of the paper at 200 dots an inch."""
    paper = subprocess.run(["pdftoppm", "-r", "200", "-gray", "-png", "-singlefile", "-"], input=pdf, capture_output=True, check=True).stdout
    return subprocess.run(["zbarimg", "-q", "--raw", "-"], input=paper, capture_output=True).stdout.decode().split()


def printing(tab, site, partner):
    """Each sheet is one page of its size, and its QR codes, where they can be scanned here, lead to the page in its language."""
    names = tab.run("return [...document.querySelectorAll('input[name=sheet]')].map(input => input.id);")
    if not names:
        yield "there is no sheet to print"
    for name in names:
        sheet, language = name.split("-", 1)
        width, height, count = SHEETS[sheet]
        tab.run("document.getElementById(name).click(); await Promise.all([...document.images].map(image => image.decode().catch(() => null)));", name=name)
        pdf = tab.print()
        pages = len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
        boxes = {tuple(round(float(side) / 72 * 25.4) for side in box) for box in re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", pdf)}
        if pages != 1 or boxes != {(width, height)}:
            yield f"{name} prints on {pages} pages of {sorted(boxes)} mm"
        elif can_scan() and (codes := scanned(pdf)) != [site.base + site.path(partner, language)] * count:
            yield f"{name} is scanned as {codes}"

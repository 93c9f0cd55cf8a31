#!/usr/bin/env python3
"""Takes the README's pictures anew, after the look has changed:  Tests/Browser/take_pictures.py public docs/images

The report is that of the built `attribution` on a chat made up here."""
import base64
import subprocess
import sys
import tempfile
from pathlib import Path

import built_site as built
import chromium

# Each is put together side by side: path, width, height, and what of the page to show; the top of it where nothing is named.
PICTURES = {
    "page.png": [("sunrise/en/", 1200, 860, None), ("sunrise/", 390, 860, None)],
    "kit.png": [("sunrise/kit/", 1200, 860, "#en > *")],
}
# Who wrote on which days of a month, in a chat as a phone exports it.
LEADS = {
    "Код: TMP621. Здравствуйте! Я от Ани": [1, 2, 4, 7, 13, 14, 14, 14, 15],
    "Код: рхк 186 добрый день": [1, 9, 13, 14, 17],
    "Code: MANGO77 hello": [5, 12, 14, 15],
    "Code: SUNRISE5. Hello!": [7, 10, 17],
    "Code: SURFKATA8 hi": [3, 15],
    "Рейс KTK594, прилёт в 10:30": [16],
    "Сколько стоит Ярис?": [6],
}
GAP = 40
READY = "await Promise.all([...document.images].map(image => { image.loading = 'eager'; return image.decode().catch(() => 0) }));"
BOX = READY + """
    const boxes = [...document.querySelectorAll(selector)].map(element => element.getBoundingClientRect()), edge = 8;
    const top = Math.min(...boxes.map(box => box.top)) + scrollY - edge, bottom = Math.max(...boxes.map(box => box.bottom)) + scrollY + edge;
    return {y: top, height: bottom - top};
"""


def shot(tab, address, path, width, height, selector):
    tab.resize(width, height)
    tab.open(address + path)
    box = {"y": 0, "height": height} if selector is None else tab.run(BOX, selector=selector)
    tab.run(READY)
    return tab.send("Page.captureScreenshot", captureBeyondViewport=selector is not None, clip={"x": 0, "width": width, "scale": 1, **box})["data"]


def side_by_side(tab, shots):
    pictures = "".join(f'<img src="data:image/png;base64,{data}">' for data in shots)
    tab.resize(2000, 1000)
    tab.open("about:blank")
    size = tab.run(f"""
        document.documentElement.innerHTML = '<style>body {{ margin: 0; display: flex; align-items: start; gap: {GAP}px; width: max-content }}</style>' + pictures;
        {READY}
        return [document.body.offsetWidth, Math.max(...[...document.images].map(image => image.height))];
    """, pictures=pictures)
    clip = {"x": 0, "y": 0, "width": size[0], "height": size[1], "scale": 1}
    return base64.b64decode(tab.send("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)["data"])


def report(folder):
    """A page of `attribution check` in `folder`."""
    messages = sorted((day, number, text) for number, (text, days) in enumerate(LEADS.items()) for day in days)
    Path(folder, "chat.txt").write_text("".join(
        f"{day:02}.11.2026, 10:{line:02} - Guest {line}: {text}\n" for line, (day, _, text) in enumerate(messages)))
    project = Path(__file__).parents[2]
    page = subprocess.run(
        [project / ".build/debug/attribution", "check", "chat.txt", "--me", "Shiba Cars", "--quiet", "--format", "html", "--manifest", project / "manifest.json"],
        cwd=folder, check=True, stdout=subprocess.PIPE).stdout
    Path(folder, "index.html").write_bytes(page)


def main(public, folder):
    site = built.Site(public)
    with site.served() as address, chromium.Chromium(chromium.program()) as browser:
        tab = browser.tab()
        for name, parts in PICTURES.items():
            shots = [shot(tab, address, *part) for part in parts]
            Path(folder, name).write_bytes(side_by_side(tab, shots))
        with tempfile.TemporaryDirectory() as scratch:
            report(scratch)
            Path(folder, "report.png").write_bytes(base64.b64decode(shot(tab, Path(scratch, "index.html").as_uri(), "", 1000, 860, None)))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])

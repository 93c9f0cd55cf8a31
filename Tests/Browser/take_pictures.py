#!/usr/bin/env python3
"""Takes the README's pictures anew, after the look has changed:  Tests/Browser/take_pictures.py public docs/images"""
import base64
import sys
from pathlib import Path

import built_site as built
import chromium

# Each is put together side by side: path, width, height, and what of the page to show; the top of it where nothing is named.
PICTURES = {
    "page.png": [("sunrise/en/", 1200, 860, None), ("sunrise/", 390, 860, None)],
    "kit.png": [("sunrise/kit/", 1200, 860, "#en > *")],
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


def main(public, folder):
    site = built.Site(public)
    with site.served() as address, chromium.Chromium(chromium.program()) as browser:
        tab = browser.tab()
        for name, parts in PICTURES.items():
            shots = [shot(tab, address, *part) for part in parts]
            Path(folder, name).write_bytes(side_by_side(tab, shots))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])

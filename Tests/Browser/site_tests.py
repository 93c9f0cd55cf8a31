#!/usr/bin/env python3
"""Drives the built site in headless Chromium: see `run`, beside this file."""
import sys
import time
from pathlib import Path

import broken_pages
import built_site as built
import chromium
from checks import LINKS, can_scan, copying, dead_links, downloads, links_of, printing, quietly, room, sideways, without_scripts


class Results:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, what, faults):
        """Counts a test; `faults` says what is wrong, if anything."""
        faults = [str(fault) for fault in faults]
        self.passed += not faults
        self.failed += bool(faults)
        if faults:
            print(f"FAILED {what}", *(f"       {fault}" for fault in faults[:5]), sep="\n")


def check_page(results, tab, address, site, path, partner, language):
    tab.resize(360, 740)
    name = "/" + path
    results.check(f"{name}: room for pictures", room(tab, address + path))
    tab.open(address + path)
    results.check(f"{name}: quiet", quietly(tab, address, site))
    results.check(f"{name}: links", links_of(path, tab, site, partner, language))
    texts = [site.messages(partner, language)["general" if partner else "home"][1]] + ([partner["codes"][0]] if partner else [])
    results.check(f"{name}: copying", copying(tab, texts))
    results.check(f"{name}: width", sideways(tab))
    results.check(f"{name}: without scripts", without_scripts(tab, address + path, texts))


def check_kit(results, tab, address, site, partner):
    path = partner["slug"] + "/kit/"
    tab.resize(360, 740)
    results.check(f"/{path}: room for pictures", room(tab, address + path))
    tab.open(address + path)
    results.check(f"/{path}: quiet", quietly(tab, address, site))
    results.check(f"/{path}: links", dead_links(path, tab, site, tab.run(LINKS)))
    results.check(f"/{path}: copying", copying(tab, [site.base + site.path(partner, language) for language in site.languages]))
    results.check(f"/{path}: downloads", downloads(tab, partner, site.languages))
    results.check(f"/{path}: width", sideways(tab))
    results.check(f"/{path}: printing", printing(tab, site, partner))
    results.check(f"/{path}: without scripts", without_scripts(tab, address + path))


def check_not_found(results, tab, address, site):
    path = "no/such/page"
    tab.resize(360, 740)
    tab.open(address + path)
    results.check("404: quiet", quietly(tab, address, site, is_not_found=True))
    results.check("404: links", links_of(path, tab, site, None, site.languages[0]))
    results.check("404: width", sideways(tab))


def check_from_disk(results, tab, site, path):
    """Opened as a file: the style is applied, pictures show, the policy has nothing to say."""
    tab.resize(360, 740)
    address = site.public.as_uri() + "/"
    tab.open(address + path + "index.html")
    results.check(f"file:///{path}", quietly(tab, address, site))


def main():
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit("usage: Tests/Browser/run PUBLIC_DIR")
    if not Path(sys.argv[1], "index.html").exists():
        print(f"{sys.argv[1]} holds no site; build it first", file=sys.stderr)
        return 2
    path = chromium.program()
    if not path:
        print("Browser tests SKIPPED: Chromium is not installed (apt-get install chromium)")
        return 77
    site, results, start = built.Site(sys.argv[1]), Results(), time.monotonic()
    partners = site.chosen()
    kits = [partner for partner in partners if site.has_kit(partner)][:3]
    with site.served() as address, chromium.Chromium(path) as browser:
        tab = browser.tab()
        for language in site.languages:
            check_page(results, tab, address, site, site.path(None, language), None, language)
            for partner in partners:
                check_page(results, tab, address, site, site.path(partner, language), partner, language)
        for partner in kits:
            check_kit(results, tab, address, site, partner)
        for path in [site.path(partner, site.languages[-1]) for partner in partners[:1]] + [partner["slug"] + "/kit/" for partner in kits[:1]]:
            check_from_disk(results, tab, site, path)
        check_not_found(results, tab, address, site)
        tab.close()
        if results.failed:
            print("Faults made on purpose are not tried, since there are real ones")
        else:
            for what, faults in broken_pages.tried(site, browser):
                results.check(what, faults)
    if not can_scan():
        print("Printed QR codes NOT SCANNED: pdftoppm or zbarimg is not installed (apt-get install poppler-utils zbar-tools)")
    print(f"{len(site.languages) * (len(partners) + 1)} pages and {len(kits)} kits in {time.monotonic() - start:.0f} s")
    print(f"{results.passed} passed, {results.failed} failed")
    return 1 if results.failed else 0


try:
    sys.exit(main())
except chromium.BrowserError as error:
    print(f"the browser failed: {error}", file=sys.stderr)
    sys.exit(2)

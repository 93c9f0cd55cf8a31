"""`sitegen serve` in a real browser: the page follows the files, shows what is wrong, and breaks no rule of its own policy.

Usage: serve_tests.py SITEGEN        exit status as of `run`
"""
import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import chromium


def wait_for(tab, script, seconds=8, **values):
    """Asks the page until it says yes; a page that is just reloading is asked again."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if tab.run(script, **values):
                return True
        except chromium.BrowserError:
            pass
        time.sleep(0.05)
    return False


def main(sitegen):
    path = chromium.program()
    if path is None:
        print("Browser tests of serve SKIPPED: there is no Chromium here")
        return 77
    failures = []

    def check(is_so, words):
        print(("passed: " if is_so else "FAILED: ") + words)
        if not is_so:
            failures.append(words)

    with tempfile.TemporaryDirectory() as folder, chromium.Chromium(path) as browser:
        run = lambda *words: subprocess.run([sitegen, *words], cwd=folder, check=True, capture_output=True)
        run("init", "сайт", "--name", "Shop", "--phone", "+66812345678", "--languages", "en")
        run("new", "Anna", "--root", "сайт")
        server = subprocess.Popen([sitegen, "serve", "--root", "сайт", "--port", "0"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            address = server.stdout.readline().strip()
            partner = pathlib.Path(folder, "сайт/partners/anna.json")
            tab = browser.tab()
            tab.open(address + "anna/")
            check(wait_for(tab, "return document.querySelector('#ticket').textContent === 'Anna'"), "the page is there")
            start = time.monotonic()
            partner.write_text(json.dumps({"name": "Anna of Kata"}))
            check(wait_for(tab, "return document.querySelector('#ticket').textContent === 'Anna of Kata'"), "a saved file shows by itself")
            took = time.monotonic() - start
            check(took < 3, f"… in {took:.2f} s")
            partner.write_text('{"name": "<script>alert(1)</script>", ')
            found = "const box = document.querySelector('[role=alert]'); return !!box && box.textContent.includes('partners/anna.json:1:') && !box.children.length"
            check(wait_for(tab, found), "a file saved half-way shows what is wrong over the page, as plain text")
            partner.write_text(json.dumps({"name": "Anna of Kata"}))
            check(wait_for(tab, "return !document.querySelector('[role=alert]')"), "and goes away when the file is right again")
            check(tab.run("return watched.refused.length") == 0, "the page's policy refuses nothing")
            tab.open(address)
            site = pathlib.Path(folder, "сайт/site.json")
            text = site.read_text()
            site.write_text(text.replace('"name": "Shop"', '"name": "Shop & Sons"'))
            check(wait_for(tab, "return document.body.textContent.includes('Shop & Sons')"), "a change of site.json reaches the home page")
            style = pathlib.Path(folder, "сайт/templates/style.css")
            style.write_text(style.read_text() + "\nh1 { color: rgb(1, 2, 3) }\n")
            check(wait_for(tab, "return getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)'"), "so does a change of the style")
        finally:
            server.send_signal(signal.SIGINT)
            check(server.wait(timeout=10) == 0, "Ctrl-C ends it cleanly")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""Faults made on purpose, so that a check that can no longer fail does not pass for a good site."""
import re

from checks import LINKS, can_scan, copying, dead_links, downloads, links_of, printing, quietly, room, sideways, without_scripts


def unguarded(page):
    """The page without its Content-Security-Policy, which would stop most faults by itself."""
    return re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)


def replaced(old, new):
    """A change of all that matches `old`, to a page without a policy; a page where nothing matches is a fault of this file."""
    def change(page):
        changed, count = re.subn(old, new, unguarded(page))
        if not count:
            raise ValueError(f"no page holds {old}")
        return changed
    return change


def added(markup):
    return lambda page: page.replace("</main>", markup + "</main>")


def tried(site, browser):
    """(what, faults) of each fault that was made: it is one when the check does not tell of it."""
    partner = next(partner for partner in site.partners if partner["status"] == "active" and site.has_kit(partner))
    language, code = site.languages[0], partner["codes"][0]
    path, kit = site.path(partner, language), partner["slug"] + "/kit/"
    message = site.messages(partner, language)["general"][1]

    def quiet(tab, address):
        return quietly(tab, address, site)

    def roomy(tab, address):
        return room(tab, address + path)

    def links(tab, _):
        return links_of(path, tab, site, partner, language)

    def scriptless(tab, address):
        return without_scripts(tab, address + path, [message])

    script = r"<script>(?=for)"
    broken = [
        ("a picture without a size", path, replaced(r'(<img[^>]*?) width="\d+" height="\d+"', r"\1"), roomy, "moves from"),
        ("something that comes late", path, replaced(script, '<script>requestAnimationFrame(() => requestAnimationFrame(() => document.body.prepend("late")));'), quiet, "shifts"),
        ("a picture that is not there", path, replaced(r'(<img src=")[^"]*', r"\1nowhere.png"), quiet, "does not show"),
        ("a picture from elsewhere", path, replaced("</main>", '<img src="https://elsewhere.example/a.png" width="9" height="9" alt="">'), quiet, "asks for https://elsewhere"),
        ("what the policy forbids", path, added('<p style="color: red">Red</p>'), quiet, "style-src"),
        ("a script that fails", path, replaced(script, "<script>missing();"), quiet, "missing is not defined"),
        ("another code in a link", path, replaced(rf"(wa\.me/[^\"]*){code}", r"\1AAA111"), links, "is not in"),
        ("another number in a link", path, replaced(r"wa\.me/\d", "wa.me/9"), links, "whatsapp goes to 9"),
        ("another text for Telegram", path, replaced(rf"(t\.me/[^\"]*){code}", r"\1AAA111"), links, "Telegram sends"),
        ("a link to no page", path, replaced(r'(class="brand" href=")[^"]*', r"\1../nowhere/index.html"), links, "leads nowhere"),
        ("a link to no place", path, replaced('id="fallback"', 'id="elsewhere"'), links, "is no place"),
        ("something too wide", path, replaced("</main>", '<p style="inline-size: 2000px">Wide</p></main>'), lambda tab, _: sideways(tab), "px too wide"),
        ("a button that copies something else", path, replaced(r"source\.textContent\.trim\(\)", '"other"'), lambda tab, _: copying(tab, [message]), "was copied and not"),
        ("a button that copies in silence", path, replaced(r"document\.querySelector\(\"\[role=status\]\"\)", "({})"), lambda tab, _: copying(tab, [message]), "nothing says"),
        ("a button without its script", path, replaced(r'(<button type="button") hidden', r"\1"), scriptless, "do nothing"),
        ("a link that a script makes", path, replaced(script, '<script>document.querySelector("main").insertAdjacentHTML("beforeend", "<a href=x>x</a>");'), scriptless, "other links"),
        ("words that a script makes", path, replaced(script, '<script>document.querySelector("main").append("word ".repeat(2000));'), scriptless, "characters to read"),
        ("a message to copy that is not there", path, replaced(re.escape(f"<p>{message}"), "<p>"), scriptless, "cannot be read"),
        ("a sheet that is too high", kit, replaced(r"block-size: calc\(296\.5", "block-size: calc(310"), lambda tab, _: printing(tab, site, partner), "prints on 2 pages"),
        ("a dead link of the kit", kit, replaced(r'href="qr-[^"]*"', 'href="qr.png"'), lambda tab, _: dead_links(kit, tab, site, tab.run(LINKS)), "leads nowhere"),
        ("a download under a bare name", kit, replaced(r'download="[^"]*"', "download"), lambda tab, _: downloads(tab, partner, site.languages), "saved as"),
    ]
    if can_scan():
        broken.append(("a sheet without its QR code", kit, replaced(r'(<img src=")qr-', r"\1no-"), lambda tab, _: printing(tab, site, partner), "is scanned as []"))
    for what, page, change, check, expected in broken:
        with site.served(change) as address:
            tab = browser.tab()
            tab.resize(360, 740)
            tab.open(address + page)
            found = [str(fault) for fault in check(tab, address)]
            tab.close()
        yield f"{what} is found", [] if any(expected in fault for fault in found) else [f"instead: {found[:3] or 'nothing'}"]

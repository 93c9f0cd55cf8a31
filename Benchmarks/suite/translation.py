"""The benchmark's page, written once as a Mustache template, for the peers."""

import json
import re
from urllib.parse import quote

TAG = re.compile(r"\{\{([#/]?)([\w.]+)\}\}")
LISTS = {"offers", "reasons"}


def site_values(site):
    """The values of site.json under the names that the page uses; of each message the link before and after the code."""
    business, page = site["business"], site["page"]
    digits = re.sub(r"\D", "", business["phone"])

    def link(message):
        before, after = (quote(part, safe="") for part in message.split("{{code}}"))
        return {"before": f"https://wa.me/{digits}?text={before}", "after": after}

    return {
        "baseURL": site["baseURL"],
        "site": {"name": business["name"], "phone": business["phone"], "phoneHref": "tel:+" + digits, "city": business["city"], "hours": business["hours"]},
        "page": {"language": "ru", "direction": "ltr", "title": page["title"], "description": page["description"], "generator": "peer"},
        "headline": page["headline"], "lead": page["lead"], "footer": page["footer"], "reasons": page["reasons"],
        "whatsapp": link(site["message"]),
        "offers": [{**offer, "whatsapp": link(offer["message"])} for offer in site["offers"]],
    }


def for_jinja(template):
    def value(path, is_item):
        if path == "whatsapp.href":
            place = "item.whatsapp" if is_item else "whatsapp"
            return f"{place}.before ~ partner.code ~ {place}.after"
        return "item." + path if is_item else {"page.url": "url"}.get(path, path)

    return translate(
        template, opening=lambda path: f"{{% for item in {path} %}}" if path in LISTS else f"{{% if {path} %}}",
        closing=lambda path: "{% endfor %}" if path in LISTS else "{% endif %}", variable=lambda *name: "{{ " + value(*name) + " }}")


def for_hugo(template, shared):
    """`shared` is where the values are that all pages have in common."""
    def value(path, is_item):
        if path == "whatsapp.href":
            place = ".whatsapp" if is_item else shared + "whatsapp"
            return f'printf "%s%s%s" {place}.before $.Params.code {place}.after | safeURL'
        if is_item:
            return "." + path
        own = {"page.url": ".Permalink", "partner.name": ".Title", "partner.code": ".Params.code", "partner.greeting": ".Params.greeting"}
        return own.get(path) or (shared + path + (" | safeURL" if path.endswith("Href") else ""))

    return translate(
        template, opening=lambda path: f"{{{{ range {shared}{path} }}}}" if path in LISTS else f"{{{{ if {value(path, False)} }}}}",
        closing=lambda path: "{{ end }}", variable=lambda *name: "{{ " + value(*name) + " }}")


def translate(template, opening, closing, variable):
    """Replaces each tag; a section's tag that stands alone on its line takes the line with it, as in Mustache."""
    open_lists = []

    def tag(match):
        kind, path = match.groups()
        if kind == "#":
            open_lists.append(path in LISTS)
            return opening(path)
        if kind == "/":
            open_lists.pop()
            return closing(path)
        return variable(path, any(open_lists))

    template = re.sub(r"(?m)^(\{\{[#/][\w.]+\}\})\n", r"\1", template)
    return TAG.sub(tag, template)


def json_text(value):
    return json.dumps(value, ensure_ascii=False, indent=1)

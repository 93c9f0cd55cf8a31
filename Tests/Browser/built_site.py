"""The built site as its manifest tells of it: which pages there are, and what their buttons must send."""
import contextlib
import functools
import http.server
import json
import threading
import time
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit


class Site:
    def __init__(self, public):
        self.public = Path(public).resolve()
        self.manifest = json.loads((self.public.parent / "manifest.json").read_text(encoding="utf-8"))
        self.base = self.manifest["baseURL"]
        self.languages = self.manifest["languages"]
        self.partners = self.manifest["partners"]

    def messages(self, partner, language):
        """(phone, text) of each message that the partner's page can send, by the message's name."""
        messages = dict(self.manifest["messages"])
        if partner:
            messages.pop("home")
            messages.update(partner.get("messages", {}))
        code = partner["codes"][0] if partner else ""
        return {name: (texts[language]["phone"], texts[language]["text"].replace("{{code}}", code)) for name, texts in messages.items()}

    def chosen(self):
        """Partners that stand for all: of each status, with messages of their own, with earlier addresses, with the oddest names."""
        kinds = [lambda p, s=status: p["status"] == s for status in ("active", "paused", "retired")]
        kinds += [lambda p: p.get("messages"), lambda p: p.get("slugs"), lambda p: not p["name"].isascii(), lambda p: set(p["name"]) & set("\"'<>&")]
        chosen = [next(filter(kind, self.partners), None) for kind in kinds]
        chosen.append(max(self.partners, key=lambda p: len(p["name"]), default=None))
        return list({partner["id"]: partner for partner in chosen if partner}.values())

    def path(self, partner, language):
        """The path of a page, relative to the site."""
        parts = [partner["slug"]] if partner else []
        if language != self.languages[0]:
            parts.append(language)
        return "".join(part + "/" for part in parts)

    def has_kit(self, partner):
        return (self.public / partner["slug"] / "kit/index.html").exists()

    @contextlib.contextmanager
    def served(self, change=None):
        """Serves the site on a free port of the loopback address, pictures late, as on slow mobile data; gives the address.

        `change`, a function from text to text, may break the pages on their way.
        """
        handler = type("SiteHandler", (Handler,), {"change": staticmethod(change) if change else None})
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(self.public)))
        server.daemon_threads = True
        server.handle_error = lambda *_: None  # a browser may hang up as it likes
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            server.server_close()


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    change = None

    def do_GET(self):
        path = self.path.split("?")[0]
        if not path.endswith(("/", ".html")):
            time.sleep(0.1)
        page = Path(self.translate_path(path), "index.html" if path.endswith("/") else "")
        if self.change and page.suffix == ".html" and page.exists():
            return self.send_page(200, self.change(page.read_text(encoding="utf-8")).encode())
        super().do_GET()

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory, "404.html")
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        self.send_page(404, page.read_bytes())

    def send_page(self, status, body):
        self.send_response(status)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def decoded(link):
    """(kind, who, text) of a link to a messenger or a telephone; None for any other."""
    parts = urlsplit(link)
    text = parse_qs(parts.query, keep_blank_values=True).get("text", [""])[0]
    if parts.netloc == "wa.me":
        return "whatsapp", parts.path[1:], text
    if parts.netloc == "t.me":
        return "telegram", parts.path[1:], text
    if parts.scheme == "tel":
        return "tel", unquote(parts.path).removeprefix("+"), ""
    return None

"""Headless Chromium, driven over a pipe by the DevTools protocol (https://chromedevtools.github.io/devtools-protocol/).

Needs Chromium and Python's own library, nothing else: no driver, no packages.
"""
import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SECONDS = 30  # for an answer, or for a page to load


def program():
    """The path of Chromium: $CHROMIUM, or the first there is; None without one."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


class BrowserError(Exception):
    """The browser refused a command, or did not answer in time."""


class Chromium:
    """A browser with a profile of its own, which is gone with it. Resolves no host but the loopback address."""

    def __init__(self, path):
        self.profile = tempfile.TemporaryDirectory(prefix="sitegen-browser-", ignore_cleanup_errors=True)
        commands, self.to_browser = os.pipe()
        self.from_browser, answers = os.pipe()
        commands, answers = (fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (commands, answers))
        arguments = [
            path, "--headless=new", "--remote-debugging-pipe", f"--user-data-dir={self.profile.name}", "--no-first-run", "--disable-gpu",
            "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--hide-scrollbars",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "about:blank"]
        if os.geteuid() == 0:
            arguments.insert(1, "--no-sandbox")  # the sandbox refuses to work for root, as whom CI runs

        def connect():  # Chromium reads commands from 3 and answers on 4
            os.dup2(commands, 3)
            os.dup2(answers, 4)

        self.process = subprocess.Popen(
            arguments, preexec_fn=connect, pass_fds=(3, 4), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(commands)
        os.close(answers)
        self.buffer = b""
        self.count = 0
        self.events = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.profile.cleanup()

    def send(self, method, session=None, **parameters):
        """The result of a command; events that come meanwhile go to `events`."""
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.to_browser, json.dumps(message).encode() + b"\0")
        end = time.monotonic() + SECONDS
        while True:
            answer = self.read(end)
            if answer is None:
                raise BrowserError(f"no answer to {method}")
            if answer.get("id") == self.count:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def read(self, end):
        """The next message; None when none has come by `end`."""
        while b"\0" not in self.buffer:
            if not select.select([self.from_browser], [], [], max(0, end - time.monotonic()))[0]:
                return None
            data = os.read(self.from_browser, 1 << 20)
            if not data:
                raise BrowserError("the browser ended")
            self.buffer += data
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def tab(self):
        """A new tab in a profile that no other tab shares."""
        context = self.send("Target.createBrowserContext")["browserContextId"]
        target = self.send("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        return Tab(self, context, target)


class Tab:
    """One page and what it did: what it asked the network for, what it complained of."""

    # Collects what only the page itself is told of; runs before anything of the page. Every shift counts: nobody touches the
    # page here, but Chromium says `hadRecentInput` for half a second after the window got its size.
    WATCH = """
        window.watched = {shift: 0, refused: []};
        new PerformanceObserver(list => list.getEntries().forEach(entry => watched.shift += entry.value))
            .observe({type: "layout-shift", buffered: true});
        addEventListener("securitypolicyviolation", event => watched.refused.push(event.violatedDirective + " " + event.blockedURI));
    """

    def __init__(self, browser, context, target):
        self.browser, self.context, self.target = browser, context, target
        self.session = browser.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")
        self.send("Page.addScriptToEvaluateOnNewDocument", source=self.WATCH)
        self.send("Network.setCacheDisabled", cacheDisabled=True)
        browser.send("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"], browserContextId=context)

    def close(self):
        self.browser.send("Target.disposeBrowserContext", browserContextId=self.context)

    def send(self, method, **parameters):
        return self.browser.send(method, session=self.session, **parameters)

    def resize(self, width, height, scheme="light"):
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def open(self, url):
        """Loads `url` and waits for everything in it."""
        self.navigate(url)
        self.wait("Page.loadEventFired", url)

    def open_without_pictures(self, url):
        """Loads `url` while no picture has come yet; `let_pictures_come` ends that."""
        self.send("Fetch.enable", patterns=[{"resourceType": "Image"}])
        self.navigate(url)
        self.wait("Page.domContentEventFired", url)

    def let_pictures_come(self):
        self.send("Fetch.disable")
        self.wait("Page.loadEventFired", "the page")

    def navigate(self, url):
        self.browser.events.clear()
        result = self.send("Page.navigate", url=url)
        if "errorText" in result:
            raise BrowserError(f"{url}: {result['errorText']}")

    def wait(self, event, what):
        end = time.monotonic() + SECONDS
        while not any(self.named(event)):
            message = self.browser.read(end)
            if message is None:
                raise BrowserError(f"{what} does not finish loading")
            self.browser.events.append(message)

    def run(self, script, **values):
        """What the script, the body of an async function, returns; `values` are its variables."""
        names = ", ".join(values)
        source = f"(async ({names}) => {{ {script} }})({', '.join(json.dumps(value) for value in values.values())})"
        answer = self.send("Runtime.evaluate", expression=source, awaitPromise=True, returnByValue=True, userGesture=True)
        if "exceptionDetails" in answer:
            raise BrowserError(answer["exceptionDetails"].get("exception", {}).get("description", "the script failed"))
        return answer["result"].get("value")

    def click(self, x, y):
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def print(self):
        """The page as the print dialogue makes it by itself: a PDF."""
        return base64.b64decode(self.send("Page.printToPDF", preferCSSPageSize=True)["data"])

    def named(self, name):
        return (event["params"] for event in self.browser.events if event.get("method") == name and event.get("sessionId") == self.session)

    def requests(self):
        """The addresses that were asked for since `open`, those within the page (`data:`) left out."""
        urls = [event["request"]["url"] for event in self.named("Network.requestWillBeSent")]
        return [url for url in urls if not url.startswith("data:")]

    def complaints(self):
        """Errors of scripts, of loading and of the Content-Security-Policy since `open`."""
        found = [event["exceptionDetails"].get("exception", {}).get("description") or event["exceptionDetails"]["text"]
                 for event in self.named("Runtime.exceptionThrown")]
        found += [event["entry"]["text"] for event in self.named("Log.entryAdded") if event["entry"]["level"] in ("error", "warning")]
        found += [str(event["args"][:1]) for event in self.named("Runtime.consoleAPICalled") if event["type"] in ("error", "warning", "assert")]
        return found

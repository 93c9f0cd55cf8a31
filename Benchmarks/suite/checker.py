"""`attribution check` on a chat of a gigabyte with 10,000 codes, beside the tools that people search chats with."""

import json
import os
import shutil
import statistics
import subprocess
import sys

from .data import Definitions
from .measuring import Sample
from .plan import copy_site

CODES = 10_000
GIGABYTE = 1_000_000_000
PYTHON_MEGABYTES = 4
PYTHON_ROUNDS = 3
MEMORY_LIMIT = 100
RIPGREP_SHARE = 1 / 3
PYTHON_TIMES = 100
PYTHON_LIBRARIES = {"whatstk": "whatstk==0.9.1", "chatminer": "chat-miner==0.6.0"}
SHAPE = "[BCHKMPTX]{3}[0-9]{3,5}"
WRITTEN_SHAPE = "(?i)[BCHKMPTXВСНКМРТХ]{3}[ .-]?[0-9]{3,5}"


class Checker:
    """The data and the tools, in `folder`."""

    def __init__(self, project, folder, programs, megabytes, stopwatch, say):
        self.folder, self.programs, self.stopwatch, self.say = folder, programs, stopwatch, say
        self.bytes = megabytes * 1_000_000
        self.manifest = self._manifest(project)
        self.chat = self._chat("chat.txt", self.bytes)
        with open(self.manifest, encoding="utf-8") as file:
            codes = [partner["codes"][0] for partner in json.load(file)["partners"]]
        self.codes = os.path.join(folder, "codes.txt")
        with open(self.codes, "w", encoding="ascii") as file:
            file.write("".join(code + "\n" for code in codes))

    def _manifest(self, project):
        self.say(f"A site with {CODES:,} partners …")
        site = os.path.join(self.folder, "site")
        copy_site(project, "plain", site)
        Definitions(os.path.join(site, "partners"), ["ru"], False).write_all(CODES)
        subprocess.run([self.programs["sitegen"], "build", "--root", site, "--quiet"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return os.path.join(site, "manifest.json")

    def _chat(self, name, size):
        self.say(f"A chat of {size // 1_000_000:,} MB …")
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            subprocess.run([sys.executable, os.path.join(os.path.dirname(__file__), "..", "programs", "chat.py"), self.manifest, str(size)], check=True, stdout=file)
        return path

    def commands(self):
        """The tools by name, each with what it is to find."""
        yield "attribution check", [self.programs["attribution"], "check", self.chat, "--manifest", self.manifest, "--me", "Shiba Cars", "--quiet"]
        if shutil.which("rg"):
            yield "ripgrep, all codes", ["rg", "-c", "-F", "-f", self.codes, self.chat]
            yield "ripgrep, as people write codes", ["rg", "-c", WRITTEN_SHAPE, self.chat]
            yield "ripgrep, capitals only", ["rg", "-c", SHAPE, self.chat]
        yield "grep -c, all codes", ["grep", "-c", "-F", "-f", self.codes, self.chat]
        yield "grep -c, capitals only", ["grep", "-cE", SHAPE, self.chat]

    def run(self, rounds):
        samples = {name: [] for name, _ in self.commands()}
        for _ in range(rounds):
            for name, command in self.commands():
                self.say(name)
                samples[name].append(self.stopwatch.run(self._to_file(command)))
        return {name: Sample.median(own) for name, own in samples.items()}

    def _to_file(self, command):
        """`command` with its output in a file: grep looks no further than the first match where nobody reads what it prints."""
        return ["sh", "-c", 'out=$1; shift; exec "$@" > "$out"', "sh", os.path.join(self.folder, "output.txt"), *command]

    def python(self):
        """Megabytes a processor second of each library, on a smaller chat; those that cannot be installed are left out."""
        venv = os.path.join(self.folder, "venv")
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        python = os.path.join(venv, "bin", "python")
        chat = self._chat("small.txt", PYTHON_MEGABYTES * 1_000_000)
        for library, package in PYTHON_LIBRARIES.items():
            self.say(package)
            if subprocess.run([python, "-m", "pip", "install", "--quiet", package], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode:
                continue
            script = os.path.join(os.path.dirname(__file__), "..", "programs", "chat_parser.py")
            runs = [subprocess.run([python, script, library, chat], capture_output=True, text=True, check=True) for _ in range(PYTHON_ROUNDS)]
            yield package.replace("==", " "), os.path.getsize(chat) / 1e6 / statistics.median(float(run.stdout.split()[-1]) for run in runs)

    def startup(self):
        """What an answer on one message takes, most of it the reading of the manifest."""
        return self.stopwatch.run([self.programs["attribution"], "explain", "Код KTM482", "--manifest", self.manifest])


def run(project, folder, programs, options, stopwatch, say):
    """The table, and whether what must hold holds."""
    checker = Checker(project, folder, programs, options.megabytes, stopwatch, say)
    results = checker.run(options.rounds)
    own = results["attribution check"]
    megabytes = os.path.getsize(checker.chat) / 1e6
    title = f"A chat of {megabytes:,.0f} MB, {CODES:,} codes"
    lines = ["| tool | MB/s | × attribution | MB per CPU s | × attribution | peak MB |", "|---|--:|--:|--:|--:|--:|"]
    for name, sample in results.items():
        lines.append(f"| {name} | {megabytes / sample.wall:,.0f} | {own.wall / sample.wall:.2f} | {megabytes / sample.cpu:,.0f} | {own.cpu / sample.cpu:.2f} | {sample.megabytes:.0f} |")
    checks = [(own.megabytes <= MEMORY_LIMIT, f"peak memory {own.megabytes:.0f} MB, at most {MEMORY_LIMIT}")]
    if "ripgrep, all codes" in results:
        share = results["ripgrep, all codes"].wall / own.wall
        checks.append((share >= RIPGREP_SHARE, f"{share:.2f} of ripgrep's throughput with all codes, at least {RIPGREP_SHARE:.2f}"))
    if not options.no_peers:
        for name, speed in checker.python():
            # One thread, so that its processor time is what it takes at best.
            wall, cpu = megabytes / own.wall, megabytes / own.cpu
            lines.append(f"| {name}, {PYTHON_MEGABYTES} MB | {speed:,.1f} | {speed / wall:.3f} | {speed:,.1f} | {speed / cpu:.3f} | |")
            times = f"{wall / speed:.0f} times the throughput of {name}, at least {PYTHON_TIMES} ({cpu / speed:.0f} by processor time)"
            checks.append((wall / speed >= PYTHON_TIMES, times))
    start = checker.startup()
    lines += ["", f"An answer on one message with {CODES:,} codes: {start.cpu:.3f} s of processor time.", ""]
    lines += [f"- {'holds' if holds else 'FAILS'}: {text}" for holds, text in checks]
    return {title: lines + [""]}, all(holds for holds, _ in checks)

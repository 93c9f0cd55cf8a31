"""The runs: the same for every tool, all tools in turn within each."""

import json
import os
import shutil
import subprocess

from . import pack
from .data import Definitions
from .measuring import Sample
from .tools import Hugo, Jinja, Limit, NewHugo, Sitegen, WholeHugo, read

RUNS = ["cold", "unchanged", "one added", "one changed", "template changed"]
FEW = 100_000
"""From so many partners on the peers, which take minutes, are run cold and once only."""


class Arena:
    """One site of one size: its data, the tools that build it, and their samples."""

    def __init__(self, folder, project, programs, site_name, count, a_file_each, with_peers, stopwatch):
        self.count, self.site_name, self.stopwatch = count, site_name, stopwatch
        self.samples, self.notices = {}, []
        self.folder = folder
        site_folder = os.path.join(folder, "site")
        site = copy_site(project, site_name, site_folder)
        self.definitions = Definitions(os.path.join(site_folder, "partners"), site["languages"], a_file_each)
        self.sitegen = Sitegen(programs["sitegen"], site_folder)
        self.limit = Limit(programs["limit"], os.path.join(folder, "limit"))
        self.peers = []
        if with_peers:
            page = read(os.path.join(project, "Benchmarks/page/page.mustache"))
            if Jinja.is_installed():
                self.peers.append(Jinja(os.path.join(folder, "jinja"), page, site, os.path.join(project, "Benchmarks/programs/jinja_site.py")))
            for number, peer in enumerate([Hugo, NewHugo, WholeHugo]):
                if peer.is_installed():
                    self.peers.append(peer(os.path.join(folder, f"hugo{number}"), page, site))

    def run(self, rounds, say, runs=RUNS):
        """The `runs`, `rounds` times over; returns the median sample by tool and run."""
        self.definitions.write_all(self.count)
        self.sitegen.forget()
        subprocess.run(self.sitegen.command, check=True, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._teach_limit()
        for number in range(rounds):
            say(f"  round {number + 1} of {rounds}")
            self._round(number, runs, is_counting=number == 0)
        return {key: Sample.median(samples) for key, samples in self.samples.items()}

    def _teach_limit(self):
        """Makes the pack, if there is room for it and for the site a second time."""
        size = pack.size_of(self.sitegen.output)
        if size * 2.5 > shutil.disk_usage(self.folder).free:
            self.notices.append(f"no room to run the limit for {self.count:,} partners: {size / 1e9:.1f} GB of pages twice more")
            self.limit = None
        else:
            self.limit.learn(self.sitegen.output)

    def _round(self, number, runs, is_counting):
        edition = number + 1
        if number > 0:
            self.definitions.write_all(self.count)
        for tool in self._builders():
            tool.forget()
            tool.change_template(0)
        for run in runs:
            if run == "one added":
                self.definitions.add_one()
            elif run == "one changed":
                self.definitions.change_one(edition)
            if self.limit:
                if run == "cold":
                    self.limit.forget()
                    self._measure(self.limit, run, [*self.limit.write, self.limit.cores], False, f"limit, {self.limit.cores} cores")
                    self.limit.forget()
                writes = run in ("cold", "template changed")
                self._measure(self.limit, run, self.limit.write if writes else self.limit.compare, is_counting)
            has_peers = self.count < FEW or run == "cold" and number == 0
            for tool in self._builders() if has_peers else [self.sitegen]:
                tool.take_over(self.definitions.partners)
                if run == "template changed":
                    tool.change_template(edition)
                self._measure(tool, run, tool.command, is_counting)

    def _builders(self):
        return [self.sitegen, *self.peers]

    def _measure(self, tool, run, command, is_counting, name=None):
        sample = self.stopwatch.run(command, counting=tool.output if is_counting else None)
        self.samples.setdefault((name or tool.name, run), []).append(sample)


def copy_site(project, name, folder):
    """Copies the project's own site without its partners; `plain` has the benchmark's page and texts in place of its own, and no kits."""
    shutil.copytree(os.path.join(project, "templates"), os.path.join(folder, "templates"))
    source = "site.json"
    if name == "plain":
        source = "Benchmarks/page/site.json"
        shutil.copy(os.path.join(project, "Benchmarks/page/page.mustache"), os.path.join(folder, "templates/page.mustache"))
        os.remove(os.path.join(folder, "templates/kit.mustache"))
    shutil.copy(os.path.join(project, source), os.path.join(folder, "site.json"))
    if name == "plain":
        return json.loads(read(os.path.join(folder, "site.json")))
    return {"languages": ["ru", "en"]}

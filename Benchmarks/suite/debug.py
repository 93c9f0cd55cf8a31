"""The debug build, as the README has people run it: what `swift run sitegen build` takes on top of SwiftPM itself."""

import os
import statistics
import subprocess

from .data import Definitions
from .plan import copy_site
from .tools import Sitegen

COUNT = 1000


def debug_table(project, folder, rounds, stopwatch):
    site_folder = os.path.join(folder, "debug-site")
    copy_site(project, "own", site_folder)
    Definitions(os.path.join(site_folder, "partners"), ["ru", "en"], False).write_all(COUNT)
    site = Sitegen("sitegen", site_folder)
    subprocess.run(["swift", "build", "--product", "sitegen"], cwd=project, check=True, stdout=subprocess.DEVNULL)
    swift_run = ["swift", "run", "--package-path", project, "sitegen"]
    walls = {"swift run sitegen --version": [], "the same build, cold": [], "the same build, unchanged": []}
    for _ in range(rounds + 1):
        site.forget()
        commands = [[*swift_run, "--version"], [*swift_run, *site.command[1:]], [*swift_run, *site.command[1:]]]
        for name, command in zip(walls, commands):
            walls[name].append(stopwatch.run(command, directory=project).wall)
    medians = {name: statistics.median(times[1:]) for name, times in walls.items()}
    base = next(iter(medians.values()))
    lines = [f"### Debug build, {COUNT:,} partners, the project's own pages", "", "| command | wall s | on top of SwiftPM, s |", "|---|--:|--:|"]
    lines += [f"| {name} | {wall:.2f} | {wall - base:.2f} |" for name, wall in medians.items()]
    return lines + [""]

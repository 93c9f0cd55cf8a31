"""Starting up beside a Swift program that says hello, and the debug build as the README has people run it: what `swift run sitegen build`
takes on top of SwiftPM itself."""

import os
import statistics
import subprocess

from .data import Definitions
from .plan import copy_site
from .tools import Sitegen

COUNT = 1000
STARTS = 30
MOST_ON_TOP = 0.5
MOST_TIMES_HELLO = 2


def debug_tables(project, folder, program, linking, rounds, stopwatch):
    """The tables, and whether what must hold holds. `linking` are the options with which to link what the released `program` is
    compared with."""
    start, is_quick = startup_table(folder, program, linking, stopwatch)
    debug, is_light = swift_run_table(project, folder, rounds, stopwatch)
    return {"`sitegen --version`": start, f"`swift run sitegen build`, debug build, {COUNT:,} partners, the project's own pages": debug}, is_quick and is_light


def startup_table(folder, program, linking, stopwatch):
    hello = os.path.join(folder, "hello")
    with open(hello + ".swift", "w", encoding="ascii") as file:
        file.write('print("Hello, world!")\n')
    subprocess.run(["swiftc", "-O", *linking, hello + ".swift", "-o", hello], check=True)
    commands = {"Swift hello-world": [hello], "sitegen --version": [program, "--version"]}
    walls = {name: [] for name in commands}
    for _ in range(STARTS):
        for name, command in commands.items():
            walls[name].append(stopwatch.run(command).wall * 1000)
    medians = {name: statistics.median(times) for name, times in walls.items()}
    times = medians["sitegen --version"] / medians["Swift hello-world"]
    lines = ["| command | wall ms |", "|---|--:|"] + [f"| {name} | {wall:.1f} |" for name, wall in medians.items()]
    holds = times <= MOST_TIMES_HELLO
    return lines + ["", f"- {'holds' if holds else 'FAILS'}: {times:.2f} times the hello-world, at most {MOST_TIMES_HELLO}", ""], holds


def swift_run_table(project, folder, rounds, stopwatch):
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
    lines = ["| command | wall s | on top of SwiftPM, s |", "|---|--:|--:|"]
    lines += [f"| {name} | {wall:.2f} | {wall - base:.2f} |" for name, wall in medians.items()]
    most = max(wall - base for wall in medians.values())
    holds = most <= MOST_ON_TOP
    return lines + ["", f"- {'holds' if holds else 'FAILS'}: {most:.2f} s on top of SwiftPM, at most {MOST_ON_TOP}", ""], holds

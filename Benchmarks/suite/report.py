"""The tables, and what must hold of the figures."""

import os
import platform
import subprocess

from .plan import RUNS

GROWTH_SLACK = 1.6
"""Processor time and memory may grow by this much more than the number of partners: a partner's share of sorting grows, codes grow longer as
the short ones run out, caches overflow, and timings on a shared machine are not exact. What is quadratic grows tenfold more."""
RATIOS = {10_000: {"cold": 1.2, "unchanged": 1.5, "one added": 1.7}, 100_000: {"cold": 1.3}}
"""How many times as long as the limit of the same run sitegen may take in memory; on a disk no longer than the limit."""
TIMES_HUGO = {10_000: 15, 100_000: 30}
"""How many times faster than Hugo a clean build is to be."""
MEGABYTES = {100_000: 150, 1_000_000: 1000}
"""How much memory a clean build may take."""


def table(results):
    """A line a tool and run; ratios are to the limit of the same run."""
    lines = ["| run | tool | wall s | × limit | CPU s | peak MB | files written |", "|---|---|--:|--:|--:|--:|--:|"]
    for run in RUNS:
        base = results.get(("limit", run))
        for (tool, own), sample in results.items():
            if own != run:
                continue
            ratio = f"{sample.wall / base.wall:.2f}" if base else ""
            memory = "" if tool.startswith("limit") else f"{sample.megabytes:.0f}"
            written = f"{sample.written:,}" if sample.written is not None else ""
            lines.append(f"| {run} | {tool} | {sample.wall:.3f} | {ratio} | {sample.cpu:.2f} | {memory} | {written} |")
    return lines + [""]


def checks(count, results, is_disk):
    """What must hold of the builds of `count` partners, and whether all of it does."""
    found = []
    own = {run: results[key] for key in results if key[0] == "sitegen" for run in key[1:]}
    limits = {"cold": 1.0} if is_disk and count == 10_000 else {} if is_disk else RATIOS.get(count, {})
    floor = min((sample.wall for (tool, run), sample in results.items() if tool.startswith("limit") and run == "cold"), default=None)
    for run, most in limits.items():
        if ("limit", run) in results:
            limit = results[("limit", run)].wall
            ratio, best = own[run].wall / limit, f"; the limit itself, on every core, takes {floor / limit:.2f}" if run == "cold" else ""
            found.append((ratio <= most, f"{run}: {ratio:.2f} times the limit, at most {most}{best}"))
    for (tool, run), sample in results.items():
        if count in TIMES_HUGO and tool.startswith("Hugo") and run == "cold":
            times = sample.wall / own["cold"].wall
            best = f"; the limit itself, on every core, is {sample.wall / floor:.1f} times faster" if floor else ""
            found.append((times >= TIMES_HUGO[count], f"cold: {times:.1f} times faster than {tool}, at least {TIMES_HUGO[count]}{best}"))
    if count in MEGABYTES:
        peak = own["cold"].megabytes
        found.append((peak <= MEGABYTES[count], f"cold: peak memory {peak:.0f} MB, at most {MEGABYTES[count]:,}"))
    lines = [f"- {'holds' if holds else 'FAILS'}: {text}" for holds, text in found]
    return lines + [""] if lines else [], all(holds for holds, _ in found)


def growth(by_count):
    """How sitegen's time and memory grow from each size to the next, and whether that is in proportion."""
    counts = sorted(by_count)
    lines, holds = ["| run | from → to | partners × | wall × | CPU × | peak memory × | |", "|---|---|--:|--:|--:|--:|---|"], True
    for run in RUNS:
        for small, large in zip(counts, counts[1:]):
            if ("sitegen", run) not in by_count[large]:
                continue
            before, after, times = by_count[small][("sitegen", run)], by_count[large][("sitegen", run)], large / small
            factors = [after.wall / before.wall, after.cpu / before.cpu, after.megabytes / before.megabytes]
            is_proportional = all(factor <= times * GROWTH_SLACK for factor in factors[1:])
            holds = holds and is_proportional
            figures = " | ".join(f"{factor:.1f}" for factor in factors)
            lines.append(f"| {run} | {small:,} → {large:,} | {times:.0f} | {figures} | {'in proportion' if is_proportional else 'TOO MUCH'} |")
    return lines + [""], holds


def file_system(folder):
    """The type of the file system that `folder` is on, such as tmpfs or ext4."""
    found, longest = "unknown", -1
    for line in open_lines("/proc/mounts"):
        place, kind = line.split()[1:3]
        if os.path.join(os.path.realpath(folder), "").startswith(os.path.join(place, "")) and len(place) > longest:
            found, longest = kind, len(place)
    return found


def is_memory(folder):
    return file_system(folder) == "tmpfs"


def machine():
    """The machine in a line, and whether it had something else to do."""
    processor = next((line.split(":")[1].strip() for line in open_lines("/proc/cpuinfo") if line.startswith("model name")), platform.processor())
    load = os.getloadavg()[0]
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.splitlines()
    busy = f"; BUSY when the run began, load {load:.1f}: trust only the ratios" if load > 0.5 else ""
    return f"{platform.system()} {platform.release()}, {processor}, {os.cpu_count()} cores; {swift[0] if swift else 'Swift'}{busy}"


PARTS = {
    "build": "Building the site in memory", "disk": "Building the site on a disk", "start": "Starting up, and the debug build",
    "checker": "Checking messages",
}


def save(path, part, head, sections):
    """Writes `sections` into their part of the results, each under its `head`, and leaves all others as they are."""
    kept, current, title = {name: {} for name in PARTS}, None, None
    for line in open_lines(path):
        if line.startswith("## "):
            current, title = next((name for name, text in PARTS.items() if line == "## " + text), None), None
        elif line.startswith("### "):
            title = line[4:]
        if current and title:
            kept[current].setdefault(title, []).append(line)
    for title, lines in sections.items():
        kept[part][title] = [f"### {title}", "", head, "", *lines]
    text = ["# Results", "", "Written by `Benchmarks/run`, `Benchmarks/run --debug` and `Benchmarks/run checker`, each with `--save`.", ""]
    for name, own in kept.items():
        if own:
            text += ["## " + PARTS[name], ""]
        for lines in own.values():
            text += ["\n".join(lines).strip(), ""]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(text).rstrip() + "\n")


def open_lines(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read().splitlines()
    except OSError:
        return []

"""The tables, and what must hold of the figures."""

import os
import platform
import subprocess

from .plan import RUNS

MEMORY_LIMIT = 1000
"""Megabytes that a build of 100,000 partners may take."""
GROWTH_SLACK = 1.6
"""Processor time and memory may grow by this much more than the number of partners: a partner's share of sorting grows, codes grow longer as
the short ones run out, caches overflow, and timings on a shared machine are not exact. What is quadratic grows tenfold more."""


def table(title, results):
    """A line a tool and run; ratios are to the limit of the same run."""
    lines = [f"### {title}", "", "| run | tool | wall s | × limit | CPU s | peak MB | files written |", "|---|---|--:|--:|--:|--:|--:|"]
    for run in RUNS:
        base = results.get(("limit", run))
        for (tool, own), sample in results.items():
            if own != run:
                continue
            ratio = f"{sample.wall / base.wall:.2f}" if base else ""
            memory = "" if tool == "limit" else f"{sample.megabytes:.0f}"
            lines.append(f"| {run} | {tool} | {sample.wall:.3f} | {ratio} | {sample.cpu:.2f} | {memory} | {sample.written:,} |")
    return lines + [""]


def growth(title, by_count):
    """How sitegen's time and memory grow from each size to the next, and whether that is in proportion."""
    counts = sorted(by_count)
    lines, holds = [f"### Growth: {title}", "", "| run | from → to | partners × | wall × | CPU × | peak memory × | |", "|---|---|--:|--:|--:|--:|---|"], True
    for run in RUNS:
        for small, large in zip(counts, counts[1:]):
            before, after, times = by_count[small][("sitegen", run)], by_count[large][("sitegen", run)], large / small
            factors = [after.wall / before.wall, after.cpu / before.cpu, after.megabytes / before.megabytes]
            is_proportional = all(factor <= times * GROWTH_SLACK for factor in factors[1:])
            holds = holds and is_proportional
            figures = " | ".join(f"{factor:.1f}" for factor in factors)
            lines.append(f"| {run} | {small:,} → {large:,} | {times:.0f} | {figures} | {'in proportion' if is_proportional else 'TOO MUCH'} |")
    peak = max((sample.megabytes for key, sample in by_count[counts[-1]].items() if key[0] == "sitegen"), default=0)
    is_small = counts[-1] > 100_000 or peak < MEMORY_LIMIT
    lines += ["", f"Peak memory at {counts[-1]:,} partners: {peak:.0f} MB ({'within' if is_small else 'OVER'} the {MEMORY_LIMIT:,} MB for 100,000).", ""]
    return lines, holds and is_small


def machine():
    """The machine in a line, and whether it had something else to do."""
    processor = next((line.split(":")[1].strip() for line in open_lines("/proc/cpuinfo") if line.startswith("model name")), platform.processor())
    load = os.getloadavg()[0]
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.splitlines()
    busy = f"; BUSY when the run began, load {load:.1f}: trust only the ratios" if load > 0.5 else ""
    return f"{platform.system()} {platform.release()}, {processor}, {os.cpu_count()} cores; {swift[0] if swift else 'Swift'}{busy}"


PARTS = {"build": "Building the site", "checker": "Checking messages"}


def save(path, part, lines):
    """Writes `lines` as one part of the results and leaves the other as it is."""
    kept, current = {}, None
    for line in open_lines(path):
        current = next((name for name, title in PARTS.items() if line == "## " + title), current)
        kept.setdefault(current, []).append(line)
    kept[part] = ["## " + PARTS[part], "", *lines]
    text = ["# Results", "", "Written by `Benchmarks/run --save` and `Benchmarks/run checker --save`.", ""]
    for name in PARTS:
        if name in kept:
            text += ["\n".join(kept[name]).strip("\n"), ""]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(text).rstrip() + "\n")


def open_lines(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read().splitlines()
    except OSError:
        return []

"""Running commands and keeping what they took."""

import os
import statistics
import subprocess
import time


class Sample:
    """What one run of a command took."""

    def __init__(self, wall, cpu, megabytes, written=None):
        self.wall, self.cpu, self.megabytes, self.written = wall, cpu, megabytes, written

    @staticmethod
    def median(samples):
        """The median of each figure; `written` is counted in one run only."""
        return Sample(
            statistics.median(sample.wall for sample in samples), statistics.median(sample.cpu for sample in samples),
            max(sample.megabytes for sample in samples), next((s.written for s in samples if s.written is not None), None))


class Stopwatch:
    """Runs commands one at a time through `programs/measure.c`."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def run(self, command, directory=None, counting=None):
        """Runs `command`, which has to succeed; counts the files below `counting` that it wrote."""
        result = os.path.join(self.folder, "result.txt")
        start = self._mark() if counting else 0
        run = subprocess.run(
            [self.program, result, *command], cwd=directory, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        with open(result, encoding="ascii") as file:
            wall, user, system, kilobytes, status = file.read().split()
        if status != "0":
            raise SystemExit(f"{' '.join(command)} ended with status {status}:\n{run.stderr.decode()}")
        return Sample(float(wall), float(user) + float(system), int(kilobytes) / 1024, files_since(start, counting) if counting else None)

    def _mark(self):
        """A time by the file system's own, coarse clock, before which nothing of the next run is written."""
        time.sleep(0.02)
        path = os.path.join(self.folder, "mark.txt")
        with open(path, "w", encoding="ascii"):
            pass
        time.sleep(0.02)
        return os.stat(path).st_mtime_ns


def files_below(folder):
    """The files below `folder`, those of one folder together, in order of name."""
    folders = []
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir(follow_symlinks=False):
            folders.append(entry.path)
        else:
            yield entry
    for path in folders:
        yield from files_below(path)


def files_since(moment, folder):
    return sum(entry.stat().st_mtime_ns > moment for entry in files_below(folder))

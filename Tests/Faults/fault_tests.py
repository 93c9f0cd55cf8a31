#!/usr/bin/env python3
"""See Tests/Faults/run, which starts this."""
import argparse, concurrent.futures, math, os, pathlib, shutil, subprocess, sys, tempfile, threading, time
sys.dont_write_bytecode = True
import faults, sites

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
processors = sorted(os.sched_getaffinity(0))


class Tally:
    """What was injected and what came of it; shared by the threads."""

    def __init__(self):
        self.lock, self.counts, self.failures, self.places = threading.Lock(), {}, [], 0

    def passed(self, fault, problems, name):
        with self.lock:
            key = (fault.call, fault.effect)
            self.counts[key] = self.counts.get(key, 0) + 1
            if problems:
                self.failures.append(f'{name}: {fault}\n      ' + '\n      '.join(problems[:4]))
                print(f'  FAIL {self.failures[-1]}', flush=True)

    def table(self):
        effects = sorted({effect for _, effect in self.counts})
        calls = sorted({call for call, _ in self.counts})
        rows = [['', *effects]] + [[call, *(str(self.counts.get((call, effect), '')) for effect in effects)] for call in calls]
        widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
        return '\n'.join('  ' + '  '.join(cell.rjust(width) for cell, width in zip(row, widths)) for row in rows)


class SiteCase:
    """A scenario of sitegen, ready to be hit."""

    def __init__(self, office, scenario):
        self.office, self.scenario, self.name = office, scenario, scenario.name
        self.before, goal = office.prepare(scenario)
        self.before_tree, self.goal_tree = faults.tree(self.before), faults.tree(goal)
        work = goal + '-traced'
        shutil.copytree(self.before, work)
        outcome, self.calls = faults.trace([office.program, *scenario.command], work, goal + '.trace', cwd=work, env=office.environment, stdin=subprocess.DEVNULL)
        if outcome.returncode or sites.same(faults.tree(work), self.goal_tree):
            raise RuntimeError(f'{self.name} does not run the same twice: {sites.same(faults.tree(work), self.goal_tree)} {outcome.stderr.decode()}')
        shutil.rmtree(work)

    def order(self):
        """What is to be on the disk before anything else: the ledger and its name, and the name of its folder, before the first page. The empty
        folders of a draft, which nobody looks at, are no pages."""
        steps = [(call, text) for call, _, text, reads in self.calls if not reads]
        pages = next((i for i, (call, text) in enumerate(steps) if sites.begins_output(call, text)), None)
        renames = [i for i, (call, text) in enumerate(steps) if call == 'renameat' and '"codes.jsonl"' in text]
        found = []
        for place in renames:
            if pages is not None and pages < place:
                found.append('a page is written before the ledger')
            if not any(call == 'fsync' and 'codes.jsonl.sitegen-new' in text for call, text in steps[:place]):
                found.append('the ledger is not synced before its rename')
            following = [i for i, (call, text) in enumerate(steps) if i > place and call == 'fsync' and text.rstrip('>').endswith('/partners')]
            if not following or pages is not None and following[0] > pages:
                found.append('the name of the ledger is not synced before the first page')
        for place, (call, text) in enumerate(steps):
            if call == 'mkdirat' and text.rsplit(',', 1)[0].endswith('"partners"') and self.scenario.command[0] != 'init':
                if not any(call == 'fsync' and '/partners' not in text for call, text in steps[place:]):
                    found.append('the name of the folder partners is not synced')
        return found

    def hit(self, fault, processor, work):
        shutil.copytree(self.before, work)
        options = {'cwd': work, 'env': self.office.environment, 'stdin': subprocess.DEVNULL}
        outcome = faults.run(fault, [self.office.program, *self.scenario.command], processor, **options)
        found = sites.problems(self.before_tree, self.goal_tree, faults.tree(work))
        if fault.effect != 'KILL':
            if outcome.returncode == 0:
                found += ['reports success, but: ' + text for text in sites.same(faults.tree(work), self.goal_tree)]
            elif outcome.returncode < 0 or outcome.returncode > 2:
                found.append(f'ended with status {outcome.returncode}')
            elif b'error' not in outcome.stderr and fault.effect != 'ENOSPC+':  # It has no room for words either.
                found.append(f'failed without a word: {outcome.stderr.decode()[-200:]}')
        again = subprocess.run([self.office.program, *self.scenario.command], capture_output=True, timeout=60, **options)
        if again.returncode not in self.scenario.again:
            found.append(f'the next run ends with status {again.returncode}: {again.stderr.decode()[-300:]}')
        found += ['after the next run ' + text for text in sites.same(faults.tree(work), self.goal_tree)]
        return found


def sweep(cases, seconds, scratch, tally):
    """Hits every case with every fault, or with as many as there is time for, spread evenly."""
    todo = [(case, fault) for case in cases for fault in faults.faults(case.calls)]
    total = len(todo)
    if seconds is not None:
        # A stride that shares no factor with the count passes through all of them once.
        stride = next(number for number in range(int(total * 0.382) + 1, 2 * total + 2) if math.gcd(number, total) == 1)
        todo = [todo[i * stride % total] for i in range(total)]
    deadline = time.monotonic() + seconds if seconds is not None else float('inf')
    iterator, lock = iter(todo), threading.Lock()
    done = [0]

    def worker(number):
        while time.monotonic() < deadline:
            with lock:
                item = next(iterator, None)
                done[0] += item is not None
                count = done[0]
            if item is None:
                return
            case, fault = item
            work = os.path.join(scratch, f'work-{number}-{count}')
            os.makedirs(work, exist_ok=True)
            try:
                tally.passed(fault, case.hit(fault, processors[number % len(processors)], os.path.join(work, 'site')), case.name)
            finally:
                shutil.rmtree(work)

    with concurrent.futures.ThreadPoolExecutor(len(processors)) as pool:
        for future in [pool.submit(worker, number) for number in range(len(processors))]:
            future.result()
    return done[0], total


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--seconds', type=int, default=60)
    parser.add_argument('--all', action='store_true')
    parser.add_argument('--programs', default=PACKAGE / '.build/debug')
    parser.add_argument('names', nargs='*')
    options = parser.parse_args()
    if not pathlib.Path(options.programs, 'sitegen').exists():
        print('there is no sitegen in', options.programs, file=sys.stderr)
        return 2
    scratch, tally = tempfile.mkdtemp(prefix='sitegen-faults-'), Tally()
    try:
        probe = subprocess.run(['strace', '-qq', '-o', '/dev/null', '-e', 'trace=write', 'true'], capture_output=True)
        if probe.returncode:
            print('Fault tests SKIPPED: strace may not trace here:', probe.stderr.decode().strip())
            return 77
        office = sites.Office(options.programs, scratch)
        cases = [SiteCase(office, scenario) for scenario in sites.SCENARIOS]
        import receivers, disks
        cases += receivers.cases(options.programs, scratch)
        if options.names:
            cases = [case for case in cases if any(name in case.name for name in options.names)]
        for case in cases:
            for problem in case.order():
                tally.failures.append(f'{case.name}: {problem}')
                print('  FAIL', tally.failures[-1])
        done, total = sweep(cases, None if options.all else options.seconds, scratch, tally)
        print(f'{done} of {total} faults in {len(cases)} cases:\n{tally.table()}')
        if any(isinstance(case, SiteCase) for case in cases):
            print(disks.sweep(office, [case for case in cases if isinstance(case, SiteCase)], scratch, tally))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    print(f'{len(tally.failures)} failed' if tally.failures else 'all passed')
    return 1 if tally.failures else 0


sys.exit(main())

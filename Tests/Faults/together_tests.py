#!/usr/bin/env python3
"""See Tests/Faults/together, which starts this."""
import argparse, json, os, pathlib, shutil, subprocess, sys, tempfile, time
sys.dont_write_bytecode = True
import receivers, sites
from faults import tree

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
failures = []


def fail(text):
    failures.append(text)
    print('  FAIL', text, flush=True)


def chosen(letters, number):
    """A code of one's own choice; those of two rounds differ in three places."""
    return ''.join(f'{letter}{number:03}' for letter in letters)


class Site:
    """A site in which everything happens at once. A copy of it, in another folder, is built to the same place."""

    def __init__(self, programs, scratch):
        self.office = sites.Office(programs, scratch)
        self.folder, self.copy, self.shared = (os.path.join(scratch, name) for name in ('site', 'copy', 'shared'))
        for folder in (self.folder, self.copy, self.shared):
            os.makedirs(folder)
        sites.built()(self.folder, self.office.sitegen)
        # The other copy is the same site, as a second clone of it is.
        shutil.copytree(self.folder, self.copy, dirs_exist_ok=True)
        self.owners, self.serving = set(), None

    def start(self, *arguments, folder=None):
        return arguments, subprocess.Popen([self.office.program, *arguments], cwd=folder or self.folder, env=self.office.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def serve(self):
        self.serving = self.start('serve', '--port', '0')[1]

    def ledger(self):
        return sites.codes(pathlib.Path(self.folder, 'partners/codes.jsonl').read_bytes())

    def round(self, number):
        before = self.ledger()
        # Every fourth round the ledger is damaged as a merge of branches does, or lost and to be recovered.
        damage = number % 4
        ledger = pathlib.Path(self.folder, 'partners/codes.jsonl')
        if damage == 1:
            # Of an automatic code, or it would be near the codes that this round chooses.
            last = next(code for code, _ in sorted(before) if len(code) == 6)
            near = last[:-1] + str((int(last[-1]) + 1) % 10)
            with open(ledger, 'a') as file:
                file.write(json.dumps({'code': near, 'partner': 'cafe', 'issued': '2099-01-01'}) + '\n')
        elif damage == 2:
            ledger.unlink()
        new = [self.start('new', f'Partner {number} {letter}', '--quiet') for letter in 'ab']
        same = [self.start('new', f'Same {number}', '--code', chosen(kind, number), '--quiet') for kind in ('ABC', 'XMK')]
        rivals = [self.start('new', f'Rival {number} {letter}', '--code', chosen('TPH', number), '--quiet') for letter in 'ab']
        work = [self.start('build', '--quiet') for _ in range(3)] + [self.start('check', '--quiet')]
        if damage == 1:
            work += [self.start('codes', 'withdraw', near, 'cafe', '--quiet') for _ in range(2)]
        elif damage == 2:
            work += [self.start('codes', 'recover', '--quiet') for _ in range(3)]
        outcomes = {}
        for arguments, process in [*new, *same, *rivals, *work]:
            output, messages = process.communicate(timeout=120)
            outcomes.setdefault(arguments, []).append((process.returncode, messages.decode()))
            if process.returncode not in (0, 1):
                fail(f'round {number}: {arguments} ended with {process.returncode}: {messages.decode()[-300:]}')
        for arguments, results in outcomes.items():
            for status, messages in results:
                # With a whole ledger a build has no reason to refuse.
                if status and arguments[0] in ('build', 'check') and damage not in (1, 2):
                    fail(f'round {number}: {arguments}: {messages[-300:]}')
        if sum(outcomes[arguments][0][0] == 0 for arguments, _ in same) != 1:
            fail(f'round {number}: of two partners of one name not just one was written: {[outcomes[arguments] for arguments, _ in same]}')
        if sum(outcomes[arguments][0][0] == 0 for arguments, _ in rivals) != 1:
            fail(f'round {number}: of two partners with one code not just one was written: {[outcomes[arguments] for arguments, _ in rivals]}')
        winner = next((arguments for arguments, _ in same if outcomes[arguments][0][0] == 0), None)
        text = pathlib.Path(self.folder, f'partners/same-{number}.json').read_text()
        if winner and winner[3] not in text:
            fail(f'round {number}: the partner of {winner} was written over')
        self.settle(number, before, near if damage == 1 else None)

    def settle(self, number, before, near):
        """By itself everything is well again, or after what the errors advise."""
        if near and not any('withdrawn' in line for line in pathlib.Path(self.folder, 'partners/codes.jsonl').read_text().splitlines() if f'"{near}"' in line):
            fail(f'round {number}: {near} was not withdrawn')
        for command in (['build'], ['build'], ['check']):
            outcome = subprocess.run([self.office.program, *command, '--quiet'], cwd=self.folder, env=self.office.environment, capture_output=True, timeout=60)
            if outcome.returncode:
                fail(f'round {number}: {command} afterwards: {outcome.stderr.decode()[-400:]}')
        lines = [json.loads(line) for line in pathlib.Path(self.folder, 'partners/codes.jsonl').read_text().splitlines()]
        live = [line['code'] for line in lines if 'withdrawn' not in line]
        if len(set(live)) != len(live):
            fail(f'round {number}: a code was issued twice')
        if not before <= {(line['code'], line['partner']) for line in lines}:
            fail(f'round {number}: the ledger lost {before - self.ledger()}')
        defined = {path.stem for path in pathlib.Path(self.folder, 'partners').glob('*.json')}
        if not defined <= {line['partner'] for line in lines}:
            fail(f'round {number}: a partner has no code')
        temporary = [path for path in tree(self.folder) if sites.is_temporary(path)]
        if temporary and not self.serving:
            fail(f'round {number}: {temporary} were left')

    def shared_output(self, number):
        """Two copies of the site and one place for what they build."""
        work = [self.start('build', '--quiet', '--output', self.shared + '/site', folder=folder) for folder in (self.copy, self.copy + '-2') for _ in range(2)]
        for arguments, process in work:
            messages = process.communicate(timeout=120)[1]
            if process.returncode:
                fail(f'round {number}: {arguments}: {messages.decode()[-300:]}')
        pages = tree(self.shared)
        if [path for path in pages if sites.is_temporary(path)] or self.goal and pages != self.goal:
            fail(f'round {number}: the place that two copies share: {sites.same(self.goal or {}, pages)[:4]}')
        self.goal = pages
        shutil.rmtree(self.shared)
        os.makedirs(self.shared)

    goal = None


def leads(programs, scratch, rounds):
    """Receivers at once, the same messages to several of them, and `notify` beside them."""
    program = str(pathlib.Path(programs, 'attribution').resolve())
    crm = receivers.Crm() if shutil.which('curl') else None
    case = receivers.ReceiveCase(program, scratch, 'together')
    work = os.path.join(scratch, 'together')
    shutil.copytree(case.before, work)
    more, expected = ({'ATTRIBUTION_NOTIFY_URL': crm.address + '/together'} if crm else {}), []
    for number in range(rounds):
        messages = [(f'm{number}-{i}', f'668{number:04}{i:03}', f'Code: {case.codes[i % 5]}. Hello') for i in range(6)]
        expected += [id for id, _, _ in messages]
        processes = []
        for message in messages + messages[:3] + messages[:3]:
            body, variables = case.request([message])
            process = subprocess.Popen([program], env=case.environment(work, **variables, **more), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            process.stdin.write(body)
            process.stdin.close()
            processes.append(process)
        told = [subprocess.Popen([program, 'notify', '--quiet'], env=case.environment(work, **more), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)] if crm else []
        for process in processes:
            answer = process.stdout.read().decode().split('\r\n')[0]
            process.wait(timeout=60)
            if answer != 'Status: 200 OK':
                fail(f'round {number}: a receiver answered {answer!r} {process.stderr.read().decode()[-200:]}')
        for process in told:
            if process.wait(timeout=60):
                fail(f'round {number}: notify: {process.stderr.read().decode()[-200:]}')
    if sorted(case.stored(work)) != sorted(expected):
        fail(f'the log has {len(case.stored(work))} messages instead of {len(expected)}')
    if crm:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            subprocess.run([program, 'notify', '--now', '--quiet'], env=case.environment(work, **more), capture_output=True, timeout=60)
            if len(crm.messages('/together')) >= len(expected):
                break
            time.sleep(0.2)
        if crm.messages('/together') != sorted(expected):
            fail(f'the service was told of {len(crm.messages("/together"))} leads instead of {len(expected)}')
    return len(expected)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--rounds', type=int, default=100)
    parser.add_argument('--programs', default=PACKAGE / '.build/debug')
    options = parser.parse_args()
    if not pathlib.Path(options.programs, 'sitegen').exists():
        print('there is no sitegen in', options.programs, file=sys.stderr)
        return 2
    scratch = tempfile.mkdtemp(prefix='sitegen-together-')
    site = Site(options.programs, scratch)
    shutil.copytree(site.copy, site.copy + '-2')
    try:
        for number in range(options.rounds):
            # The second half beside a program that builds by itself whenever something changes.
            if number == options.rounds // 2:
                site.serve()
            site.round(number)
            site.shared_output(number)
        print(f'{options.rounds} rounds of builds, new partners, recoveries and withdrawals at once: {len(site.ledger())} codes')
        print(f'{options.rounds} rounds of receivers and notices at once: {leads(options.programs, scratch, options.rounds)} messages')
    finally:
        if site.serving:
            site.serving.terminate()
            site.serving.communicate(timeout=30)
        shutil.rmtree(scratch, ignore_errors=True)
    print(f'{len(failures)} failed' if failures else 'all passed')
    return 1 if failures else 0


sys.exit(main())

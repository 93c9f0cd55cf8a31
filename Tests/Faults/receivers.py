"""`attribution receive`, `notify` and `pull` with faults: nothing that was accepted is lost, nothing is stored or announced twice."""
import datetime, http.server, json, os, pathlib, shutil, subprocess, sys, threading
sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / 'Servers'))
import channels, fake_twilio, faults

HEADERS = {'Content-Type': 'CONTENT_TYPE', 'Content-Length': 'CONTENT_LENGTH'}


class Crm:
    """A service that is told of leads, and remembers what it was told under each key."""

    def __init__(self):
        crm, self.told = self, {}

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers['Content-Length'])))
                with crm.lock:
                    crm.told.setdefault((self.path, self.headers['Idempotency-Key']), []).append(body['messageId'])
                self.send_response(200)
                self.send_header('Content-Length', '0')
                self.end_headers()

            def log_message(self, *_):
                pass

        self.lock = threading.Lock()
        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f'http://127.0.0.1:{self.server.server_port}'

    def messages(self, path):
        """The ids of the messages that it was told of at `path`, one for each key."""
        with self.lock:
            return sorted(ids[0] for (at, _), ids in self.told.items() if at == path)


class LogCase:
    """What the cases of the lead log have in common."""

    def __init__(self, program, scratch, name):
        self.name, self.program = name, program
        self.before = os.path.join(scratch, 'log-' + name.replace(' ', '-'), 'before')
        os.makedirs(self.before + '/leads')
        text, self.codes = channels.manifest(5)
        pathlib.Path(self.before, 'manifest.json').write_text(text)

    def environment(self, work, **more):
        return {'PATH': '/usr/bin:/bin', 'LC_ALL': 'C.UTF-8', 'ATTRIBUTION_LEADS': work + '/leads', 'ATTRIBUTION_MANIFEST': work + '/manifest.json',
                'META_APP_SECRET': channels.APP_SECRET, **more}

    def traced(self, command, **options):
        work = self.before + '-traced'
        shutil.copytree(self.before, work)
        outcome, self.calls = faults.trace(command, work, self.before + '.trace', env=self.environment(work, **options.pop('more', {})), cwd=work, **options)
        shutil.rmtree(work)
        return outcome

    def order(self):
        return []

    @staticmethod
    def stored(work):
        """The ids of the log's messages in order; what is no message says so."""
        ids = []
        for file in sorted(pathlib.Path(work, 'leads').glob('*.jsonl')):
            for line in file.read_bytes().split(b'\n')[:-1]:
                try:
                    ids.append(json.loads(line)['id'])
                except ValueError:
                    ids.append(f'damaged: {line[:60]}')
        return ids


class ReceiveCase(LogCase):
    """A delivery of two messages, to a log in one state or another."""

    def __init__(self, program, scratch, name, fill=0, days=0, repeated=False):
        super().__init__(program, scratch, 'receive, ' + name)
        for day in range(days, 0, -1):
            self.write_day(day, 3)
        if fill:
            self.deliver(self.before, [(f'old-{i}', f'6681{i:07}', 'hello') for i in range(fill)])
        self.messages = [('new-1', '66810000001', f'Code: {self.codes[1]}'), ('new-2', '66810000002', 'hello')]
        if repeated:
            self.deliver(self.before, self.messages)
        self.expected = sorted({*self.stored(self.before), 'new-1', 'new-2'})
        body, variables = self.request(self.messages)
        outcome = self.traced([program], input=body, more=variables)
        if not outcome.stdout.startswith(b'Status: 200'):
            raise RuntimeError(f'{self.name}: {outcome.stdout} {outcome.stderr}')
        self.answer_trace = self.before + '.trace'

    def write_day(self, back, count):
        day = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=back)
        lines = [json.dumps({'type': 'message', 'source': 'meta', 'line': 1, 'id': f'day{back}-{i}', 'time': day.strftime('%Y-%m-%dT%H:%M:%SZ'), 'receivedAt': day.strftime('%Y-%m-%dT%H:%M:%SZ'),
                             'channel': 'meta', 'sender': None, 'keys': [f'phone:6680{i:07}'], 'text': 'hello'}, separators=(',', ':')) + '\n' for i in range(count)]
        pathlib.Path(self.before, 'leads', day.strftime('%Y-%m-%d.jsonl')).write_text(''.join(lines))

    def request(self, messages):
        delivery = channels.meta(messages)
        head = dict(line.split(': ', 1) for line in delivery.head.decode().strip().split('\r\n'))
        variables = {HEADERS.get(name, 'HTTP_' + name.upper().replace('-', '_')): value for name, value in head.items()}
        return delivery.body, {**variables, 'GATEWAY_INTERFACE': 'CGI/1.1', 'REQUEST_METHOD': 'POST', 'PATH_INFO': '/meta'}

    def deliver(self, work, messages):
        body, variables = self.request(messages)
        outcome = subprocess.run([self.program], input=body, env=self.environment(work, **variables), capture_output=True, timeout=60)
        return outcome.stdout.decode().split('\r\n')[0]

    def order(self):
        """Nothing is answered before the log, and its name where it is new, are on the disk."""
        lines = [match.groups() for match in map(faults.LINE.match, open(self.answer_trace, errors='replace')) if match]
        answer = next((i for i, (name, text, _) in enumerate(lines) if name == 'write' and text.startswith('1<')), len(lines))
        writes = [i for i, (name, text, _) in enumerate(lines) if name == 'pwrite64' and '.jsonl>' in text]
        syncs = [i for i, (name, text, _) in enumerate(lines) if name == 'fsync' and '.jsonl>' in text]
        found = []
        if not syncs or syncs[-1] > answer or writes and syncs[-1] < writes[-1]:
            found.append('the answer is given before the log is on the disk')
        made = any(name == 'openat' and '.jsonl"' in text and 'O_CREAT' in text for name, text, _ in lines)
        names = [i for i, (name, text, _) in enumerate(lines) if name == 'fsync' and text.endswith('/leads>')]
        if made and (not names or names[0] > answer):
            found.append('the answer is given before the name of the log is on the disk')
        return found

    def hit(self, fault, processor, work):
        shutil.copytree(self.before, work)
        before = self.stored(work)
        body, variables = self.request(self.messages)
        outcome = faults.run(fault, [self.program], processor, input=body, env=self.environment(work, **variables), cwd=work)
        status = outcome.stdout.decode(errors='replace').split('\r\n')[0]
        found, stored = [], self.stored(work)
        if any(stored.count(id) != 1 for id in before) or any(stored.count(id) > 1 for id in stored):
            found.append(f'the log lost, damaged or doubled messages: {[id for id in stored if stored.count(id) > 1 or id not in self.expected]}')
        if status.startswith('Status: 2') and not {'new-1', 'new-2'} <= set(stored):
            found.append(f'accepted and not stored: {status}')
        if fault.effect != 'KILL' and not status.startswith(('Status: 2', 'Status: 5')) and not (fault.effect == 'ENOSPC+' and not status):
            found.append(f'answered with {status!r}: {outcome.stderr.decode()[-200:]}')
        if fault.call == 'fsync' and '.jsonl>' in fault.what and fault.effect != 'KILL':
            # The system takes what it could not write for written, so it has to be written again.
            _, calls = faults.trace([self.program], work, work + '.trace', processor, input=body, env=self.environment(work, **variables), cwd=work)
            again = [place for place, (call, _, text, _) in enumerate(calls) if call == 'pwrite64' and '.jsonl>' in text and text.endswith(', 0')]
            if not again or not any(call == 'fsync' and '.jsonl>' in text for call, _, text, _ in calls[again[-1]:]):
                found.append('the next answer rests on a sync that proves nothing')
        # Another message comes in between, and then the channel sends again.
        if (answer := self.deliver(work, [('other', '66810000009', 'hello')])) != 'Status: 200 OK':
            found.append(f'the next message is answered with {answer}')
        for _ in range(2):
            if (answer := self.deliver(work, self.messages)) != 'Status: 200 OK':
                found.append(f'sent again, it is answered with {answer}')
        if sorted(self.stored(work)) != sorted([*self.expected, 'other']):
            found.append(f'after all the log has {sorted(self.stored(work))[-6:]}')
        return found


class NotifyCase(LogCase):
    """Three leads of which a service is to be told, each once."""

    def __init__(self, program, scratch, crm, name, waits=False):
        super().__init__(program, scratch, 'notify, ' + name)
        self.crm = crm
        receive = ReceiveCase.__new__(ReceiveCase)
        receive.program = program
        receive.deliver(self.before, [(f'lead-{i}', f'6681000000{i}', f'Code: {self.codes[i]}. Hi') for i in range(3)] + [('chat', '66810000007', 'hello')])
        if waits:
            # Found already, and the service was away.
            subprocess.run([program, 'notify', '--quiet'], env=self.environment(self.before, ATTRIBUTION_NOTIFY_URL='http://127.0.0.1:1/'), capture_output=True, timeout=60)
        self.command = [program, 'notify', '--quiet'] + (['--now'] if waits else [])
        self.traced(self.command, more={'ATTRIBUTION_NOTIFY_URL': crm.address + '/traced'})

    def hit(self, fault, processor, work):
        shutil.copytree(self.before, work)
        path = '/' + os.path.basename(os.path.dirname(work))
        environment = self.environment(work, ATTRIBUTION_NOTIFY_URL=self.crm.address + path)
        faults.run(fault, self.command, processor, env=environment, cwd=work, stdin=subprocess.DEVNULL)
        found = []
        for _ in range(2):
            again = subprocess.run([self.program, 'notify', '--now'], env=environment, cwd=work, capture_output=True, timeout=60, stdin=subprocess.DEVNULL)
        if again.returncode or b'0 waiting, 0 given up' not in again.stderr:
            found.append(f'the next run: {again.stderr.decode()[-200:]}')
        if self.crm.messages(path) != ['lead-0', 'lead-1', 'lead-2']:
            found.append(f'the service was told of {self.crm.messages(path)}')
        left = [str(file) for file in pathlib.Path(work, 'leads', '.outbox').rglob('*.json')]
        return found + [f'left in the outbox: {left}'] * bool(left)


class PullCase(LogCase):
    """A list of messages to fetch, some of them stored already."""

    def __init__(self, program, scratch, name):
        super().__init__(program, scratch, 'pull, ' + name)
        self.twilio = fake_twilio.FakeTwilio(fake_twilio.messages(6))
        self.more = {'TWILIO_ACCOUNT_SID': fake_twilio.ACCOUNT, 'TWILIO_AUTH_TOKEN': fake_twilio.TOKEN, 'TWILIO_API_URL': f'http://127.0.0.1:{self.twilio.server_port}'}
        self.command = [program, 'pull', 'twilio', '--since', '4d', '--quiet']
        self.expected = [f'SM{number:032}' for number in range(6)]
        outcome = self.traced(self.command, more=self.more)
        if outcome.returncode:
            raise RuntimeError(f'{self.name}: {outcome.stderr.decode()}')

    def hit(self, fault, processor, work):
        shutil.copytree(self.before, work)
        environment = self.environment(work, **self.more)
        faults.run(fault, self.command, processor, env=environment, cwd=work, stdin=subprocess.DEVNULL)
        found, stored = [], self.stored(work)
        if any(stored.count(id) > 1 or id not in self.expected for id in stored):
            found.append(f'the log has {stored}')
        again = subprocess.run(self.command, env=environment, cwd=work, capture_output=True, timeout=60, stdin=subprocess.DEVNULL)
        if again.returncode or sorted(self.stored(work)) != self.expected:
            found.append(f'the next run: {self.stored(work)} {again.stderr.decode()[-200:]}')
        return found


def cases(programs, scratch):
    program = str(pathlib.Path(programs, 'attribution').resolve())
    made = [
        ReceiveCase(program, scratch, 'the first message of all'), ReceiveCase(program, scratch, 'one of many on a day', fill=3),
        ReceiveCase(program, scratch, 'the table grows', fill=511), ReceiveCase(program, scratch, 'days before', days=3),
        ReceiveCase(program, scratch, 'sent again', fill=2, repeated=True),
    ]
    if shutil.which('curl'):
        crm = Crm()
        made += [NotifyCase(program, scratch, crm, 'new leads'), NotifyCase(program, scratch, crm, 'leads that wait', waits=True), PullCase(program, scratch, 'three days')]
    else:
        print('notify and pull SKIPPED: curl is not installed')
    return made

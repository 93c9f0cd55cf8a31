"""Starts real web servers with the files of docs/deploy/ and plays deliveries through them. See `run`."""
import argparse, http.server, json, multiprocessing, os, pathlib, pwd, random, re, shlex, shutil, signal, socket, subprocess, sys, tempfile, threading, time, urllib.error, urllib.request
from channels import APP_SECRET, AUTH_TOKEN, SECRETS, VERIFY_TOKEN, Play, manifest, meta, twilio

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
PUBLIC = 'https://cars.example.com/webhook'
failures = []


def check(holds, what):
    print(f'  {"ok  " if holds else "FAIL"} {what}', flush=True)
    if not holds:
        failures.append(what)


def free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


def children(process):
    try:
        return [int(child) for child in pathlib.Path(f'/proc/{process}/task/{process}/children').read_text().split()]
    except OSError:
        return []


def unit_value(file, name):
    """The last value of `name` in a unit of systemd in docs/deploy/."""
    return re.findall(rf'(?m)^{name}=(.*)$', (PACKAGE / 'docs/deploy' / file).read_text())[-1]


class Site:
    """A folder with the program, its settings and its log, as a server's user may use them."""

    def __init__(self, program, codes):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='attribution-servers-'))
        self.folder.chmod(0o755)
        self.user = 'www-data' if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
        self.program = self.folder / 'attribution'
        shutil.copy(program, self.program)
        self.program.chmod(0o755)
        text, self.codes = manifest(codes)
        (self.folder / 'manifest.json').write_text(text)
        (self.folder / 'html').mkdir()
        (self.folder / 'html/index.html').write_text('<!doctype html><title>Site</title>')
        (self.folder / 'html/404.html').write_text('<!doctype html><title>Not here</title>')
        self.leads = self.folder / 'leads'
        self.settings = self.folder / 'attribution.env'
        self.configure()

    def configure(self, **more):
        values = {'META_APP_SECRET': APP_SECRET, 'META_VERIFY_TOKEN': VERIFY_TOKEN, 'TWILIO_AUTH_TOKEN': AUTH_TOKEN, 'WEBHOOK_URL': PUBLIC,
                  'ATTRIBUTION_LEADS': str(self.leads), 'ATTRIBUTION_MANIFEST': str(self.folder / 'manifest.json'), **more}
        text = (PACKAGE / 'docs/deploy/attribution.env').read_text()
        for name, value in values.items():
            assert re.search(rf'(?m)^{name}=', text), f'attribution.env has no line for {name}'
            text = re.sub(rf'(?m)^{name}=.*$', lambda _: f'{name}={value}', text)
        self.settings.write_text(text)
        self.settings.chmod(0o600)
        self.own(self.settings)

    def own(self, path):
        if os.getuid() == 0:
            shutil.chown(path, self.user, self.user)

    def new_log(self):
        shutil.rmtree(self.leads, ignore_errors=True)
        self.leads.mkdir()
        self.own(self.leads)

    def stored(self):
        """The ids in the log, in order; a line that is no whole message counts as a failure."""
        ids = []
        for file in sorted(self.leads.glob('*.jsonl')):
            for line in file.read_bytes().split(b'\n')[:-1]:
                try:
                    ids.append(json.loads(line)['id'])
                except (ValueError, KeyError):
                    check(False, f'a line of the log is broken: {line[:80]!r}')
        return ids

    def run(self, *arguments, **variables):
        """The program as the server's user would run it."""
        return self.run_as_user([str(self.program), *arguments], ATTRIBUTION_SETTINGS=str(self.settings), **variables)

    def run_as_user(self, command, **variables):
        become = {'user': self.user, 'group': self.user, 'extra_groups': []} if os.getuid() == 0 else {}
        return subprocess.run(command, env={'PATH': '/usr/bin:/bin', **variables}, capture_output=True, text=True, timeout=120, cwd=self.folder, **become)

    def here(self, text):
        """A line of docs/deploy/ with the paths of this test."""
        return text.replace('/usr/local/bin/attribution', str(self.program)).replace('/etc/attribution.env', str(self.settings))

    def cron(self):
        """What the line of docs/deploy/cron does when its minute comes."""
        line = (PACKAGE / 'docs/deploy/cron').read_text().splitlines()[-1]
        minute, hour, day, month, weekday, user, command = line.split(None, 6)
        assert (minute, user) == ('*', 'www-data')
        return self.run_as_user(['/bin/sh', '-c', self.here(command)])

    def timer(self):
        """What the service of docs/deploy/attribution-notify.timer does when its minute comes."""
        name, value = unit_value('attribution-notify.service', 'Environment').split('=', 1)
        assert unit_value('attribution-notify.service', 'User') == 'www-data'
        return self.run_as_user(shlex.split(self.here(unit_value('attribution-notify.service', 'ExecStart'))), **{name: self.here(value)})

    def own_processes(self):
        """Ids of the processes that run this folder's program, and whether each is a receiver."""
        for entry in os.listdir('/proc'):
            if entry.isdigit():
                try:
                    if os.readlink(f'/proc/{entry}/exe') == str(self.program):
                        yield int(entry), b'\0notify\0' not in pathlib.Path(f'/proc/{entry}/cmdline').read_bytes()
                except OSError:
                    pass

    def remove(self):
        deadline = time.monotonic() + 20
        while any(True for _ in self.own_processes()) and time.monotonic() < deadline:
            time.sleep(0.1)
        for process, _ in self.own_processes():
            os.kill(process, signal.SIGKILL)
        shutil.rmtree(self.folder, ignore_errors=True)


class Server:
    """nginx, Apache or lighttpd with the configurations of docs/deploy/, their paths replaced and TLS left out."""

    def __init__(self, name, site):
        self.name, self.site, self.port, self.processes = name, site, free_port(), []
        self.folder = site.folder / name
        self.folder.mkdir()
        site.own(self.folder)
        getattr(self, name)()
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(('127.0.0.1', self.port)) == 0:
                    return
            time.sleep(0.1)
        raise RuntimeError(f'{name} did not start: ' + ''.join(log.read_text()[-2000:] for log in self.folder.glob('*.log')))

    def configuration(self, name, *more):
        """A file of docs/deploy/ with the paths of this test; each of `more` must stand in it."""
        text = (PACKAGE / 'docs/deploy' / name).read_text()
        for old, new in more:
            assert old in text, f'{name} does not say `{old}` any more: bring this test up to date'
            text = text.replace(old, str(new))
        return re.sub(r'(?m)^\s*(ssl_|SSL|listen \[).*\n', '', text)

    def start(self, *command, **options):
        self.processes.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=(self.folder / 'stderr.log').open('a'), **options))

    def nginx(self):
        (self.folder / 'webhook.conf').write_text(self.configuration(
            'webhook-nginx.conf', ('/usr/local/bin/attribution', self.site.program), ('/etc/attribution.env', self.site.settings),
            ('/run/fcgiwrap.socket', self.folder / 'fcgi.sock'), ('/var/log/nginx', self.folder)))
        text = self.configuration(
            'site-nginx.conf', ('listen 443 ssl http2;', f'listen 127.0.0.1:{self.port};'), ('listen 80;', f'listen 127.0.0.1:{free_port()};'),
            ('/srv/cars/public', self.site.folder / 'html'), ('/etc/nginx/webhook.con[f]', self.folder / 'webhook.con[f]'))
        become = {'user': self.site.user, 'group': self.site.user, 'extra_groups': []} if os.getuid() == 0 else {}
        program, *arguments = shlex.split(unit_value('fcgiwrap.conf', 'ExecStart'))
        self.start(pathlib.Path(program).name, *arguments, '-s', f'unix:{self.folder}/fcgi.sock', **become)
        temporary = ''.join(f'{kind}_temp_path {self.folder}/{kind};\n' for kind in ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'])
        user = f'user {self.site.user};' if os.getuid() == 0 else ''
        (self.folder / 'whole.conf').write_text(f'''
            {user} worker_processes 2; daemon off; pid {self.folder}/pid; error_log {self.folder}/error.log;
            events {{ worker_connections 512; }}
            http {{ access_log {self.folder}/access.log; {temporary} {text} }}''')
        self.start('nginx', '-c', str(self.folder / 'whole.conf'), '-e', str(self.folder / 'error.log'))

    def apache(self):
        (self.folder / 'webhook.conf').write_text(self.configuration(
            'webhook-apache.conf', ('/usr/local/bin/attribution', self.site.program), ('/etc/attribution.env', self.site.settings), ('${APACHE_LOG_DIR}', self.folder)))
        text = self.configuration(
            'site-apache.conf', ('*:443', f'127.0.0.1:{self.port}'), ('*:80', f'127.0.0.1:{free_port()}'), ('/srv/cars/public', self.site.folder / 'html'),
            ('/var/www/certbot', self.folder), ('/etc/apache2/webhook.con[f]', self.folder / 'webhook.con[f]'))
        # A shared host: a script of docs/webhooks.md in cgi-bin.
        (self.folder / 'cgi-bin').mkdir()
        script = re.search(r'```sh\n\s*(#!/bin/sh)\n\s*(exec .*)\n', (PACKAGE / 'docs/webhooks.md').read_text())
        command = script[2].replace('/home/you/attribution.env', str(self.site.settings)).replace('/home/you/attribution', str(self.site.program))
        (self.folder / 'cgi-bin/webhook').write_text(f'{script[1]}\n{command}\n')
        (self.folder / 'cgi-bin/webhook').chmod(0o755)
        text += f'ScriptAlias /cgi-bin/ {self.folder}/cgi-bin/\n<Directory {self.folder}/cgi-bin>\nRequire all granted\n</Directory>\n'
        modules = pathlib.Path('/usr/lib/apache2/modules')
        load = ''.join(f'LoadModule {module}_module {modules}/mod_{module}.so\n'
                       for module in ['mpm_event', 'authz_core', 'dir', 'mime', 'alias', 'env', 'cgid', 'headers', 'filter', 'deflate'])
        user = f'User {self.site.user}\nGroup {self.site.user}\n' if os.getuid() == 0 else ''
        (self.folder / 'whole.conf').write_text(f'''
            ServerRoot {self.folder}\nServerName localhost\nListen 127.0.0.1:{self.port}\nPidFile {self.folder}/pid\nMutex file:{self.folder} default
            ErrorLog {self.folder}/error.log\nScriptSock {self.folder}/cgid.sock\n{load}{user}TypesConfig /etc/mime.types\n<Directory />\nRequire all denied\n</Directory>\n{text}''')
        self.start('apache2', '-D', 'FOREGROUND', '-f', str(self.folder / 'whole.conf'))

    def lighttpd(self):
        text = self.configuration(
            'webhook-lighttpd.conf', ('/usr/local/bin/attribution', self.site.program), ('/etc/attribution.env', self.site.settings), ('/var/log/lighttpd', self.folder))
        user = f'server.username = "{self.site.user}"\nserver.groupname = "{self.site.user}"\n' if os.getuid() == 0 else ''
        (self.folder / 'whole.conf').write_text(f'''
server.document-root = "{self.site.folder}/html"
server.bind = "127.0.0.1"
server.port = {self.port}
server.errorlog = "{self.folder}/error.log"
server.upload-dirs = ( "{self.folder}" )
index-file.names = ( "index.html" )
{user}{text}''')
        self.start('lighttpd', '-D', '-f', str(self.folder / 'whole.conf'))

    def starters(self):
        """The processes that start the program: fcgiwrap's workers, or Apache's daemon for CGI."""
        found, level = [], [process.pid for process in self.processes]
        while level:
            found += level
            level = [child for parent in level for child in children(parent)]
        return found

    def receivers(self, starters):
        for starter in starters:
            for child in children(starter):
                try:
                    if os.readlink(f'/proc/{child}/exe') == str(self.site.program):
                        yield child
                except OSError:
                    pass

    def logs(self):
        return ''.join(log.read_text(errors='replace') for log in self.folder.glob('*.log'))

    def stop(self):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()

    def ask(self, method, path, body=None, headers={}):
        request = urllib.request.Request(f'http://127.0.0.1:{self.port}{path}', data=body, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read().decode(), answer.headers
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(errors='replace'), error.headers

    def deliver(self, delivery):
        return self.answer_to(delivery.request(f'127.0.0.1:{self.port}'))

    def answer_to(self, request, pieces=1):
        """The status of the answer to the bytes of a request, which are sent in so many pieces."""
        request = request.replace(b'\r\n', b'\r\nConnection: close\r\n', 1)
        size = -(-len(request) // pieces)
        with socket.create_connection(('127.0.0.1', self.port), 30) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for start in range(0, len(request), size):
                if start:
                    time.sleep(0.05)
                connection.sendall(request[start:start + size])
            answer = b''
            while chunk := connection.recv(65536):
                answer += chunk
        return int(answer.split()[1])


def single_requests(server, site):
    ask = server.ask
    token = VERIFY_TOKEN.replace(' ', '+')
    check(ask('GET', f'/webhook/meta?hub.mode=subscribe&hub.verify_token={token}&hub.challenge=1158201444')[:2] == (200, '1158201444'), "Meta's handshake is answered")
    check(ask('GET', '/webhook/meta?hub.mode=subscribe&hub.verify_token=x&hub.challenge=1')[0] == 403, 'a wrong word is refused')
    check(ask('TRACE', '/webhook/meta')[0] == 405, 'the server sends nobody their own headers back')
    check(ask('GET', '/webhook/meta?--help')[0] == 403 and ask('GET', '/webhook/meta?check+/etc/passwd')[0] == 403, 'a query is never taken for arguments')
    check(ask('GET', '/webhook/twilio')[0] == 405 and ask('GET', '/webhook/twilio')[2].get('Allow') == 'POST', 'another method is refused with Allow')
    for path in ['/webhook', '/webhook/', '/webhook/other', '/webhook/meta/', '/webhook/meta%00', '/webhook/other/meta']:
        check(ask('GET', path)[0] in (400, 404), f'no such address: {path}')
    for method in ['HEAD', 'OPTIONS', 'PUT', 'DELETE']:
        status, body, head = ask(method, '/webhook/meta')
        check((status, head.get('Allow'), body) == (405, 'GET, POST', ''), f'{method} is refused with Allow')
    for path in ['//webhook/meta', '/webhook/../webhook/meta', '/webhook/twilio/%2e%2e/meta', '/webhook/%6deta']:
        check(ask('GET', path)[0] == 403, f'another way to write the address opens nothing: {path}')
    for path in ['/webhook/.env', '/webhook/meta;x', '/webhook/meta/..;/', '/WEBHOOK/meta', '/webhookmeta']:
        check(ask('GET', path)[0] == 404, f'no such address: {path}')
    poison = {'META-VERIFY-TOKEN': 'x', 'META_VERIFY_TOKEN': 'x', 'Attribution-Settings': '/tmp/x', 'Proxy': 'http://127.0.0.1:1'}
    check(ask('GET', '/webhook/meta?hub.mode=subscribe&hub.verify_token=x&hub.challenge=1', headers=poison)[0] == 403, 'no header poses as a setting')
    check(ask('GET', '/webhook/meta')[2].get_all('Cache-Control') == ['no-store'], 'no answer of the webhook is kept')
    check(ask('GET', '/nowhere')[0] == 404 and ask('GET', '/')[0] == 200, 'the site itself is served')
    good = meta([('wamid.one', '66810000001', f'Code: {site.codes[0]}. Hello!')])
    json_type = {'Content-Type': 'application/json'}
    check(ask('POST', '/webhook/meta', good.body, json_type)[0] == 403, 'an unsigned message is refused')
    check(ask('POST', '/webhook/meta', b'x' * (10 << 20), json_type)[0] == 413, 'ten megabytes are refused')
    check(ask('POST', '/webhook/meta', b'x' * (3 << 20), json_type)[0] == 403, 'three megabytes without a signature are refused')
    check(ask('POST', '/webhook/meta', good.body, {'Content-Type': 'text/plain'})[0] == 415, 'another type is refused')
    check(ask('POST', '/webhook/twilio', b'x=y', {'Content-Type': 'application/x-www-form-urlencoded'})[0] == 403, "the guides' curl without a signature is refused with 403")
    check(site.stored() == [], 'what was refused left nothing behind')
    check(server.answer_to(good.request('x').replace(b'\r\n\r\n', b'\r\n' + good.signature + b'\r\n\r\n', 1).replace(good.signature, b'X-Hub-Signature-256: sha256=00', 1)) != 200,
          'a second signature does not help a wrong one')
    check(site.stored() == [], 'nor is anything stored')
    check(server.answer_to(good.chunked()) in ([411] if server.name == 'apache' else [200]), 'a body in chunks is accepted where the server tells its length, and refused where it does not')
    site.new_log()
    check(server.answer_to(good.request('x'), pieces=20) == 200, 'a body that comes in drops is accepted')
    site.new_log()
    check(server.deliver(good) == 200 and server.deliver(good) == 200, 'a signed message of Meta is accepted, and accepted again')
    check(server.deliver(meta([('wamid.one', '66810000001', 'other bytes'), ('wamid.two', '66810000002', 'hi')])) == 200, 'a batch with a repeat is accepted')
    form = twilio('SM1', '66810000003', f'Код: {site.codes[1]} + & = %', PUBLIC + '/twilio')
    check(server.deliver(form) == 200 and server.deliver(form) == 200, 'a signed message of Twilio is accepted, and accepted again')
    big = meta([(f'wamid.big{n}', f'6682{n:07}', 'x' * 2_800) for n in range(1_000)])
    check(len(big.body) < 4 << 20 and server.deliver(big) == 200, f'a thousand messages at once ({len(big.body) >> 10} KB) are accepted')
    check(site.stored()[:3] == ['wamid.one', 'wamid.two', 'SM1'] and len(site.stored()) == 1_003, 'each is stored once')
    if server.name == 'apache':
        shared = meta([('wamid.shared', '66810000006', 'hi')]).request('x').replace(b'/webhook/', b'/cgi-bin/webhook/', 1)
        check(server.answer_to(shared) == 200 and site.stored()[-1] == 'wamid.shared', "a message through the script of a shared host's cgi-bin is stored")
    os.rename(site.leads, str(site.leads) + '.away')
    late = meta([('wamid.late', '66810000004', 'hi')])
    check(server.deliver(late) >= 500, 'storage that is missing is said to the sender')
    os.rename(str(site.leads) + '.away', site.leads)
    check(server.deliver(late) == 200 and site.stored()[-1] == 'wamid.late', 'and the next delivery is stored')
    site.settings.chmod(0o644)
    check(server.deliver(meta([('wamid.open', '66810000005', 'hi')])) == 503, 'keys that everybody may read are not used')
    site.settings.chmod(0o600)


def full_disk(server, site):
    """A log on a disk of 256 KB, where this user may mount one."""
    site.new_log()
    if os.getuid() != 0 or subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=256k,mode=777', 'tmpfs', site.leads], capture_output=True).returncode != 0:
        return print('  (no small disk can be mounted here; a full one was not tried)')
    try:
        accepted, refused = set(), []
        while len(refused) < 5 and len(accepted) < 1_000:
            delivery = meta([(f'wamid.full.{len(accepted)}.{part}', '66860000000', 'x' * 700) for part in range(3)])
            status = server.deliver(delivery)
            if status == 200:
                accepted.update(delivery.ids)
            else:
                refused.append(status)
        check(refused == [507] * 5 and accepted, 'a full disk is said to the sender')
        check(set(site.stored()) == accepted, 'nothing accepted is lost on a full disk, and nothing else is stored')
        subprocess.run(['mount', '-o', 'remount,size=4m', site.leads], check=True)
        check([server.deliver(delivery), server.deliver(delivery)] == [200, 200] and sorted(site.stored()) == sorted(accepted | set(delivery.ids)), 'sent again when there is room, it is stored once')
    finally:
        subprocess.run(['umount', '-l', site.leads])


def demonstration(server, site):
    """Some deliveries of both channels, and the report that the owner sees."""
    site.new_log()
    people = [(f'6684{number:07}', site.codes[code]) for number, code in enumerate([0, 0, 0, 1, 1, 2])]
    for number, (phone, code) in enumerate(people):
        if number % 2:
            channel, text = 'Twilio', f'Code: {code}. Hello!'
            delivery = twilio(f'SM{number:032}', phone, text, PUBLIC + '/twilio')
        else:
            channel, text = 'Meta', f'Код: {code.lower()}. Здравствуйте!'
            delivery = meta([(f'wamid.{number}', phone, text)])
        check([server.deliver(delivery), server.deliver(delivery)] == [200, 200], f'{channel} delivers “{text}” of +{phone}, twice')
    outcome = site.run('check', str(site.leads), '--manifest', str(site.folder / 'manifest.json'))
    print(''.join(f'  | {line}\n' for line in outcome.stdout.splitlines()), end='', flush=True)
    expected = [('Partner 0', '3'), ('Partner 1', '2'), ('Partner 2', '1')]
    shown = [tuple(re.split(r'  +', line)[:2]) for line in outcome.stdout.splitlines()[1:4]]
    check(outcome.returncode == 0 and shown == expected and '6 leads from 6 messages with a code, of 6 messages' in outcome.stdout, 'the report shows the leads')


def killer(server, answered, share, killed, stop):
    """Kills receivers at random moments, so that `share` of the deliveries lose theirs."""
    chance = random.Random(7)
    starters = server.starters()
    while not stop.is_set():
        time.sleep(chance.random() * 0.02)
        if killed.value < share * answered.value + 1:
            receivers = list(server.receivers(starters))
            if receivers:
                try:
                    os.kill(chance.choice(receivers), signal.SIGKILL)
                    killed.value += 1
                except ProcessLookupError:
                    pass


def storm(server, site, seconds, share):
    def deliveries():
        number = 0
        while True:
            number += 1
            text = f'Code: {site.codes[number % len(site.codes)]}. Hello!' if number % 2 else f'Здравствуйте, есть машины? {number}'
            phone = f'79{number:09}'
            if number % 3 == 0:
                yield meta([(f'wamid.{number}.{part}', phone, f'{text} {part}') for part in range(number % 4 + 1)])
            elif number % 3 == 1:
                yield meta([(f'wamid.{number}', phone, text)])
            else:
                yield twilio(f'SM{number:032}', phone, text, PUBLIC + '/twilio')
    answered, killed, stop = multiprocessing.Value('q', 0), multiprocessing.Value('q', 0), multiprocessing.Event()
    process = multiprocessing.Process(target=killer, args=(server, answered, share, killed, stop))
    process.start()
    try:
        play = Play(server.port, deliveries(), seconds, answered=answered).run()
    finally:
        stop.set()
        process.join(10)
    total = sum(play.statuses.values())
    sent = {id for delivery, _ in play.sent for id in delivery.ids}
    stored = site.stored()
    play.killed, play.lost, play.doubled = killed.value, len(play.accepted - set(stored)), len(stored) - len(set(stored))
    print(f'  {total} deliveries in {seconds} s, {killed.value} programs killed, answers {play.statuses}; '
          f'p50 {play.percentile(0.5):.0f} ms, p90 {play.percentile(0.9):.0f} ms, p99 {play.percentile(0.99):.0f} ms, most {play.percentile(1):.0f} ms', flush=True)
    check(share == 0 or killed.value >= 0.8 * share * total, f'{share:.0%} of the programs were killed')
    check(set(stored) >= play.accepted, 'nothing accepted is lost')
    check(len(stored) == len(set(stored)), 'nothing is stored twice')
    check(play.accepted == sent and set(stored) == sent, 'everything is accepted in the end')
    return play


BASELINE = r'''
#include <stdlib.h>
#include <unistd.h>
/* The least that a CGI program can do: it reads its body and says 200. */
int main(void) {
    static char buffer[65536];
    const char *length = getenv("CONTENT_LENGTH");
    long left = length ? atol(length) : 0, got;
    while (left > 0 && (got = read(0, buffer, sizeof buffer)) > 0) left -= got;
    static const char answer[] = "Status: 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 0\r\n\r\n";
    return write(1, answer, sizeof answer - 1) < 0;
}
'''


def baseline(site):
    """The path of a program in C that only answers; nil where nothing here can make one."""
    compiler = shutil.which('cc') or shutil.which('gcc') or shutil.which('clang')
    source, program = site.folder / 'baseline.c', site.folder / 'baseline'
    source.write_text(BASELINE)
    if not compiler or subprocess.run([compiler, '-O2', '-static', source, '-o', program], capture_output=True).returncode != 0:
        return None
    return program


def processor_time(site, program, count=300):
    """Milliseconds of processor time of one delivery: the program alone, one after the other, with a log of its own."""
    site.new_log()
    values = {'GATEWAY_INTERFACE': 'CGI/1.1', 'REQUEST_METHOD': 'POST', 'PATH_INFO': '/meta', 'CONTENT_TYPE': 'application/json', 'PATH': '/usr/bin:/bin',
              'ATTRIBUTION_SETTINGS': str(site.settings)}
    output, spent, faults = os.open('/dev/null', os.O_WRONLY), 0, 0
    for number in range(count):
        delivery = meta([(f'wamid.t{number}', f'6685{number:07}', f'Code: {site.codes[number % len(site.codes)]}. Hello!')])
        values |= {'CONTENT_LENGTH': str(len(delivery.body)), 'HTTP_X_HUB_SIGNATURE_256': delivery.head.decode().split('256: ')[1].strip()}
        reading, writing = os.pipe()
        os.write(writing, delivery.body)
        os.close(writing)
        process = os.posix_spawn(program, [str(program)], values, file_actions=[(os.POSIX_SPAWN_DUP2, reading, 0), (os.POSIX_SPAWN_DUP2, output, 1)])
        os.close(reading)
        use = os.wait4(process, 0)[2]
        spent += use.ru_utime + use.ru_stime
        faults += use.ru_minflt
    os.close(output)
    site.new_log()
    return spent / count * 1_000, faults / count


def least(server, site, program, seconds):
    """The same load with a program in C in the receiver's place: what the servers, the clients and this machine take by themselves."""
    real = site.folder / 'attribution.away'
    os.rename(site.program, real)
    try:
        shutil.copy(program, site.program)
        number = iter(range(10_000_000))
        play = Play(server.port, (meta([(f'wamid.{n}', f'79{n:09}', 'Code: KTM482. Hello!')]) for n in number), seconds).run()
    finally:
        os.replace(real, site.program)
    print(f'  a program in C that only answers: {sum(play.statuses.values())} deliveries in {seconds:.0f} s; p50 {play.percentile(0.5):.0f} ms, p90 {play.percentile(0.9):.0f} ms, '
          f'p99 {play.percentile(0.99):.0f} ms', flush=True)
    return play


def save(path, rows, own, least_own, options, before, passed):
    """Writes what was measured as a page."""
    model = next((line.split(':', 1)[1].strip() for line in open('/proc/cpuinfo') if line.startswith('model name')), 'unknown processor')
    lines = ['# How quickly the receiver answers', '',
             'Written by `Benchmarks/webhook --save`: 50 deliveries at once through nginx and through Apache, as fast as they are answered, a fifth of them repeats, with '
             f'{options.codes:,} codes, while {options.kill:.0%} of the', 'programs are killed. It fails where anything is lost or stored twice, or where the 99th percentile '
             f'reaches {options.p99 or 150:.0f} ms. Clients, server and programs share the machine.', '',
             f'{time.strftime("%d %B %Y, %H:%M", time.gmtime())} UTC, {os.cpu_count()} cores ({model}), load average {before[0]:.1f} before and {os.getloadavg()[0]:.1f} after. '
             + ('**All held.**' if passed else '**Not all held:** ' + '; '.join(failures) + '.'), '',
             '| | deliveries | a second | killed | p50 | p90 | p99 | most | lost | stored twice |', '|---|---|---|---|---|---|---|---|---|---|']
    for name, play, bare in rows:
        def row(title, play, seconds, rest):
            total = sum(play.statuses.values())
            return (f'| {title} | {total:,} | {total / seconds:,.0f} | {rest[0]} | ' + ' | '.join(f'{play.percentile(share):.0f} ms' for share in [0.5, 0.9, 0.99, 1]) + f' | {rest[1]} | {rest[2]} |')
        lines.append(row(f'{name}, {options.seconds:.0f} s', play, options.seconds, (f'{play.killed:,}', play.lost, play.doubled)))
        if bare:
            lines.append(row(f'{name}, a program in C that only answers, {bare.seconds:.0f} s', bare, bare.seconds, ('', '', '')))
    lines += ['', f'One delivery alone costs the receiver {own[0]:.1f} ms of processor time ({own[1]:.0f} page faults)'
              + (f', and a static program in C that reads the body and says 200 {least_own[0]:.1f} ms ({least_own[1]:.0f}).' if least_own else '.')
              + ' The receiver checks the signature, looks for the id', 'in nine days, and waits for the disk.',
              f'The clients took {", ".join(f"{play.processor_seconds / max(1, sum(play.statuses.values())) * 1000:.2f} ms of processor time a delivery with {name}" for name, play, _ in rows)}.', '']
    path.write_text('\n'.join(lines))


def report(site):
    """`attribution check` over the log, split over two machines with some messages in both."""
    lines = [line for file in sorted(site.leads.glob('*.jsonl')) for line in file.read_text().splitlines()]
    for machine, part in [('one', lines[:len(lines) * 2 // 3]), ('two', lines[len(lines) // 3:])]:
        folder = site.folder / f'machine-{machine}'
        folder.mkdir(exist_ok=True)
        (folder / '2026-11-22.jsonl').write_text('\n'.join(part) + '\n')
    people = {json.loads(line)['keys'][0] for line in lines if 'Code: ' in json.loads(line)['text'] or 'Код: ' in json.loads(line)['text']}
    summaries = []
    for folders in [[str(site.leads)], [str(site.folder / 'machine-one'), str(site.folder / 'machine-two')]]:
        outcome = site.run('check', *folders, '--manifest', str(site.folder / 'manifest.json'), '--format', 'jsonl')
        summaries.append(json.loads(outcome.stdout.splitlines()[-1]))
    check(summaries[0]['leads'] == len(people), f'the report shows each of the {len(people)} people with a code as a lead')
    check(all(summaries[0][key] == summaries[1][key] for key in ['messages', 'leads', 'partners']), 'the logs of two machines, which share messages, give the same report')
    query(site, outcome.stdout, summaries[0])


def query(site, judged, summary):
    """The queries of docs/webhooks.md, where DuckDB is installed (`pip install duckdb`): they count as the report does."""
    try:
        import duckdb
    except ImportError:
        return print('  (DuckDB is not installed; the queries of docs/webhooks.md were not tried)')
    (site.folder / 'judged.jsonl').write_text(judged)
    text = re.search(r'```sql\n(.*?)```', (PACKAGE / 'docs/webhooks.md').read_text(), re.S)[1]
    text = text.replace("'/var/lib/attribution/leads/", f"'{site.folder}/machine-*/").replace("'judged.jsonl'", f"'{site.folder}/judged.jsonl'")
    days, leads = (duckdb.sql(part).fetchall() for part in text.split(';')[:2])
    check(sum(messages for _, messages, _ in days) == summary['messages'], 'the first query of docs/webhooks.md counts each message once')
    check(dict(leads) == {partner['partner']: partner['leads'] for partner in summary['partners']}, 'the second gives the leads of the report')


class Sink(http.server.ThreadingHTTPServer):
    """A CRM on loopback that keeps what it gets, or answers with another status."""

    def __init__(self):
        self.got, self.status = [], 200

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers['Content-Length']))
                if self.server.status == 200:
                    self.server.got.append((self.headers['Idempotency-Key'], json.loads(body)))
                self.send_response(self.server.status)
                self.end_headers()

            def log_message(self, *_):
                pass
        super().__init__(('127.0.0.1', 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()


def waiting_entries(site):
    entries = []
    for file in site.leads.glob('.outbox/pending/*.json'):
        try:
            entries.append(json.loads(file.read_text()) | {'file': file})
        except FileNotFoundError:
            pass
    return entries


def make_due(site):
    """As if the time that entries wait had passed."""
    for entry in waiting_entries(site):
        file = entry.pop('file')
        file.write_text(json.dumps(entry | {'notBefore': 0}, ensure_ascii=False))


def units():
    """systemd's own opinion of the units, where systemd is installed."""
    if not shutil.which('systemd-analyze'):
        return print('  (systemd is not installed; its units were not looked at)')
    with tempfile.TemporaryDirectory() as folder:
        for file in ['attribution-notify.service', 'attribution-notify.timer']:
            text = (PACKAGE / 'docs/deploy' / file).read_text()
            (pathlib.Path(folder) / file).write_text(text.replace('/usr/local/bin/attribution', '/bin/true'))
        outcome = subprocess.run(['systemd-analyze', 'verify', *sorted(pathlib.Path(folder).glob('*.*'))], capture_output=True, text=True, timeout=60)
        said = [line for line in outcome.stderr.splitlines() if 'attribution' in line]
        check(outcome.returncode == 0 and not said, 'systemd finds nothing wrong with the units' + ''.join(f'\n       {line}' for line in said))


def notices(server, site):
    sink = Sink()
    site.new_log()
    site.configure(ATTRIBUTION_NOTIFY_URL=f'http://127.0.0.1:{sink.server_port}/crm')

    def deliver(number, text):
        return server.deliver(meta([(f'wamid.n{number}', f'6683{number:07}', text)]))

    def waited(count, seconds=30):
        deadline = time.monotonic() + seconds
        while len(sink.got) < count and time.monotonic() < deadline:
            time.sleep(0.05)
        return len(sink.got)
    answers = [deliver(number, f'Code: {site.codes[number]}') for number in range(5)] + [deliver(4, 'and 4 people'), deliver(9, 'no code')]
    check(answers == [200] * 7 and waited(5) == 5, 'a CRM hears of each new lead by itself')
    check(sorted(notice['code'] for _, notice in sink.got) == sorted(site.codes[:5]), 'and of which partner it is')
    time.sleep(1)
    sink.status = 503
    start = time.monotonic()
    check(deliver(20, f'Code: {site.codes[20]}') == 200 and time.monotonic() - start < 2, 'a CRM that fails does not delay the answer')
    deadline = time.monotonic() + 20
    while not list(site.leads.glob('.outbox/pending/*.json')) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(1)
    sink.status = 200
    outcome = site.run('notify', '--now')
    check(outcome.returncode == 0 and waited(6) == 6 and len({key for key, _ in sink.got}) == 6, 'and hears of the lead when it is back, once')
    for name, tick in [('cron', site.cron), ('timer', site.timer)]:
        sink.status, count = 503, len(sink.got)
        check(deliver(f'3{count}', f'Code: {site.codes[30 + count]}') == 200, f'{name}: while the CRM fails, a message is taken')
        deadline = time.monotonic() + 20
        while not [entry for entry in waiting_entries(site) if entry['attempts']] and time.monotonic() < deadline:
            time.sleep(0.05)
        sink.status = 200
        make_due(site)
        outcome = tick()
        check(outcome.returncode == 0 and outcome.stdout + outcome.stderr == '' and waited(count + 1) == count + 1, f'{name}: a minute in which nobody writes tells of it')
    check(not list(site.leads.glob('.outbox/*/*.json')), 'nothing is left in the outbox')
    sink.shutdown()
    site.configure()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('servers', nargs='*', help='nginx, apache, lighttpd; those that are installed by default')
    parser.add_argument('--seconds', type=float, default=5)
    parser.add_argument('--codes', type=int, default=10_000)
    parser.add_argument('--program', help='the built program; .build/release/attribution or .build/debug/attribution by default')
    parser.add_argument('--kill', type=float, default=0.05, help='the share of deliveries whose program is killed')
    parser.add_argument('--p99', type=float, help='fail where the 99th percentile is above so many milliseconds')
    parser.add_argument('--least', type=float, default=0, help='play so many seconds to a program in C as well, to compare')
    parser.add_argument('--save', type=pathlib.Path, help='write the figures to this file')
    options = parser.parse_args()
    os.environ['PATH'] = os.environ.get('PATH', '') + ':/usr/sbin'
    installed = {'nginx': shutil.which('nginx') and shutil.which('fcgiwrap'), 'apache': shutil.which('apache2') and os.path.exists('/usr/lib/apache2/modules/mod_cgid.so'),
                 'lighttpd': shutil.which('lighttpd')}
    names = options.servers or [name for name in installed if installed[name]]
    if not names or not all(installed.get(name) for name in names):
        print('Server tests SKIPPED: nginx with fcgiwrap, apache2 or lighttpd is not installed')
        return 77
    candidates = [options.program] if options.program else [PACKAGE / '.build/release/attribution', PACKAGE / '.build/debug/attribution']
    program = next((path for path in candidates if os.path.exists(path)), None)
    if program is None:
        print('Server tests cannot run: build the program first (`swift build --product attribution`)')
        return 2
    site, rows, before = Site(program, options.codes), [], os.getloadavg()
    try:
        print('units', flush=True)
        units()
        bare = baseline(site) if options.least else None
        own = processor_time(site, site.program) if options.least else None
        least_own = processor_time(site, bare) if bare else None
        if own:
            print(f'one delivery costs {own[0]:.2f} ms of processor time' + (f', a program in C that only answers {least_own[0]:.2f} ms' if least_own else ''), flush=True)
        for name in names:
            site.new_log()
            server = Server(name, site)
            print(f'{name}, http://127.0.0.1:{server.port}/webhook', flush=True)
            try:
                print(' one request at a time', flush=True)
                single_requests(server, site)
                print(' a full disk', flush=True)
                full_disk(server, site)
                print(' from messages of both channels to the report', flush=True)
                demonstration(server, site)
                site.new_log()
                print(f' {options.seconds:.0f} s of 50 deliveries at once, a fifth of them repeats', flush=True)
                play = storm(server, site, options.seconds, options.kill)
                if options.p99:
                    check(play.percentile(0.99) < options.p99, f'{name}: 99 of 100 answers come within {options.p99:.0f} ms')
                rows.append((name, play, least(server, site, bare, options.least) if bare else None))
                print(' the report of what they left, read on one machine and on two', flush=True)
                report(site)
                if shutil.which('curl'):
                    print(' notices of new leads', flush=True)
                    notices(server, site)
                check('/webhook/meta' in server.logs() and not any(secret in server.logs() for secret in SECRETS + [VERIFY_TOKEN, VERIFY_TOKEN.replace(' ', '+')]),
                      "no key stands in the server's logs")
            finally:
                server.stop()
    finally:
        site.remove()
    if options.save:
        save(options.save, rows, own or (0, 0), least_own, options, before, not failures)
    print(f'{len(failures)} failed' if failures else 'all passed')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())

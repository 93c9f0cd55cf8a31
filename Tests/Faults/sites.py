"""Sites for the fault tests, what is done to them, and what has to hold of them whatever befell the program."""
import json, os, pathlib, re, shutil, subprocess
from faults import tree

MARK = '<!doctype html><meta name="generator" content="sitegen">'
FILES = {
    'site.json': '''{"baseURL": "https://cars.example/", "business": {"name": "Cars", "phone": "+66 81 234 5678"}, "languages": ["ru", "en"],
 "message": {"ru": "Код: {{code}}. Здравствуйте!", "en": "Code: {{code}}. Hello!"}}\n''',
    'templates/page.mustache': MARK + '<a href="{{whatsapp.href}}">{{whatsapp.text}}</a>' + '<p>{{site.name}}</p>\n' * 300,
    'templates/home.mustache': MARK + '<a href="{{whatsapp.href}}">{{site.name}}</a>\n',
    'templates/404.mustache': MARK + '<a href="{{page.root}}">{{site.name}}</a>\n',
    'templates/kit.mustache': MARK + '<p>{{kit.code}} {{kit.pageURL}}</p>\n',
    'templates/assets/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"></svg>\n',
    'partners/hotel.json': '{"name": "Hotel", "code": "SUNRISE5"}\n',
    'partners/cafe.json': '{"name": "Café"}\n',
}
FOREIGN = {'public/CNAME': 'cars.example\n', 'public/hotel/photo.jpg': 'mine\n', 'public/en/notes.txt': 'mine\n'}
# How the trace of a call names the output folder, and the draft of one.
OUTPUT_NAMES = ('/public', '/elsewhere/site', '"public"', '"site"')
DRAFT_NAMES = ('.public.sitegen-new', '.site.sitegen-new')
CODE = re.compile(rb'(?:\xd0\x9a\xd0\xbe\xd0\xb4|Code): ([A-Z0-9]{4,12})\.')


class Scenario:
    """`prepare(folder, sitegen)` makes what is there before; `command` is run in it with faults and, afterwards, without."""

    def __init__(self, name, prepare, command, again=(0,)):
        self.name, self.prepare, self.command, self.again = name, prepare, command, again


def write(folder, files):
    for name, text in files.items():
        path = pathlib.Path(folder, name)
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)


def built(changes=None, files=FILES):
    """A site that is built, with files of people in it, and then changed."""
    def prepare(folder, sitegen):
        write(folder, {**files, **{name: text for name, text in FOREIGN.items() if name != 'public/en/notes.txt'}})
        sitegen(folder, 'build')
        write(folder, FOREIGN)
        write(folder, changes or {})
    return prepare


def ledger_lost(folder, sitegen):
    built()(folder, sitegen)
    write(folder, {'partners/codes.jsonl': None})


def conflict(folder, sitegen):
    built()(folder, sitegen)
    with open(folder + '/partners/codes.jsonl', 'a') as ledger:
        ledger.write('{"code":"SUNRISE6","partner":"cafe","issued":"2099-01-01"}\n')


def interrupted(folder, sitegen):
    """As a build leaves it that was killed between the pages and the manifest; its owner then changes something else."""
    built({'partners/spa.json': '{"name": "Spa"}\n'})(folder, sitegen)
    before = pathlib.Path(folder, 'manifest.json').read_bytes()
    sitegen(folder, 'build')
    os.rename(folder + '/manifest.json', folder + '/manifest.json.next')
    pathlib.Path(folder, 'manifest.json').write_bytes(before)
    write(folder, {'partners/moon.json': '{"name": "Moon"}\n'})


SHEET = 'id,name,code,slug\nhotel,Hotel,SUNRISE5,\nspa,Spa,,spa-1\nmoon,Moon,MOON77,\n'
ONE_LANGUAGE = '{"baseURL": "https://cars.example/", "business": {"name": "Cars", "phone": "+66 81 234 5678"}, "languages": ["ru"], "message": "Код: {{code}}. Здравствуйте!"}\n'
BUILD = ['build', '--quiet']
SCENARIOS = [
    Scenario('first build', lambda folder, sitegen: write(folder, {**FILES, 'public/CNAME': 'cars.example\n'}), BUILD),
    Scenario('first build, no output folder', lambda folder, sitegen: write(folder, FILES), BUILD),
    Scenario('partner added', built({'partners/spa.json': '{"name": "Spa"}\n'}), BUILD),
    Scenario('partner renamed', built({'partners/hotel.json': None, 'partners/inn.json': '{"name": "Hotel", "new": true}\n'}), BUILD),
    Scenario('same partner, other file', built({'partners/cafe.json': None, 'partners/bar.json': '{"name": "Bar", "id": "cafe"}\n'}), BUILD),
    Scenario('partner retired', built({'partners/cafe.json': None, 'partners/hotel.json': '{"name": "Hotel", "code": "SUNRISE5", "status": "retired"}\n'}), BUILD),
    Scenario('slug changed', built({'partners/hotel.json': '{"name": "Hotel", "code": "SUNRISE5", "slug": "sunrise"}\n'}), BUILD),
    Scenario('template changed', built({'templates/page.mustache': FILES['templates/page.mustache'] + '<p>new</p>\n'}), BUILD),
    Scenario('language removed', built({'site.json': ONE_LANGUAGE}), BUILD),
    Scenario('kit and picture removed', built({'templates/kit.mustache': None, 'templates/assets/logo.svg': None}), BUILD),
    Scenario('vanity code changed', built({'partners/hotel.json': '{"name": "Hotel", "code": "MOONLIGHT"}\n'}), BUILD),
    Scenario('second output', built({'partners/spa.json': '{"name": "Spa"}\n'}), BUILD + ['--output', 'elsewhere/site']),
    Scenario('spreadsheet', built({'partners/hotel.json': None, 'partners/list.csv': SHEET}), BUILD),
    Scenario('after a killed build', interrupted, BUILD),
    Scenario('new', built(), ['new', 'Spa', '--code', 'MOON77', '--quiet'], again=(0, 1)),
    Scenario('new, no folder', lambda folder, sitegen: write(folder, {n: t for n, t in FILES.items() if not n.startswith('partners')}), ['new', 'Spa', '--quiet'], again=(0, 1)),
    Scenario('init', lambda folder, sitegen: None, ['init', 'site', '--name', 'Cars', '--phone', '+66812345678', '--spreadsheet', '--quiet'], again=(0, 1)),
    Scenario('codes recover', ledger_lost, ['codes', 'recover', '--quiet']),
    Scenario('codes withdraw', conflict, ['codes', 'withdraw', 'SUNRISE6', 'cafe', '--quiet'], again=(0, 1)),
]


def is_temporary(path):
    return any(name.startswith('.') and name.endswith('.sitegen-new') for name in path.split('/'))


def begins_output(call, text):
    """Whether a call that changes something makes a folder of the output, or a file of it or of its draft."""
    if any(name in text for name in DRAFT_NAMES):
        return call == 'openat'
    return call in ('mkdirat', 'openat') and any(name in text for name in OUTPUT_NAMES)


def codes(ledger):
    """The codes of a ledger, each with its owner; raises where a line is damaged."""
    return {(line['code'], line['partner']) for line in map(json.loads, (ledger or b'').decode().splitlines())}


def problems(before, goal, state, outputs=('public/', 'elsewhere/site/')):
    """What is wrong with `state`, given what was there before and what a run without faults makes of it."""
    found = []
    for path, data in state.items():
        if is_temporary(path) or data is None or data in (before.get(path), goal.get(path)):
            continue
        if path.endswith('manifest.json.next') and data == goal.get(path.removesuffix('.next')):
            continue
        found.append(f'{path} is neither old nor new')
    for path, data in before.items():
        if data is not None and path in goal and path not in state:
            found.append(f'{path} is gone')
    name = 'partners/codes.jsonl'
    if not any(name in problem for problem in found):
        owned = {code for code, _ in codes(state.get(name))}
        for path, data in state.items():
            if data and data != before.get(path) and path.startswith(outputs) and not is_temporary(path):
                found += [f'the ledger lacks {code} of {path}' for code in {c.decode() for c in CODE.findall(data)} - owned]
    return found


def same(left, right):
    """What tells two trees apart."""
    paths = [path for path in sorted({*left, *right}) if left.get(path, 0) != right.get(path, 0)]
    return [f'{path} {"is missing" if path not in left else "is left over" if path not in right else "differs"}' for path in paths]


class Office:
    """The built sitegen, and folders to run it in."""

    def __init__(self, programs, scratch):
        self.program, self.scratch = str(pathlib.Path(programs, 'sitegen').resolve()), scratch
        self.environment = {'PATH': '/usr/bin:/bin', 'LC_ALL': 'C.UTF-8'}

    def sitegen(self, folder, *arguments):
        outcome = subprocess.run([self.program, *arguments], cwd=folder, env=self.environment, capture_output=True, timeout=60, stdin=subprocess.DEVNULL)
        if outcome.returncode:
            raise RuntimeError(f'{arguments} in {folder}: {outcome.stderr.decode()}')

    def prepare(self, scenario):
        """The folders before and after a run without faults."""
        name = scenario.name.replace(' ', '-').replace(',', '')
        before, goal = (os.path.join(self.scratch, name, part) for part in ('before', 'goal'))
        os.makedirs(before)
        if 'second' in scenario.name:
            os.makedirs(before + '/elsewhere')
        scenario.prepare(before, self.sitegen)
        shutil.copytree(before, goal)
        self.sitegen(goal, *scenario.command)
        return before, goal

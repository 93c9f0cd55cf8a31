"""Faults in a program's system calls, by strace: which calls there are, and a run with one of them hit."""
import os, re, subprocess

CALLS = 'openat,write,pwrite64,fsync,ftruncate,renameat,mkdirat,unlinkat,close,flock,read,pread64,getdents64'
# What may befall a call. KILL ends the program in its place; `+` means that it goes wrong from this call on, as on a disk that stays full.
CHANGES = {
    'openat': ['KILL', 'ENOSPC', 'EACCES', 'EROFS', 'EMFILE'],
    'write': ['KILL', 'ENOSPC', 'EIO', 'ENOSPC+'],
    'pwrite64': ['KILL', 'ENOSPC', 'EIO', 'ENOSPC+'],
    'fsync': ['KILL', 'EIO', 'ENOSPC', 'EIO+'],
    'ftruncate': ['KILL', 'EIO'],
    'renameat': ['KILL', 'ENOSPC', 'EIO', 'EROFS+'],
    'mkdirat': ['KILL', 'ENOSPC', 'EROFS', 'EACCES'],
    'unlinkat': ['KILL', 'EIO', 'EROFS'],
    'close': ['KILL', 'EIO'],
    'flock': ['KILL', 'ENOLCK'],
}
READS = {'openat': ['EACCES', 'EIO'], 'read': ['EIO'], 'pread64': ['EIO'], 'getdents64': ['EIO']}
LINE = re.compile(r'^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)')


class Fault:
    """The `ordinal`th call of that name in one program, and what befalls it. `reads` says that it changes nothing on the disk."""

    def __init__(self, call, ordinal, effect, what, reads):
        self.call, self.ordinal, self.effect, self.what, self.reads = call, ordinal, effect, what, reads

    def __str__(self):
        return f'{self.effect} at {self.call} #{self.ordinal} {self.what[:110]}'

    @property
    def injection(self):
        when = f'when={self.ordinal}' + ('+' if self.effect.endswith('+') else '')
        effect = 'signal=SIGKILL:error=EIO' if self.effect == 'KILL' else 'error=' + self.effect.rstrip('+')
        return f'inject={self.call}:{effect}:{when}'


def pinned(processor):
    """One processor, so that the program has one thread and the count of its calls means the same each time."""
    return ['taskset', '-c', str(processor)]


def trace(command, folder, log, processor=0, **options):
    """Runs `command` and returns its calls that concern files below `folder`, in order: (name, ordinal, text, reads)."""
    outcome = subprocess.run([*pinned(processor), 'strace', '-qq', '-y', '-s', '40', '-o', log, '-e', f'trace={CALLS}', '-e', 'signal=none', *command],
                             capture_output=True, timeout=60, **options)
    counts, calls = {}, []
    with open(log, errors='replace') as lines:
        for line in lines:
            match = LINE.match(line)
            if not match:
                continue
            name, arguments, _ = match.groups()
            counts[name] = counts.get(name, 0) + 1
            # Not the program's own libraries, which are named by their whole paths.
            if folder not in arguments.removeprefix(f'AT_FDCWD<{folder}>') and not arguments.startswith(f'AT_FDCWD<{folder}>, "') or f'AT_FDCWD<{folder}>, "/' in arguments:
                if name != 'flock':
                    continue
            reads = name in ('read', 'pread64', 'getdents64') or name == 'openat' and 'O_CREAT' not in arguments
            calls.append((name, counts[name], arguments.replace(folder, ''), reads))
    return outcome, calls


def faults(calls):
    written = set()
    for name, ordinal, text, reads in calls:
        if name == 'close' and not any(path in text for path in written):
            continue
        if name in ('write', 'pwrite64'):
            written.add(text.split('<', 1)[-1].split('>', 1)[0])
        for effect in (READS if reads else CHANGES)[name]:
            yield Fault(name, ordinal, effect, text, reads)


def run(fault, command, processor=0, **options):
    """Runs `command` with the fault; the status is below zero where it was killed."""
    tool = ['strace', '-qq', '-o', '/dev/null', '-e', f'trace={fault.call}', '-e', 'signal=none', '-e', fault.injection]
    outcome = subprocess.run([*pinned(processor), *tool, *command], capture_output=True, timeout=60, **options)
    return outcome


def tree(folder):
    """Every file below `folder` with its bytes, every folder with None."""
    found = {}
    for at, folders, files in os.walk(folder):
        for name in folders:
            found[os.path.relpath(os.path.join(at, name), folder)] = None
        for name in files:
            path = os.path.join(at, name)
            with open(path, 'rb') as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found

"""Real disks that are full or read-only: small ones in memory, which only root may mount."""
import os, shutil, subprocess
import faults, sites


def mount(*arguments):
    return subprocess.run(['mount', *arguments], capture_output=True).returncode == 0


def unmount(place):
    subprocess.run(['umount', place], capture_output=True)


def size(tree):
    """In pages, as such a disk counts."""
    return sum(1 + (len(data or b'') + 4095) // 4096 for data in tree.values())


def sweep(office, cases, scratch, tally):
    """Each case on disks that are too small by one page more each time, and on one that is read-only; the answer is a line to print."""
    place = os.path.join(scratch, 'disk')
    os.makedirs(place)
    if not mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place):
        return 'Full disks SKIPPED: only root may mount them, and not everywhere'
    unmount(place)
    count = 0
    for case in [case for case in cases if case.name in ('first build', 'partner added', 'slug changed', 'codes recover', 'second output', 'new', 'init', 'template changed')]:
        first, last = size(case.before_tree), size(case.goal_tree)
        steps = [('size', pages) for pages in range(max(first, 1), last + 8, max(1, (last - first) // 12))] + [('ro', last + 400)]
        steps += [('inodes', number) for number in range(len(case.before_tree) + 2, len(case.goal_tree) + 4, max(1, (len(case.goal_tree) - len(case.before_tree)) // 6))]
        for kind, amount in steps:
            large = 'size=16m,nr_inodes=0'
            small = {'size': f'size={amount * 4096}', 'inodes': f'size=16m,nr_inodes={amount}', 'ro': 'ro'}[kind]
            if not mount('-t', 'tmpfs', '-o', 'size=16m,nr_inodes=100000', 'tmpfs', place):
                return 'Full disks SKIPPED: the mount failed'
            try:
                work = place + '/site'
                shutil.copytree(case.before, work)
                if not mount('-o', 'remount,' + small, place):
                    continue
                options = {'cwd': work, 'env': office.environment, 'stdin': subprocess.DEVNULL, 'capture_output': True, 'timeout': 60}
                outcome = subprocess.run([office.program, *case.scenario.command], **options)
                found = sites.problems(case.before_tree, case.goal_tree, faults.tree(work))
                if outcome.returncode == 0:
                    found += ['reports success, but: ' + text for text in sites.same(faults.tree(work), case.goal_tree)]
                elif b'error' not in outcome.stderr:
                    found.append('failed without a word')
                mount('-o', 'remount,rw,size=16m,nr_inodes=100000', place)
                again = subprocess.run([office.program, *case.scenario.command], **options)
                if again.returncode not in case.scenario.again:
                    found.append(f'the next run ends with status {again.returncode}: {again.stderr.decode()[-300:]}')
                found += ['after the next run ' + text for text in sites.same(faults.tree(work), case.goal_tree)]
                count += 1
                if found:
                    tally.failures.append(f'{case.name} on a disk with {kind} {amount}:\n      ' + '\n      '.join(found[:4]))
                    print('  FAIL', tally.failures[-1], flush=True)
            finally:
                unmount(place)
    return f'{count} runs on real disks that were full, without room for names, or read-only'

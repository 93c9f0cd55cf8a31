"""The pack: what a build wrote, in the form that `programs/limit.c` reads."""

import os
import struct

from .measuring import files_below


def write_pack(folder, path):
    """Packs all files below `folder`."""
    with open(path, "wb") as pack:
        for entry in files_below(folder):
            with open(entry.path, "rb") as file:
                contents = file.read()
            name = os.path.relpath(entry.path, folder).encode()
            pack.write(struct.pack("<II", len(name), len(contents)) + name + contents)


def size_of(folder):
    """The room that the files below `folder` take, in bytes."""
    return sum(entry.stat().st_blocks * 512 for entry in files_below(folder))

"""A folder that is replaced as a whole: a reader sees the old one or the new one, and a killed build leaves the old."""

import ctypes
import os
import shutil
from collections.abc import Callable
from pathlib import Path

_AT_CURRENT_FOLDER = -100
_EXCHANGE = 2


def replace_folder(target: Path, fill: Callable[[Path], None]) -> None:
    """Replace the folder `target` by one that `fill` writes into an empty folder beside it.

    What an earlier, killed replacement left behind is put right first. When `fill` raises, the target is untouched.

    Raises:
        OSError: a folder cannot be written or renamed.

    """
    beside, old = folder_beside(target), _old_folder(target)
    _put_right(target, beside, old)
    beside.mkdir(parents=True)
    try:
        fill(beside)
        _to_disk(beside)
        _swap(beside, target, old)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        if target.is_dir():
            shutil.rmtree(old, ignore_errors=True)


def folder_beside(target: Path) -> Path:
    """Return where a replacement is written before it takes its place."""
    return target.with_name(f".{target.name}.new")


def _old_folder(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _put_right(target: Path, beside: Path, old: Path) -> None:
    # Killed between the two renames of the plain way, a replacement leaves the last good folder under the old name.
    if old.is_dir() and not target.exists():
        old.rename(target)
    for folder in (beside, old):
        if folder.exists():
            shutil.rmtree(folder)


def _swap(beside: Path, target: Path, old: Path) -> None:
    if not target.exists():
        beside.rename(target)
    elif not _exchange(beside, target):
        target.rename(old)
        beside.rename(target)
    _sync_folder(target.parent)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; return False where the system or the file system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    if rename is None:
        return False
    status: int = rename(_AT_CURRENT_FOLDER, os.fsencode(one), _AT_CURRENT_FOLDER, os.fsencode(other), _EXCHANGE)
    return status == 0


def _to_disk(folder: Path) -> None:
    folders = [folder]
    for path in sorted(folder.rglob("*")):
        if path.is_dir():
            folders.append(path)
            continue
        with path.open("rb") as file:
            os.fsync(file.fileno())
    for each in reversed(folders):
        _sync_folder(each)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

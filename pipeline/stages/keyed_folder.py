"""A folder with one file an item, each under the key of what it was made from: only what changed is made anew.

What the folder holds in the end depends on the items alone, not on what it held before.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.errors import DatasetError

SUFFIX = ".jsonl"


def program_digest(parts: Iterable[Path]) -> str:
    """Return the SHA-256 of the files of a program, folders with all that is in them but compiled code."""
    digest = hashlib.sha256()
    for path in sorted({file for part in parts for file in _files(part)}):
        digest.update(f"{path.as_posix()}\n{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _files(part: Path) -> list[Path]:
    if part.is_file():
        return [part]
    return [path for path in part.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def key_of(*parts: str | bytes) -> str:
    """Return the key of an item made from these parts."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def is_current(folder: Path, name: str, key: str) -> bool:
    """Return whether the folder holds a whole file of that name made from that key."""
    try:
        with (folder / f"{name}{SUFFIX}").open(encoding="ascii") as file:
            head = json.loads(file.readline())
            record = file.readline()
            rest = file.read()
    except (OSError, ValueError):
        return False
    return head == {"key": key, "sha256": _digest(record.removesuffix("\n"))} and record.endswith("\n") and not rest


def write_item(folder: Path, name: str, key: str, record: str) -> None:
    """Write the file of an item, whole or not at all; `record` is one line of ASCII."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}{SUFFIX}"
    beside = folder / f".{hashlib.sha256(name.encode()).hexdigest()[:16]}.new"
    head = json.dumps({"key": key, "sha256": _digest(record)})
    beside.write_text(f"{head}\n{record}\n", encoding="ascii", newline="\n")
    beside.replace(path)


def remove_others(folder: Path, names: Iterable[str]) -> None:
    """Remove from the folder whatever is not the file of a name: items that are gone, pieces of a killed build."""
    wanted = {f"{name}{SUFFIX}" for name in names}
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.iterdir()):
        if path.name in wanted:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def item_names(folder: Path) -> Sequence[str]:
    """Return the names of the items in a folder, in order."""
    return sorted(path.name.removesuffix(SUFFIX) for path in folder.glob(f"*{SUFFIX}"))


def read_item(folder: Path, name: str) -> str:
    """Return the record of an item.

    Raises:
        DatasetError: the file is missing or not whole.

    """
    path = folder / f"{name}{SUFFIX}"
    try:
        head, record = path.read_text(encoding="ascii").splitlines()
        whole = json.loads(head)["sha256"] == _digest(record)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise DatasetError(f"{path}: this file of the build is damaged; delete it and run `dvc repro`") from error
    if not whole:
        raise DatasetError(f"{path}: this file of the build was changed; delete it and run `dvc repro`")
    return record


def _digest(record: str) -> str:
    return hashlib.sha256(record.encode("ascii")).hexdigest()

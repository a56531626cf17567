"""Records to JSON and back, exactly: how one stage hands frozen dataclasses to the next."""

import json
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

from pipeline.errors import DatasetError

Record = TypeVar("Record")


def encode_record(record: object) -> str:
    """Return one line of ASCII JSON that `decode_record` turns into an equal record."""
    return json.dumps(_plain(record), ensure_ascii=True, separators=(",", ":"))


def decode_record(kind: type[Record], line: str) -> Record:
    """Return the record of that kind that `encode_record` wrote.

    Raises:
        DatasetError: the line is no record of that kind, as when a file of a build was edited or cut.

    """
    hashable: Hashable = kind.__mro__[0]
    try:
        record = _decoder(hashable)(json.loads(line))
    except (ValueError, TypeError, KeyError) as error:
        message = f"a record of the kind {kind.__name__} is damaged ({error}): delete the folder build and run again"
        raise DatasetError(message) from error
    if not isinstance(record, kind):
        message = f"a record of the kind {kind.__name__} is damaged: delete the folder build and run again"
        raise DatasetError(message)
    return record


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, str | bool | int | float):
        return value
    message = f"no record may hold a {type(value).__name__}"
    raise TypeError(message)


@cache
def _decoder(kind: Hashable) -> Callable[[object], object]:
    """Return the function that turns plain JSON into a value of the kind."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _optional_decoder(kind)
    if origin is tuple:
        item = _decoder(get_args(kind)[0])
        return lambda plain: tuple(item(each) for each in _as(list, plain))
    if not isinstance(kind, type):
        message = f"no record may hold {kind!r}"
        raise TypeError(message)
    return _dataclass_decoder(kind) if is_dataclass(kind) else _scalar_decoder(kind)


def _scalar_decoder(kind: type) -> Callable[[object], object]:
    if issubclass(kind, Enum):
        return kind
    if kind is date:
        return lambda plain: date.fromisoformat(_as(str, plain))
    if kind is float:
        return lambda plain: float(_as((int, float), plain))
    return lambda plain: _as(kind, plain)


def _optional_decoder(kind: object) -> Callable[[object], object]:
    kinds = [each for each in get_args(kind) if each is not NoneType]
    if len(kinds) != 1:
        message = f"no record may hold {kind!r}"
        raise TypeError(message)
    decode = _decoder(kinds[0])
    return lambda plain: None if plain is None else decode(plain)


def _dataclass_decoder(kind: type) -> Callable[[object], object]:
    hints = get_type_hints(kind)
    decoders = tuple((field.name, _decoder(hints[field.name])) for field in fields(kind))

    def decode(plain: object) -> object:
        cells = _as(dict, plain)
        return kind(**{name: decoder(cells[name]) for name, decoder in decoders})

    return decode


Plain = TypeVar("Plain")


def _as(kind: type[Plain] | tuple[type[Plain], ...], plain: object) -> Plain:
    # JSON's true is an int to Python; a boolean where a number belongs is damage.
    wanted = kind if isinstance(kind, tuple) else (kind,)
    if not isinstance(plain, wanted) or (isinstance(plain, bool) and bool not in wanted):
        message = f"{plain!r} is not what belongs there"
        raise TypeError(message)
    return plain

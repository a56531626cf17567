"""A notation for what the ledger must say of a short text: `police held at least [53] men | at_least 53 person`.

The numeral of an entry stands in brackets, and what must come out of it after the bar, one answer an entry, parted by
semicolons (the last answer serves all entries that are left): a role, or, for a quantity, its approximation, the number
(two for a range) and its unit where the test asks for it. A country before the text (`ZAF: …`) is that of the report.
`{` and `}` stand for brackets of the text itself.
"""

import re
from collections.abc import Iterator

from pipeline.facts.extraction import extract
from pipeline.numerals.numeral import Approximation, Numeral, Role
from pipeline.reading.document import Document, Paragraph, ParagraphKind, Sidecar

_COUNTRY = re.compile(r"([A-Z]{3}): ")


def read_ledger(text: str, country: str = "GBR") -> tuple[Numeral, ...]:
    """Return the ledger of one paragraph."""
    paragraph = Paragraph("p", 1, 0, len(text), text, ParagraphKind.BODY, ())
    sidecar = Sidecar("Report", "none", country, 2020, "https://example.org/", "none")
    return extract(Document("made", "made.txt", "", text, sidecar, (paragraph,)))[0]


def _marked(notation: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text without the marks, and the spans that they enclosed."""
    text, spans, opened = "", [], 0
    for character in notation:
        if character == "[":
            opened = len(text)
        elif character == "]":
            spans.append((opened, len(text)))
        else:
            text += {"{": "[", "}": "]"}.get(character, character)
    return text, spans


def _quantity(answer: str) -> tuple[str, float | None, float | None, float | None, str]:
    name, number, *rest = answer.split(" ", 2)
    if name == "between":
        high, _, unit = rest[0].partition(" ")
        return name, None, float(number), float(high), unit
    value, unit = float(number), rest[0] if rest else ""
    match Approximation(name):
        case Approximation.EXACT:
            return name, value, value, value, unit
        case Approximation.AT_LEAST | Approximation.MORE_THAN:
            return name, value, value, None, unit
        case Approximation.AT_MOST | Approximation.LESS_THAN:
            return name, value, None, value, unit
        case Approximation.ORDER_OF_MAGNITUDE:
            return name, None, 2 * value, None, unit
        case _:
            return name, value, None, None, unit


def failures(row: str) -> list[str]:
    """Return what the ledger of a row's text says otherwise than the row, a sentence each."""
    return list(_failures(row))


def _failures(row: str) -> Iterator[str]:
    notation, _, answers = row.rpartition(" | ")
    country = _COUNTRY.match(notation)
    text, spans = _marked(notation[country.end() :] if country else notation)
    entries = {(entry.start, entry.end): entry for entry in read_ledger(text, country[1] if country else "GBR")}
    expected = answers.split("; ")
    for place, span in enumerate(spans):
        answer = expected[min(place, len(expected) - 1)]
        entry = entries.get(span)
        if entry is None:
            found = [text[start:end] for start, end in entries if start < span[1] and end > span[0]]
            yield f"{text[slice(*span)]!r} is no entry: {found}"
        elif answer in set(Role):
            if entry.role != answer:
                yield f"{entry.surface!r} is {entry.role} by {entry.rule!r}, not {answer}"
        elif entry.role is not Role.QUANTITY:
            yield f"{entry.surface!r} is {entry.role} by {entry.rule!r}, not a quantity"
        else:
            name, value, low, high, unit = _quantity(answer)
            given = (entry.approximation, entry.value, entry.low, entry.high)
            if given != (name, value, low, high):
                yield f"{entry.surface!r} gives {given}, not {answer}"
            if unit and entry.unit != unit:
                yield f"{entry.surface!r} is in {entry.unit!r}, not {unit!r}"

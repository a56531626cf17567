"""The quantities that no indicator answers to, by what they count and what governs them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import yaml

from pipeline.evaluation.comparison import head_noun
from pipeline.language.lexicon import lexicon
from pipeline.language.nouns import singular
from pipeline.tables.row_views import NumeralRow

NOBODY = "-"
"""Stands for a noun or a predicate that is not there."""
_DRAFT_EXAMPLES = 3
_LINE_WIDTH = 110
# Verbs that the lexicon lists as such, apart from the others.
_AUXILIARIES = frozenset({"be", "do", "have"})
_HEAD = """\
# A draft: name the indicator, say what it counts and what it does not, tell the examples in words of your own about
# another country (at least six, and three counter-examples), and put it into the file of its family in
# schemas/codebook. Then see the examples fail before you write the events.
"""


@dataclass(frozen=True, slots=True)
class Group:
    """Uncoded quantities of one noun and one predicate, in the order of the dataset."""

    noun: str
    governor: str
    rows: Sequence[NumeralRow]


def uncoded_groups(rows: Iterable[NumeralRow]) -> tuple[Group, ...]:
    """Return the groups of uncoded quantities of a ledger, the most frequent first."""
    groups: dict[tuple[str, str], list[NumeralRow]] = {}
    for row in rows:
        if row.role == "quantity" and row.fact_id is None and row.equivalent_of is None:
            noun = singular(head_noun(row.counted)) or row.unit or NOBODY
            groups.setdefault((noun, row.governor or NOBODY), []).append(row)
    ranked = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Group(noun, governor, rows) for (noun, governor), rows in ranked)


def draft_entry(group: Group) -> str:
    """Return the draft of a codebook entry for a group, as YAML, with gaps where a person decides."""
    first = group.rows[0]
    entry: dict[str, object] = {
        "id": f"family.{_identifier(group.noun)}",
        "label": group.noun.capitalize(),
        "definition": f"What counts as {group.noun}, and what does not.",
        "unit": first.unit or NOBODY,
    }
    if group.governor == NOBODY:
        entry["counts"] = [group.noun]
    else:
        is_verb = group.governor in _AUXILIARIES or group.governor in lexicon().lemmas.values()
        entry["events"] = [{"verbs" if is_verb else "nouns": [group.governor]}]
        entry["heads"] = [group.noun]
    entry["examples"] = [_example(row) for row in group.rows[:_DRAFT_EXAMPLES]]
    entry["counter_examples"] = [
        {
            "text": f"A sentence with {group.noun} that this indicator does not count.",
            "numeral": first.surface,
            "because": "why it does not",
            "indicator": None,
        }
    ]
    return _HEAD + yaml.safe_dump([entry], sort_keys=False, allow_unicode=True, width=_LINE_WIDTH)


def _example(row: NumeralRow) -> dict[str, object]:
    given: dict[str, object] = {"numeral": row.surface}
    if row.counted is not None:
        given["counted"] = row.counted
    return {
        "text": " ".join(row.quote.split()),
        "country": row.country,
        "year": row.report_year,
        "gives": [given],
    }


def _identifier(noun: str) -> str:
    return "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in noun.lower()).strip("_")

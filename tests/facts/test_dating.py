"""Date expressions, read one by one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.facts import calendar
from pipeline.facts.calendar import Period
from pipeline.facts.date_expressions import date_pattern
from pipeline.facts.date_search import date_matches
from pipeline.facts.dating import datings
from pipeline.facts.single_dates import Dating
from pipeline.language.sentences import tokenize
from pipeline.numerals.measures import Place
from pipeline.numerals.quantities import analyse


def read(text: str) -> tuple[Dating, ...]:
    """Return the dates of a sentence in a report on 2017."""
    return datings(analyse(tokenize(text, 0, len(text)), Place("ZM", 2017), opens_paragraph=True), text, 2017)


def days(text: str) -> list[str]:
    """Return the periods of a sentence's dates, as `start/end`."""
    return [f"{dating.period.start or ''}/{dating.period.end or ''}" for dating in read(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They met on 4 May 2016.", "2016-05-04/2016-05-04"),
        ("They met on May\N{NO-BREAK SPACE}4.", "2017-05-04/2017-05-04"),
        ("They met on May 4\N{EN DASH}7.", "2017-05-04/2017-05-07"),
        ("They met in late June.", "2017-06-01/2017-06-30"),
        ("They met in the 1990s.", "1990-01-01/1999-12-31"),
        ("They met in 2014\N{EN DASH}15.", "2014-01-01/2015-12-31"),
        ("They met in 1999\N{EN DASH}02.", "1999-01-01/2002-12-31"),
        ("They met in 2015-12.", "2015-12-01/2015-12-31"),
        ("They met in 2015\N{EN DASH}0000.", "2015-01-01/2015-12-31"),
        ("They met in the second half of 2015.", "2015-07-01/2015-12-31"),
        ("They met in the First Nine Months of the year.", "2017-01-01/2017-09-30"),
        ("They met the previous year.", "2016-01-01/2016-12-31"),
        ("They met at the start of 2012.", "2012-01-01/2012-01-01"),
        ("They met at the end of 2012.", "2012-12-31/2012-12-31"),
        ("They met in May-August.", "2017-05-01/2017-08-31"),
        ("They met from January to the end of July.", "2017-01-01/2017-07-31"),
    ],
)
def test_an_expression_means_its_days(text: str, wanted: str) -> None:
    assert days(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "The decree of 2002 stood.",
        "It rose by 20 percent since 2008.",
        "It was the first strike since 2004.",
        "They struck ahead of the vote on June 9.",
        "Data released in August told otherwise.",
        "It was twice the number of 2016.",
    ],
)
def test_a_date_that_belongs_to_something_else_only_modifies(text: str) -> None:
    assert [dating.modifies for dating in read(text)] == [True]


@pytest.mark.parametrize("text", ["On February 30 they met.", "Law 6/2010 stands.", "May they meet."])
def test_what_is_no_date_is_none(text: str) -> None:
    assert days(text) == []


def test_a_count_after_a_month_is_no_day() -> None:
    assert days("In April 57 miners met.") == ["2017-04-01/2017-04-30"]


@pytest.mark.parametrize(
    ("relation", "wanted"),
    [
        ("same", Period(date(2017, 5, 2), date(2017, 5, 2))),
        ("month", calendar.month(2017, 5)),
        ("next month", calendar.month(2017, 6)),
        ("year", calendar.year(2017)),
        ("-3 year", calendar.year(2014)),
        ("+9 month", calendar.month(2018, 2)),
        ("next day", Period(date(2017, 5, 3), date(2017, 5, 3))),
        ("+2 week", Period(date(2017, 5, 16), date(2017, 5, 16))),
    ],
)
def test_an_expression_that_points_back(relation: str, wanted: Period) -> None:
    assert calendar.around(Period(date(2017, 5, 2), date(2017, 5, 2)), relation) == wanted


WORDS = st.sampled_from(
    [
        *(
            "on",
            "in",
            "May",
            "June",
            "4",
            "31",
            "99",
            "2016",
            "0000",
            "9999",
            "the",
            "first",
            "nine",
            "months",
            "of",
            "year",
        ),
        *(
            "years",
            "later",
            "earlier",
            "two",
            "8000",
            "before",
            "since",
            "by",
            "through",
            "and",
            "to",
            "–",
            ",",
            "same",
        ),
        *(
            "period",
            "previous",
            "next",
            "month",
            "day",
            "respectively",
            "end",
            "start",
            "from",
            "between",
            "half",
            "quarter",
        ),
    ]
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_row_of_date_words_gives_ordered_days(text: str) -> None:
    found = read(text)

    assert [dating.start for dating in found] == sorted(dating.start for dating in found)
    for dating in found:
        start, end = dating.period.start, dating.period.end
        assert start is None or end is None or start <= end


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_the_search_at_tokens_misses_no_date(text: str) -> None:
    found = [match.span() for match in date_matches(text, tokenize(text, 0, len(text)))]

    assert found == [match.span() for match in date_pattern().finditer(text)]

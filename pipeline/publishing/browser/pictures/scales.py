"""From numbers and days to places in a picture, and the ticks that name them."""

import math
from dataclasses import dataclass
from datetime import date

_STEPS = (1, 2, 5, 10)
_FEW_DECADES = 2
_FEW_YEARS = 2
_QUARTERS = {4: "April", 7: "July", 10: "October"}


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis, and what is written there."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A span of numbers laid over a span of the picture, evenly or by powers of ten."""

    low: float
    high: float
    start: float
    end: float
    powers: bool = False

    def at(self, number: float) -> float:
        """Return the place of a number; one outside of the span lies at its end."""
        inside = min(max(number, self.low), self.high)
        low, high, place = (
            (math.log10(self.low), math.log10(self.high), math.log10(inside))
            if self.powers
            else (self.low, self.high, inside)
        )
        return round(self.start + (self.end - self.start) * (place - low) / (high - low), 1)


def powers_scale(numbers: list[float], start: float, end: float) -> Scale:
    """Return a scale by powers of ten around positive numbers, one power wide at least."""
    low = 10 ** math.floor(math.log10(min(numbers)))
    high = 10 ** math.ceil(math.log10(max(numbers)))
    return Scale(low, high if high > low else low * 10, start, end, powers=True)


def power_ticks(scale: Scale) -> tuple[Tick, ...]:
    """Return a tick for each power of ten, and for its double and fivefold where there are few powers."""
    decades = range(round(math.log10(scale.low)), round(math.log10(scale.high)) + 1)
    steps = (1, 2, 5) if len(decades) - 1 <= _FEW_DECADES else (1,)
    numbers = [step * 10.0**decade for decade in decades for step in steps]
    return tuple(Tick(scale.at(number), f"{number:,g}") for number in numbers if scale.low <= number <= scale.high)


def symmetric_scale(numbers: list[float], start: float, end: float) -> Scale:
    """Return an even scale around zero that holds all numbers, with some room at both ends."""
    step = even_step(max(abs(number) for number in numbers) or 1)
    most = step * math.ceil((max(abs(number) for number in numbers) or 1) * 1.1 / step)
    return Scale(-most, most, start, end)


def even_ticks(scale: Scale) -> tuple[Tick, ...]:
    """Return ticks at round numbers, signed."""
    step = even_step(scale.high)
    count = round(scale.high / step)
    return tuple(Tick(scale.at(step * n), f"{step * n:+g}" if n else "0") for n in range(-count, count + 1))


def even_step(most: float) -> float:
    """Return a round step that goes two to five times into a positive number."""
    power: float = 10.0 ** math.floor(math.log10(most / 2))
    return next(step * power for step in _STEPS if step * power * 5 >= most)


def year_scale(days: list[date], start: float, end: float) -> Scale:
    """Return an even scale over the whole years around some days, by their ordinals."""
    first, last = date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1)
    return Scale(first.toordinal(), last.toordinal(), start, end)


def year_ticks(scale: Scale, most: int) -> tuple[Tick, ...]:
    """Return a tick at the beginning of every year, of quarters where years are few, of round years where many."""
    first, last = date.fromordinal(round(scale.low)).year, date.fromordinal(round(scale.high)).year
    step = next((step for step in (*_STEPS, 20, 50) if (last - first) / step <= most), 100)
    years = [year for year in range(first, last + 1) if year % step == 0]
    if last - first <= _FEW_YEARS:
        days = [date(year, month, 1) for year in range(first, last) for month in (1, 4, 7, 10)]
        named = tuple(Tick(scale.at(day.toordinal()), _quarter(day)) for day in days)
        return (*named, Tick(scale.at(scale.high), str(last)))
    return tuple(Tick(scale.at(date(year, 1, 1).toordinal()), str(year)) for year in years)


def _quarter(day: date) -> str:
    return _QUARTERS.get(day.month, str(day.year))

"""Numbers as a reader writes them."""


def plain_number(number: float | None) -> float | None:
    """Return a number as a reader writes it: an integer where it is whole."""
    return int(number) if number is not None and float(number).is_integer() else number

"""The errors that a user may meet: each is one sentence that says where, what, and what to do."""


class TallybookError(Exception):
    """Root of the family; a command prints it and exits with 2, and no traceback reaches the user."""


class SourceError(TallybookError):
    """A source file cannot be read as it stands."""


class SidecarError(TallybookError):
    """The description beside a source is missing, incomplete or impossible."""


class CodebookError(TallybookError):
    """An entry of the codebook or a word list contradicts itself or its own examples."""


class DatasetError(TallybookError):
    """A table breaks a rule that must hold, or a built dataset is not whole."""


class RatesError(TallybookError):
    """A file of exchange rates or penalty units is not what it must be, or a rate cannot be had."""


class CurationError(TallybookError):
    """A correction cannot be read, or what it expects of the program no longer holds."""

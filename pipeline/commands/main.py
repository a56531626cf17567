"""The command `tallybook`: finds the verb, and turns what goes wrong into one sentence and an exit status."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Annotated

import typer
from typer.exceptions import TyperException

from pipeline.commands import add, check, cite, evaluate, explain, extract, publish, rates, review
from pipeline.failures import BAD_INPUT, INTERRUPTED, status_and_sentence
from pipeline.printing import one_line

PIPE_CLOSED = 1

app = typer.Typer(
    name="tallybook",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for module in (extract, explain, cite, review, check, publish, add, evaluate):
    app.command(name=module.__name__.rpartition(".")[2])(module.run)
app.add_typer(rates.app, name="rates")


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - the shape that typer calls
    if wanted:
        from pipeline.publishing.version import package_version

        typer.echo(f"tallybook {package_version()}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read narrative reports; write the numbers in them as a dataset, each traceable to its characters."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status: 0, or another after one sentence on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # The locale of the user must not decide whether a quotation can be printed.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        # Typer turns some returns and every Exit into the status that it gives back here.
        status = app(args=given or ["--help"], prog_name="tallybook", standalone_mode=False)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever reads has read enough; the interpreter must not complain when it flushes on the way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except TyperException as error:
        sys.stderr.write(f"tallybook: {one_line(error.format_message().rstrip('.'))}; see tallybook --help.\n")
        return BAD_INPUT
    except Exception as error:  # noqa: BLE001 - no traceback reaches a user
        told, sentence = status_and_sentence(error)
        sys.stderr.write(f"tallybook: {sentence}\n")
        return told
    return status if isinstance(status, int) else 0


if __name__ == "__main__":
    sys.exit(main())

"""Where the command begins and ends: every way that a run can end becomes an exit status, never a traceback."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from generator.cli.crash import report_crash
from generator.cli.status import Status
from generator.cli.words import say, speak_to_click
from generator.locale import LANGUAGE, words


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit with its status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _never_fail_to_print()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # searching for them takes a tenth of our start
    speak_to_click()
    sys.exit(_run(given))


def _run(arguments: list[str]) -> int:
    from generator.cli.commands import handbook  # noqa: PLC0415  # after speak_to_click

    try:
        status = handbook.main(arguments, prog_name="handbook", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return Status.CANNOT_RUN
    except (click.Abort, KeyboardInterrupt):
        return Status.INTERRUPTED
    except OSError as error:
        return _report_refusal(error) or report_crash(error, arguments)
    except SystemExit:
        raise
    except BaseException as error:  # noqa: BLE001  # what WeasyPrint raises for a forbidden file is no Exception
        return report_crash(error, arguments)
    return int(status or 0)


def _report_refusal(error: OSError) -> int:
    """Say what the system does not allow (a full disk, missing rights); 0 when the error is of another kind."""
    name = errno.errorcode.get(error.errno or 0, "")
    if name not in words(LANGUAGE, "cli")["refused"]:
        return 0
    reason = say(f"refused.{name}")
    said = "message.refused_file" if error.filename else "message.refused"
    click.echo(say(said, reason=reason, file=error.filename), err=True)
    return Status.CANNOT_RUN


def _never_fail_to_print() -> None:
    """A terminal that lacks a character gets an escape in its place."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")

"""Standard output and standard error, and what to do when nobody can take what is written there."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TextIO

from cleanup.errors import OutputError
from cleanup.files import why


def write(text: str) -> None:
    """Write to stdout as UTF-8 with line ends as they are; a lone surrogate comes out as it would go in."""
    write_bytes(text.encode("utf-8", "surrogatepass"))


def write_bytes(data: bytes) -> None:
    """Write to stdout. A reader that has left (`| head`) is no error: nobody wants the rest, the exit code stands."""
    if sys.stdout is None:
        raise OutputError("standard output: is closed")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        discard(sys.stdout)
    except OSError as error:
        discard(sys.stdout)
        raise OutputError(f"standard output: cannot be written: {why(error)}") from error


def say(text: str) -> None:
    """Write a line to stderr, if it can be written: where it cannot, there is nobody to tell."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()
        except OSError:
            discard(sys.stderr)


def discard(stream: TextIO) -> None:
    """Send what is left in a stream, and all that is still to come, nowhere: else Python fails on it as it ends."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)

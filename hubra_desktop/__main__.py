"""The program's first lines: catch crashes, read the arguments, then import what they need."""

import faulthandler
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path


def main(words: Sequence[str] | None = None) -> int:
    """Run ``hubra``: a command in the terminal, or the window; return the exit status."""
    if sys.stderr is not None:
        faulthandler.enable()
    try:
        return _dispatch(list(sys.argv[1:] if words is None else words))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def gui() -> int:
    """Run ``hubra-desktop``: the same, started without a terminal."""
    return main()


def _dispatch(words: list[str]) -> int:
    """Choose between window, command and self-test; a plain start parses nothing.

    A register's name alone opens it: so do file managers start a program.
    """
    if not words or (len(words) == 1 and words[0].endswith(".hubra")):
        from hubra_desktop.app import start

        return start(Path(words[0]) if words else None)
    from hubra_desktop.cli.parser import parse

    arguments = parse(words)
    if arguments.self_test:
        from hubra_desktop.self_test import self_test

        return self_test()
    if arguments.command is None:
        from hubra_desktop.app import start

        return start(arguments.register)
    from hubra_desktop.cli.run import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())

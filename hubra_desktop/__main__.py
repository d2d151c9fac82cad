"""The program's first lines: catch crashes, read the arguments, then import what they need."""

import faulthandler
import sys
from collections.abc import Sequence
from contextlib import suppress

CRASHED = 70
"""The exit status after a mistake of the program's own (EX_SOFTWARE)."""


def main(words: Sequence[str] | None = None) -> int:
    """Run ``hubra``: a command in the terminal, or the window; return the exit status."""
    with suppress(RuntimeError, AttributeError, OSError, ValueError):
        faulthandler.enable()  # without a standard error there is nowhere to tell
    try:
        return _dispatch(list(sys.argv[1:] if words is None else words))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        from hubra_desktop.cli.output import silence

        silence()
        return 0
    except Exception as error:
        from hubra_desktop.work.crash import crash_sentence, write_report

        print(crash_sentence(write_report(error)), file=sys.stderr)
        return CRASHED


def gui() -> int:
    """Run ``hubra-desktop``: the same, started without a terminal."""
    return main()


def _dispatch(words: list[str]) -> int:
    """Choose between window, command and self-test; a plain start parses nothing."""
    if not words:
        from hubra_desktop.app import start

        return start(None)
    if words[0] == "--read-apart":
        from hubra_desktop.work.apart import serve

        return serve(*words[1:3])
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

"""Running a command in this process: what it says, where, and with which exit status."""

import pytest

from hubra_desktop.__main__ import main

Caught = pytest.CaptureFixture[str]


def run(caught: Caught, *words: object) -> tuple[int, str, str]:
    """Return a command's exit status, output and errors."""
    caught.readouterr()
    try:
        status = main([str(word) for word in words])
    except SystemExit as end:
        status = int(end.code or 0)
    out, err = caught.readouterr()
    return status, out, err


def refused(caught: Caught, *words: object) -> str:
    """Return what is said when the user has to mend something."""
    status, out, err = run(caught, *words)
    assert (status, out) == (2, "")
    assert "Traceback" not in err
    return err

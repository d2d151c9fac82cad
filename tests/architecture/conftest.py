"""The trees of the whole source are parsed once for all that reads them, and then let go."""

from pathlib import Path

import pytest

from tests.architecture import source


def pytest_runtest_teardown(nextitem: pytest.Item | None) -> None:
    """Let the trees go: a million nodes, looked through whenever garbage is searched for."""
    if nextitem is None or Path(__file__).parent not in nextitem.path.parents:
        source.nodes.cache_clear()

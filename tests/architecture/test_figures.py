"""The figures measure what they say, and what is held down stays down."""

import pytest

from tests.architecture import figures

DEFINED_TWICE = 0
"""So many public names are defined in two modules or more; the number may only go down."""


def test_no_more_public_names_are_defined_twice() -> None:
    twice = figures.measure(figures.sources_now()).twice
    assert len(twice) <= DEFINED_TWICE, twice


def test_the_figures_are_those_of_the_source() -> None:
    long = "def long():\n" + "    pass\n" * 450
    made = figures.measure(
        {
            "hubra_desktop/__main__.py": "def run():\n    pass\n",
            "hubra_desktop/model/a.py": "class Line: ...\n\n\ndef run(): ...\ndef _own(): ...\n",
            "hubra_desktop/ui/pages/b.py": "class Line: ...\ndef _own(): ...\n" + long,
            "hubra_desktop/store/migrations/versions/1.py": "def run():\n    pass\n",
        }
    )
    assert made.lines == {"(top)": 2, "model": 5, "store": 2, "ui": 453}
    assert made.total == 462
    assert (made.functions, made.median, made.longest) == (5, 1, 451)
    assert made.twice == {
        "Line": ("model/a.py", "ui/pages/b.py"),
        "run": ("__main__.py", "model/a.py"),
    }
    assert made.long_modules == {"hubra_desktop/ui/pages/b.py": 453}


def test_two_states_are_set_beside_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    before = figures.measure({"hubra_desktop/ui/a.py": "def run(): ...\ndef go(): ...\n"})
    now = figures.measure({"hubra_desktop/model/a.py": "def run(): ...\ndef go(): ...\n\n"})
    lines = list(figures.report(now, before))
    assert [line.split() for line in lines[:3]] == [
        ["lines,", "ui", "2", "0", "-2"],
        ["lines,", "all", "2", "3", "+1"],
        ["functions", "2", "2", "+0"],
    ]
    figures.main([])
    assert "function, median" in capsys.readouterr().out

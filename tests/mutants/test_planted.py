"""The planted bugs still have their places, so that none is passed over."""

from collections.abc import Iterator

from tests.mutants.__main__ import ROOT
from tests.mutants.mutant import Mutant
from tests.mutants.planted import MUTANTS


def test_each_bug_has_one_place_and_tests_that_exist() -> None:
    assert not [fault for mutant in MUTANTS for fault in _faults(mutant)]


def _faults(mutant: Mutant) -> Iterator[str]:
    try:
        planted = mutant.planted((ROOT / mutant.path).read_text(encoding="utf-8"))
        compile(planted, mutant.module, "exec")
    except (ValueError, SyntaxError) as error:
        yield f"{mutant.module}: {error}"
    for each in mutant.tests:
        if not (ROOT / "tests" / each).exists():
            yield f"{mutant.module}: there is no tests/{each}"


def test_no_bug_is_planted_twice() -> None:
    assert len({(each.module, each.text, each.bug) for each in MUTANTS}) == len(MUTANTS) >= 64

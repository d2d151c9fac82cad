"""Each proof, a short run of it; the long ones are run by ``make prove``."""

from collections import Counter
from random import Random

import pytest

from tests.proofs.__main__ import all_proofs
from tests.proofs.frame import SEED, Outcome, Proof, table


@pytest.mark.parametrize("proof", all_proofs(), ids=lambda each: each.name)
def test_nothing_happens_that_must_not(proof: Proof) -> None:
    hindrance = proof.why_not()
    if hindrance:
        pytest.skip(f"NOT PROVEN HERE: {hindrance}")
    outcome = proof.run(proof.short, Random(SEED))
    assert outcome.tried >= proof.short
    assert not outcome.faults, "\n".join(outcome.faults)


def test_table_tells_what_came_and_what_was_not_run() -> None:
    proof = Proof("cuts", "Power cuts", lambda *_: Outcome(), 1, 1)
    outcome = Outcome(3, Counter(kept=2, refused=1), ["one was lost"])
    rows = table([(proof, outcome), (proof, "no FUSE")])
    assert rows[2:] == [
        "| Power cuts | 3 | kept 2, refused 1 | 1 |",
        "| Power cuts | 0 | not run: no FUSE | |",
    ]

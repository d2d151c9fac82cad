"""The law at the elbow: each act has an answer with its source, for councils and committees."""

from dataclasses import replace
from datetime import date

import pytest

from hubra_desktop.model.law import acts
from hubra_desktop.model.law.acts import ANSWERS, ActAnswer, LawAct, answers_to

DAY = date(2026, 11, 30)


def said(act: LawAct, day: date = DAY, *, committee: bool) -> list[ActAnswer]:
    return list(answers_to(act, day, local_government_act=committee))


@pytest.mark.parametrize("act", LawAct)
@pytest.mark.parametrize("committee", [False, True])
def test_every_act_has_an_answer_with_its_source(act: LawAct, committee: bool) -> None:
    found = said(act, committee=committee)
    assert found
    assert all(each.answer.endswith(".") and each.source for each in found)


def test_a_council_is_no_committee() -> None:
    [council] = said(LawAct.CALL, committee=False)
    [committee] = said(LawAct.CALL, committee=True)
    assert "ingen nämnd" in council.answer
    assert "reglementet" in committee.answer
    assert said(LawAct.MINUTES, committee=True)[0].source == "KL 5 kap. 69 § och 6 kap. 35 §"


def test_both_wordings_of_remote_participation_are_told() -> None:
    now, then = said(LawAct.REMOTE, committee=True)
    assert (now.proposed, then.proposed) == (False, True)
    assert "på lika villkor" in now.answer
    assert "2025/26:164" in then.source


def test_answers_hold_between_their_days(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not said(LawAct.NAMES, date(2025, 6, 30), committee=True)
    assert said(LawAct.NAMES, date(2025, 7, 1), committee=True)
    ended = tuple(replace(each, until=date(2026, 1, 1)) for each in ANSWERS)
    monkeypatch.setattr(acts, "ANSWERS", ended)
    assert not said(LawAct.COUNT, committee=True)
    assert said(LawAct.COUNT, date(2026, 1, 1), committee=True)

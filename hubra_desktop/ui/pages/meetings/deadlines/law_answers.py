"""What the law says of what is done with a meeting: all on a page, and beside a deadline."""

import datetime as dt
from collections.abc import Iterator
from html import escape
from typing import Final

from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.deadlines import DeadlineKind
from hubra_desktop.model.language import say
from hubra_desktop.model.law.acts import ActAnswer, LawAct, answers_to
from hubra_desktop.model.words import word

BESIDE: Final = {
    DeadlineKind.CALL: LawAct.CALL,
    DeadlineKind.APPROVAL: LawAct.MINUTES,
    DeadlineKind.EXTRACTS: LawAct.NAMES,
    DeadlineKind.ANNOUNCEMENT: LawAct.POSTING,
    DeadlineKind.APPEAL: LawAct.POSTING,
    DeadlineKind.TAKE_DOWN: LawAct.POSTING,
}
"""The act that each deadline is about; the others are the body's own and no law's."""


def answer_beside(kind: DeadlineKind, day: dt.date, *, local_government_act: bool) -> str:
    """Return what the law says beside a deadline, "" where it says nothing."""
    act = BESIDE.get(kind)
    if act is None:
        return ""
    found = answers_to(act, day, local_government_act=local_government_act)
    return " ".join(answer_text(each) for each in found)


def answer_text(answer: ActAnswer) -> str:
    """Write an answer with its source in brackets."""
    text, source = say(answer.answer), say(answer.source)
    said = f"{text.removesuffix('.')} ({source})."
    return say("Förslag: {said}", said=said) if answer.proposed else said


def answers_html(body: str, day: dt.date, *, local_government_act: bool) -> str:
    """Return all answers that hold for a body on a day, under the names of the acts."""
    return "".join(_parts(body, day, local_government_act=local_government_act))


def _parts(body: str, day: dt.date, *, local_government_act: bool) -> Iterator[str]:
    heading = say("Vad säger lagen?")
    said = (
        say("För {body} gäller kommunallagens regler för nämnder.", body=body)
        if local_government_act
        else say("{body} är ingen nämnd: dess egna regler gäller.", body=body)
    )
    day_said = say("Svaren gäller {day}.", day=day_in_text(day))
    yield f"<h1>{escape(heading)}</h1><p>{escape(said)} {escape(day_said)}</p>"
    for act in LawAct:
        found = answers_to(act, day, local_government_act=local_government_act)
        if found:
            yield f"<h2>{escape(word(act))}</h2>"
            yield from (f"<p>{escape(answer_text(each))}</p>" for each in found)
    last = say("Svaren är korta och ersätter inte lagen. Rådets egna regler går före det brukliga.")
    yield f"<p>{escape(last)}</p>"

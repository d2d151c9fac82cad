"""What becomes of a decision after its meeting: whom it is told to, and who stands behind it."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from hubra_desktop.model.language import N_
from hubra_desktop.model.minutes.approving import last_approval
from hubra_desktop.model.minutes.minutes_terms import AnchoringAnswer
from hubra_desktop.model.minutes.sections import number_words
from hubra_desktop.model.records.minutes import (
    Anchoring,
    Approval,
    Decision,
    DecisionNotice,
    Minutes,
    Section,
)
from hubra_desktop.model.terms import APPROVED_STATES, MeetingState
from hubra_desktop.model.words import Term

NAMELESS: Final = "[namn utelämnat]"
"""What stands for a name in an extract that leaves names out (FL 33 §, last paragraph)."""


class NoticeState(Term):
    """How far the telling of a decision has come; it follows from its days."""

    WAITING = "waiting", N_("väntar")
    LATE = "late", N_("försenad")
    SENT = "sent", N_("skickat")
    RECEIVED = "received", N_("mottaget")


@dataclass(frozen=True, kw_only=True)
class DecisionPlace:
    """A decision with the § that it stands in; ``count`` is how many the § has."""

    section: Section
    decision: Decision
    order: int = 1
    count: int = 1

    @property
    def id(self) -> str:
        """Return the id of the decision."""
        return self.decision.id

    @property
    def sign(self) -> str:
        """Return ``§ 14``, with the decision's place where the § has several; "" for notes."""
        number = self.section.number
        sign = number_words([number]) if number is not None else ""
        return f"{sign} ({self.order})" if sign and self.count > 1 else sign


def notice_state(notice: DecisionNotice, today: dt.date) -> NoticeState:
    """Return how far the telling of a decision has come."""
    if notice.acknowledged is not None:
        return NoticeState.RECEIVED
    if notice.sent is not None:
        return NoticeState.SENT
    late = notice.due is not None and notice.due < today
    return NoticeState.LATE if late else NoticeState.WAITING


def is_answered(anchoring: Anchoring) -> bool:
    """Tell whether a body has answered what it was asked."""
    return anchoring.answer is not AnchoringAnswer.NONE


def decision_places(sections: Iterable[Section]) -> tuple[DecisionPlace, ...]:
    """Return the decisions of some §§, in their order."""
    return tuple(
        DecisionPlace(section=section, decision=decision, order=order, count=len(section.decisions))
        for section in sections
        for order, decision in enumerate(section.decisions, 1)
    )


def approval_of(state: MeetingState, minutes: Minutes | None, section: Section) -> Approval | None:
    """Return the approval that a § stands by, at once or with the others; None before.

    Minutes that were opened again stand by none until they are approved anew.
    """
    approvals = minutes.approvals if minutes is not None else ()
    own = [each for each in approvals if each.id == section.approval_id and each.done]
    if own:
        return own[0]
    if minutes is None or state not in APPROVED_STATES:
        return None
    return last_approval(minutes)


def without_names(text: str, names: Iterable[str]) -> str:
    """Return a text without the names of people, whole ones first, however they are cased.

    A genitive is a name too: ``Åsa Eks`` goes, ``Åsa Eklund`` stays. The party in brackets
    after a name goes with it. So does a surname that stands alone, also where it could be a
    place: whoever feels threatened is better served by a word too few. A name of one word
    with a capital is none without it: ``Bo`` goes, and ``bo`` stays.
    """
    known = {" ".join(each.split()) for each in names} - {""}
    known |= {word for name in known for word in _surnames(name)}
    for name in sorted(known, key=len, reverse=True):
        words = r"\s+".join(re.escape(word) for word in name.split())
        if " " not in name and name[0].isupper():
            words = re.escape(name[0]) + f"(?i:{re.escape(name[1:])})"
        else:
            words = f"(?i:{words})"
        text = re.sub(
            rf"(?<!\w){words}[sS]?(?!\w)(?: \([^\W\d_]{{1,4}}\))?", NAMELESS, text
        )  # fmt: skip
    return text


def _surnames(name: str) -> list[str]:
    """Return the words of a name after the first: ``Lind`` and ``Ek`` of ``Eva von Lind Ek``."""
    return [word for word in name.split()[1:] if word[0].isupper() and len(word) > 1]

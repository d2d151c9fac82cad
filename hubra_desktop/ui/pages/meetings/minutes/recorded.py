"""The cards of what was moved, dissented and of jäv at a §."""

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.minutes_terms import DissentKind, ProposalKind
from hubra_desktop.model.records.minutes import Disqualification, SectionDissent, SectionProposal
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, FLAG, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.pages.meetings.minutes.record_cards import RecordCard


def proposal_card(desk: Desk, parent: QWidget) -> RecordCard:
    """Return a card for what somebody moved, and who joined them."""
    made = RecordCard("proposal", say("Yrkande"), desk, parent, change=SectionProposal)
    made.begin_with(
        Field("attendance_id", say("Vem"), CHOICE),
        Field("kind", say("Yrkar"), CHOICE, choices=terms_of(ProposalKind, word)),
    )
    made.build(
        Field("text", say("Yrkandet i ord"), TEXT, least=1, hint=say("om det behövs")),
        (
            Field("seconded", say("Instämmer"), hint=say("namn, med komma emellan")),
            Field("withdrawn", "", FLAG, hint=say("Återtaget, skrivs inte ut")),
        ),
    )
    return made


def dissent_card(desk: Desk, parent: QWidget) -> RecordCard:
    """Return a card for a reservation, or what else somebody has put to the minutes."""
    made = RecordCard("dissent", say("Till protokollet"), desk, parent, change=SectionDissent)
    made.begin_with(
        Field("attendance_id", say("Vem"), CHOICE),
        Field("kind", say("Vad"), CHOICE, choices=terms_of(DissentKind, word)),
    )
    made.build(Field("text", say("Text"), TEXT, least=1))
    return made


def disqualified_card(desk: Desk, parent: QWidget) -> RecordCard:
    """Return a card for somebody who took no part, and why."""
    made = RecordCard("disqualified", say("Jäv"), desk, parent, change=Disqualification)
    made.begin_with(
        Field("attendance_id", say("Vem"), CHOICE, width=2),
        Field("reason", say("Skäl"), width=3, hint=say("t.ex. ledamot i föreningens styrelse")),
    )
    return made

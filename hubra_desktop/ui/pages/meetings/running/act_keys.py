"""What is done at a meeting with one key each: the letter that is marked in its button.

The letter alone does it wherever no text is being typed, and with Alt everywhere.
"""

from dataclasses import dataclass
from enum import Flag, auto

from hubra_desktop.model.language import N_, say
from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome


class Usable(Flag):
    """When an act can be done; all of the flags named."""

    ALWAYS = 0
    AHEAD = auto()
    ONGOING = auto()
    SECTION = auto()


@dataclass(frozen=True)
class Act:
    """An act: its button's text, with the key marked, and when it can be done."""

    id: str
    text: str
    usable: Usable = Usable.ONGOING
    outcome: DecisionOutcome | None = None

    @property
    def key(self) -> str:
        """Return the letter that is marked in its button."""
        text = say(self.text)
        return text[text.index("&") + 1].upper()


_IN_SECTION = Usable.ONGOING | Usable.SECTION


def _decides(act_id: str, text: str, outcome: DecisionOutcome) -> Act:
    return Act(act_id, text, _IN_SECTION, outcome)


DECIDING: tuple[Act, ...] = (
    _decides("approve", N_("&Bifall"), DecisionOutcome.AS_PROPOSED),
    _decides("change", N_("&Ändrat"), DecisionOutcome.CHANGED),
    _decides("reject", N_("&Avslag"), DecisionOutcome.REJECTED),
    _decides("table", N_("Bord&läggs"), DecisionOutcome.TABLED),
    _decides("refer-back", N_("Åte&rremiss"), DecisionOutcome.REFERRED_BACK),
    _decides("file", N_("Till &handlingarna"), DecisionOutcome.FILED),
    _decides("note", N_("&Information mottagen"), DecisionOutcome.NOTED),
)
RECORDING: tuple[Act, ...] = (
    Act("move", N_("&Yrkande"), _IN_SECTION),
    Act("vote", N_("&Omröstning"), _IN_SECTION),
    Act("reserve", N_("Re&servation"), _IN_SECTION),
    Act("statement", N_("Särskil&t yttrande"), _IN_SECTION),
    Act("execute", N_("Ut&förs av"), _IN_SECTION),
)
WRITING = Act("write", N_("Ante&ckna"), _IN_SECTION)
PEOPLE: tuple[Act, ...] = (
    Act("arrive", N_("&Kom")),
    Act("leave", N_("&Gick")),
    Act("step-aside", N_("&Jäv"), _IN_SECTION),
    Act("serve", N_("&Ersättare")),
    Act("call-roll", N_("&Upprop"), Usable.ALWAYS),
)
GOING: tuple[Act, ...] = (
    Act("start", N_("Öpp&na sammanträdet"), Usable.AHEAD),
    Act("next", N_("&Nästa")),
    Act("go-to", N_("G&å till punkt…")),
    Act("pause", N_("&Paus")),
    Act("end", N_("Avsluta sa&mmanträdet")),
    Act("project", N_("&Visa för publiken"), Usable.ALWAYS),
)
BACK = Act("back", N_("Tillbaka till f&önstret"), Usable.ALWAYS)
"""The way out of the view, which is no act of the meeting."""
ACTS: tuple[Act, ...] = (*DECIDING, *RECORDING, WRITING, *PEOPLE, *GOING)
"""All acts, in the order of their buttons."""

"""The plan's commands drawn at random: every kind, mostly sensible, now and then not."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import strategies as st

from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.plan.terms import (
    ActivityState,
    AgreementKind,
    ConsultationState,
    Exactness,
    LetterState,
    PlanKind,
)
from hubra_desktop.model.records.catalogue import RULES
from hubra_desktop.model.records.plan import (
    Activity,
    ActivityArea,
    Agreement,
    Consultation,
    LetterRecipient,
)
from hubra_desktop.work import commands as c
from hubra_desktop.work.commands.base import Command
from tests.work.drawn import TEXTS, Drawer, Maker, ids

YEARS = st.sampled_from([2019, 2019, 2020, 2021, 1])
DAYS = st.none() | st.dates(date(2019, 1, 1), date(2020, 12, 31))
STATES: dict[str, Any] = {
    "activity": ActivityState,
    "letter": LetterState,
    "consultation": ConsultationState,
}
KINDS: dict[str, Any] = {"plan": PlanKind, "agreement": AgreementKind}
NUMBERS = {"participants", "copies", "amount_ore", "warn_months", "number"}
DATED = {
    "situation_date", "decided_on", "followed_up", "date", "starts", "ends", "deadline", "sent_on",
    "valid_from", "valid_to", "received", "due", "extended_to", "answered_on",
}  # fmt: skip
POINTING = {
    "meeting_id": "meetings",
    "grant_id": "grants",
    "agreement_id": "agreements",
    "letter_id": "letters",
    "responsible_id": "persons",
    "repeats_id": "activities",
    "body_id": "bodies",
}
LEFT_OUT = {"kind", "position", "closed", "year", "version"}


def parts(bundle: Bundle, owners: str, part: str) -> st.SearchStrategy[Any]:
    return ids(row for owner in getattr(bundle, owners) for row in getattr(owner, part))


def areas(bundle: Bundle) -> st.SearchStrategy[Any]:
    return parts(bundle, "plans", "areas")


def some_areas(draw: Drawer, bundle: Bundle) -> tuple[str, ...]:
    return tuple(draw(st.lists(areas(bundle), max_size=4)))


def field(kind: str, name: str, bundle: Bundle) -> st.SearchStrategy[Any]:
    if name == "state":
        return st.sampled_from(STATES[kind])
    if name in POINTING:
        return st.none() | ids(getattr(bundle, POINTING[name]))
    if name == "item_id":
        return st.none() | parts(bundle, "meetings", "items")
    if name in DATED:
        return DAYS
    if name == "exactness":
        return st.sampled_from(Exactness)
    if name == "held":
        return st.booleans()
    plain = kind == "focus_area" and name == "number"
    return st.integers(-1, 900) if name in NUMBERS and not plain else TEXTS


def values(draw: Drawer, kind: str, bundle: Bundle, *needed: str) -> dict[str, Any]:
    """A few fields of a table with something in them."""
    choice = sorted(set(RULES[kind]) - LEFT_OUT)
    names = draw(st.lists(st.sampled_from(choice), max_size=3, unique=True))
    return {name: draw(field(kind, name, bundle)) for name in (*needed, *names)}


def owned(command: Callable[..., Command], kind: str, owners: str, *needed: str) -> Maker:
    """Draw a command that adds to a list of its owner."""

    def make(draw: Drawer, bundle: Bundle) -> Command:
        owner = draw(ids(getattr(bundle, owners)))
        index = draw(st.none() | st.integers(-1, 9))
        return command(owner, values(draw, kind, bundle, *needed), index)

    return make


def changing(command: Callable[..., Command], kind: str, owners: str, part: str = "") -> Maker:
    def make(draw: Drawer, bundle: Bundle) -> Command:
        there = parts(bundle, owners, part) if part else ids(getattr(bundle, owners))
        edit = draw(st.sampled_from(["", "besök"]))
        return command(draw(there), values(draw, kind, bundle), edit)

    return make


def removing(command: Callable[..., Command], owners: str, part: str = "") -> Maker:
    return lambda draw, bundle: command(
        draw(parts(bundle, owners, part) if part else ids(getattr(bundle, owners)))
    )


def whole_activity(draw: Drawer, bundle: Bundle) -> Command:
    served = tuple(
        ActivityArea(area_id=each, main=not place)
        for place, each in enumerate(some_areas(draw, bundle))
    )
    return c.AddActivity(
        Activity(
            id=draw(st.just(new_id()) | ids(bundle.activities)), year=2019, title="Hel",
            state=draw(st.sampled_from(ActivityState)), areas=served,
        )
    )  # fmt: skip


def recipients(draw: Drawer) -> tuple[LetterRecipient, ...]:
    names = draw(st.lists(st.sampled_from(["Rådet", "Skolan", "a\nb"]), max_size=3))
    return tuple(LetterRecipient(name=name) for name in names)


def with_areas(draw: Drawer, bundle: Bundle) -> Command:
    chosen = some_areas(draw, bundle)
    main = draw(st.none() | st.sampled_from([*chosen, "ingen"]))
    return c.SetActivityAreas(draw(ids(bundle.activities)), chosen, main)


MAKERS: dict[type[Any], Maker] = {
    c.AddActivity: whole_activity,
    c.AddActivityArea: lambda d, b: c.AddActivityArea(
        d(ids(b.activities)), d(areas(b)), d(st.booleans())
    ),
    c.AddActivityLink: owned(c.AddActivityLink, "activity_link", "activities", "title"),
    c.AddAgreement: lambda d, _: c.AddAgreement(
        Agreement(title=d(TEXTS), valid_from=d(DAYS), valid_to=d(DAYS))
    ),
    c.AddAgreementMeeting: owned(c.AddAgreementMeeting, "agreement_meeting", "agreements"),
    c.AddAgreementParty: owned(c.AddAgreementParty, "agreement_party", "agreements", "name"),
    c.AddConsultation: lambda d, _: c.AddConsultation(
        Consultation(title=d(TEXTS), due=d(DAYS), received=d(DAYS))
    ),
    c.AddFocusArea: owned(c.AddFocusArea, "focus_area", "plans", "title"),
    c.AddFollowUpNote: lambda d, b: c.AddFollowUpNote(
        d(ids(b.activities)), d(DAYS.filter(bool)), d(TEXTS), d(TEXTS)
    ),
    c.AddLetterRecipient: owned(c.AddLetterRecipient, "letter_recipient", "letters"),
    c.AddOccasion: owned(c.AddOccasion, "occasion", "activities"),
    c.ChangeActivity: changing(c.ChangeActivity, "activity", "activities"),
    c.ChangeActivityLink: changing(c.ChangeActivityLink, "activity_link", "activities", "links"),
    c.ChangeAgreement: changing(c.ChangeAgreement, "agreement", "agreements"),
    c.ChangeAgreementMeeting: changing(
        c.ChangeAgreementMeeting, "agreement_meeting", "agreements", "meetings"
    ),
    c.ChangeAgreementParty: changing(
        c.ChangeAgreementParty, "agreement_party", "agreements", "parties"
    ),
    c.ChangeConsultation: changing(c.ChangeConsultation, "consultation", "consultations"),
    c.ChangeFocusArea: changing(c.ChangeFocusArea, "focus_area", "plans", "areas"),
    c.ChangeLetter: changing(c.ChangeLetter, "letter", "letters"),
    c.ChangeLetterRecipient: changing(
        c.ChangeLetterRecipient, "letter_recipient", "letters", "recipients"
    ),
    c.ChangeOccasion: changing(c.ChangeOccasion, "occasion", "activities", "occasions"),
    c.ChangePlan: changing(c.ChangePlan, "plan", "plans"),
    c.CopyPlan: lambda d, b: c.CopyPlan(d(ids(b.plans)), d(st.none() | YEARS)),
    c.MoveActivity: lambda d, b: c.MoveActivity(d(ids(b.activities)), d(st.integers(-1, 9))),
    c.MoveFocusArea: lambda d, b: c.MoveFocusArea(d(areas(b)), d(st.integers(-1, 9))),
    c.NewActivity: lambda d, b: c.NewActivity(
        d(YEARS), values(d, "activity", b, "title"), some_areas(d, b)
    ),
    c.NewLetter: lambda d, b: c.NewLetter(d(YEARS), values(d, "letter", b)),
    c.NewPlan: lambda d, _: c.NewPlan(d(YEARS), d(st.sampled_from(PlanKind))),
    c.NewPlanVersion: lambda d, b: c.NewPlanVersion(d(ids(b.plans))),
    c.RemoveActivity: removing(c.RemoveActivity, "activities"),
    c.RemoveActivityArea: lambda d, b: c.RemoveActivityArea(d(ids(b.activities)), d(areas(b))),
    c.RemoveActivityLink: removing(c.RemoveActivityLink, "activities", "links"),
    c.RemoveAgreement: removing(c.RemoveAgreement, "agreements"),
    c.RemoveAgreementMeeting: removing(c.RemoveAgreementMeeting, "agreements", "meetings"),
    c.RemoveAgreementParty: removing(c.RemoveAgreementParty, "agreements", "parties"),
    c.RemoveConsultation: removing(c.RemoveConsultation, "consultations"),
    c.RemoveFocusArea: removing(c.RemoveFocusArea, "plans", "areas"),
    c.RemoveLetter: removing(c.RemoveLetter, "letters"),
    c.RemoveLetterRecipient: removing(c.RemoveLetterRecipient, "letters", "recipients"),
    c.RemoveOccasion: removing(c.RemoveOccasion, "activities", "occasions"),
    c.RemovePlan: removing(c.RemovePlan, "plans"),
    c.SendLetter: lambda d, b: c.SendLetter(d(ids(b.letters)), d(DAYS.filter(bool))),
    c.SetActivityAreas: with_areas,
}

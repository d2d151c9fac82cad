"""The plan's commands drawn at random: every kind, mostly sensible, now and then not."""

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
from hubra_desktop.model.records.catalogue import KINDS as NAMES
from hubra_desktop.model.records.catalogue import RULES
from hubra_desktop.model.records.plan import (
    Activity,
    ActivityArea,
    ActivityLink,
    Agreement,
    AgreementMeeting,
    AgreementParty,
    Consultation,
    FocusArea,
    Letter,
    LetterRecipient,
    Occasion,
    Plan,
)
from hubra_desktop.work.commands.activities import (
    AddActivityArea,
    AddFollowUpNote,
    MoveActivity,
    NewActivity,
    RemoveActivityArea,
    SetActivityAreas,
)
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.letters import NewLetter, SendLetter
from hubra_desktop.work.commands.plans import CopyPlan, NewPlan, NewPlanVersion
from hubra_desktop.work.edits import Add, Change, Remove, Reorder, Store
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


def owned(record: type, owners: str, *needed: str) -> Maker:
    """Draw an edit that adds to a list of its owner."""

    def make(draw: Drawer, bundle: Bundle) -> Command:
        owner = draw(ids(getattr(bundle, owners)))
        index = draw(st.none() | st.integers(-1, 9))
        return Add(record, values(draw, NAMES[record], bundle, *needed), owner, index)

    return make


def changing(record: type, owners: str, part: str = "") -> Maker:
    def make(draw: Drawer, bundle: Bundle) -> Command:
        there = parts(bundle, owners, part) if part else ids(getattr(bundle, owners))
        edit = draw(st.sampled_from(["", "besök"]))
        return Change(record, draw(there), values(draw, NAMES[record], bundle), edit)

    return make


def removing(record: type, owners: str, part: str = "") -> Maker:
    return lambda draw, bundle: Remove(
        record, draw(parts(bundle, owners, part) if part else ids(getattr(bundle, owners)))
    )


def whole_activity(draw: Drawer, bundle: Bundle) -> Command:
    served = tuple(
        ActivityArea(area_id=each, main=not place)
        for place, each in enumerate(some_areas(draw, bundle))
    )
    return Store(Activity(
            id=draw(st.just(new_id()) | ids(bundle.activities)), year=2019, title="Hel",
            state=draw(st.sampled_from(ActivityState)), areas=served,
        ))  # fmt: skip


def recipients(draw: Drawer) -> tuple[LetterRecipient, ...]:
    names = draw(st.lists(st.sampled_from(["Rådet", "Skolan", "a\nb"]), max_size=3))
    return tuple(LetterRecipient(name=name) for name in names)


def with_areas(draw: Drawer, bundle: Bundle) -> Command:
    chosen = some_areas(draw, bundle)
    main = draw(st.none() | st.sampled_from([*chosen, "ingen"]))
    return SetActivityAreas(draw(ids(bundle.activities)), chosen, main)


MAKERS: dict[str, Maker] = {
    "AddActivity": whole_activity,
    "AddActivityArea": lambda d, b: AddActivityArea(
        d(ids(b.activities)), d(areas(b)), d(st.booleans())
    ),
    "AddActivityLink": owned(ActivityLink, "activities", "title"),
    "AddAgreement": lambda d, _: Store(
        Agreement(title=d(TEXTS), valid_from=d(DAYS), valid_to=d(DAYS))
    ),
    "AddAgreementMeeting": owned(AgreementMeeting, "agreements"),
    "AddAgreementParty": owned(AgreementParty, "agreements", "name"),
    "AddConsultation": lambda d, _: Store(
        Consultation(title=d(TEXTS), due=d(DAYS), received=d(DAYS))
    ),
    "AddFocusArea": owned(FocusArea, "plans", "title"),
    "AddFollowUpNote": lambda d, b: AddFollowUpNote(
        d(ids(b.activities)), d(DAYS.filter(bool)), d(TEXTS), d(TEXTS)
    ),
    "AddLetterRecipient": owned(LetterRecipient, "letters"),
    "AddOccasion": owned(Occasion, "activities"),
    "ChangeActivity": changing(Activity, "activities"),
    "ChangeActivityLink": changing(ActivityLink, "activities", "links"),
    "ChangeAgreement": changing(Agreement, "agreements"),
    "ChangeAgreementMeeting": changing(AgreementMeeting, "agreements", "meetings"),
    "ChangeAgreementParty": changing(AgreementParty, "agreements", "parties"),
    "ChangeConsultation": changing(Consultation, "consultations"),
    "ChangeFocusArea": changing(FocusArea, "plans", "areas"),
    "ChangeLetter": changing(Letter, "letters"),
    "ChangeLetterRecipient": changing(LetterRecipient, "letters", "recipients"),
    "ChangeOccasion": changing(Occasion, "activities", "occasions"),
    "ChangePlan": changing(Plan, "plans"),
    "CopyPlan": lambda d, b: CopyPlan(d(ids(b.plans)), d(st.none() | YEARS)),
    "MoveActivity": lambda d, b: MoveActivity(d(ids(b.activities)), d(st.integers(-1, 9))),
    "ReorderFocusArea": lambda d, b: Reorder(FocusArea, d(areas(b)), d(st.integers(-1, 9))),
    "NewActivity": lambda d, b: NewActivity(
        d(YEARS), values(d, "activity", b, "title"), some_areas(d, b)
    ),
    "NewLetter": lambda d, b: NewLetter(d(YEARS), values(d, "letter", b)),
    "NewPlan": lambda d, _: NewPlan(d(YEARS), d(st.sampled_from(PlanKind))),
    "NewPlanVersion": lambda d, b: NewPlanVersion(d(ids(b.plans))),
    "RemoveActivity": removing(Activity, "activities"),
    "RemoveActivityArea": lambda d, b: RemoveActivityArea(d(ids(b.activities)), d(areas(b))),
    "RemoveActivityLink": removing(ActivityLink, "activities", "links"),
    "RemoveAgreement": removing(Agreement, "agreements"),
    "RemoveAgreementMeeting": removing(AgreementMeeting, "agreements", "meetings"),
    "RemoveAgreementParty": removing(AgreementParty, "agreements", "parties"),
    "RemoveConsultation": removing(Consultation, "consultations"),
    "RemoveFocusArea": removing(FocusArea, "plans", "areas"),
    "RemoveLetter": removing(Letter, "letters"),
    "RemoveLetterRecipient": removing(LetterRecipient, "letters", "recipients"),
    "RemoveOccasion": removing(Occasion, "activities", "occasions"),
    "RemovePlan": removing(Plan, "plans"),
    "SendLetter": lambda d, b: SendLetter(d(ids(b.letters)), d(DAYS.filter(bool))),
    "SetActivityAreas": with_areas,
}

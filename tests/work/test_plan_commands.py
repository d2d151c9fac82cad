"""The plan's commands: done, undone and done again, or refused with a sentence."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.plan.terms import (
    ActivityState,
    ConsultationState,
    LetterState,
    PlanKind,
)
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
    MoveActivityToArea,
    NewActivity,
    RemoveActivityArea,
    SetActivityAreas,
)
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.letters import NewLetter, SendLetter
from hubra_desktop.work.commands.plans import CopyPlan, NewPlan, NewPlanVersion
from hubra_desktop.work.edits import Add, Change, Remove, Reorder, Store
from tests.work.office import Office
from tests.work.plan_office import YEAR
from tests.work.rooms import PLAN, name_of, of_modules
from tests.work.there_and_back import refused, there_and_back

Making = Callable[[Office], Command]
DAY = dt.date(2019, 6, 3)
WHO = LetterRecipient(id="who", name="Nätverken", way="e-post")


DONE: dict[str, Making] = {
    "AddActivity": lambda _: Store(Activity(year=YEAR, title="Kväll")),
    "AddActivityArea": lambda _: AddActivityArea("vandring", "area7"),
    "AddActivityLink": lambda _: Add(ActivityLink, {"agreement_id": "iop"}, "dag"),
    "AddAgreement": lambda _: Store(Agreement(title="Samverkan")),
    "AddAgreementMeeting": lambda _: Add(AgreementMeeting, {"date": DAY}, "iop"),
    "AddAgreementParty": lambda _: Add(AgreementParty, {"name": "Kommunen"}, "iop"),
    "AddConsultation": lambda _: Store(Consultation(title="Motion")),
    "AddFocusArea": lambda _: Add(FocusArea, {"title": "Vold i nära relation"}, "p19"),
    "AddFollowUpNote": lambda _: AddFollowUpNote("dag", DAY, "Klart.", "Åsa"),
    "AddLetterRecipient": lambda _: Add(LetterRecipient, {"name": "Skolan"}, "l2"),
    "AddOccasion": lambda _: Add(Occasion, {"date": DAY, "place": "Vårby"}, "vandring"),
    "ChangeActivity": lambda o: Change(
        Activity,
        "vandring",
        {"state": ActivityState.NOT_DONE, "reason": "Regn", "responsible_id": o.clerk},
    ),
    "ChangeActivityLink": lambda _: Change(ActivityLink, "k2", {"title": "Rapporten"}),
    "ChangeAgreement": lambda _: Change(Agreement, "iop", {"valid_to": dt.date(2020, 1, 1)}),
    "ChangeAgreementMeeting": lambda _: Change(AgreementMeeting, "am1", {"held": True}),
    "ChangeAgreementParty": lambda _: Change(AgreementParty, "pt2", {"name": "Grannstödet"}),
    "ChangeConsultation": lambda _: Change(
        Consultation, "remiss", {"state": ConsultationState.ANSWERED, "answered_on": DAY}
    ),
    "ChangeFocusArea": lambda _: Change(FocusArea, "area4", {"comment": "Ej färdig."}),
    "ChangeLetter": lambda _: Change(Letter, "l1", {"state": LetterState.PUBLISHED}),
    "ChangeLetterRecipient": lambda _: Change(LetterRecipient, "to2", {"way": "post"}),
    "ChangeOccasion": lambda _: Change(Occasion, "o1", {"participants": 40}),
    "ChangePlan": lambda o: Change(Plan, "p19", {"meeting_id": o.meeting}),
    "CopyPlan": lambda _: CopyPlan("p19"),
    "MoveActivity": lambda _: MoveActivity("vandring", 0),
    "MoveActivityToArea": lambda _: MoveActivityToArea("dag", "area5"),
    "ReorderFocusArea": lambda _: Reorder(FocusArea, "area8", 0),
    "NewActivity": lambda o: NewActivity(
        YEAR, {"title": "Kväll", "responsible_id": o.clerk}, ("area2", "area3")
    ),
    "NewLetter": lambda _: NewLetter(YEAR),
    "NewPlan": lambda _: NewPlan(2030),
    "NewPlanVersion": lambda _: NewPlanVersion("p19"),
    "RemoveActivity": lambda _: Remove(Activity, "dag"),
    "RemoveActivityArea": lambda _: RemoveActivityArea("dag", "area2"),
    "RemoveActivityLink": lambda _: Remove(ActivityLink, "k1"),
    "RemoveAgreement": lambda _: Remove(Agreement, "iop"),
    "RemoveAgreementMeeting": lambda _: Remove(AgreementMeeting, "am1"),
    "RemoveAgreementParty": lambda _: Remove(AgreementParty, "pt1"),
    "RemoveConsultation": lambda _: Remove(Consultation, "remiss"),
    "RemoveFocusArea": lambda _: Remove(FocusArea, "area2"),
    "RemoveLetter": lambda _: Remove(Letter, "l1"),
    "RemoveLetterRecipient": lambda _: Remove(LetterRecipient, "to2"),
    "RemoveOccasion": lambda _: Remove(Occasion, "o1"),
    "RemovePlan": lambda _: Remove(Plan, "p19"),
    "SendLetter": lambda _: SendLetter("l2", dt.date(2019, 5, 3), 300),
    "SetActivityAreas": lambda _: SetActivityAreas("dag", ("area6", "area7"), "area7"),
}


def test_every_command_of_the_plan_stands_here() -> None:
    assert set(DONE) >= of_modules(PLAN)


@pytest.mark.parametrize("name", DONE)
def test_a_command_is_done_undone_and_done_again(planned: Office, name: str) -> None:
    command = DONE[name](planned)
    assert name_of(command) == name
    there_and_back(planned, command)


def whole_letter(office: Office, letter_id: str, **values: object) -> Command:
    """Store a letter that is there with other values, as a file may hold it."""
    letters = {each.id: each for each in office.everything().letters}
    letter = replace(letters[letter_id], **values)  # type: ignore[arg-type]
    return ImportBundle(Bundle(letters=(letter,)))


def test_a_whole_letter_sent_to_others_leads_back_and_forward(planned: Office) -> None:
    sent = {"state": LetterState.SENT, "sent_on": dt.date(2019, 5, 3)}
    there_and_back(planned, whole_letter(planned, "l2", recipients=(WHO,), **sent))


def test_a_sent_letter_removed_with_its_recipients_comes_back(planned: Office) -> None:
    there_and_back(planned, Remove(Letter, "l1"))


def late(**values: object) -> Command:
    return Change(Activity, "vandring", values)


GONE = "Uppgiften finns inte längre"
REFUSED: dict[str, tuple[Making, str]] = {
    "a second plan": (lambda _: NewPlan(YEAR), "redan en verksamhetsplan för 2019"),
    "a second plan of the law": (
        lambda _: NewPlan(YEAR, PlanKind.MEASURES),
        "redan en åtgärdsplan för 2019",
    ),
    "a plan of no year": (lambda _: NewPlan(19), "Året ska ligga"),
    "a copy of a plan that is gone": (lambda _: CopyPlan("x"), GONE),
    "a copy to the same year": (lambda _: CopyPlan("p19", YEAR), "redan en verksamhetsplan"),
    "a copy past the calendar": (lambda _: CopyPlan("p19", 2200), "Året ska ligga"),
    "a plan's own number twice": (
        lambda _: Change(Plan, "p19", {"kind": PlanKind.MEASURES}),
        "redan en (åtgärdsplan|sådan plan) för",
    ),
    "a whole plan stored beside its like": (
        lambda _: Store(Plan(year=YEAR)),
        "redan en (verksamhetsplan|sådan plan) för",
    ),
    "a plan moved from under its activities": (
        lambda _: Change(Plan, "p19", {"year": 2020}),
        "hör till 2019 men området till planen för 2020",
    ),
    "a whole activity with an area of another year": (
        lambda _: Store(Activity(year=2020, areas=(ActivityArea(area_id="area1", main=True),))),
        "hör till 2020 men området till planen för 2019",
    ),
    "adopted at a meeting that is gone": (lambda _: Change(Plan, "p19", {"meeting_id": "x"}), GONE),
    "partly without a reason": (
        lambda _: late(state=ActivityState.PARTLY),
        "varför aktiviteten är delvis genomförd",
    ),
    "not done without a reason": (
        lambda _: late(state=ActivityState.NOT_DONE, reason=" "),
        "varför aktiviteten är ej genomförd",
    ),
    "struck without a reason": (
        lambda _: NewActivity(YEAR, {"state": ActivityState.STRUCK}),
        "varför aktiviteten är struken",
    ),
    "an end before the beginning": (
        lambda _: late(starts=DAY, ends=dt.date(2019, 1, 1)),
        "slutar innan den börjar",
    ),
    "somebody responsible who is gone": (lambda _: late(responsible_id="x"), GONE),
    "an area of another year": (
        lambda _: NewActivity(2020, {}, ("area1",)),
        "hör till 2020 men området till planen för 2019",
    ),
    "a year that the areas are not of": (lambda _: late(year=2020), "hör till 2020 men området"),
    "an area that is gone": (
        lambda _: AddActivityArea("dag", "x"),
        "områden som finns i planen",
    ),
    "no main area": (
        lambda _: Store(Activity(year=YEAR, areas=(ActivityArea(area_id="area1"),))),
        "ett av dem som huvudområde",
    ),
    "two main areas": (
        lambda _: Store(
            Activity(
                year=YEAR,
                areas=tuple(ActivityArea(area_id=a, main=True) for a in ("area1", "area2")),
            )
        ),
        "ett av dem som huvudområde",
    ),
    "an area twice": (
        lambda _: Store(
            Activity(
                year=YEAR,
                areas=tuple(ActivityArea(area_id="area1", main=main) for main in (True, False)),
            )
        ),
        "områden som finns i planen",
    ),
    "a main area outside those given": (
        lambda _: SetActivityAreas("dag", ("area2",), "area1"),
        "ett av aktivitetens områden",
    ),
    "a link to nothing": (lambda _: Add(ActivityLink, {"title": " "}, "dag"), "Välj en sak"),
    "a link to two things": (
        lambda o: Add(ActivityLink, {"meeting_id": o.meeting, "letter_id": "l1"}, "dag"),
        "Välj en sak",
    ),
    "a link that is there": (
        lambda o: Add(ActivityLink, {"meeting_id": o.meeting}, "dag"),
        "har redan den kopplingen",
    ),
    "a link led to what another leads to": (
        lambda o: Change(ActivityLink, "k2", {"meeting_id": o.meeting}),
        "har redan den kopplingen",
    ),
    "a whole activity linked twice": (
        lambda _: Store(
            Activity(year=YEAR, links=tuple(ActivityLink(letter_id="l1") for _ in "ab"))
        ),
        "har redan den kopplingen",
    ),
    "a link emptied": (
        lambda _: Change(ActivityLink, "k2", {"title": "", "address": ""}),
        "Välj en sak",
    ),
    "an empty note": (lambda _: AddFollowUpNote("dag", DAY, " \n"), "vad som ska noteras"),
    "a note of an activity that is gone": (lambda _: AddFollowUpNote("x", DAY, "a"), GONE),
    "a recipient more of what was sent": (
        lambda _: Add(LetterRecipient, {"name": "Sen"}, "l1"),
        "Brevet är utskickat",
    ),
    "a recipient changed in what was sent": (
        lambda _: Change(LetterRecipient, "to1", {"name": "Annan"}),
        "Brevet är utskickat",
    ),
    "a recipient taken from what was sent": (
        lambda _: Remove(LetterRecipient, "to1"),
        "Brevet är utskickat",
    ),
    "a whole letter with other recipients than it was sent to": (
        lambda o: whole_letter(o, "l1", recipients=(WHO,)),
        "Brevet är utskickat",
    ),
    "sent twice": (lambda _: SendLetter("l1", DAY), "Brevet är utskickat"),
    "sent by changing the state": (
        lambda _: Change(Letter, "l2", {"state": LetterState.SENT}),
        "Välj Skicka",
    ),
    "published without being sent": (
        lambda _: Change(Letter, "l2", {"state": LetterState.PUBLISHED}),
        "Välj Skicka",
    ),
    "born sent": (lambda _: NewLetter(YEAR, {"state": LetterState.SENT}), "Välj Skicka"),
    "unsent": (
        lambda _: Change(Letter, "l1", {"state": LetterState.DRAFT}),
        "kan inte bli ett utkast",
    ),
    "a letter's number twice": (
        lambda _: Change(Letter, "l2", {"number": 1}),
        "redan ett brev (nummer 1|med det numret)",
    ),
    "a letter sent in another year": (
        lambda _: SendLetter("l2", dt.date(2020, 1, 2)),
        "hör till 2019 men skickades 2020",
    ),
    "an agreement that ends first": (
        lambda _: Change(Agreement, "iop", {"valid_to": dt.date(2018, 1, 1)}),
        "slutar innan den börjar",
    ),
    "nobody as a party": (lambda _: Add(AgreementParty, {"name": " "}, "iop"), "partens namn"),
    "a party made nobody": (lambda _: Change(AgreementParty, "pt2", {"name": ""}), "partens namn"),
    "a party that is not in the register": (
        lambda _: Add(AgreementParty, {"body_id": "x"}, "iop"),
        "hänvisar till något som inte finns",
    ),
    "answered without a day": (
        lambda _: Change(Consultation, "remiss", {"state": ConsultationState.ANSWERED}),
        "vilken dag svaret skickades",
    ),
    "due before it came": (
        lambda _: Change(Consultation, "remiss", {"received": DAY, "due": dt.date(2019, 1, 1)}),
        "innan remissen kom",
    ),
    "extended to an earlier day": (
        lambda _: Store(Consultation(due=DAY, extended_to=dt.date(2019, 6, 1))),
        "ligger före den första",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_command_changes_nothing(planned: Office, name: str) -> None:
    make, sentence = REFUSED[name]
    refused(planned, make(planned), sentence)

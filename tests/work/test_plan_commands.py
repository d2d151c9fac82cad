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
    Consultation,
    LetterRecipient,
    Plan,
)
from hubra_desktop.work import commands as c
from hubra_desktop.work.commands.base import Command, Store
from tests.work.office import Office
from tests.work.plan_office import YEAR
from tests.work.rooms import PLAN, of_modules
from tests.work.there_and_back import refused, there_and_back

Making = Callable[[Office], Command]
DAY = dt.date(2019, 6, 3)
WHO = LetterRecipient(id="who", name="Nätverken", way="e-post")


DONE: dict[str, Making] = {
    "AddActivity": lambda _: c.AddActivity(Activity(year=YEAR, title="Kväll")),
    "AddActivityArea": lambda _: c.AddActivityArea("vandring", "area7"),
    "AddActivityLink": lambda _: c.AddActivityLink("dag", {"agreement_id": "iop"}),
    "AddAgreement": lambda _: c.AddAgreement(Agreement(title="Samverkan")),
    "AddAgreementMeeting": lambda _: c.AddAgreementMeeting("iop", {"date": DAY}),
    "AddAgreementParty": lambda _: c.AddAgreementParty("iop", {"name": "Kommunen"}),
    "AddConsultation": lambda _: c.AddConsultation(Consultation(title="Motion")),
    "AddFocusArea": lambda _: c.AddFocusArea("p19", {"title": "Vold i nära relation"}),
    "AddFollowUpNote": lambda _: c.AddFollowUpNote("dag", DAY, "Klart.", "Åsa"),
    "AddLetterRecipient": lambda _: c.AddLetterRecipient("l2", {"name": "Skolan"}),
    "AddOccasion": lambda _: c.AddOccasion("vandring", {"date": DAY, "place": "Vårby"}),
    "ChangeActivity": lambda o: c.ChangeActivity(
        "vandring",
        {"state": ActivityState.NOT_DONE, "reason": "Regn", "responsible_id": o.clerk},
    ),
    "ChangeActivityLink": lambda _: c.ChangeActivityLink("k2", {"title": "Rapporten"}),
    "ChangeAgreement": lambda _: c.ChangeAgreement("iop", {"valid_to": dt.date(2020, 1, 1)}),
    "ChangeAgreementMeeting": lambda _: c.ChangeAgreementMeeting("am1", {"held": True}),
    "ChangeAgreementParty": lambda _: c.ChangeAgreementParty("pt2", {"name": "Grannstödet"}),
    "ChangeConsultation": lambda _: c.ChangeConsultation(
        "remiss", {"state": ConsultationState.ANSWERED, "answered_on": DAY}
    ),
    "ChangeFocusArea": lambda _: c.ChangeFocusArea("area4", {"comment": "Ej färdig."}),
    "ChangeLetter": lambda _: c.ChangeLetter("l1", {"state": LetterState.PUBLISHED}),
    "ChangeLetterRecipient": lambda _: c.ChangeLetterRecipient("to2", {"way": "post"}),
    "ChangeOccasion": lambda _: c.ChangeOccasion("o1", {"participants": 40}),
    "ChangePlan": lambda o: c.ChangePlan("p19", {"meeting_id": o.meeting}),
    "CopyPlan": lambda _: c.CopyPlan("p19"),
    "MoveActivity": lambda _: c.MoveActivity("vandring", 0),
    "MoveFocusArea": lambda _: c.MoveFocusArea("area8", 0),
    "NewActivity": lambda o: c.NewActivity(
        YEAR, {"title": "Kväll", "responsible_id": o.clerk}, ("area2", "area3")
    ),
    "NewLetter": lambda _: c.NewLetter(YEAR),
    "NewPlan": lambda _: c.NewPlan(2030),
    "NewPlanVersion": lambda _: c.NewPlanVersion("p19"),
    "RemoveActivity": lambda _: c.RemoveActivity("dag"),
    "RemoveActivityArea": lambda _: c.RemoveActivityArea("dag", "area2"),
    "RemoveActivityLink": lambda _: c.RemoveActivityLink("k1"),
    "RemoveAgreement": lambda _: c.RemoveAgreement("iop"),
    "RemoveAgreementMeeting": lambda _: c.RemoveAgreementMeeting("am1"),
    "RemoveAgreementParty": lambda _: c.RemoveAgreementParty("pt1"),
    "RemoveConsultation": lambda _: c.RemoveConsultation("remiss"),
    "RemoveFocusArea": lambda _: c.RemoveFocusArea("area2"),
    "RemoveLetter": lambda _: c.RemoveLetter("l1"),
    "RemoveLetterRecipient": lambda _: c.RemoveLetterRecipient("to2"),
    "RemoveOccasion": lambda _: c.RemoveOccasion("o1"),
    "RemovePlan": lambda _: c.RemovePlan("p19"),
    "SendLetter": lambda _: c.SendLetter("l2", dt.date(2019, 5, 3), 300),
    "SetActivityAreas": lambda _: c.SetActivityAreas("dag", ("area6", "area7"), "area7"),
}


def test_every_command_of_the_plan_stands_here() -> None:
    assert set(DONE) == of_modules(PLAN)


@pytest.mark.parametrize("name", DONE)
def test_a_command_is_done_undone_and_done_again(planned: Office, name: str) -> None:
    command = DONE[name](planned)
    assert type(command).__name__ == name
    there_and_back(planned, command)


def whole_letter(office: Office, letter_id: str, **values: object) -> Command:
    """Store a letter that is there with other values, as a file may hold it."""
    letters = {each.id: each for each in office.everything().letters}
    letter = replace(letters[letter_id], **values)  # type: ignore[arg-type]
    return c.ImportBundle(Bundle(letters=(letter,)))


def test_a_whole_letter_sent_to_others_leads_back_and_forward(planned: Office) -> None:
    sent = {"state": LetterState.SENT, "sent_on": dt.date(2019, 5, 3)}
    there_and_back(planned, whole_letter(planned, "l2", recipients=(WHO,), **sent))


def test_a_sent_letter_removed_with_its_recipients_comes_back(planned: Office) -> None:
    there_and_back(planned, c.RemoveLetter("l1"))


def late(**values: object) -> Command:
    return c.ChangeActivity("vandring", values)


GONE = "Uppgiften finns inte längre"
REFUSED: dict[str, tuple[Making, str]] = {
    "a second plan": (lambda _: c.NewPlan(YEAR), "redan en verksamhetsplan för 2019"),
    "a second plan of the law": (
        lambda _: c.NewPlan(YEAR, PlanKind.MEASURES),
        "redan en åtgärdsplan för 2019",
    ),
    "a plan of no year": (lambda _: c.NewPlan(19), "Året ska ligga"),
    "a copy of a plan that is gone": (lambda _: c.CopyPlan("x"), GONE),
    "a copy to the same year": (lambda _: c.CopyPlan("p19", YEAR), "redan en verksamhetsplan"),
    "a copy past the calendar": (lambda _: c.CopyPlan("p19", 2200), "Året ska ligga"),
    "a plan's own number twice": (
        lambda _: c.ChangePlan("p19", {"kind": PlanKind.MEASURES}),
        "redan en (åtgärdsplan|sådan plan) för",
    ),
    "a whole plan stored beside its like": (
        lambda _: Store(Plan(year=YEAR)),
        "redan en (verksamhetsplan|sådan plan) för",
    ),
    "a plan moved from under its activities": (
        lambda _: c.ChangePlan("p19", {"year": 2020}),
        "hör till 2019 men området till planen för 2020",
    ),
    "a whole activity with an area of another year": (
        lambda _: c.AddActivity(
            Activity(year=2020, areas=(ActivityArea(area_id="area1", main=True),))
        ),
        "hör till 2020 men området till planen för 2019",
    ),
    "adopted at a meeting that is gone": (lambda _: c.ChangePlan("p19", {"meeting_id": "x"}), GONE),
    "partly without a reason": (
        lambda _: late(state=ActivityState.PARTLY),
        "varför aktiviteten är delvis genomförd",
    ),
    "not done without a reason": (
        lambda _: late(state=ActivityState.NOT_DONE, reason=" "),
        "varför aktiviteten är ej genomförd",
    ),
    "struck without a reason": (
        lambda _: c.NewActivity(YEAR, {"state": ActivityState.STRUCK}),
        "varför aktiviteten är struken",
    ),
    "an end before the beginning": (
        lambda _: late(starts=DAY, ends=dt.date(2019, 1, 1)),
        "slutar innan den börjar",
    ),
    "somebody responsible who is gone": (lambda _: late(responsible_id="x"), GONE),
    "an area of another year": (
        lambda _: c.NewActivity(2020, {}, ("area1",)),
        "hör till 2020 men området till planen för 2019",
    ),
    "a year that the areas are not of": (lambda _: late(year=2020), "hör till 2020 men området"),
    "an area that is gone": (
        lambda _: c.AddActivityArea("dag", "x"),
        "områden som finns i planen",
    ),
    "no main area": (
        lambda _: c.AddActivity(Activity(year=YEAR, areas=(ActivityArea(area_id="area1"),))),
        "ett av dem som huvudområde",
    ),
    "two main areas": (
        lambda _: c.AddActivity(
            Activity(
                year=YEAR,
                areas=tuple(ActivityArea(area_id=a, main=True) for a in ("area1", "area2")),
            )
        ),
        "ett av dem som huvudområde",
    ),
    "an area twice": (
        lambda _: c.AddActivity(
            Activity(
                year=YEAR,
                areas=tuple(ActivityArea(area_id="area1", main=main) for main in (True, False)),
            )
        ),
        "områden som finns i planen",
    ),
    "a main area outside those given": (
        lambda _: c.SetActivityAreas("dag", ("area2",), "area1"),
        "ett av aktivitetens områden",
    ),
    "a link to nothing": (lambda _: c.AddActivityLink("dag", {"title": " "}), "Välj en sak"),
    "a link to two things": (
        lambda o: c.AddActivityLink("dag", {"meeting_id": o.meeting, "letter_id": "l1"}),
        "Välj en sak",
    ),
    "a link that is there": (
        lambda o: c.AddActivityLink("dag", {"meeting_id": o.meeting}),
        "har redan den kopplingen",
    ),
    "a link led to what another leads to": (
        lambda o: c.ChangeActivityLink("k2", {"meeting_id": o.meeting}),
        "har redan den kopplingen",
    ),
    "a whole activity linked twice": (
        lambda _: c.AddActivity(
            Activity(year=YEAR, links=tuple(ActivityLink(letter_id="l1") for _ in "ab"))
        ),
        "har redan den kopplingen",
    ),
    "a link emptied": (
        lambda _: c.ChangeActivityLink("k2", {"title": "", "address": ""}),
        "Välj en sak",
    ),
    "an empty note": (lambda _: c.AddFollowUpNote("dag", DAY, " \n"), "vad som ska noteras"),
    "a note of an activity that is gone": (lambda _: c.AddFollowUpNote("x", DAY, "a"), GONE),
    "a recipient more of what was sent": (
        lambda _: c.AddLetterRecipient("l1", {"name": "Sen"}),
        "Brevet är utskickat",
    ),
    "a recipient changed in what was sent": (
        lambda _: c.ChangeLetterRecipient("to1", {"name": "Annan"}),
        "Brevet är utskickat",
    ),
    "a recipient taken from what was sent": (
        lambda _: c.RemoveLetterRecipient("to1"),
        "Brevet är utskickat",
    ),
    "a whole letter with other recipients than it was sent to": (
        lambda o: whole_letter(o, "l1", recipients=(WHO,)),
        "Brevet är utskickat",
    ),
    "sent twice": (lambda _: c.SendLetter("l1", DAY), "Brevet är utskickat"),
    "sent by changing the state": (
        lambda _: c.ChangeLetter("l2", {"state": LetterState.SENT}),
        "Välj Skicka",
    ),
    "published without being sent": (
        lambda _: c.ChangeLetter("l2", {"state": LetterState.PUBLISHED}),
        "Välj Skicka",
    ),
    "born sent": (lambda _: c.NewLetter(YEAR, {"state": LetterState.SENT}), "Välj Skicka"),
    "unsent": (
        lambda _: c.ChangeLetter("l1", {"state": LetterState.DRAFT}),
        "kan inte bli ett utkast",
    ),
    "a letter's number twice": (
        lambda _: c.ChangeLetter("l2", {"number": 1}),
        "redan ett brev (nummer 1|med det numret)",
    ),
    "a letter sent in another year": (
        lambda _: c.SendLetter("l2", dt.date(2020, 1, 2)),
        "hör till 2019 men skickades 2020",
    ),
    "an agreement that ends first": (
        lambda _: c.ChangeAgreement("iop", {"valid_to": dt.date(2018, 1, 1)}),
        "slutar innan den börjar",
    ),
    "nobody as a party": (lambda _: c.AddAgreementParty("iop", {"name": " "}), "partens namn"),
    "a party made nobody": (lambda _: c.ChangeAgreementParty("pt2", {"name": ""}), "partens namn"),
    "a party that is not in the register": (
        lambda _: c.AddAgreementParty("iop", {"body_id": "x"}),
        "hänvisar till något som inte finns",
    ),
    "answered without a day": (
        lambda _: c.ChangeConsultation("remiss", {"state": ConsultationState.ANSWERED}),
        "vilken dag svaret skickades",
    ),
    "due before it came": (
        lambda _: c.ChangeConsultation("remiss", {"received": DAY, "due": dt.date(2019, 1, 1)}),
        "innan remissen kom",
    ),
    "extended to an earlier day": (
        lambda _: c.AddConsultation(Consultation(due=DAY, extended_to=dt.date(2019, 6, 1))),
        "ligger före den första",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_command_changes_nothing(planned: Office, name: str) -> None:
    make, sentence = REFUSED[name]
    refused(planned, make(planned), sentence)

"""Reminders: one letter to each with all that they owe; nothing of what is not to be told."""

import datetime as dt

from hubra_desktop.model.findings import Level
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Item, MeetingPaper
from hubra_desktop.model.terms import MeetingPaperKind
from hubra_desktop.work.calling.reminding import Reminder, reminders
from hubra_desktop.work.commands.meeting_papers import AskForPapers
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries.due import council_due
from hubra_desktop.work.queries.meeting_papers import papers_owed
from tests.work.office import DAY, Office

TODAY = DAY - dt.timedelta(days=10)
PAST = TODAY - dt.timedelta(days=1)


def owe(office: Office, *papers: MeetingPaper) -> None:
    office.run(AskForPapers(office.meeting, papers))


def letters(office: Office) -> tuple[Reminder, ...]:
    with office.workspace.read() as reader:
        return reminders(reader, papers_owed(reader, TODAY), TODAY)


def test_a_letter_to_each_tells_all_that_is_owed(office: Office) -> None:
    office.run(Change(Person, office.chair, {"email": "ordf@example.se"}))
    owe(
        office,
        MeetingPaper(item_id="b", kind=MeetingPaperKind.REPLY, title="Yttrande", due=PAST,
                     author_id=office.chair, author="Någon"),
        MeetingPaper(item_id="c", author_id=office.chair, due=DAY),
        MeetingPaper(author="Bo Ask"),
    )  # fmt: skip
    mine, his = letters(office)
    assert mine.address == "ordf@example.se"
    assert mine.subject == "Handlingar till Trygghetsrådet måndag den 6 maj 2019"
    assert (
        "– Remissvar ”Yttrande”, till ärende 2 (”B”), skulle ha varit inne den 25 april 2019.\n"
        "– Handling, till ärende 3 (”C”), ska vara inne senast den 6 maj 2019."
    ) in mine.text
    assert len(mine.paper_ids) == 2
    assert (his.name, his.address) == ("Bo Ask", "")
    assert b"X-Unsent: 1" in mine.draft()
    assert b"To:" not in his.draft()


def test_nothing_secret_is_told_and_no_protected_address(office: Office) -> None:
    values = {"email": "ordf@example.se", "protected": True}
    office.run(Change(Person, office.chair, values))
    office.run(Change(Item, "b", {"closed": True, "title": "Hot mot Ek", "public_title": "Ärende"}))
    owe(office, MeetingPaper(item_id="b", author_id=office.chair, title="Hotet", secret=True))
    [letter] = letters(office)
    assert letter.address == ""
    assert "Hot" not in letter.subject + letter.text
    assert b"ordf@" not in letter.draft()


def test_what_is_late_or_near_is_due(office: Office) -> None:
    owe(
        office,
        MeetingPaper(title="Sen", author="Bo Ask", due=PAST),
        MeetingPaper(title="Snart", author="Åsa Ek", due=TODAY + dt.timedelta(days=7)),
        MeetingPaper(title="Långt kvar", author="Åsa Ek", due=TODAY + dt.timedelta(days=8)),
    )
    with office.workspace.read() as reader:
        found = [each for each in council_due(reader, TODAY) if each.kind == "meeting_paper"]
    assert [(each.level, each.sentence) for each in found] == [
        (Level.WARNING,
         "Bo Ask har inte lämnat ”Sen” till sammanträdet den 6 maj 2019."),
        (Level.TIP,
         "Åsa Ek ska lämna ”Snart” till sammanträdet den 6 maj 2019 senast den 3 maj 2019."),
    ]  # fmt: skip

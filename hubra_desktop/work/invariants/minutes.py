"""Rules of minutes: the numbers of §§, votes that add up, and that those who voted were inside."""

from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.attendance.handled_order import handled_order
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.minutes.minutes_terms import BallotAnswer, MinutesKind
from hubra_desktop.model.minutes.section_presence import presence_by_section
from hubra_desktop.model.minutes.sections import number_words, voices_outside
from hubra_desktop.model.records.attendance import AgendaRun, Attendance
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.minutes import Minutes, Section, SectionBallot
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.deltas import Image
from hubra_desktop.store.journal import Recorded
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import MEETING, TABLES
from hubra_desktop.work.invariants.kinds import Touched
from hubra_desktop.work.invariants.wholes import rewritten, touched_wholes
from hubra_desktop.work.queries.minutes import section_numbers, sections_of


def check_section_numbers(touched: Touched) -> None:
    """Refuse another number of a § that has one, its removal, and a gap in a year's series.

    What is undone or done again may take numbers back, and leaves no gap either.
    """
    for each in touched.rows if not touched.replayed else ():
        before = each.before or {}
        if each.kind == "section" and before.get("number") is not None:
            _check_kept(before["number"], each.after["number"] if each.after else None)
        elif each.kind == "meeting" and each.before and each.after:
            _check_in_series(touched, each.row_id, each.before, each.after)
    for body_id, year in _series(touched):
        numbers = section_numbers(touched.reader, body_id, year)
        twice = next((one for one, other in pairwise(numbers) if one == other), None)
        if twice is not None:
            raise refusal(
                "Två paragrafer {year} skulle få nummer {number}.", year=year, number=twice
            )
        if numbers and numbers[-1] - numbers[0] + 1 != len(numbers):
            raise refusal("Paragraferna {year} skulle få en lucka i numreringen.", year=year)


def check_kept_as_numbered(touched: Touched) -> None:
    """Refuse to keep numbered §§ as notes, which have none: the year's series would lack them."""
    if touched.stood:
        return
    turned, section = rewritten(touched, "minutes", "kind"), TABLES["section"].c
    for each in touched_wholes(touched, Minutes):
        if each.id not in turned or each.kind is not MinutesKind.NOTES:
            continue
        numbered = section.meeting_id == each.meeting_id, section.number.is_not(None)
        if touched.reader.scalar(select(section.number).where(*numbered).limit(1)) is not None:
            raise refusal(
                "Paragraferna har fått sina nummer, som aldrig ändras. "
                "Minnesanteckningar har inga.",
                field="kind",
            )


def _check_kept(before: object, after: object) -> None:
    if after is None:
        raise refusal("§ {number} har fått sitt nummer och tas inte bort.", number=before)
    if after != before:
        raise refusal("§ {number} har fått sitt nummer, och det ändras inte.", number=before)


def _check_in_series(touched: Touched, meeting_id: str, before: Image, after: Image) -> None:
    """Refuse another body or year of a meeting whose §§ have the numbers of the series."""
    same_year = str(before["date"])[:4] == str(after["date"])[:4]
    if same_year and before["body_id"] == after["body_id"]:
        return
    section = TABLES["section"].c
    numbered = select(section.id).where(
        section.meeting_id == meeting_id, section.number.is_not(None)
    )
    if touched.reader.scalar(numbered.limit(1)) is not None:
        raise refusal(
            "Paragraferna har nummer i organets och årets serie, så sammanträdet kan inte få "
            "ett annat organ eller år."
        )


def _series(touched: Touched) -> set[tuple[str, int]]:
    """Return the bodies and years whose §§ were touched, or whose meetings were moved."""
    images = [image for each in touched.rows if _renumbered(each) for image in each.images]
    ids = {image["meeting_id"] for image in images if "meeting_id" in image}
    found = select(MEETING.c.body_id, MEETING.c.date).where(MEETING.c.id.in_(ids))
    moved = [image for image in images if "body_id" in image and "date" in image]
    rows = [*touched.reader.execute(found).all(), *((m["body_id"], m["date"]) for m in moved)]
    return {(body_id, int(str(day)[:4])) for body_id, day in rows if body_id}


def _renumbered(row: Recorded) -> bool:
    """Tell whether a § or a meeting came, went or changed series: not one that is written in."""
    before, after = row.before, row.after
    if before is None or after is None:
        return True
    names = ("number", "meeting_id") if row.kind == "section" else ("body_id", "date")
    return any(before[name] != after[name] for name in names)


def check_ballots(touched: Touched) -> None:
    """Refuse a vote whose figures are not those of its names, and names in a secret one."""
    for ballot in touched_wholes(touched, SectionBallot):
        answers = [each.answer for each in ballot.voices]
        if ballot.secret and answers:
            raise refusal("En sluten omröstning har inga namn. Skriv bara antalen.")
        counts = (ballot.yes, ballot.no, ballot.abstained)
        if answers and counts != tuple(map(answers.count, BallotAnswer)):
            raise refusal("Antalen i omröstningen är inte de som står vid namnen.")
        if ballot.casting and ballot.yes != ballot.no:
            raise refusal("Utslagsröst gäller bara vid lika röster.")
        named = [each.attendance_id for each in ballot.voices if each.attendance_id]
        if len(set(named)) < len(named):
            raise refusal("Samma person röstar två gånger i omröstningen.")


def check_voters(touched: Touched) -> None:
    """Refuse the vote of somebody who is not inside at the §, or may not take part in it.

    Asked when a vote is recorded. Who corrects the attendance afterwards is not held up: the
    minutes then say that the two do not agree, and are not approved before they do.
    """
    if touched.stood:
        return
    ballot = TABLES["section_ballot"].c
    held = [each.id for each in touched_wholes(touched, SectionBallot) if each.voices]
    owners = select(ballot.section_id).where(ballot.id.in_(held))
    for section in records(touched.reader, Section, TABLES["section"].c.id.in_(owners)):
        _check_voices(touched.reader, section)


def _check_voices(reader: Connection, section: Section) -> None:
    (meeting,) = records(reader, Meeting, MEETING.c.id == section.meeting_id)
    runs = records(reader, AgendaRun, TABLES["agenda_run"].c.meeting_id == meeting.id)
    listed = records(reader, Attendance, TABLES["attendance"].c.meeting_id == meeting.id)
    order = handled_order(meeting.items, runs)
    present = presence_by_section(sections_of(reader, meeting.id), listed, order)[section.id]
    outside = voices_outside(section, {each.id for each in present.voters})
    if outside:
        raise refusal(
            "{name} röstar i {section} men deltar inte i det beslutet. Ändra närvaron, jävet "
            "eller rösten.",
            name=outside[0].name,
            section=_named(section),
        )


def _named(section: Section) -> str:
    return number_words([section.number]) if section.number else quoted(section.heading)

"""Papers that tell of a kallelse: what changed, what came, that it is cancelled or moved."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from hubra_desktop.documents.edition import Edition
from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import Manuscript, to_pdf
from hubra_desktop.documents.meeting_notices import TITLES, notice_manuscript
from hubra_desktop.model.dispatch.call_changes import call_changes
from hubra_desktop.model.dispatch.call_sides import CallChange, CallChangeKind
from hubra_desktop.model.dispatch.dispatch_terms import Audience
from hubra_desktop.model.language import swedish
from hubra_desktop.model.records.meeting import Item, Meeting, Presenter
from hubra_desktop.model.terms import MeetingState
from tests.documents.march import MARCH, STYLE
from tests.documents.papers import golden, whole
from tests.documents.reading import spoken

CALLED = date(2018, 2, 28)
SINCE = date(2018, 3, 2)
LATE = Item(
    id="sen", title="Läget på torget", duration=15, added_late=SINCE, number_typed="3a",
    presenters=(Presenter(name="Erik Öman", title="områdespolis"),),
)  # fmt: skip
SECRET = Item(
    id="i4", closed=True, title="Hotet mot Åsa Ek", public_title="Ett ärende", note="Zonen",
    presenters=(Presenter(name="Zäta Ask"),),
)  # fmt: skip


def changed() -> Meeting:
    """The meeting of March with another place, a longer item, a late one and one that goes."""
    items = {each.id: each for each in MARCH.items}
    items["i2"] = replace(items["i2"], duration=35)
    items["i6"] = replace(items["i6"], withdrawn=True)
    rows = [*items.values()]
    return replace(MARCH, place="B-salen", items=(*rows[:4], LATE, *rows[4:]))


def since(was: Meeting = MARCH) -> tuple[CallChange, ...]:
    return call_changes(was, changed(), STYLE, swedish)


def notice(name: str, meeting: Meeting | None = None, **about: Any) -> Manuscript:
    size, replacement = about.pop("text_size", None), about.pop("replacement", None)
    changes = tuple(
        each for each in since() if name != "tillagg" or each.kind is CallChangeKind.ADDED
    )
    told: Any = {"day": SINCE, "called": CALLED, "changes": changes, "version": 2, **about}
    return notice_manuscript(
        name, meeting or changed(), STYLE, Edition(**told),
        text_size=size, replacement=replacement,
    )  # fmt: skip


def cancelled() -> Meeting:
    return replace(MARCH, state=MeetingState.CANCELLED, lifted_on=SINCE)


@pytest.mark.parametrize("name", TITLES)
def test_a_notice_has_the_structure_that_was_looked_at(name: str) -> None:
    now, kept = golden(notice(name), f"{name}.txt")
    assert now == kept


@pytest.mark.parametrize("name", TITLES)
@pytest.mark.parametrize("size", [None, 16.0])
def test_a_notice_is_archivable_in_every_size(name: str, size: float | None) -> None:
    said = whole(notice(name, text_size=size))
    assert TITLES[name] in said
    assert "28 februari 2018" in said


def test_a_letter_of_changes_tells_what_was_what_is_and_whom_it_concerns() -> None:
    said = spoken(to_pdf(notice("andring")))
    for told in (
        "A-salen",
        "B-salen",
        "15:35–16:00",
        "15:35–16:10",
        "Björn Rosborg",
        "utgår",
        "alla",
    ):
        assert told in said
    assert "i stället för version 1" in said


def test_an_addition_has_only_what_was_added_with_its_number_and_time() -> None:
    said = spoken(to_pdf(notice("tillagg")))
    assert "3a Läget på torget" in " ".join(said.split())
    assert "16:40–16:55" in said
    assert "Utredning" not in said


def test_a_cancelled_meeting_says_why_and_whom_it_concerns() -> None:
    said = spoken(to_pdf(notice("installt", cancelled(), reason="För få kan komma.")))
    assert "Sammanträdet onsdag den 7 mars 2018, klockan 15:30 är inställt." in said
    assert "För få kan komma." in said
    assert "Björn Rosborg" in said
    assert "INSTÄLLT ·" not in said.upper()


def test_a_moved_meeting_says_from_when_to_when() -> None:
    new = replace(MARCH, date=date(2018, 3, 14), place="C-salen")
    moved = replace(MARCH, state=MeetingState.MOVED)
    said = spoken(to_pdf(notice("flyttat", moved, replacement=new)))
    assert "är flyttat från onsdag den 7 mars 2018" in said
    assert "till onsdag den 14 mars 2018" in said
    assert "C-salen" in said
    assert "är flyttat." in spoken(to_pdf(notice("flyttat", moved)))


def second(**about: object) -> Manuscript:
    told: Any = {"version": 2, "replaces": CALLED, "changes": since(), **about}
    return kallelse_manuscript(changed(), STYLE, draft=False, edition=Edition(**told))


def test_the_second_version_marks_what_is_otherwise_in_words() -> None:
    said = whole(second())
    assert "Version 2, ersätter version 1 av den 28 februari 2018" in said
    assert "Platsen ändras från A-salen till B-salen." in said
    assert "Ändrat: tiden" in said
    assert "Tillkommande ärende · Nytt" in said
    assert "Ändrade ärenden är märkta i listan." in said


def test_the_second_version_has_the_structure_that_was_looked_at() -> None:
    now, kept = golden(second(), "kallelse-version-2.txt")
    assert now == kept


def test_a_stamped_copy_says_so_on_every_page() -> None:
    said = whole(second(stamp="Ersatt"))
    assert said.upper().count("ERSATT") == 1
    assert "Ersatt: Kallelse" in second(stamp="Ersatt").meta.title


@pytest.mark.parametrize("name", ["kallelse", *TITLES])
def test_nothing_of_a_closed_row_is_in_a_public_print(name: str) -> None:
    rows = [SECRET if each.id == SECRET.id else each for each in changed().items]
    meeting = replace(changed(), items=tuple(rows))
    for audience in Audience:
        came = tuple(each for each in since() if each.item_id != "i4")
        edition = Edition(audience=audience, changes=came, version=2)
        if name == "kallelse":
            paper = kallelse_manuscript(meeting, STYLE, draft=False, edition=edition)
        else:
            paper = notice_manuscript(name, meeting, STYLE, edition)
        page = to_html(paper)
        secret = audience is Audience.INTERNAL
        assert not any(each in page for each in ("Hotet", "Zäta", "Zonen")) or secret
        if name == "kallelse":
            assert ("Innehåller sekretess" in page) is ("Hotet mot Åsa Ek" in page) is secret

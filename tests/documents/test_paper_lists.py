"""The papers that a kallelse names where that is chosen: under their matters and at its end."""

import datetime as dt
from dataclasses import replace

from hubra_desktop.documents.edition import Edition
from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.model.dispatch.dispatch_terms import Audience
from hubra_desktop.model.records.meeting import Meeting, MeetingPaper
from hubra_desktop.model.terms import MeetingPaperKind
from tests.documents.checks import problems
from tests.documents.march import MARCH, STYLE
from tests.documents.reading import spoken, squeezed

CAME = dt.date(2018, 2, 20)
NAMING = replace(STYLE, list_papers=True)


def with_papers() -> Meeting:
    third, fourth = (MARCH.items[place] for place in (2, 4))
    papers = (
        MeetingPaper(id="1", title="Deltagarlista", received=CAME),
        MeetingPaper(id="2", item_id=third.id, title="Verksamhetsberättelse 2017", received=CAME),
        MeetingPaper(id="3", item_id=third.id, kind=MeetingPaperKind.STATEMENT),
        MeetingPaper(id="4", item_id=third.id, title="Hotbild", received=CAME, secret=True),
        MeetingPaper(id="5", item_id=fourth.id, title="Utkast", received=CAME, left_out=True),
    )
    return replace(MARCH, papers=papers)


def text(meeting: Meeting, audience: Audience = Audience.PUBLIC) -> str:
    edition = Edition(audience=audience)
    printed = to_pdf(kallelse_manuscript(meeting, NAMING, draft=False, edition=edition))
    assert problems(printed) == []
    return squeezed(spoken(printed))


def test_papers_are_named_under_their_matters_and_those_of_the_meeting_last() -> None:
    for audience in Audience:
        told = text(with_papers(), audience)
        first, second = "bilaga 1 Verksamhetsberättelse 2017", "bilaga 2 Tjänsteutlåtande"
        assert squeezed(f"Handlingar: {first} och {second} (skickas senare)") in told
        assert squeezed("Handling till sammanträdet: bilaga 4 Deltagarlista") in told
        assert "Hotbild" not in told
        assert "Utkast" not in told


def test_a_closed_matters_papers_are_named_to_those_alone_who_are_called() -> None:
    items = tuple(
        replace(each, closed=True, public_title="Ärende") if place == 2 else each
        for place, each in enumerate(MARCH.items)
    )
    meeting = replace(with_papers(), items=items)
    named = squeezed("bilaga 1 Verksamhetsberättelse 2017")
    assert named not in text(meeting)
    assert squeezed("bilaga 4 Deltagarlista") in text(meeting)
    assert named in text(meeting, Audience.INTERNAL)


def test_nothing_is_named_unless_it_is_chosen() -> None:
    plain = to_pdf(kallelse_manuscript(MARCH, STYLE, draft=False))
    assert to_pdf(kallelse_manuscript(with_papers(), STYLE, draft=False)) == plain

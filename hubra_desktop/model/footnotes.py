"""The footnotes that the kallelse prints, with marks that follow from their order.

A mark is never stored. A footnote whose anchor is gone is not printed, so a mark
without a text, or a text without a mark, cannot come about.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hubra_desktop.model.records.meeting import Footnote, HouseStyle, Meeting, PreMeeting
from hubra_desktop.model.swedish import clock
from hubra_desktop.model.terms import Anchor

_SAYS_WHERE = frozenset({"i", "på", "vid", "hos", "via", "digitalt", "utanför", "intill", "över"})
_DIGITAL = ("teams", "microsoft teams", "zoom", "google meet", "skype", "webex")
_STREETS = ("vägen", "gatan", "torget", "gränd", "allén")


@dataclass(frozen=True)
class PrintedNote:
    """A footnote as printed: ``mark`` ("*", "**" …) and ``text``.

    ``item_id`` names the row it stands beside when ``anchor`` is Anchor.ITEM.
    """

    mark: str
    anchor: Anchor
    item_id: str | None
    text: str


def footnotes(meeting: Meeting, style: HouseStyle) -> tuple[PrintedNote, ...]:
    """Return the printed footnotes in the order of the page: time, place, then the rows.

    Pre-meetings come first, as sentences. Empty texts and footnotes to rows that are
    no longer on the agenda are left out.
    """
    unmarked = (*_time_notes(meeting, style), *_anchored(meeting, Anchor.PLACE), *_items(meeting))
    printable = [note for note in unmarked if note.text.strip()]
    return tuple(
        PrintedNote("*" * place, note.anchor, note.item_id, note.text.strip())
        for place, note in enumerate(printable, start=1)
    )


def notes_at(
    notes: Sequence[PrintedNote], anchor: Anchor, item_id: str | None = None
) -> tuple[PrintedNote, ...]:
    """Return the notes whose marks stand at an anchor, in their order."""
    return tuple(note for note in notes if note.anchor is anchor and note.item_id == item_id)


def _time_notes(meeting: Meeting, style: HouseStyle) -> Iterator[Footnote]:
    for pre_meeting in meeting.pre_meetings:
        yield Footnote(anchor=Anchor.TIME, text=pre_meeting_sentence(pre_meeting, style))
    yield from _anchored(meeting, Anchor.TIME)


def _anchored(meeting: Meeting, anchor: Anchor) -> Iterator[Footnote]:
    for note in meeting.footnotes:
        if note.anchor is anchor:
            yield Footnote(anchor=anchor, text=note.text)


def _items(meeting: Meeting) -> Iterator[Footnote]:
    notes = [note for note in meeting.footnotes if note.anchor is Anchor.ITEM]
    for item in meeting.items:
        yield from (note for note in notes if note.item_id == item.id)


def pre_meeting_sentence(pre_meeting: PreMeeting, style: HouseStyle) -> str:
    """Write ``Koalitionen har förmöte i A-salen kl. 15:00`` with what is known of it.

    A pre-meeting of which nothing is known gives an empty text.
    """
    group, place = pre_meeting.group.strip(), in_place(pre_meeting.place)
    if not (group or place or pre_meeting.start is not None):
        return ""
    words = [f"{group} har förmöte" if group else "Förmöte", place]
    if pre_meeting.start is not None:
        time = clock(pre_meeting.start, style.time_separator)
        words.append(f"{style.note_prefix} {time}".strip())
    return " ".join(word for word in words if word)


def in_place(place: str) -> str:
    """Put the preposition before a place: ``i A-salen``, ``på Kommunalvägen 28``, ``via Teams``."""
    name = place.strip()
    if not name:
        return ""
    first = name.split()[0].rstrip(",").casefold()
    if first in _SAYS_WHERE:
        return name[:1].lower() + name[1:]
    if name.casefold().startswith(_DIGITAL):
        return f"via {name}"
    return f"på {name}" if first.endswith(_STREETS) else f"i {name}"

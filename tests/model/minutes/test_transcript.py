"""What was said, read from captions and from text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.minutes.transcript import (
    Said,
    read_transcript_text,
    seconds,
    time_told,
)

CAPTIONS = """WEBVTT - Rådet

NOTE
ingenting --> att läsa

STYLE
::cue { color: red }

1
00:00:02.500 --> 00:00:04.000 align:start
<v Eva Lind>Jag öppnar</v>
mötet.

00:00:04.000 --> 00:00:06.000
<v Eva Lind>Välkomna &amp; hej.</v>

00:01:03.000 --> 00:01:04.000
<v.loud Nils Holm>Får jag <i>ordet</i>?</v> <v Eva Lind>Ja.</v>

01:02:03.000 --> 01:02:04.000
Åsa Ek: Jag yrkar bifall.
"""


def test_captions_tell_times_and_voices() -> None:
    assert read_transcript_text(CAPTIONS) == (
        Said("Jag öppnar mötet. Välkomna & hej.", 2, "Eva Lind"),
        Said("Får jag ordet?", 63, "Nils Holm"),
        Said("Ja.", 63, "Eva Lind"),
        Said("Jag yrkar bifall.", 3723, "Åsa Ek"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Eva Lind   0:03\nJag öppnar.\nVälkomna.", [Said("Jag öppnar. Välkomna.", 3, "Eva Lind")]),
        ("[00:01:23] Eva Lind: Jag öppnar.", [Said("Jag öppnar.", 83, "Eva Lind")]),
        ("00:05 Jag öppnar.", [Said("Jag öppnar.", 5)]),
        ("Rad ett\n\nRad två", [Said("Rad ett"), Said("Rad två")]),
        (
            "Eva Lind: Hej.\nNils: Hej!",
            [Said("Hej.", None, "Eva Lind"), Said("Hej!", None, "Nils")],
        ),
        ("WEBVTT", []),
        ("", []),
    ],
)
def test_text_is_read_as_people_read_it(text: str, said: list[Said]) -> None:
    assert list(read_transcript_text(text)) == said


def test_one_voice_goes_on_in_stretches_that_can_be_read() -> None:
    said = read_transcript_text("Eva Lind   0:03\n" + "Ett två tre fyra fem.\n" * 100)
    assert len(said) > 1
    assert {each.speaker for each in said} == {"Eva Lind"}
    assert max(len(each.text) for each in said) <= 600


@given(st.integers(0, 400_000))
def test_a_time_is_read_as_it_is_told(at: int) -> None:
    assert seconds(time_told(at)) == at


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_is_typed_is_read_in_time(text: str) -> None:
    assert all(each.text.strip() for each in read_transcript_text(text))

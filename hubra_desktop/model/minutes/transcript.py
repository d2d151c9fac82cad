"""What was said at a recorded meeting, as programs that listen write it down.

A transcript is a help while minutes are written, and nothing that is kept. WebVTT
(W3C, *WebVTT: The Web Video Text Tracks Format*) tells times and voices; a text tells them,
if at all, as people read them: ``Anna Berg   0:03`` over what she said, or
``[00:01:23] Anna Berg: …`` before it.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Final, NamedTuple

_CUE: Final = re.compile(
    r"\s*(?P<start>(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})[ \t]+-->[ \t]+(?:\d+:)?\d{1,2}:\d{2}[.,]\d+"
)
_VOICE: Final = re.compile(r"<v(?:\.[^ \t>]*)?[ \t]+(?P<name>[^>]*)>")
_TAG: Final = re.compile(r"</?[^<>]*>")
_PASSED: Final = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)(?:[ \t]|$)")
_TIME: Final = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_TIMED: Final = re.compile(rf"[\[(]?(?P<at>{_TIME})[\])]?(?:[ \t]+|$)(?P<rest>.*)")
_NAME: Final = r"[^\W\d_][\w.’'-]*(?:[ \t][\w.’'()-]+){0,5}"
_HEADED: Final = re.compile(rf"(?P<name>{_NAME})[ \t]+[\[(]?(?P<at>{_TIME})[\])]?\s*")
_SPOKEN: Final = re.compile(rf"(?P<name>{_NAME}):[ \t]+(?P<rest>\S.*)")

LONGEST: Final = 600
"""Characters of a stretch after which the same voice goes on in a new one."""


class Said(NamedTuple):
    """A stretch of what was said: ``at`` whole seconds into the recording, by whom if told."""

    text: str
    at: int | None = None
    speaker: str = ""


def seconds(time: str) -> int:
    """Return the whole seconds that a time of a recording tells: ``1:02:03`` or ``2:03``."""
    whole = re.split(r"[.,]", time)[0]
    total = 0
    for part in whole.split(":"):
        total = total * 60 + int(part)
    return total


def time_told(at: int) -> str:
    """Write how far into a recording something was said: ``2:03`` or ``1:02:03``."""
    hours, rest = divmod(at, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def read_transcript_text(text: str) -> tuple[Said, ...]:
    """Return what a text says was said, joined where one voice goes on."""
    lines = text.lstrip("\ufeff").splitlines()
    captions = bool(lines) and lines[0].startswith("WEBVTT")
    return _joined(_cues(lines) if captions else _written(lines))


def _cues(lines: Sequence[str]) -> Iterator[Said]:
    """Yield the cues of captions; blocks that are notes or styles are passed by."""
    block: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            block.append(line)
            continue
        if block and not _PASSED.match(block[0]):
            yield from _cue(block)
        block = []


def _cue(block: Sequence[str]) -> Iterator[Said]:
    for place, line in enumerate(block[:2]):
        timed = _CUE.match(line)
        if timed is None:
            continue
        at, words = seconds(timed["start"]), " ".join(block[place + 1 :])
        voices = list(_VOICE.finditer(words))
        yield from _spoken(words[: voices[0].start()] if voices else words, at)
        ends = (*(each.start() for each in voices[1:]), len(words))
        for here, end in zip(voices, ends, strict=False):
            yield Said(_plain(words[here.end() : end]), at, _plain(here["name"]))
        return


def _spoken(words: str, at: int | None, speaker: str = "") -> Iterator[Said]:
    """Yield words that may begin with the name of whoever said them."""
    plain = _plain(words)
    named = _SPOKEN.fullmatch(plain)
    yield Said(named["rest"], at, named["name"]) if named else Said(plain, at, speaker)


def _plain(words: str) -> str:
    return " ".join(unescape(_TAG.sub("", words)).split())


def _written(lines: Sequence[str]) -> Iterator[Said]:
    """Yield the lines of a text that tells times and voices as people read them, or does not."""
    at: int | None = None
    speaker = ""
    for raw in lines:
        line = " ".join(raw.split())
        headed, timed = _HEADED.fullmatch(line), _TIMED.fullmatch(line)
        if headed is not None:
            at, speaker = seconds(headed["at"]), headed["name"]
        elif timed is not None:
            at = seconds(timed["at"])
            yield from _spoken(timed["rest"], at, speaker)
        elif line:
            yield from _spoken(line, at, speaker)


def _joined(said: Iterator[Said]) -> tuple[Said, ...]:
    """Join what one voice says without a break, as long as it can be read at a glance.

    What tells neither time nor voice is left in the lines that it was written in.
    """
    found: list[Said] = []
    for each in said:
        if not each.text:
            continue
        last = found[-1] if found else None
        alike = last is not None and each.speaker == last.speaker != ""
        if last is not None and alike and len(last.text) + len(each.text) < LONGEST:
            found[-1] = last._replace(text=f"{last.text} {each.text}")
        else:
            found.append(each)
    return tuple(found)

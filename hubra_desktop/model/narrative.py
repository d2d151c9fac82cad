"""Prose composed from the records: plain words, and facts among them.

A part is a string, which stands for itself and is never markup, or a ``FactText``: words that
tell a fact of the register. Parts are stored as structured text, where a fact is
``[sju](fakta:brev-skickade)``; ``structured`` reads the same parts back. So nobody has to
look for figures in prose that the program wrote. The keys of facts are stored in texts and
never change.
"""

from collections.abc import Sequence
from string import Formatter
from typing import NamedTuple

from hubra_desktop.model.language import swedish
from hubra_desktop.model.structured import Span, marked, plain_line, rows_of
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.wording import last_joint

_ENDS = (".", "!", "?", "…")
_SENTENCE = 3
"""As many words as make a sentence, at least."""


class FactText(NamedTuple):
    """Words that tell the fact ``key``."""

    words: str
    key: str


Words = tuple[str | FactText, ...]
Value = str | FactText | Words


def fill_template(template: str, /, **values: Value) -> Words:
    """Fill ``{name}`` in from ``values``, whose own braces are plain words."""
    found: list[str | FactText] = []
    for literal, name, _, _ in Formatter().parse(template):
        found += [literal, *(as_words(values[name]) if name is not None else ())]
    return tuple(part for part in found if part)


def as_words(value: Value) -> Words:
    """Return a value as a tuple of parts."""
    return (value,) if isinstance(value, str | FactText) else value


def plain_words(words: Words) -> str:
    """Return the text that a reader sees."""
    return "".join(part if isinstance(part, str) else part.words for part in words)


def join_words(given: Sequence[Words], between: str = " ") -> Words:
    """Join texts, leaving out empty ones."""
    kept = [words for words in given if words]
    return tuple(
        part for place, words in enumerate(kept) for part in ((between,) if place else ()) + words
    )


def list_words(given: Sequence[Words]) -> Words:
    """Join words as a list: ``a, b och c``, or ``samt`` where a part has an ``och`` of its own."""
    if len(given) < 2:
        return join_words(given)
    joint = last_joint([plain_words(each) for each in given], swedish)
    return join_words([join_words(given[:-1], ", "), given[-1]], f" {joint} ")


def begun(text: str) -> str:
    """Capitalise the first word of a sentence, unless it has capitals of its own."""
    first = text.split(maxsplit=1)[:1]
    return capitalised(text) if first and first[0] == first[0].lower() else text


def begun_words(words: Words) -> Words:
    """Give the first letter of a sentence a capital, also where it begins with a fact."""
    first, *rest = words
    if isinstance(first, str):
        return capitalised(first), *rest
    return first._replace(words=capitalised(first.words)), *rest


def own_sentence(text: str) -> str:
    """Return a text that somebody wrote as a sentence with a full stop."""
    own = begun(text.strip())
    return _ended(own) if own else ""


def reason_sentence(text: str, name: str) -> str:
    """Return a reason that somebody wrote as a sentence: as it is, or after its ``name``.

    What begins with a capital, and ends as a sentence or has some words, is one; ``sjukdom``
    is not, and becomes ``Orsak: sjukdom.``
    """
    own = text.strip()
    if not own:
        return ""
    whole = own[0].isupper() and (own.endswith(_ENDS) or len(own.split()) >= _SENTENCE)
    return own_sentence(own) if whole else f"{name}: {_ended(own)}"


def _ended(own: str) -> str:
    return own if own.endswith(_ENDS) else f"{own}."


def stored(words: Words) -> str:
    """Write paragraphs as structured text, each part as it stands."""
    lines = rows_of(_spans(words), "\n")
    written = (plain_line(marked(line).strip()) for line in lines)
    paragraphs = "\n".join(written).split("\n\n")
    return "\n\n".join(text for each in paragraphs if (text := each.strip("\n")))


def stored_item(name: str, words: Words) -> str:
    """Write a list item: a name in bold, and a text."""
    text = [Span(name, bold=True), *_spans((": ", *words))]
    line = [span._replace(text=" ".join(span.text.split("\n"))) for span in text]
    return f"- {marked(line)}"


def _spans(words: Words) -> list[Span]:
    return [
        Span(part) if isinstance(part, str) else Span(part.words, fact=part.key) for part in words
    ]


def grant_key(grant_id: str, what: str = "") -> str:
    """Return the key of a grant, or of one of its amounts: beviljat, utbetalt, aterbetalt."""
    return f"bidrag:{grant_id}:{what}" if what else f"bidrag:{grant_id}"


def decision_key(decision_id: str) -> str:
    """Return the key of the amount of a decision."""
    return f"beslut:{decision_id}"


def entry_key(entry_id: str) -> str:
    """Return the key of the amount of a ledger row after its corrections."""
    return f"rad:{entry_id}"


def post_key(post_id: str, what: str) -> str:
    """Return the key of one of a post's sums: planerat, utbetalt, aterbetalt, netto, kvar."""
    return f"post:{post_id}:{what}"


def value_key(indicator_id: str, year: int, group: str) -> str:
    """Return the key of a measured value."""
    return f"matt:{indicator_id}:{year}:{group}"

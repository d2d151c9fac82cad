"""Which language is spoken now, and the one catalogue of all that the program says.

Every sentence stands in the code in Swedish, where the rule it tells of is known; its
English stands in ``resources/translations/en.po``, which is read when somebody first
chooses English. What is said in the window, in the command line and in refusals passes
here. Documents and the command line are always Swedish: documents ask for Swedish words
by themselves, and the command line never changes the language.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal, Protocol

from hubra_desktop.paths import resource

Language = Literal["sv", "en"]
Catalogue = Mapping[tuple[str, ...], tuple[str, ...]]
"""The translations of (context, sentence), and of (context, one, many): one and many."""

_spoken: dict[Literal["now"], Language] = {"now": "sv"}
_catalogue: dict[tuple[str, ...], tuple[str, ...]] = {}
_PO_LINE: Final = re.compile(r'(?:(\w+)(?:\[(\d)\])? )?(".*")')


class Tell(Protocol):
    """Says a sentence filled in, as ``say`` and ``swedish`` do."""

    def __call__(self, sentence: str, /, **values: object) -> str:
        """Return the sentence, filled in."""


def set_language(language: Language) -> None:
    """Set the language for sentences made from now on."""
    _spoken["now"] = language
    _catalogue.clear()
    if language == "en":
        _catalogue.update(english())


def language() -> Language:
    """Return the current language."""
    return _spoken["now"]


def say(sentence: str, /, **values: object) -> str:
    """Return a Swedish sentence in the current language, ``{name}`` filled in from ``values``."""
    return say_in("", sentence, **values)


def say_in(context: str, sentence: str, /, **values: object) -> str:
    """Return a sentence in a context, for a Swedish word with two English meanings."""
    (said,) = _catalogue.get((context, sentence), (sentence,))
    return said.format(**values) if values else said


def say_count(one: str, many: str, n: int, /, **values: object) -> str:
    """Return the singular or plural form for ``n``, filled in as ``{n}``."""
    return _catalogue.get(("", one, many), (one, many))[n != 1].format(n=n, **values)


def swedish(sentence: str, /, **values: object) -> str:
    """Return the Swedish sentence in any language: for papers."""
    return sentence.format(**values) if values else sentence


def N_(sentence: str) -> str:  # noqa: N802 (as gettext names it)
    """Mark a sentence in a table for translation."""
    return sentence


def N_plural(one: str, many: str) -> tuple[str, str]:  # noqa: N802 (as gettext names it)
    """Mark both forms of a sentence in a table for translation."""
    return one, many


@cache
def english() -> Catalogue:
    """Return the English catalogue of the program."""
    return read_catalogue(resource("translations", "en.po").read_text("utf-8"))


def read_catalogue(text: str) -> Catalogue:
    """Read a gettext .po file, leaving out untranslated sentences."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for entry in re.split(r"\n{2,}", text):
        parts: dict[str, str] = {}
        said: dict[str, str] = {}
        for keyword, form, quoted in _lines(entry):
            into, key = (said, form) if keyword == "msgstr" else (parts, keyword)
            into[key] = into.get(key, "") + json.loads(quoted)
        plural = (parts["msgid_plural"],) if "msgid_plural" in parts else ()
        if parts.get("msgid") and all(said.values()):
            found[parts.get("msgctxt", ""), parts["msgid"], *plural] = tuple(said.values())
    return found


def _lines(entry: str) -> list[tuple[str, str, str]]:
    """Return the strings of an entry, each with the keyword and the form it continues."""
    found: list[tuple[str, str, str]] = []
    for match in filter(None, map(_PO_LINE.fullmatch, entry.splitlines())):
        keyword, form = (match[1], match[2] or "0") if match[1] else found[-1][:2]
        found.append((keyword, form, match[3]))
    return found

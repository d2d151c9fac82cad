"""Phrases of minutes: what is typed of one is completed, and what it names is filled in.

A phrase is typed by its key (``#ordf``) or begun as a sentence ("Rådet god…"). Names in
square brackets are filled in from the meeting; what the meeting does not tell stays in its
brackets, to be typed over.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from hubra_desktop.model.records.minutes import Phrase
from hubra_desktop.model.swedish import capitalised, folded
from hubra_desktop.model.terms import ItemKind

LEAST_TYPED = 3
"""Letters of a sentence that are typed before phrases are offered for it."""
OFFERED = 6
_GAP = re.compile(r"\[([^\[\]\n]{1,40})\]")
_KEY = re.compile(r"#[\wåäöÅÄÖ]*$")
_SENTENCE_END = re.compile(r"[.!?:]\s+")
_F, _I, _D, _O = ItemKind.FORMALITY, ItemKind.INFORMATION, ItemKind.DECISION, ItemKind.OTHER
STARTERS: Final[tuple[Phrase, ...]] = tuple(
    Phrase(key=key, text=text, item_kind=kind)
    for key, text, kind in (
        ("#öppnar", "Ordförande [ordförande] öppnar sammanträdet klockan [öppnades].", _F),
        ("#lista", "Föredragningslistan godkänns.", _F),
        ("#just", "Att jämte ordföranden justera protokollet utses [namn].", _F),
        ("#avslutar", "Ordförande [ordförande] avslutar sammanträdet klockan [avslutades].", _O),
        ("#info", "[Rådet] tackar för informationen.", _I),
        ("#föredrar", "[Föredragande] informerar om ärendet och svarar på frågor.", None),
        ("#godk", "[Rådet] godkänner [ärendet].", _D),
        ("#beslutar", "[Rådet] beslutar enligt förslaget.", _D),
        ("#lägger", "[Rådet] lägger rapporten till handlingarna.", None),
        ("#bord", "Ärendet bordläggs till nästa sammanträde.", _D),
        ("#åter", "Ärendet återremitteras med motiveringen att [skäl].", _D),
        ("#ordf", "Ordföranden ställer proposition på förslaget och finner bifall.", _D),
        ("#mot", "Ordföranden ställer förslagen mot varandra: bifall till [förslag].", _D),
        ("#votering", "Votering begärs. Ja för [förslag], nej för [förslag].", _D),
        ("#disk", "[Rådet] diskuterar ärendet.", None),
        ("#deltar", "[Namn] deltar inte i beslutet.", _D),
    )
)  # fmt: skip
"""What a library begins with; it is the user's to change."""


def filled(text: str, facts: Mapping[str, str]) -> str:
    """Return a phrase with what is known put in; a capital in the brackets asks for one.

    ``facts`` are what is known by the name in the brackets. What is not stays as it is.
    """

    def put(gap: re.Match[str]) -> str:
        name = gap.group(1)
        known = facts.get(name.casefold(), "")
        if not known:
            return gap.group(0)
        return capitalised(known) if name[0].isupper() else known

    return _GAP.sub(put, text)


def first_gap(text: str) -> tuple[int, int] | None:
    """Return where the first brackets that are left begin and end."""
    gap = _GAP.search(text)
    return gap.span() if gap else None


def being_typed(before: str) -> str:
    """Return what of the text before the cursor may be the beginning of a phrase.

    That is a key with its ``#``, or a sentence from its first letter; "" is nothing.
    """
    line = before.rpartition("\n")[2]
    key = _KEY.search(line)
    if key is not None:
        return key.group(0)
    sentence = _SENTENCE_END.split(line)[-1].lstrip()
    return sentence if len(sentence) >= LEAST_TYPED else ""


def offered(
    phrases: Iterable[Phrase], typed: str, kind: ItemKind | None, facts: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the filled texts that what is typed may become, those for the row's kind first.

    What is whole already is not offered.
    """
    if not typed:
        return ()
    wanted = folded(typed)
    fitting = [each for each in phrases if each.item_kind in (None, kind)]
    others = [each for each in phrases if each.item_kind not in (None, kind)]
    found: dict[str, None] = {}
    for each in (*sorted(fitting, key=lambda one: one.item_kind is None), *others):
        text = filled(each.text, facts)
        begins = folded(each.key if typed.startswith("#") else text).startswith(wanted)
        if begins and folded(text) != wanted:
            found[text] = None
    return tuple(found)[:OFFERED]


def in_sentence(subject: str) -> str:
    """Return what a body is called within a sentence, from how it begins one."""
    return subject.lower() if subject in ("Rådet", "Nämnden") else subject

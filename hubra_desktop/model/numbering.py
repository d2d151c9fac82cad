"""The numbers that the rows of an agenda carry in print.

Numbers are derived from the order so that they are never out of step, except where
somebody typed one: that one is printed as it stands.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import count, dropwhile

from hubra_desktop.model.language import say, say_count, say_in
from hubra_desktop.model.outline import Branch, outline
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.terms import UNNUMBERED_KINDS, ItemKind
from hubra_desktop.model.wording import joined, quoted

_LEADING = re.compile(r"(\d{1,9})(?![\d/:-])")
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def printed_numbers(items: Sequence[Item], style: str = "letters") -> dict[str, str]:
    """Return the printed number of every numbered row, by its id; others are left out.

    A typed number is printed verbatim; a typed whole number carries the series on from
    there, while "9 A" or "4 ½" only make sure that it has reached 9 or 4. Withdrawn rows
    keep theirs. A row that was added after the kallelse takes no number that another has:
    among the others it is lettered after the row before (3a). ``style`` numbers sub-items
    "letters" (7a, 7b) or "decimals" (7.1, 7.2). Under a row without a number a sub-item has
    none, unless it is said to have one: it then takes the next of the main series.
    """
    numbers: dict[str, str] = {}
    taken = {each.number_typed.strip() for each in items}
    latest = 0
    for branch in outline(items):
        parent = branch.item
        of_series = [parent] if is_numbered(parent) else _numbered_by_choice(branch.children)
        for item in of_series:
            last = item.added_late is not None and _is_last(item, items)
            typed = item.number_typed.strip() or _lettered(item, latest, taken, last=last)
            latest = _after(typed, latest) if typed else latest + 1
            numbers[item.id] = typed or str(latest)
            taken.add(numbers[item.id])
        if parent.id in numbers:
            below = "decimals" if parent.added_late else style
            numbers.update(_sub_numbers(branch, numbers[parent.id], below, taken))
            taken.update(numbers.values())
    return numbers


def _is_last(item: Item, items: Sequence[Item]) -> bool:
    """Tell whether no row with a typed number stands below."""
    below = dropwhile(lambda each: each is not item, items)
    return not any(each.number_typed.strip() for each in below)


def _lettered(item: Item, latest: int, taken: Collection[str], *, last: bool) -> str:
    """Return the number of a late row whose place in the series is taken; "" where it is free."""
    if item.added_late is None or str(latest + 1) not in taken:
        return ""
    if last or not latest:
        return str(max(leading_number(each) or 0 for each in taken) + 1)
    return next(name for place in count(1) if (name := f"{latest}{_letters(place)}") not in taken)


def is_numbered(item: Item) -> bool:
    """Tell whether a row carries a number: as chosen, else as its kind has it."""
    return _by_kind(item.kind) if item.numbered is None else item.numbered


def numbered_choice(kind: ItemKind, numbered: bool) -> bool | None:
    """Return what is stored of a choice: None where a row of the kind has it so anyway."""
    return None if numbered == _by_kind(kind) else numbered


def _by_kind(kind: ItemKind) -> bool:
    return kind not in UNNUMBERED_KINDS


def _numbered_by_choice(children: Sequence[Item]) -> list[Item]:
    """Return the sub-items that have a number although their parent has none."""
    chosen = (child for child in children if is_numbered(child))
    return [child for child in chosen if child.numbered or child.number_typed.strip()]


def _after(typed: str, latest: int) -> int:
    """Return where the series stands after a typed number."""
    leading = leading_number(typed)
    if leading is None:
        return latest
    return leading if typed.isdecimal() else max(latest, leading)


def leading_number(text: str) -> int | None:
    """Return the whole number that "9 A", "8.2" or "4 ½" begins with; None for "130/14"."""
    match = _LEADING.match(text.strip())
    return int(match[1]) if match else None


def _sub_numbers(branch: Branch, parent: str, style: str, taken: Collection[str]) -> dict[str, str]:
    numbers: dict[str, str] = {}
    latest = 0
    for child in filter(is_numbered, branch.children):
        typed = child.number_typed.strip()
        latest = _sub_after(typed, parent, latest) if typed else latest + 1
        while not typed and child.added_late and _sub_number(parent, latest, style) in taken:
            latest += 1
        numbers[child.id] = typed or _sub_number(parent, latest, style)
    return numbers


def _sub_after(typed: str, parent: str, latest: int) -> int:
    tail = typed.removeprefix(parent).strip(". ").casefold()
    if tail.isdecimal():
        return leading_number(tail) or latest
    if len(tail) == 1 and tail in _ALPHABET:
        return _ALPHABET.index(tail) + 1
    return latest


def _sub_number(parent: str, place: int, style: str) -> str:
    return f"{parent}.{place}" if style == "decimals" else f"{parent}{_letters(place)}"


def _letters(place: int) -> str:
    """Return a, b … z, aa, ab … for 1, 2 and so on."""
    text = ""
    while place:
        place, letter = divmod(place - 1, len(_ALPHABET))
        text = _ALPHABET[letter] + text
    return text


def row_name(item: Item, numbers: Mapping[str, str]) -> str:
    """Name a row in running text: ``ärende 3``, ``Paus``, ``rubriken ”Beslut”``."""
    title = item.title.strip()
    if item.kind is ItemKind.BREAK:
        return title or say("pausen")
    if item.id in numbers:
        return say("ärende {number}", number=numbers[item.id])
    if item.kind is not ItemKind.HEADING:
        return say("punkten {title}", title=quoted(title)) if title else _kind_name(item)
    if not title:
        return say_in("a heading", "en rubrik")
    return say("rubriken {title}", title=quoted(title))


def _kind_name(item: Item) -> str:
    return say("rubriken") if item.kind is ItemKind.HEADING else say("en punkt utan nummer")


def row_names(rows: Sequence[Item], numbers: Mapping[str, str]) -> str:
    """Name rows at the head of a sentence: ``Ärende 3–6 och pausen``, others by their titles."""
    numbered = [numbers[row.id] for row in rows if row.id in numbers]
    pauses = [row for row in rows if row.id not in numbers and is_plain_break(row)]
    names = []
    if numbered:
        text = number_list(numbered)
        names.append(say_count("ärende {numbers}", "ärende {numbers}", len(numbered), numbers=text))
    if pauses:
        names.append(say("pausen") if len(pauses) == 1 else say("pauserna"))
    others = [row for row in rows if row.id not in numbers and not is_plain_break(row)]
    names += [quoted(row.title.strip()) if row.title.strip() else _kind_name(row) for row in others]
    return capitalised(joined(names))


def is_plain_break(row: Item) -> bool:
    """Tell whether a row is a break that is called no more than that."""
    return row.kind is ItemKind.BREAK and row.title.strip().casefold() in ("", "paus")


def number_list(numbers: Sequence[str]) -> str:
    """Write numbers as text, three or more in a row as a range: ``3–6, 8 och 9``."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and _follows(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    return joined([part for run in runs for part in _run_text(run)])


def _follows(one: str, other: str) -> bool:
    return one.isdecimal() and other.isdecimal() and int(other) == int(one) + 1


def _run_text(run: list[str]) -> list[str]:
    return [f"{run[0]}–{run[-1]}"] if len(run) > 2 else run

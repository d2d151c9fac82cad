"""How to reach somebody whose data are protected: told to nobody outside the register.

Everything that can leave the program passes a ``Guard``: prints, tables, JSON, drafts and
the history as it is told. It knows the people who are protected by their ids, and how to
reach them by the very words, so that an address that somebody has written in a note or
on a list goes out no more than the one in the field for it. The register itself, its
backups and a move to another computer keep everything.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property
from typing import Any, Final, TypeVar

from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.reports import IssuedPaper
from hubra_desktop.model.swedish import folded

T = TypeVar("T")

MASK: Final = "[skyddad uppgift]"
"""What stands in a running text for what is protected."""

CONTACTS: Final = frozenset({"email", "phone", "postal_address", "address"})
"""The fields that tell how to reach somebody: of a person, on a list, in a dispatch."""

UNSAID: Final = CONTACTS | {"note"}
"""The fields of a protected person that are told to nobody: a note may hold an address."""

_FEWEST_DIGITS: Final = 6
"""Digits of a telephone number that no other number in a text is mistaken for."""

_SHORTEST: Final = 6
"""Characters of an address that no other word in a text is mistaken for."""


@dataclass(frozen=True)
class Guard:
    """Who is protected, by ids, and the words that would tell how to reach them.

    A guard of nobody changes nothing and costs nothing.
    """

    people: frozenset[str] = frozenset()
    secrets: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        forms = sorted({_pattern_of(each) for each in self.secrets}, key=len, reverse=True)
        return re.compile("|".join(forms), re.IGNORECASE) if forms else None

    def text(self, text: str) -> str:
        """Return a text without how to reach a protected person; "" for nothing but that."""
        if self._pattern is None or not text:
            return text
        masked = self._pattern.sub(MASK, text)
        return "" if masked.strip() == MASK else masked

    def reachable(self, person: Person) -> Person:
        """Return a person as they may be told outside the register."""
        return _without(person, UNSAID) if person.id in self.people else person

    def value(self, value: T) -> T:
        """Return a value with all that it holds as it may be told outside the register.

        What was issued stays as it was issued.
        """
        return self._free(value) if self else value

    def _free(self, value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, str):
            return self._string(value)
        if isinstance(value, Mapping):
            hidden = (
                UNSAID if value.get("protected") else CONTACTS if self._is_theirs(value) else ()
            )
            return {key: "" if key in hidden and each else self._free(each)
                    for key, each in value.items()}  # fmt: skip
        if isinstance(value, (tuple, list, frozenset)):
            return self._many(value)
        if is_dataclass(value) and not isinstance(value, type):
            return self._record(value)
        return value

    def _is_theirs(self, told: Mapping[Any, Any]) -> bool:
        return isinstance(told.get("person_id"), str) and told["person_id"] in self.people

    def _string(self, value: str) -> str:
        """Return a text freed; a term of a vocabulary is no text that anybody wrote."""
        return self.text(value) if type(value) is str else value

    def _many(self, values: Any) -> Any:  # noqa: ANN401
        freed = [self._free(each) for each in values]
        if all(one is other for one, other in zip(freed, values, strict=True)):
            return values
        kind = type(values)
        return kind(*freed) if hasattr(values, "_fields") else kind(freed)

    def _record(self, record: Any) -> Any:  # noqa: ANN401
        if isinstance(record, IssuedPaper):
            return record
        if isinstance(record, Person):
            record = self.reachable(record)
        elif getattr(record, "person_id", None) in self.people:
            record = _without(record, CONTACTS)
        told = {each.name: getattr(record, each.name) for each in fields(record) if each.init}
        freed = {name: self._free(each) for name, each in told.items() if name not in _NAMES}
        changed = {name: each for name, each in freed.items() if each is not told[name]}
        return replace(record, **changed) if changed else record


_NAMES: Final = frozenset({"id", "person_id", "name"})
"""Fields that are never freed: a record is found by them."""

NOBODY_PROTECTED: Final = Guard()


def guard_of(persons: Iterable[Person], open_words: Iterable[str] = ()) -> Guard:
    """Return the guard of a register's people.

    What others are reached by too, as a switchboard, is no secret: ``open_words`` are such
    of bodies and of the house style.
    """
    everybody = tuple(persons)
    hidden = [each for each in everybody if each.protected]
    if not hidden:
        return NOBODY_PROTECTED
    shared = {each for one in everybody if not one.protected for each in _told_by(one)}
    known = {_key(each) for each in (*shared, *open_words)}
    secrets = {each for one in hidden for each in _told_by(one) if _key(each) not in known}
    return Guard(frozenset(each.id for each in hidden), tuple(sorted(secrets)))


def _told_by(person: Person) -> Iterable[str]:
    """Yield what tells how to reach a person and nobody else: of an address its first line."""
    street = next(iter(person.postal_address.split("\n")), "").strip()
    if len(_digits(person.phone)) >= _FEWEST_DIGITS:
        yield person.phone
    yield from (each for each in (person.email.strip(), street) if len(each) >= _SHORTEST)


def _without(record: T, names: Iterable[str]) -> T:
    there = {each.name for each in fields(record)}  # type: ignore[arg-type]
    return replace(record, **dict.fromkeys(there.intersection(names), ""))  # type: ignore[type-var]


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _is_number(text: str) -> bool:
    """Tell whether a text is a telephone number, however it is written."""
    return not re.search(r"[^\d\s()/+.\u2013-]", text) and len(_digits(text)) >= _FEWEST_DIGITS


def _key(text: str) -> str:
    return _digits(text) if _is_number(text) else folded(text)


def _pattern_of(secret: str) -> str:
    """Return the pattern that finds a secret however its spaces and hyphens are written."""
    if _is_number(secret):
        return r"(?<!\d)\+?" + r"[\s()/.\u2013-]*".join(_digits(secret)) + r"(?!\d)"
    return r"\s+".join(map(re.escape, secret.split()))

"""How people are called where several are listed: those of the same name are told apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.swedish import folded


class Nameable(Protocol):
    """Somebody who may bear another's name."""

    @property
    def id(self) -> str:
        """Return the id, one of its kind."""

    @property
    def name(self) -> str:
        """Return the whole name."""

    @property
    def title(self) -> str:
        """Return what the person works as."""

    @property
    def unit(self) -> str:
        """Return the unit's short name."""

    @property
    def distinction(self) -> str:
        """Return what tells the person from others of the name."""


N = TypeVar("N", bound=Nameable)


class PeopleByName(Generic[N]):
    """Finds whom words mean among people: ``labels`` are what they are offered by."""

    def __init__(self, people: Iterable[N]) -> None:
        self._people = tuple(people)
        self._labels = person_labels(self._people)
        self.labels = tuple(self._labels[each.id] for each in self._people)

    def label(self, person_id: str | None) -> str:
        """Return what a person is called among the others, "" for nobody."""
        return self._labels.get(person_id or "", "")

    def meant(self, words: str) -> N | None:
        """Return who is meant by a label, or by a name; None where nobody is called so.

        Raises InputError where several are.
        """
        wanted = folded(words)
        if not wanted:
            return None
        called = [each for each in self._people if folded(self._labels[each.id]) == wanted]
        named = called or [each for each in self._people if folded(each.name) == wanted]
        if len(named) > 1:
            raise refusal(
                "Flera heter {name}. Välj i listan vem du menar, eller skilj dem åt på Personer.",
                name=named[0].name,
            )
        return named[0] if named else None

    def named(self, words: str) -> tuple[str, str | None]:
        """Return the name of who is meant and the id, None for a name that nobody bears."""
        person = self.meant(words)
        return (words, None) if person is None else (person.name, person.id)


def person_labels(people: Iterable[Nameable]) -> dict[str, str]:
    """Return what each is called among the others, by id.

    The name alone where nobody else bears it, else with title and unit, and with the
    distinction as well where those do not tell them apart.
    """
    alike: dict[str, list[Nameable]] = defaultdict(list)
    for person in people:
        alike[folded(person.name)].append(person)
    labels: dict[str, str] = {}
    for group in alike.values():
        labels |= _labels_alike(group) if len(group) > 1 else {group[0].id: group[0].name}
    return labels


def _labels_alike(group: Sequence[Nameable]) -> dict[str, str]:
    """Tell people of one name apart."""
    worked = {each.id: _with_work(each) for each in group}
    times = Counter(map(folded, worked.values()))
    return {
        each.id: _distinct(worked[each.id], each.distinction)
        if times[folded(worked[each.id])] > 1 or worked[each.id] == each.name
        else worked[each.id]
        for each in group
    }


def _with_work(person: Nameable) -> str:
    return ", ".join(word for word in (person.name, person.title, person.unit) if word.strip())


def _distinct(label: str, distinction: str) -> str:
    return f"{label} ({distinction})" if distinction.strip() else label


def not_told_apart(labels: Mapping[str, str]) -> frozenset[str]:
    """Return the ids of those whose label is another's too."""
    times = Counter(map(folded, labels.values()))
    return frozenset(each for each, label in labels.items() if times[folded(label)] > 1)

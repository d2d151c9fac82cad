"""What the rows of a table call the posts, bodies, grants and areas that they refer to.

A name that stands for one thing is taken for it; one that stands for several is refused,
and the words to tell them apart are given.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.plan.areas import area_name
from hubra_desktop.model.records.money import BudgetPost
from hubra_desktop.model.records.plan import FocusArea
from hubra_desktop.model.swedish import folded, sort_key
from hubra_desktop.model.wording import joined, quoted
from hubra_desktop.store.reading import record_of
from hubra_desktop.store.tables import (
    BODY,
    BUDGET_POST,
    BUDGET_YEAR,
    GRANT,
    INDICATOR,
    LEDGER_ENTRY,
)
from hubra_desktop.work.queries.plan import plan_of

_SHOWN = 5
"""Names that are offered in a refusal: more make the sentence unreadable."""


class Names:
    """The names in a register, each read when it is first asked for.

    Asking raises InputError with a sentence when a name stands for nothing, or for more
    than one thing.
    """

    def __init__(self, reader: Connection) -> None:
        self._reader = reader
        self._areas: dict[int, tuple[FocusArea, ...]] = {}

    @cached_property
    def bodies(self) -> Mapping[str, str]:
        """What bodies are called, by their ids."""
        found = self._reader.execute(select(BODY.c.id, BODY.c.name).order_by(BODY.c.id))
        return {row.id: row.name for row in found}

    @cached_property
    def grants(self) -> Mapping[str, str]:
        """What grants are called in a table, by their ids: title, applicant and year."""
        found = self._reader.execute(
            select(GRANT.c.id, GRANT.c.title, GRANT.c.body_id, GRANT.c.year)
        )
        return {
            row.id: f"{row.title}, {self.bodies.get(row.body_id, '')} {row.year}" for row in found
        }

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The numbers of the ledger's rows, by their ids."""
        found = self._reader.execute(select(LEDGER_ENTRY.c.id, LEDGER_ENTRY.c.number))
        return {row.id: row.number for row in found}

    @cached_property
    def entries(self) -> Mapping[int, str]:
        """The ids of the ledger's rows, by their numbers."""
        return {number: entry for entry, number in self.numbers.items()}

    @cached_property
    def posts(self) -> Mapping[int, Mapping[str, BudgetPost]]:
        """The posts of each year's budget, by their ids."""
        found: dict[int, dict[str, BudgetPost]] = {}
        rows = self._reader.execute(
            select(BUDGET_POST, BUDGET_YEAR.c.year)
            .join(BUDGET_YEAR, BUDGET_YEAR.c.id == BUDGET_POST.c.budget_year_id)
            .order_by(BUDGET_POST.c.position)
        )
        for row in rows:
            found.setdefault(row.year, {})[row.id] = record_of(BudgetPost, row)
        return found

    @cached_property
    def _post_labels(self) -> Mapping[str, str]:
        return {
            post_id: _post_label(posts, post)
            for posts in self.posts.values()
            for post_id, post in posts.items()
        }

    def post(self, post_id: str | None) -> str:
        """Return what a post is called in a table."""
        return self._post_labels.get(post_id or "", "")

    def post_of(self, year: int, typed: str) -> str:
        """Return the id of the post of a year that is called so."""
        posts = self.posts.get(year, {})
        if not posts:
            raise refusal("Det finns ingen budget för {year}. Lägg upp den först.", year=year)
        calls = [
            {post_id: name for post_id, post in posts.items() if (name := form(post))}
            for form in (self._label_of, lambda post: post.name, lambda post: post.code)
        ]
        what = say("Posten {name}", name=quoted(typed))
        return _only(typed, calls, what, say("budgeten för {year}", year=year))

    def _label_of(self, post: BudgetPost) -> str:
        return self._post_labels[post.id]

    def body_of(self, typed: str) -> str:
        """Return the id of the body that is called so."""
        what = say("Föreningen {name}", name=quoted(typed))
        return _only(typed, [self.bodies], what, say("registret"))

    def organ_of(self, typed: str) -> str | None:
        """Return the id of the body with that name or short name; None for none typed."""
        if not typed.strip():
            return None
        what = say("Organet {name}", name=quoted(typed))
        return _only(typed, [self.bodies, self._short_names], what, say("registret"))

    @cached_property
    def _short_names(self) -> Mapping[str, str]:
        found = self._reader.execute(select(BODY.c.id, BODY.c.short_name))
        return {row.id: row.short_name for row in found if row.short_name}

    def is_body(self, typed: str) -> bool:
        """Tell whether any body is called so, or has that id."""
        return typed in self.bodies or folded(typed) in self._body_names

    @cached_property
    def _body_names(self) -> frozenset[str]:
        return frozenset(map(folded, self.bodies.values()))

    def body_or_none(self, typed: str) -> str | None:
        """Return the id of the only body that is called so, else None."""
        wanted = folded(typed)
        found = [each for each, name in self.bodies.items() if wanted and folded(name) == wanted]
        return found[0] if len(found) == 1 else None

    def grant_of(self, typed: str) -> str:
        """Return the id of the grant that is called so."""
        titles = {each: name.rsplit(",", 1)[0] for each, name in self.grants.items()}
        what = say("Bidraget {name}", name=quoted(typed))
        return _only(typed, [self.grants, titles], what, say("registret"), _NO_GRANT)

    def areas(self, year: int) -> tuple[FocusArea, ...]:
        """Return the areas of a year's plan."""
        if year not in self._areas:
            plan = plan_of(self._reader, year)
            self._areas[year] = plan.areas if plan else ()
        return self._areas[year]

    def area_of(self, year: int, typed: str) -> str:
        """Return the id of the area of a year's plan with that number or title."""
        areas = self.areas(year)
        calls = [
            {area.id: name for area in areas if (name := form(area))}
            for form in (lambda area: area.number, lambda area: area.title, area_name)
        ]
        what = say("Området {name}", name=quoted(typed))
        return _only(typed, calls, what, say("planen för {year}", year=year))


def known_words(reader: Connection) -> Mapping[str, tuple[str, ...]]:
    """Return what values of a table may be called, by the keys of their columns."""
    names = Names(reader)
    posts = {names.post(post_id) for year in names.posts.values() for post_id in year}
    indicators = reader.scalars(select(INDICATOR.c.name))
    return {
        "post": tuple(sorted(posts, key=sort_key)),
        "indicator": tuple(sorted(indicators, key=sort_key)),
        "body": tuple(sorted(names.bodies.values(), key=sort_key)),
    }


def _post_label(posts: Mapping[str, BudgetPost], post: BudgetPost) -> str:
    """Return the shortest of a post's names that no other post of the year has."""
    for place, form in enumerate(_forms(posts, post)):
        others = (_forms(posts, each)[place] for each in posts.values() if each is not post)
        if folded(form) not in map(folded, others):
            return form
    return post.id


def _forms(posts: Mapping[str, BudgetPost], post: BudgetPost) -> tuple[str, ...]:
    above = posts.get(post.parent_id or "")
    return post.name, f"{post.code} {post.name}", f"{above.name if above else ''}/{post.name}"


_MISSING: Final = N_("{what} finns inte i {where}. Lägg till den, eller rätta namnet.")
_NO_GRANT: Final = N_(
    "{what} finns inte i {where}. Läs in tabellen med bidrag före huvudboken, eller rätta namnet."
)


def _only(
    typed: str, calls: Iterable[Mapping[str, str]], what: str, where: str, missing: str = _MISSING
) -> str:
    """Return the one id that is called so by the first of ``calls`` that knows the name.

    ``missing`` is what is said where none does.
    """
    wanted = folded(typed)
    known: Mapping[str, str] = {}
    for known in calls:
        found = [each for each, name in known.items() if folded(name) == wanted]
        if typed in known:
            return typed
        if len(found) == 1:
            return found[0]
        if found:
            raise refusal(
                "{what} finns {count} gånger i {where}. Skriv dess id i stället: {ids}.",
                what=what,
                count=len(found),
                where=where,
                ids=joined(found[:_SHOWN]),
            )
    raise refusal(missing, what=what, where=where)

"""Words are put in order by one key, the Swedish one: never by the database, nor as code points."""

import ast
from collections.abc import Iterator
from pathlib import Path

from hubra_desktop.model.records.catalogue import RECORDS, stored_fields
from hubra_desktop.model.records.fields import Ref
from tests.architecture.source import PACKAGE, modules, nodes

WORDS = {
    each.name
    for kind in RECORDS
    for each in stored_fields(kind)
    if each.kind is str and each.mark(Ref) is None and each.name not in ("number", "key")
}
"""The columns that hold what somebody wrote; numbers and keys are no words."""

KEYS = {"sort_key", "by_words"}
NO_WORDS = {
    # Years, days, numbers, places in a list and amounts.
    ("model/attendance/presence.py", "(span for span in spans if span[0] < span[1])"),
    ("model/chart.py", "ends"),
    ("model/contrast.py", "map(_luminance, (first, second))"),
    ("ui/dialogs/backups.py", "{*BOUNDS, chosen}"),
    ("model/deadlines.py", "found"),
    ("model/meeting_year.py", "chosen"),
    ("model/council/composition.py", "ending"),
    (
        "model/council/composition_findings.py",
        "(each for each, times in ranks.items() if times > 1)",
    ),
    (
        "work/invariants/rulebook.py",
        "((each.valid_from or date.min, each.valid_to or date.max) for each in rules)",
    ),
    ("model/indicators/reading.py", "found"),
    (
        "model/indicators/reading.py",
        "{each.year for each in indicator.measurements if each.incomparable}",
    ),
    ("model/indicators/reading.py", "{each.year for each in indicator.measurements}"),
    ("model/indicators/reading.py", "(first, second)"),
    ("exchange/signed_pages.py", "thing.keys()"),
    ("cli/tables.py", "plan.accounts.lines"),
    ("work/calling/recipients.py", "holding"),
    ("model/money/forecast.py", "shares"),
    ("model/money/grant_list.py", "sums"),
    ("model/money/grants.py", "sums.items()"),
    (
        "model/money/ledger_numbers.py",
        "((number, year) for number, year in others if number in within)",
    ),
    ("model/money/ledger_numbers.py", "numbers"),
    ("model/money/ledger_numbers.py", "undone"),
    ("model/money/ledger_numbers.py", "within - told"),
    ("model/money/ledger_numbers.py", "{day for _, day in passed.undone}"),
    ("model/money/ledger_numbers.py", "{year for _, year in passed.elsewhere}"),
    ("model/money/grants.py", "((_claimed_on(each), each.amount_ore or 0) for each in claims)"),
    ("model/minutes/sections.py", "numbers"),
    ("model/plan/periods.py", "done"),
    ("model/plan/periods.py", "months"),
    ("model/plan/wheel.py", "(day for day in self.year.meetings if day.year == self.year.year)"),
    ("model/plan/wheel_key.py", "year.meetings"),
    ("model/plan/wheel_places.py", "((max(a, whole[0]), min(b, whole[1])) for a, b in spans)"),
    ("model/plan/wheel_places.py", "set(months)"),
    ("documents/bidragslista.py", "{line.grant.year for line in lines}"),
    ("documents/kit/hyphens.py", "(place for place in hard | soft if 0 < place < len(word))"),
    ("documents/kit/hyphens.py", "cuts"),
    ("documents/kit/hyphens.py", "places"),
    ("documents/kit/shaping.py", "{*clusters, len(text)}"),
    ("ui/pages/indicators/models.py", "{*all_years(indicator), *([pending] if pending else [])}"),
    ("ui/pages/meetings/meeting_actions.py", "latest | ({sheet.date.year} if sheet else set())"),
    ("ui/pages/meetings/agenda/agenda_model.py", "{index.row() for index in indexes}"),
    (
        "ui/pages/meetings/agenda/agenda_view.py",
        "(index.row() for index in self.selectionModel().selectedRows())",
    ),
    ("ui/pages/money/grants_panel.py", "years"),
    ("ui/pages/money/year.py", "years"),
    ("ui/pages/money/year.py", "budget_years(reader)"),
    ("ui/table_actions.py", "{*plan_years(reader), *budget_years(reader), *held}"),
    ("work/closed_in_files.py", "left"),
    ("work/money_tables.py", "known"),
    ("work/queries/meetings.py", "(MeetingYear(*row) for row in rows if row[1])"),
    ("work/queries/minutes.py", "((start, end) for start, end in times if end is not None)"),
    ("work/queries/plan.py", "reader.scalars(years)"),
    # Ids, names of fields and of files, parts of patterns: nobody reads them in order.
    ("exchange/json_schema.py", "described.items()"),
    ("exchange/packet_tree.py", "entries"),
    ("exchange/packet_tree.py", "self.numbers"),
    ("exchange/packet_tree.py", "self._ids"),
    ("model/reports/numbers.py", "{word[0] + word[0].upper() for word in (*_HEDGES, *_VALUES)}"),
    ("self_test.py", "resource('fonts').glob('*.ttf')"),
    ("ui/self_check.py", "resource('icons').glob('*.svg')"),
    ("work/commands/indicators.py", "self.values"),
    (
        "work/commands/report_texts.py",
        "pictures_in((each.text for each in report.sections)) - known",
    ),
    ("work/crash.py", "folder.glob('hubra-*.txt')"),
    (
        "model/move_list.py",
        "(name.removeprefix(GENERATIONS) for name in self.members if name.startswith(GENERATIONS))",
    ),
    ("model/council/protection.py", "secrets"),
    ("model/salvage.py", "kinds.items()"),
    ("store/other_copies.py", "found"),
    ("store/salvage_draft.py", "(key for key in told - rows.keys() if key[0] in TABLES)"),
    ("store/salvaged_rows.py", "(each for each in rows if isinstance(each, int))"),
    ("store/salvaged_values.py", "wanted"),
    ("work/salvage.py", "found"),
    ("work/salvage.py", "keys"),
    ("work/taking_back.py", "(each for each in folder.iterdir() if _is_folder(each))"),
    ("work/edits.py", "values.keys() - {'id'}"),
    ("work/invariants/rulebook.py", "bodies"),
    ("work/queries/people.py", "rows"),
}  # fmt: skip
"""What is sorted as it stands, since it holds no words that somebody reads."""


def names_in(node: ast.AST) -> set[str]:
    attributes = {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}
    return attributes | {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def ordered_by_database(source: str) -> Iterator[str]:
    """Yield the columns of words that a statement is ordered by."""
    for node in nodes(source):
        match node:
            case ast.Call(func=ast.Attribute(attr="order_by"), args=order):
                told = order
            case ast.keyword(arg="order", value=order):
                told = [order]
            case ast.Assign(targets=[ast.Name(id="order")], value=order):
                told = [order]
            case _:
                continue
        columns = (each for part in told for each in ast.walk(part))
        yield from (c.attr for c in columns if isinstance(c, ast.Attribute) and c.attr in WORDS)


def sorted_as_they_stand(source: str) -> Iterator[str]:
    """Yield what is sorted without a key, or by words that are not brought through the key."""
    for node in nodes(source):
        match node:
            case ast.Call(func=ast.Name(id="sorted"), args=[rows], keywords=options):
                pass
            case ast.Call(func=ast.Attribute(attr="sort", value=rows), args=[], keywords=options):
                pass
            case _:
                continue
        keys = [each.value for each in options if each.arg == "key"]
        if not keys or (names_in(keys[0]) & WORDS and not names_in(keys[0]) & KEYS):
            yield ast.unparse(rows)


def place(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_the_database_orders_no_words() -> None:
    found = {
        (place(path), column)
        for path in modules()
        if "migrations" not in path.parts
        for column in ordered_by_database(path.read_text("utf-8"))
    }
    # There it is the place of a step in the history, and when something was issued.
    assert found == {
        ("store/upkeep.py", "place"),
        ("work/at_once.py", "issued_at"),
        ("work/issued_papers.py", "issued_at"),
    }


def test_words_are_sorted_by_the_swedish_key() -> None:
    found = {
        (place(path), rows)
        for path in modules()
        if "migrations" not in path.parts
        for rows in sorted_as_they_stand(path.read_text("utf-8"))
    }
    assert found - NO_WORDS == set(), "sort by sort_key or by_words"
    assert NO_WORDS - found == set(), "no longer sorted there"


def test_what_sorts_otherwise_is_found() -> None:
    planted = "select(B).order_by(BODY.c.id, BODY.c.name.desc().nulls_last())"
    assert list(ordered_by_database(planted)) == ["name"]
    assert list(ordered_by_database("order = (GRANT.c.year, GRANT.c.title)")) == ["title"]
    assert list(ordered_by_database("records(r, Body, order=(BODY.c.name,))")) == ["name"]
    assert list(ordered_by_database("select(B).where(B.c.name == 'x').order_by(B.c.id)")) == []
    for planted in ("sorted(names)", "names.sort()", "sorted(names, key=lambda each: each.title)"):
        assert list(sorted_as_they_stand(planted)) == ["names"], planted
    for harmless in ("sorted(n, key=sort_key)", "n.sort(key=lambda e: (e.year, sort_key(e.name)))"):
        assert list(sorted_as_they_stand(harmless)) == []

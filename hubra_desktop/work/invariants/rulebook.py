"""Rules of the bodies' rules: periods follow each other, each sort of seat stands once."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.swedish import folded
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.invariants.kinds import Touched


def check_rules(touched: Touched) -> None:
    """Refuse rules of a body that hold on the same day, and seats or bodies named twice."""
    columns = TABLES["body_rules"].c
    own = set(touched.now("body_rules"))
    own |= {
        image["rules_id"]
        for kind in ("rules_seat", "rules_committee")
        for image in touched.now(kind).values()
    }
    bodies = {each.body_id for each in records(touched.reader, BodyRules, columns.id.in_(own))}
    for body_id in sorted(bodies):
        rules = records(touched.reader, BodyRules, columns.body_id == body_id)
        _refuse_periods(rules)
        for each in rules:
            _refuse_twice(each)


def _refuse_periods(rules: Iterable[BodyRules]) -> None:
    """Refuse a period that ends first, and two that meet."""
    spans = sorted((each.valid_from or date.min, each.valid_to or date.max) for each in rules)
    for first, last in spans:
        if last < first:
            raise refusal(
                "Reglerna slutar gälla innan de börjar. Ändra någon av dagarna.", field="valid_to"
            )
    for (_, ends), (begins, _) in pairwise(spans):
        if begins <= ends:
            raise refusal(
                "Organet har andra regler samma tid. Perioderna får inte överlappa: ändra någon "
                "av dagarna.",
                field="valid_from",
            )


def _refuse_twice(rules: BodyRules) -> None:
    names = [folded(each.name) for each in rules.seats]
    if len(set(names)) < len(names):
        raise refusal(
            "Det slaget av platser finns redan i reglerna. Ändra antalet i stället.", field="name"
        )
    bodies = [each.body_id for each in rules.committees if each.body_id is not None]
    if len(set(bodies)) < len(bodies):
        raise refusal("Det organet står redan i reglerna. Välj ett annat.", field="body_id")

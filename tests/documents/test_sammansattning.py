"""The paper of a body's composition says who sits where, and what is missing."""

from dataclasses import replace
from datetime import date
from typing import Any

from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.documents.official import Sender
from hubra_desktop.documents.sammansattning import CompositionPaper, sammansattning_manuscript
from hubra_desktop.model.council.composition import Seated, composition
from hubra_desktop.model.records.council import Mandate
from hubra_desktop.model.records.rulebook import BodyRules, RulesCommittee, RulesSeat
from hubra_desktop.model.terms import Role
from tests.documents.reading import text_of
from tests.documents.samples import HOUSE

DAY = date(2018, 3, 7)
RULES = BodyRules(
    id="rules",
    body_id="rådet",
    decision="Reglemente 2011",
    seats=(
        RulesSeat(id="s1", name="politiker", seats=2),
        RulesSeat(id="s2", name="polis", seats=1),
    ),
    committees=(
        RulesCommittee(id="c1", body_id="social"),
        RulesCommittee(id="c2", body_id="skola"),
    ),
)


def seated(person: str, role: Role, seat: str = "", **more: Any) -> Seated:
    mandate = Mandate(
        id=f"m-{person}", person_id=person, body_id="rådet", role=role, seat=seat, **more
    )
    return Seated(mandate=mandate, person=person)


def printed(*rows: Seated, size: float | None = None) -> str:
    names = {"social": "Socialnämnden", "skola": "Skolnämnden"}
    shown = composition(rows, RULES, DAY, body="Trygghetsrådet", bodies=names)
    paper = CompositionPaper(sender=Sender(kind="Sammansättning"), composition=shown)
    return " ".join(
        text_of(to_pdf(sammansattning_manuscript(paper, HOUSE, text_size=size))).split()
    )


def test_it_says_who_sits_where_and_what_is_missing() -> None:
    chair = replace(
        seated("Åsa Ek", Role.CHAIR, "politiker", party="C", represents_id="social"),
        represents="Socialnämnden",
    )
    stands_in = replace(
        seated("Nora Lind", Role.SUBSTITUTE, party="C", rank=1), substitute_for="Åsa Ek"
    )
    text = printed(chair, stands_in, seated("Erik Öman", Role.SECRETARY), seated("Bo", Role.MEMBER))
    for words in (
        "Sammansättning den 7 mars 2018",
        "2 av 3",
        "Politiker, 1 av 2",
        "Åsa Ek Ordförande (C) Socialnämnden",
        "Plats inte angiven",
        "Platser som ingen har: polis (1).",
        "Nora Lind 1 C Åsa Ek",
        "Skolnämnden Ingen",
        "Erik Öman Sekreterare",
    ):
        assert words in text


def test_a_body_that_nobody_sits_on_says_so_in_large_print_too() -> None:
    assert "Ingen har plats den dagen." in printed(size=20)

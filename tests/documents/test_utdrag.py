"""Extracts of minutes: where their signature stands."""

from dataclasses import replace

import pytest

from hubra_desktop.work.commands.sections import NumberSections
from hubra_desktop.work.papers import Collected, PaperForm, collect, render
from tests.documents.reading import text_sizes
from tests.work.held_office import held_office

GRANT = "sec-h4"


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Collected:
    office = held_office(tmp_path_factory.mktemp("utdrag") / "a.hubra")
    office.run(NumberSections("held"))
    with office.workspace.read() as reader:
        paper = collect(reader, "utdrag", GRANT)
    office.workspace.close()
    return paper


def with_lines(paper: Collected, lines: int) -> Collected:
    """Return the extract with so many short paragraphs before its decision, without names."""
    told = paper.content.view
    sections = tuple(
        replace(each, section=replace(each.section, background="\n\n".join(["Rad."] * lines)))
        if each.section.id == GRANT
        else each
        for each in told.sections
    )
    content = replace(paper.content, view=replace(told, sections=sections), nameless=True)
    return replace(paper, content=content)


@pytest.mark.parametrize(
    ("size", "lines"), [(None, range(4, 8)), (16.0, range(12, 15)), (20.0, range(3))]
)
def test_who_certifies_it_never_stands_alone_on_a_page(
    extract: Collected, size: float | None, lines: range
) -> None:
    for many in lines:
        pdf = render(with_lines(extract, many), PaperForm(text_size=size))
        pages: dict[int, str] = {}
        for page, _, text in text_sizes(pdf):
            pages[page] = f"{pages.get(page, '')} {text}"
        (signed,) = (text for text in pages.values() if "bestyrks" in text)
        before = signed.split("Ekköping")[0].split(")", 1)[-1]
        assert before.strip(), many

"""The checkers bite: every planted fault is found, each for its own reason."""

import re
from collections.abc import Callable

import pytest

from hubra_desktop.documents.kit.html import to_html
from tests.documents.reports import COMPLETE, report
from tests.web.check import Report, checked

GOOD = to_html(report(*COMPLETE))


def swap(old: str, new: str) -> Callable[[str], str]:
    """Replace every match of the pattern ``old``, of which there must be one."""

    def spoil(html: str) -> str:
        spoiled, times = re.subn(old, new, html, flags=re.DOTALL)
        assert times
        return spoiled

    return spoil


def style(rules: str) -> Callable[[str], str]:
    """Add style rules."""
    return swap("</style>", f"{rules}</style>")


# What is spoiled, how, and how the fault's line begins.
PLANTED: dict[str, tuple[Callable[[str], str], str]] = {
    "no language": (swap('<html lang="[^"]+">', "<html>"), "axe, screen: html-has-lang"),
    "a language that is none": (swap('lang="sv-SE"', 'lang="swedish"'), "axe, screen: html-lang"),
    "no title": (swap("<title>.*</title>", "<title></title>"), "axe, print: document-title"),
    "a skipped heading": (swap("(</?)h2", r"\1h4"), "axe, screen: heading-order"),
    "a picture without a word": (
        swap("<main>", '<main><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">'),
        "axe, print: image-alt",
    ),
    "a drawing without a word": (
        swap(' aria-label="En grön yta"', ""), "axe, print: svg-img-alt",
    ),
    "a table without headers": (swap("<(/?)th\\b( scope=\"\\w+\")?", r"<\1td"), "table: "),
    "a header with a wrong scope": (swap('scope="col"', 'scope="column"'), "Nu: line"),
    "elements closed in the wrong order": (
        swap("<p>Ett första stycke", "<p><b><i>Ett</b></i> första stycke"), "Nu: line",
    ),
    "a block inside a paragraph": (
        swap("<p>(.*?)</p>", r"<p><section>\1</section></p>"), "Nu: line",
    ),
    "a list with a stray paragraph": (swap("<ol>", "<ol><p>Lös text</p>"), "axe, screen: list"),
    "two elements with one id": (swap("<main>", '<main id="note1">'), "Nu: line"),
    "a link to nothing": (swap('href="#note1"', 'href="#note9"'), "link: #note9"),
    "a link without a name": (
        swap("<main>", '<main><p><a href="https://www.example.se"></a></p>'),
        "axe, print: link-name",
    ),
    "a role that is none": (swap('role="note"', 'role="footnote"'), "axe, screen: aria-roles"),
    "pale text": (style("p{color:#999}"), "axe, screen: color-contrast"),
    "pale text in print alone": (
        style("@media print{p{color:#999}}"), "axe, print: color-contrast",
    ),
    "a window that cannot be enlarged": (
        swap("width=device-width", "width=device-width,user-scalable=no"),
        "axe, screen: meta-viewport",
    ),
    "style that is none": (style("p{colour:#000}"), "Nu: line"),
    "a table too wide for a phone": (style("table{width:60em}"), "width: "),
    "pale words in a drawing": (
        swap("<main>", '<main><svg role="img" aria-label="Ett diagram" width="200" height="80">'
             '<path d="M0 0H200V80H0Z" fill="#1f3a4f"/><text x="20" y="40">Mörkt</text></svg>'),
        "drawing: pale words, Mörkt",
    ),
    "text outside any landmark": (swap("</?main>", ""), "axe, screen: region"),
}  # fmt: skip


@pytest.fixture(scope="module")
def outcome() -> Report:
    spoiled = {name: spoil(GOOD) for name, (spoil, _) in PLANTED.items()}
    return checked({"good": GOOD, **spoiled})


def test_a_good_page_passes(outcome: Report) -> None:
    assert outcome.faults["good"] == []


@pytest.mark.parametrize("name", PLANTED)
def test_the_checkers_find(name: str, outcome: Report) -> None:
    expected = PLANTED[name][1]
    assert any(line.startswith(expected) for line in outcome.faults[name]), outcome.faults[name]


def test_what_is_wrong_in_print_alone_is_not_seen_on_screen(outcome: Report) -> None:
    lines = outcome.faults["pale text in print alone"]
    assert lines
    assert all(line.startswith("axe, print: ") for line in lines)


def test_a_report_with_a_fault_is_not_clean(outcome: Report) -> None:
    assert not outcome.clean
    assert Report({"good": []}, outcome.browser, outcome.verdicts).clean

"""What axe-core says of a page: every rule it has, best practice and experiments too."""

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from tests.web.browser import Browser, Medium
from tests.web.tools import AXE, present

_RUN = """
axe.run(document, {
  rules: Object.fromEntries(axe.getRules().map(rule => [rule.ruleId, {enabled: true}])),
}).then(found => JSON.stringify({
  engine: found.testEngine.version,
  rules: axe.getRules().length,
  passes: found.passes.length,
  violations: found.violations,
  incomplete: found.incomplete.map(finding => ({...finding, nodes: finding.nodes.map(node => ({
    ...node, cell: document.querySelector(node.target[0])?.closest('td, th')?.cloneNode().outerHTML,
  }))})),
}))
"""


# What axe cannot settle by itself counts as a fault until somebody has looked at it. These
# have been looked at: the rule, how the element, its cell or all that it is about must begin,
# and why.
_SETTLED: Final = (
    # The mark of a note is a symbol that nobody says; what it leads to is the link's name.
    ("label-content-name-mismatch", re.compile('<a role="doc-noteref" aria-label="Fotnot: ')),
    ("label-content-name-mismatch", re.compile('<a role="doc-backlink" aria-label="')),
    # axe does not follow a group's heading to the rows of its group, as HTML has it.
    ("th-has-data-cells", re.compile('<th scope="rowgroup"')),
    # A cell over two rows lies outside its row; like all others it has the page's ground.
    ("color-contrast", re.compile('<t[dh][^>]* rowspan="')),
    # A lone figure in a cell: axe doubts that one character is text. It has the page's ground.
    ("color-contrast", re.compile("<(p|strong)>[0-9]</")),
    # What lies under the words of a drawing axe cannot tell; tests.web.overlooked measures it.
    ("color-contrast", re.compile("<text ")),
)


@dataclass(frozen=True)
class Verdict:
    """What axe found on one page: faults, and in how many places ``settled`` is a person's word."""

    version: str
    rules: int
    passed: int
    faults: tuple[str, ...]
    settled: int


def judged(browser: Browser, html: str, medium: Medium) -> Verdict:
    """Run every rule on ``html`` as ``medium`` shows it."""
    browser.show(html, medium)
    browser.evaluate(present(AXE).read_text(encoding="utf-8"))
    found = json.loads(browser.evaluate(_RUN))
    unsure = [(each["id"], each, place) for each in found["incomplete"] for place in each["nodes"]]
    faults = [_told(each, place) for each in found["violations"] for place in each["nodes"]]
    open_still = [
        f"unsure, {_told(each, place)}"
        for rule, each, place in unsure
        if not _is_settled(rule, place)
    ]
    return Verdict(
        version=found["engine"],
        rules=found["rules"],
        passed=found["passes"],
        faults=(*faults, *open_still),
        settled=len(unsure) - len(open_still),
    )


def _is_settled(rule: str, place: dict[str, Any]) -> bool:
    checks = [check for kind in ("any", "all", "none") for check in place[kind]]
    related = [str(node["html"]) for check in checks for node in check["relatedNodes"]]
    return any(
        rule == known
        and (
            look.match(place["html"])
            or look.match(place.get("cell") or "")
            or (related and all(look.match(html) for html in related))
        )
        for known, look in _SETTLED
    )


def _told(finding: dict[str, Any], place: dict[str, Any]) -> str:
    where = " ".join(place["html"].split())[:120]
    why = " ".join(place["failureSummary"].split())[:300]
    return f"{finding['id']}: {finding['help']} ({where}: {why})"

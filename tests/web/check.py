"""One page after the other before both checkers, and what they say put together."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tests.web.axe import Verdict, judged
from tests.web.browser import Browser, Medium
from tests.web.nu import markup_faults
from tests.web.overlooked import overlooked

MEDIA: Final[tuple[Medium, ...]] = ("screen", "print")


@dataclass(frozen=True)
class Report:
    """The faults of each page by its name, and what looked for them."""

    faults: dict[str, list[str]]
    browser: str
    verdicts: tuple[Verdict, ...]

    @property
    def clean(self) -> bool:
        """Whether no checker found anything on any page."""
        return not any(self.faults.values())


def checked(pages: Mapping[str, str]) -> Report:
    """Check ``pages``: the markup, every rule on screen and in print, and a narrow window."""
    faults = {
        name: [f"Nu: {each}" for each in found] for name, found in markup_faults(pages).items()
    }
    verdicts: list[Verdict] = []
    with Browser() as browser:
        for name, html in pages.items():
            for medium in MEDIA:
                verdict = judged(browser, html, medium)
                verdicts.append(verdict)
                faults[name] += [f"axe, {medium}: {each}" for each in verdict.faults]
            faults[name] += overlooked(browser, html)
        return Report(faults, browser.version, tuple(verdicts))

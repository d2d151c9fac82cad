"""What neither checker looks for: headless tables, links to nowhere, text out of sight."""

from collections.abc import Iterator
from typing import Final

from tests.web.browser import Browser

# CSS pixels: a window of 1280 enlarged four times (WCAG 2.2, success criterion 1.4.10).
NARROW: Final = 320

_HEADLESS = (
    "[...document.querySelectorAll('table')].filter(each => !each.querySelector('th')).length"
)
_NOWHERE = """
[...document.querySelectorAll('a[href^="#"]')]
  .filter(link => !document.getElementById(decodeURIComponent(link.hash.slice(1))))
  .map(link => link.getAttribute('href'))
"""


def overlooked(browser: Browser, html: str) -> Iterator[str]:
    """Yield what is wrong with the page in a window as narrow as a telephone's."""
    browser.show(html, width=NARROW)
    if headless := browser.evaluate(_HEADLESS):
        yield f"table: {headless} have no header cell"
    for link in browser.evaluate(_NOWHERE):
        yield f"link: {link} leads nowhere"
    outside = int(browser.evaluate("document.documentElement.scrollWidth")) - NARROW
    if outside > 0:
        yield f"width: {outside} pixels stick out of a window of {NARROW}"

"""What neither checker sees: headless tables, dead links, pale words in drawings, overflow."""

from collections.abc import Iterator
from typing import Final

from tests.web.browser import Browser

# CSS pixels: a window of 1280 enlarged four times (WCAG 2.2, success criterion 1.4.10).
NARROW: Final = 320
# Those of telephones and tablets too, on either side of the widths where the look changes.
WIDTHS: Final = (NARROW, 500, 700)

_HEADLESS = (
    "[...document.querySelectorAll('table')].filter(each => !each.querySelector('th')).length"
)
_NOWHERE = """
[...document.querySelectorAll('a[href^="#"]')]
  .filter(link => !document.getElementById(decodeURIComponent(link.hash.slice(1))))
  .map(link => link.getAttribute('href'))
"""
# The contrast of each word in a drawing against what is painted under its middle, else
# against the page's white; luminance and ratio as WCAG 2.2 defines them.
_PALE = """
(() => {
  const light = colour => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255);
    const [r, g, b] = parts.map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) =>
    (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  const under = text => {
    text.scrollIntoView({block: 'center'});
    const box = text.getBoundingClientRect();
    const stack = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const shape = stack.find(each => each.localName === 'path');
    if (!shape) return 1;
    const style = getComputedStyle(shape);
    return light(style.fill === 'none' ? style.stroke : style.fill);
  };
  return [...document.querySelectorAll('svg text')]
    .map(text => [text.textContent, ratio(light(getComputedStyle(text).fill), under(text))])
    .filter(([words, found]) => !(found >= 4.5))
    .map(([words, found]) => `${words} (${found.toFixed(1)} to 1)`);
})()
"""


def overlooked(browser: Browser, html: str) -> Iterator[str]:
    """Yield what is wrong with the page in a window as narrow as a telephone's."""
    browser.show(html, width=NARROW)
    if headless := browser.evaluate(_HEADLESS):
        yield f"table: {headless} have no header cell"
    for link in browser.evaluate(_NOWHERE):
        yield f"link: {link} leads nowhere"
    for words in browser.evaluate(_PALE):
        yield f"drawing: pale words, {words}"
    for width in WIDTHS:
        browser.show(html, width=width)
        outside = int(browser.evaluate("document.documentElement.scrollWidth")) - width
        if outside > 0:
            yield f"width: {outside} pixels stick out of a window of {width}"

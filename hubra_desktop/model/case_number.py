"""Case numbers (diarienummer): a soft check, the parts, and when two are the same.

Municipalities write them in many ways and the program never issues one, so the
text is kept as typed. What is recognised here only helps in searching, comparing
and pointing out a likely slip; nothing is ever refused.
"""

import re
from dataclasses import dataclass

_DASHES = re.compile("[\u2010-\u2014\u2212]")
_PREFIX = re.compile(r"^(?:dnr|diarienr|diarienummer)\b[.:]? *", re.IGNORECASE)

_UNIT = r"(?P<unit>[^\W\d_]{1,8})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SHORT_YEAR = r"(?P<year>\d\d)"
_RUNNING = r"(?P<running>\d{1,7})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        # KS-2018/451.181, KS/2019:279, KS 2018/14, KSN-2016-1422, KS/2019/0001/0009,
        # KS 2016-254/322; a paper within the case: KS2016/1963-2, KS-2025/777-3.805
        rf"(?:{_UNIT}[-/ ]?)?{_YEAR}[-/:]{_RUNNING}(?:[-/.](?P<suffix>\d{{1,5}}(?:\.\d{{1,5}})?))?",
        # 2018/KS 0290 10
        rf"{_YEAR}/{_UNIT} {_RUNNING}(?: (?P<suffix>\d{{1,5}}))?",
        # Ks 900/2019
        rf"(?:{_UNIT} )?{_RUNNING}/{_YEAR}",
        # LS 0806-0619: the year and month stand together
        rf"{_UNIT} {_SHORT_YEAR}(?:0[1-9]|1[0-2])-{_RUNNING}",
        # 002-443/05: class, running number, year
        rf"(?P<suffix>\d{{1,4}})-{_RUNNING}/{_SHORT_YEAR}",
        # KS 16/0158 and 14/1715: the year first
        rf"(?:{_UNIT} )?{_SHORT_YEAR}/(?P<running>\d{{3,7}})",
        # 0263/19 and 31/16: the year last
        rf"(?:{_UNIT} )?{_RUNNING}/{_SHORT_YEAR}",
    )
)


@dataclass(frozen=True, kw_only=True)
class CaseNumber:
    """A case number as typed, and the parts read from it.

    ``unit`` is empty where none is written, ``running`` keeps its leading zeros, and
    ``suffix`` is the class or the number of a paper within the case.
    """

    text: str
    unit: str
    year: int
    running: str
    suffix: str


def parse_case_number(text: str) -> CaseNumber | None:
    """Read the parts of a case number; None if it has no form known here."""
    plain = _spaced(_PREFIX.sub("", _DASHES.sub("-", text.strip())))
    match = next((found for form in _FORMS if (found := form.fullmatch(plain))), None)
    if match is None:
        return None
    parts = match.groupdict(default="")
    return CaseNumber(
        text=text,
        unit=parts.get("unit", ""),
        year=_full_year(parts["year"]),
        running=parts["running"],
        suffix=parts.get("suffix", ""),
    )


def looks_like_case_number(text: str) -> bool:
    """Tell whether a text has one of the forms that case numbers are written in."""
    return parse_case_number(text) is not None


def normal_form(text: str) -> str:
    """Return what two texts share that name the same case, however spaced, dashed or cased."""
    bare = _PREFIX.sub("", _DASHES.sub("-", text.strip()))
    return "".join(bare.replace("-", "").split()).casefold()


def number_key(text: str) -> tuple[object, ...]:
    """Return what texts share that name the same case: the number's parts, or its letters."""
    number = parse_case_number(text)
    if number is None:
        return (normal_form(text),)
    return number.unit.casefold(), number.year, int(number.running), number.suffix


def same_number(first: str, second: str) -> bool:
    """Tell whether two texts name the same case: by their parts, or letter by letter."""
    return number_key(first) == number_key(second)


def _spaced(text: str) -> str:
    """Take away the spaces around separators and all but one elsewhere."""
    return re.sub(r" ?([-/:]) ?", r"\1", " ".join(text.split()))


def _full_year(digits: str) -> int:
    """Return a year in four digits; two digits are within 1950 and 2049."""
    year = int(digits)
    if year >= 100:
        return year
    return year + (2000 if year < 50 else 1900)

"""Spaces that must not end a line, by Swedish writing rules.

A sum and its currency, a time and "kl.", a paragraph sign and its number, a day and its
month, initials. The typed space is kept; only the line breaker treats it differently.
"""

import re
from functools import lru_cache
from typing import Final

BOUND: Final = "\0"
"""Stands for a bound space while a text is cut into words; no cleaned text holds it."""

_UNITS: Final = (
    r"kr|kronor|öre|tkr|mkr|mnkr|mdkr|tusen|miljon|miljoner|miljarder?|SEK|EUR|€|%|‰|°C?|procent"
    r"|st|min|minuter|tim|h|s|mm|cm|m|km|mil|m²|m³|kvm|ha|g|kg|ton|l|kB|MB|GB|p|§|kap|år|personer"
)
_MONTHS: Final = (
    r"jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_BEFORE_A_NUMBER: Final = (
    r"kl|klockan|s|sid|sida|sidan|nr|dnr|st|kap|kapitel|art|p|punkt|bil|bilaga|tab|tabell|fig|figur"
    r"|tel|ca|cirka|c:a|jfr|§§?|paragraf|ärende|rum|KS|SFS|prop|rskr|lgh"
)
_BOUND: Final = re.compile(
    # 45 080; 141 85; 08-123 456 00
    r"(?<=\d) (?=\d{3}(?!\d))|(?<=\d{3}) (?=\d{2}(?!\d))"
    rf"|(?<=\d) (?=(?:{_UNITS})(?!\w))"
    rf"|(?<=\d) (?=(?:{_MONTHS})(?!\w))"
    rf"|(?<![\w.])(?i:(?:{_BEFORE_A_NUMBER})\.?) (?=\d)"
    # A. Ek, K.-G. Ek, J. R. Ek
    r"|(?<![^\W\d_])[A-ZÅÄÖÉ]\. (?=[A-ZÅÄÖÉ])"
    # t. ex., bl. a., d. v. s.
    r"|(?<!\w)(?:t|bl|d|v|m|o|f|p|g|fr|s|e)\. (?=(?:ex|a|d|v|s|m|fl|k|o|t|g|Kr)\.)"
    # 15 – 16
    r"|(?<=\d) (?=– ?\d)|(?<=\d –) (?=\d)"
    # Huddinge · Kommunalvägen: the dot ends a line and never begins one
    r"|(?<=\S) (?=· )"
)


@lru_cache(maxsize=4096)
def mark_bound_spaces(text: str) -> str:
    """Put BOUND for every space of ``text`` that must not be at a line's end."""
    if " " not in text:
        return text
    return _BOUND.sub(lambda match: match.group()[:-1] + BOUND, text)

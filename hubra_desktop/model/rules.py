"""The records under the names they had before; see ``model.records``."""

from hubra_desktop.model.records import rules as _rules

AMOUNT = _rules.AMOUNT
COUNT = _rules.COUNT
LARGEST_AMOUNT = _rules.LARGEST_AMOUNT
LONGEST_ROW = _rules.LONGEST_ROW
VALUE = _rules.VALUE
YEAR = _rules.YEAR
Rule = _rules.Rule
day = _rules.day
flag = _rules.flag
identity = _rules.identity
line = _rules.line
one_of = _rules.one_of
optional = _rules.optional
term = _rules.term
text = _rules.text
whole = _rules.whole

"""The records under the names they had before; see ``model.records``."""

from hubra_desktop.model import meeting_rules as _meeting_rules
from hubra_desktop.model.records import catalogue as _catalogue
from hubra_desktop.model.records import rules as _rules

RULES = _catalogue.RULES
check = _catalogue.check
check_anchor = _meeting_rules.check_anchor
check_meeting_times = _meeting_rules.check_meeting_times
LARGEST_LOGOTYPE = _rules.LARGEST_LOGOTYPE

"""The rules of a body with the days from which they hold, its calendar, and acts by law."""

from dataclasses import dataclass
from typing import Annotated

from hubra_desktop.model.council.rulebook_terms import DayCount, PeriodKind, Quorum, SubstituteRule
from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from hubra_desktop.model.records.fields import (
    Count,
    Day,
    Identity,
    Line,
    OmitDefault,
    OwnedBy,
    Ref,
    Text,
)


@dataclass(frozen=True, kw_only=True)
class RulesSeat:
    """How many seats of a sort the rules give: ``politiker`` 9. A mandate names its ``seat``."""

    id: Identity = ""
    name: Line = ""
    seats: Count = 0


@dataclass(frozen=True, kw_only=True)
class RulesCommittee:
    """A body that the rules want represented."""

    id: Identity = ""
    body_id: Annotated[str, Ref("body")] | None = None
    note: Text = ""


@dataclass(frozen=True, kw_only=True)
class BodyRules:
    """What a body's own rules (reglemente) say, from a day on.

    The periods of a body do not overlap; a meeting keeps the rules of its day. ``decision``
    is where they stand. Days are counted back from the meeting (kallelse, papers,
    preparation) or on from it (approval); None: the rules say nothing of it.
    ``local_government_act`` tells that the law's rules of nämnder hold (KL 6 kap.): a
    council is none unless its rules say so. ``announced`` minutes go on the notice board;
    ``minutes_kind`` is what the body keeps of its meetings.
    """

    id: Identity = ""
    body_id: Annotated[str, Ref("body")]
    valid_from: Day | None = None
    valid_to: Day | None = None
    decision: Line = ""
    notice_days: Count | None = 7
    notice_count: DayCount = DayCount.CALENDAR
    papers_days: Count | None = None
    preparation_days: Count | None = None
    approval_days: Count | None = None
    meetings_a_year: Count | None = None
    adjusters: Count | None = None
    quorum: Quorum = Quorum.NONE
    substitute_rule: SubstituteRule = SubstituteRule.NONE
    local_government_act: bool = False
    announced: bool = False
    remote: bool = False
    minutes_kind: Annotated[MinutesKind, OmitDefault()] = MinutesKind.PROTOCOL
    note: Text = ""
    seats: Annotated[tuple[RulesSeat, ...], OwnedBy("rules_id")] = ()
    committees: Annotated[tuple[RulesCommittee, ...], OwnedBy("rules_id")] = ()


@dataclass(frozen=True, kw_only=True)
class BlockedPeriod:
    """Days on which no meeting is proposed: school holidays, other bodies' meetings."""

    id: Identity = ""
    kind: PeriodKind = PeriodKind.SCHOOL
    name: Line = ""
    first: Day
    last: Day | None = None


@dataclass(frozen=True, kw_only=True)
class LawNote:
    """What the municipality says of a section of a law, where no record shows it by itself.

    ``law`` is its number ("2023:196"), ``section`` that of the paragraph ("11").
    """

    id: Identity = ""
    law: Line = ""
    section: Line = ""
    text: Text = ""
    since: Day | None = None


@dataclass(frozen=True, kw_only=True)
class Disposal:
    """A lawful removal (gallring): when, what sort, by which decision. Never who it was about."""

    id: Identity = ""
    day: Day
    what: Line = ""
    rows: Count = 0
    decision: Line = ""
    decided_on: Day | None = None
    done_by: Line = ""

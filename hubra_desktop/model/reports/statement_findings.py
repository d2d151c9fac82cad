"""Findings about a tjänsteutlåtande as text: whether what it proposes can be carried out.

A proposal is written as it is to stand in the minutes: whole sentences and no att-clauses,
numbered when they are several, with who decides or does it, what, and for a task by when.
Costs are told, or that there are none, and a text longer than eight lines has a summary.
These are habits of municipalities (the guides of Nacka and Alingsås for tjänsteskrivelser),
and no law: nothing here stops a paper. Words are looked for, not understood.
"""

import re
from collections.abc import Iterator, Mapping
from math import ceil
from typing import Final, NamedTuple

from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.model.reports.marks import Sentence, strip_links
from hubra_desktop.model.reports.related_papers import Place, ReportFinding, of_report
from hubra_desktop.model.reports.templates import PROPOSAL, STATEMENT, SUMMARY
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.swedish import MONTHS, folded
from hubra_desktop.model.wording import quoted, shortened

LINES_WITHOUT_SUMMARY: Final = 8
"""Printed lines that a tjänsteutlåtande may have without a summary (Nacka's guide)."""
_LINE: Final = 90
"""Letters that a printed line has room for."""
_SHOWN: Final = 60

_BEGINS: Final = re.compile(r"^\s*(?:(?:\d{1,2}|[a-h])[.)]\s+|[-–•*]\s+)?")
_NUMBERED: Final = re.compile(r"^\s*\d{1,2}[.)]\s+")
_ATT: Final = re.compile(r"att\s", re.IGNORECASE)
_WHO: Final = re.compile(
    r"\b(?i:\w*(?:råde[ts]?|råd|nämnden|nämnd|styrelsen|fullmäktige|förvaltningen|förvaltning|"
    r"kontoret|utskottet|presidiet|ordföranden?|sekreteraren?|direktören?|chefen?|"
    r"samordnaren?|kommunen|regionen|polisen|föreningen|handläggaren?))\b"
    r"|\b[A-ZÅÄÖ]{2,}\b|\b[A-ZÅÄÖ][a-zåäö]+[A-ZÅÄÖ]\w*",
)
_WHAT: Final = re.compile(
    r"\b(?:godkänn|beslut|uppdra|uppdrag|ger |anta[rs]?\b|fastställ|avsätt|bevilj|avsl|noter|"
    r"lägg|överlämn|utse|välj|bordlägg|återremitt|ställ|skick|svara|besvara|anvis|upphäv|"
    r"deleger|inrätt|tillstyrk|avstyrk|avstå|ta[r]? |bjud|genomför|hemställ|yttra|ansök|teckn|"
    r"avslut|förläng|ändr|flytt|ställer)"
)
_TASK: Final = re.compile(
    r"\b(?:uppdra\w*|återkom\w*|återrapport\w*|redovisa\w*|ta fram|tar fram|genomför\w*|utred\w*)"
)
_WHEN: Final = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}|\d{{4}}|senast|kvartal\w*|sammanträde\w*|omgående|löpande|"
    r"årlig\w*|månad\w*|vecka\w*|hösten|våren|årsskiftet|årets slut)\b"
)
_VAGUE: Final = re.compile(r"\b(bör|borde|om möjligt|eventuellt|förhoppningsvis|vid behov)\b")
_COSTS: Final = re.compile(
    r"kostnad|\bkosta|\bkr\b|\bkronor\b|\btkr\b|\bmnkr\b|finansier|ekonomisk|inom ram|\bmedel\b"
)


class _Rule(NamedTuple):
    """What is said of one proposal, at its level; ``{text}`` is the proposal in short."""

    level: Level
    sentence: str


_RULES: Final[Mapping[str, _Rule]] = {
    "proposal_att_clause": _Rule(
        Level.WARNING,
        N_("Förslaget {text} är en att-sats. Skriv en hel mening, så som den ska stå i "
           "protokollet: ”Rådet godkänner …”."),
    ),
    "proposal_without_who": _Rule(
        Level.TIP, N_("Säg vem som beslutar eller ska göra det: {text}.")
    ),
    "proposal_without_what": _Rule(
        Level.TIP,
        N_("Säg vad beslutet är (godkänner, antar, ger i uppdrag): {text}."),
    ),
    "proposal_without_when": _Rule(Level.TIP, N_("Säg när det ska vara gjort: {text}.")),
    "proposal_vague": _Rule(
        Level.TIP, N_("Förslaget går inte att verkställa som det står, det är obestämt: {text}.")
    ),
}  # fmt: skip


def statement_findings(report: Report) -> Iterator[ReportFinding]:
    """Yield what is to be looked at in the text of a tjänsteutlåtande; nothing of others."""
    if report.kind is not ReportKind.STATEMENT or not report.sections:
        return
    sections = {each.key: each for each in report.sections if each.key}
    yield from _headings(report, sections)
    proposal = sections.get(PROPOSAL)
    if proposal is not None:
        yield from _proposal(proposal)
    yield from _summary(report, sections)
    if not any(_COSTS.search(folded(_words(each))) for each in report.sections):
        sentence = say(
            "Inget sägs om kostnader. Skriv vad beslutet kostar och hur det betalas, eller att "
            "det inte medför några kostnader."
        )
        yield ReportFinding("costs_not_mentioned", Level.TIP, sentence, of_report(report))


def _words(section: ReportSection) -> str:
    return strip_links(section.text)


def _headings(report: Report, sections: Mapping[str, ReportSection]) -> Iterator[ReportFinding]:
    """Find the headings of the template that are gone, and those with nothing under them."""
    written = {folded(each.heading) for each in report.sections if each.text.strip()}
    for template in STATEMENT.sections:
        section, name = sections.get(template.key), quoted(template.heading)
        if template.key == SUMMARY or folded(template.heading) in written:
            continue
        if section is None:
            sentence = say("Rubriken {name} saknas.", name=name)
            yield ReportFinding("heading_missing", Level.WARNING, sentence, of_report(report))
        elif not section.text.strip():
            sentence = say("Under rubriken {name} står inget.", name=quoted(section.heading))
            yield ReportFinding("heading_empty", Level.WARNING, sentence, _place(section))


def _place(section: ReportSection, start: int = 0, end: int = 0) -> Place:
    return Place(kind="report_section", id=section.id, section=section.key, start=start, end=end)


def _proposal(section: ReportSection) -> Iterator[ReportFinding]:
    """Look at each proposal: a line or paragraph, without one that only leads to others."""
    found = [*_proposals(section.text)]
    if len(found) > 1 and not all(_NUMBERED.match(each.text) for each in found):
        sentence = say("Numrera förslagen till beslut när de är flera: 1, 2 …")
        yield ReportFinding("proposals_not_numbered", Level.TIP, sentence, _place(section))
    for each in found:
        text = strip_links(each.text)
        bare = _BEGINS.sub("", text).strip()
        for name in _wrong(bare):
            rule = _RULES[name]
            sentence = say(rule.sentence).format(text=quoted(shortened(bare, _SHOWN)))
            where = _place(section, each.start, each.end)
            yield ReportFinding(name, rule.level, sentence, where)


def _proposals(text: str) -> Iterator[Sentence]:
    """Yield the paragraphs of a text at their places; ``… föreslår:`` leads to the others."""
    lines = [match for match in re.finditer(r"[^\n]+", text) if match[0].strip()]
    for match in lines:
        if len(lines) > 1 and match[0].rstrip().endswith(
            (":", " föreslår", " besluta", "följande")
        ):
            continue
        yield Sentence(match.start(), match.end(), match[0])


def _wrong(text: str) -> Iterator[str]:
    """Yield the names of the rules that a proposal breaks."""
    words = folded(text)
    if _ATT.match(text):
        yield "proposal_att_clause"
    elif not _WHO.search(text):
        yield "proposal_without_who"
    if not _WHAT.search(words):
        yield "proposal_without_what"
    if _TASK.search(words) and not _WHEN.search(words):
        yield "proposal_without_when"
    if _VAGUE.search(words):
        yield "proposal_vague"


def _summary(report: Report, sections: Mapping[str, ReportSection]) -> Iterator[ReportFinding]:
    """Find a long text without a summary."""
    summary = sections.get(SUMMARY)
    if summary is not None and summary.text.strip():
        return
    lines = sum(map(_lines, report.sections))
    if lines <= LINES_WITHOUT_SUMMARY:
        return
    sentence = say(
        "Texten är ungefär {lines} rader och saknar sammanfattning. Skriv en när den är längre "
        "än {most} rader.",
        lines=lines,
        most=LINES_WITHOUT_SUMMARY,
    )
    where = _place(summary) if summary is not None else of_report(report)
    yield ReportFinding("summary_missing", Level.WARNING, sentence, where)


def _lines(section: ReportSection) -> int:
    """Return about how many printed lines a section is."""
    return sum(ceil(len(each) / _LINE) for each in _words(section).split("\n") if each.strip())

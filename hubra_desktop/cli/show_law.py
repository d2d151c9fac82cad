"""How the law on crime prevention is followed, shown in the terminal as text or JSON."""

from typing import Any

from hubra_desktop.cli.output import json_values
from hubra_desktop.cli.typed import year_typed
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import swedish
from hubra_desktop.model.law.evidence import LawAnswer, answers
from hubra_desktop.model.law.sections import LAW_NAME
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import swedish_word
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.law import law_day, law_facts
from hubra_desktop.work.queries.register import today


def show_law(reader: Reader, typed: str) -> tuple[str, dict[str, Any]]:
    """Return how each section is followed at the end of a year, or today ("")."""
    year = year_typed(typed) if typed else today(reader).year
    day = law_day(reader, year)
    found = answers(law_facts(reader, day), swedish)
    if not found:
        raise InputError(f"Lagen (2023:196) gällde inte {year}. Den gäller sedan 2023.")
    lines = [swedish(LAW_NAME), f"den {day.isoformat()}"]
    for each in found:
        lines += ["", *_lines(each)]
    shown = {"day": day.isoformat(), "sections": [_json(each) for each in found]}
    return "\n".join(lines), shown


def _lines(answer: LawAnswer) -> list[str]:
    since = f", sedan {answer.since}" if answer.since else ""
    state = capitalised(swedish_word(answer.state))
    lines = [f"{answer.section.cited} {swedish(answer.section.title)}: {state}{since}"]
    lines += [f"  {each.sentence}" for each in answer.evidence]
    lines += [f"  {answer.note.text}"] if answer.note else []
    return [*lines, f"  {answer.lacking}"] if answer.lacking else lines


def _json(answer: LawAnswer) -> dict[str, Any]:
    return {
        "section": answer.section.number,
        "title": swedish(answer.section.title),
        **json_values(answer, "state", "since", "lacking"),
        "evidence": [json_values(each, "sentence", "kind", "id") for each in answer.evidence],
        "note": answer.note.text if answer.note else "",
    }

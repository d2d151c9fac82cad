"""The papers of a meeting as the kallelse names them: under each matter, and of the whole.

The numbers are those among all papers, so that they are the same in every print. A secret
paper is named in none.
"""

from collections.abc import Mapping

from hubra_desktop.model.meeting_papers import attachment_numbers, paper_groups
from hubra_desktop.model.records.meeting import Meeting, MeetingPaper
from hubra_desktop.model.swedish import capitalised, listed
from hubra_desktop.model.words import swedish_word

OF_MEETING = ""
"""Under which the papers of the meeting itself are."""
_LATER = " (skickas senare)"


def papers_named(whole: Meeting, shown: Meeting) -> Mapping[str, str]:
    """Return by row the sentence that names its papers; ``shown`` is what readers may know."""
    numbers = attachment_numbers(whole)
    found = {}
    for group in paper_groups(shown):
        papers = [each for each in group.papers if not each.secret and not each.left_out]
        if papers:
            word = "Handling" if len(papers) == 1 else "Handlingar"
            of = " till sammanträdet" if group.item is None else ""
            names = listed([_named(each, numbers.get(each.id, "")) for each in papers])
            found[group.item.id if group.item else OF_MEETING] = f"{word}{of}: {names}"
    return found


def _named(paper: MeetingPaper, number: str) -> str:
    title = paper.title.strip() or capitalised(swedish_word(paper.kind))
    whole = f"bilaga\u00a0{number} {title}" if number else title
    return whole if paper.received is not None else f"{whole}{_LATER}"

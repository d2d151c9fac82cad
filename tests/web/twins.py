"""The pages that are checked: the demo's own, and those that hold all that a page can."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from hubra_desktop.documents.kallelse import kallelse_html
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.papers import kallelse_page
from hubra_desktop.work.queries import house_style, meeting_sheet, meetings_of
from hubra_desktop.work.workspace import Workspace
from tests.documents.long_report import long_report
from tests.documents.reports import COMPLETE, report
from tests.documents.samples import HOUSE, everything, nasty, sixty


def twins() -> dict[str, str]:
    """Return every page by its name."""
    return {
        **dict(_demo()),
        "agenda with everything": kallelse_html(everything(), HOUSE, draft=True),
        "agenda of sixty rows": kallelse_html(sixty(), HOUSE, draft=False),
        "agenda of nasty text": kallelse_html(nasty(), HOUSE, draft=False),
        "report with everything": to_html(report(*COMPLETE)),
        "long report": to_html(long_report(20)),
    }


def _demo() -> Iterator[tuple[str, str]]:
    """Write the kallelse of each of the demo register's meetings."""
    with TemporaryDirectory(prefix="hubra-twins-") as folder:
        register = Path(folder, "demo.hubra")
        make_demo(register)
        workspace = Workspace.open(register)
        try:
            with workspace.read() as reader:
                for row in meetings_of(reader, 2018):
                    sheet = meeting_sheet(reader, row.id)
                    moved = meeting_sheet(reader, sheet.moved_to) if sheet.moved_to else None
                    page = kallelse_page(sheet, house_style(reader), moved)
                    yield f"kallelse {sheet.date.isoformat()} of the demo", page
        finally:
            workspace.close()

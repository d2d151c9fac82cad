"""What the papers of a meeting say, and how they are set out: the kallelse and what tells of it.

Read by the table of papers (``papers``), so nothing heavy is imported here before a paper is
made.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hubra_desktop.model.closed_rows import holds_secrets
from hubra_desktop.model.dispatch.call_sides import CallChange
from hubra_desktop.model.dispatch.dispatch_terms import Audience
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.records.meeting import Meeting

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from hubra_desktop.documents.edition import Edition
    from hubra_desktop.documents.kit.render import Manuscript
    from hubra_desktop.model.records.meeting import HouseStyle
    from hubra_desktop.work.papers import PaperForm


@dataclass(frozen=True)
class KallelseContent:
    """A kallelse, or a paper that tells of one: a letter of changes, an addition, a notice.

    ``replacement`` is the meeting that a moved one was moved to. ``data`` is what the PDF
    carries: the meeting as it may be published. ``day`` is that of the issue, ``replaces``
    that of the version before, ``called`` that of the kallelse which the paper is about;
    ``changes`` is what is otherwise since then. ``draft`` None leaves it to the meeting's
    state. ``stamp`` is a mark on every page, as on a copy of what was replaced.
    """

    meeting: Meeting
    replacement: Meeting | None = None
    data: Bundle | None = None
    audience: Audience = Audience.PUBLIC
    version: int = 1
    day: dt.date | None = None
    replaces: dt.date | None = None
    called: dt.date | None = None
    changes: tuple[CallChange, ...] = ()
    reason: str = ""
    draft: bool | None = None
    stamp: str = ""


def collect_kallelse(
    reader: "Connection",
    meeting_id: str,
    audience: Audience | None = None,
    pro_forma: bool = False,
) -> KallelseContent:
    """Read a meeting; what a kallelse does not print is left out of its data.

    Of a meeting that was called it is the draft of what would be issued next, for those who
    have the kallelse that holds unless another ``audience`` is asked for.
    """
    from hubra_desktop.model.redaction import public_view
    from hubra_desktop.work.calling.calls import current_call, draft_call
    from hubra_desktop.work.queries.bundles import meetings_bundle
    from hubra_desktop.work.queries.sheets import meeting_sheet

    if pro_forma or current_call(reader, meeting_id) is not None:
        return draft_call(reader, meeting_id, audience=audience, pro_forma=pro_forma)
    meeting = meeting_sheet(reader, meeting_id)
    moved = meeting_sheet(reader, meeting.moved_to) if meeting.moved_to else None
    data = public_view(meetings_bundle(reader, [meeting_id]), meeting_id)
    return KallelseContent(meeting, moved, data, audience or Audience.PUBLIC)


def call_title(
    name: str, *, versions: bool = False, of_rows: bool = False
) -> Callable[[KallelseContent], str]:
    """Return what names a paper of a meeting: ``Kallelse 2018-03-07 version 2 intern``.

    One that says what everybody must not read is told from the one that everybody may;
    ``of_rows`` says that it is of those rows alone that something is otherwise of.
    """

    def title(content: KallelseContent) -> str:
        version = f" version {content.version}" if versions and content.version > 1 else ""
        only = {each.item_id or "" for each in content.changes} if of_rows else None
        inner = content.audience is Audience.INTERNAL and holds_secrets(content.meeting, only)
        return f"{name} {content.meeting.date.isoformat()}{version}{' intern' if inner else ''}"

    return title


def is_draft(meeting: Meeting) -> bool:
    """Tell whether the meeting's kallelse has not been issued yet."""
    return meeting.state in ("planned", "preparing")


def compose_kallelse(
    content: KallelseContent, style: "HouseStyle", form: "PaperForm"
) -> "Manuscript":
    """Set out a kallelse; one that is not issued yet is marked as a draft."""
    from hubra_desktop.documents.kallelse import kallelse_manuscript
    from hubra_desktop.exchange.json_file import dump

    carried = content.data if form.data else None
    return kallelse_manuscript(
        content.meeting,
        style,
        draft=is_draft(content.meeting) if content.draft is None else content.draft,
        text_size=form.text_size,
        data=dump(carried) if carried is not None else None,
        replacement=content.replacement,
        edition=_edition(content),
    )


def compose_notice(
    name: str,
) -> "Callable[[KallelseContent, HouseStyle, PaperForm], Manuscript]":
    """Return what sets out one of the papers that tell of a kallelse."""

    def composed(content: KallelseContent, style: "HouseStyle", form: "PaperForm") -> "Manuscript":
        from hubra_desktop.documents.meeting_notices import notice_manuscript

        edition = replace(_edition(content), draft=content.draft is not False)
        return notice_manuscript(
            name, content.meeting, style, edition,
            text_size=form.text_size, replacement=content.replacement,
        )  # fmt: skip

    return composed


def _edition(content: KallelseContent) -> "Edition":
    from hubra_desktop.documents.edition import Edition

    return Edition(
        audience=content.audience, version=content.version, day=content.day,
        replaces=content.replaces, called=content.called, changes=content.changes,
        reason=content.reason, stamp=content.stamp,
    )  # fmt: skip


def collect_notice(kind: str) -> Callable[..., KallelseContent]:
    """Return what reads one of the papers that tell of a kallelse, as it would be issued now.

    One that is ``pro_forma`` may be looked at before there is cause for it.
    """

    def collected(
        reader: "Connection",
        meeting_id: str,
        audience: Audience | None = None,
        pro_forma: bool = False,
    ) -> KallelseContent:
        from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
        from hubra_desktop.work.calling.calls import draft_call

        wanted = DispatchKind(kind)
        return draft_call(reader, meeting_id, kind=wanted, audience=audience, pro_forma=pro_forma)

    return collected

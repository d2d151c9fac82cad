"""How the commands that call to a meeting, move and cancel it are drawn at random."""

from collections.abc import Mapping

from hubra_desktop.model.dispatch.dispatch_terms import Audience, DispatchKind
from hubra_desktop.work.calling.calls import PAPER_OF
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.call_out import CallOut
from hubra_desktop.work.commands.calls import CancelMeeting, MoveMeeting
from hubra_desktop.work.commands.dispatches import SendDispatch
from tests.work.calling import IssueUnrendered
from tests.work.dispatch_makers import dispatch
from tests.work.drawn import Drawn
from tests.work.paper_makers import Maker


def issued(d: Drawn) -> Command:
    """Draw a paper of a meeting; mostly its kallelse, which the others need."""
    kind = d.one(DispatchKind.CALL, DispatchKind.CALL, *PAPER_OF)
    return IssueUnrendered(d.id("meeting"), kind, d.one(*Audience), d.day())


def called_out(d: Drawn) -> Command:
    """Draw a call: a paper of a meeting, and to whom it goes."""
    return CallOut(issued(d), SendDispatch(dispatch(d)))


CALLS: Mapping[str, Maker] = {
    "CallOut": called_out,
    "CancelMeeting": lambda d: CancelMeeting(d.id("meeting"), d.day(), d.text()),
    "IssueCall": issued,
    "MoveMeeting": lambda d: MoveMeeting(
        d.id("meeting"), d.day(), d.day(), d.text(), d.one({}, {"start": 600}, {"place": "Salen"})
    ),
}

"""How the beginning of a register and templates of meetings are drawn at random."""

from collections.abc import Mapping
from dataclasses import replace

from hubra_desktop.model.meeting_year import usual_holidays
from hubra_desktop.model.templates import standard_template
from hubra_desktop.work.commands.begin import BeginRegister
from hubra_desktop.work.commands.meeting_year import MakeMeetings, SavePeriods
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.commands.templates import SaveTemplate
from tests.work.paper_makers import Maker

TEMPLATES: Mapping[str, Maker] = {
    "BeginRegister": lambda d: BeginRegister(
        short_name=d.one("", "Rådet"),
        chair=d.one("", "Örjan Ask"),
        secretary=d.one("", "Åsa Ek"),
        meeting=d.one(None, NewMeeting(d.day(), 930, 1000, "A-salen")),
    ),
    "MakeMeetings": lambda d: MakeMeetings(
        d.one(
            (NewMeeting(d.day(), 930),),
            (NewMeeting(d.day(), 930, 1020), NewMeeting(d.day(), 900)),
        )
    ),
    "SavePeriods": lambda d: SavePeriods(usual_holidays(d.day().year)[: d.one(0, 1, 3)]),
    "SaveTemplate": lambda d: SaveTemplate(
        replace(standard_template(), place=d.text(), end=d.one(None, 1100)),
        d.one("", "Örjan Ask"),
        d.one("", "Åsa Ek"),
    ),
}

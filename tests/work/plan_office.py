"""An office that has planned its year: a plan, activities, letters, an agreement, a remiss."""

import datetime as dt
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hubra_desktop.model.plan.areas import DEFAULT_AREAS, default_areas
from hubra_desktop.model.plan.sheets import (
    ActivityAreaSheet,
    ActivityLinkSheet,
    ActivitySheet,
    AgreementMeetingSheet,
    AgreementPartySheet,
    AgreementSheet,
    ConsultationSheet,
    FocusAreaSheet,
    FollowUpNoteSheet,
    LetterRecipientSheet,
    LetterSheet,
    OccasionSheet,
    PlanSheet,
)
from hubra_desktop.model.plan.terms import (
    ActivityState,
    AgreementKind,
    Exactness,
    LetterState,
    PlanKind,
)
from hubra_desktop.work import commands as c
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.workspace import Workspace
from tests.work.office import Office, furnish, settled

YEAR = 2019
WALK = ActivitySheet(
    id="vandring", year=YEAR, position=1, title="Trygghetsvandring", period="hösten 2019",
    areas=(ActivityAreaSheet(id="v2", area_id="a2", main=True),),
)  # fmt: skip


def area(number: int) -> ActivityAreaSheet:
    return ActivityAreaSheet(id=f"d{number}", area_id=f"a{number}", main=number == 2)


def day_of(office: Office) -> ActivitySheet:
    """The trygghetsdag, with something in every list."""
    return ActivitySheet(
        id="dag", year=YEAR, title="Trygghetsdag", period="juni", state=ActivityState.DONE,
        participants=100, exactness=Exactness.OVER, responsible_id=office.chair,
        responsible="Åsa Ek", areas=(area(2), area(6)),
        occasions=(OccasionSheet(id="o1", date=dt.date(2019, 6, 3), place="Torget"),),
        links=(
            ActivityLinkSheet(id="k1", meeting_id=office.meeting),
            ActivityLinkSheet(id="k2", title="Rapport", address="file:///rapport.pdf"),
        ),
        notes=(FollowUpNoteSheet(id="n1", date=dt.date(2019, 6, 4), author="Åsa", text="Bra."),),
    )  # fmt: skip


def plan() -> PlanSheet:
    ids = iter(f"a{place}" for place in range(1, len(DEFAULT_AREAS) + 1))
    return PlanSheet(id="p19", year=YEAR, areas=default_areas(lambda: next(ids)))


def measures() -> PlanSheet:
    areas = (FocusAreaSheet(id="m1", number="1", title="Rån", problem="Rån vid stationen"),)
    return PlanSheet(id="m19", kind=PlanKind.MEASURES, year=YEAR, areas=areas)


def plan_office(path: Path) -> Office:
    """Put a register with a planned year at ``path`` and open it; nothing can be undone."""
    office = furnish(path)
    office.workspace.close()
    path.write_bytes(_planned())
    path.chmod(0o600)
    office.workspace = Workspace.open(path)
    return office


@cache
def _planned() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "p.hubra"
        office = furnish(path)
        commands: tuple[Command, ...] = (
            c.AddPlan(plan()),
            c.AddPlan(measures()),
            c.AddAgreement(_agreement(office)),
            *(c.AddLetter(each) for each in _letters()),
            c.AddActivity(day_of(office)),
            c.AddActivity(WALK),
            c.AddConsultation(ConsultationSheet(id="remiss", title="Ordningsföreskrifter")),
        )
        for command in commands:
            office.run(command)
        office.workspace.close()
        return settled(path)


def _agreement(office: Office) -> AgreementSheet:
    return AgreementSheet(
        id="iop", kind=AgreementKind.IOP, title="IOP Grannstöd", valid_from=dt.date(2019, 1, 1),
        parties=(
            AgreementPartySheet(id="pt1", body_id=office.other),
            AgreementPartySheet(id="pt2", name="Grannstöd"),
        ),
        meetings=(AgreementMeetingSheet(id="am1", date=dt.date(2019, 10, 1)),),
    )  # fmt: skip


def _letters() -> tuple[LetterSheet, ...]:
    everybody = LetterRecipientSheet(id="r1", name="Alla nätverk", way="e-post")
    return (
        LetterSheet(
            id="l1", year=YEAR, number=1, state=LetterState.SENT, sent_on=dt.date(2019, 2, 1),
            recipients=(everybody,),
        ),
        LetterSheet(
            id="l2", year=YEAR, number=2, deadline=dt.date(2019, 5, 2),
            recipients=(LetterRecipientSheet(id="r2", name="Rådet"),),
        ),
    )  # fmt: skip

"""An office that has planned its year: a plan, activities, letters, an agreement, a remiss."""

import datetime as dt
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hubra_desktop.model.plan.areas import DEFAULT_AREAS, default_areas
from hubra_desktop.model.plan.terms import (
    ActivityState,
    AgreementKind,
    Exactness,
    LetterState,
    PlanKind,
)
from hubra_desktop.model.records.plan import (
    Activity,
    ActivityArea,
    ActivityLink,
    Agreement,
    AgreementMeeting,
    AgreementParty,
    Consultation,
    FocusArea,
    FollowUpNote,
    Letter,
    LetterRecipient,
    Occasion,
    Plan,
)
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.edits import Store
from hubra_desktop.work.workspace import Workspace
from tests.work.office import Office, furnish, settled

YEAR = 2019
WALK = Activity(
    id="vandring", year=YEAR, position=1, title="Trygghetsvandring", period="hösten 2019",
    areas=(ActivityArea(id="v2", area_id="area2", main=True),),
)  # fmt: skip


def area(number: int) -> ActivityArea:
    return ActivityArea(id=f"d{number}", area_id=f"area{number}", main=number == 2)


def day_of(office: Office) -> Activity:
    """The trygghetsdag, with something in every list."""
    return Activity(
        id="dag", year=YEAR, title="Trygghetsdag", period="juni", state=ActivityState.DONE,
        participants=100, exactness=Exactness.OVER, responsible_id=office.chair,
        responsible="Åsa Ek", areas=(area(2), area(6)),
        occasions=(Occasion(id="o1", date=dt.date(2019, 6, 3), place="Torget"),),
        links=(
            ActivityLink(id="k1", meeting_id=office.meeting),
            ActivityLink(id="k2", title="Rapport", address="file:///rapport.pdf"),
        ),
        notes=(FollowUpNote(id="n1", date=dt.date(2019, 6, 4), author="Åsa", text="Bra."),),
    )  # fmt: skip


def plan() -> Plan:
    ids = iter(f"area{place}" for place in range(1, len(DEFAULT_AREAS) + 1))
    return Plan(id="p19", year=YEAR, areas=default_areas(lambda: next(ids)))


def measures() -> Plan:
    areas = (FocusArea(id="ran", number="1", title="Rån", problem="Rån vid stationen"),)
    return Plan(id="m19", kind=PlanKind.MEASURES, year=YEAR, areas=areas)


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
            Store(plan()),
            Store(measures()),
            Store(_agreement(office)),
            *(Store(each) for each in _letters()),
            Store(day_of(office)),
            Store(WALK),
            Store(Consultation(id="remiss", title="Ordningsföreskrifter")),
        )
        for command in commands:
            office.run(command)
        office.workspace.close()
        return settled(path)


def _agreement(office: Office) -> Agreement:
    return Agreement(
        id="iop", kind=AgreementKind.IOP, title="IOP Grannstöd", valid_from=dt.date(2019, 1, 1),
        parties=(
            AgreementParty(id="pt1", body_id=office.other),
            AgreementParty(id="pt2", name="Grannstöd"),
        ),
        meetings=(AgreementMeeting(id="am1", date=dt.date(2019, 10, 1)),),
    )  # fmt: skip


def _letters() -> tuple[Letter, ...]:
    everybody = LetterRecipient(id="to1", name="Alla nätverk", way="e-post")
    return (
        Letter(
            id="l1", year=YEAR, number=1, state=LetterState.SENT, sent_on=dt.date(2019, 2, 1),
            recipients=(everybody,),
        ),
        Letter(
            id="l2", year=YEAR, number=2, deadline=dt.date(2019, 5, 2),
            recipients=(LetterRecipient(id="to2", name="Rådet"),),
        ),
    )  # fmt: skip

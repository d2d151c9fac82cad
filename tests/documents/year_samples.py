"""Years of an invented council for the wheel: an ordinary one, a crowded one, an empty one."""

from datetime import date

from hubra_desktop.documents.arshjul import YearPaper
from hubra_desktop.documents.official import Sender
from hubra_desktop.model.plan.terms import ActivityState, LetterState
from hubra_desktop.model.plan.year import Wheel, yearly_duties
from hubra_desktop.model.records.plan import Activity, ActivityArea, FocusArea, Letter, Plan
from tests.documents.money_samples import COUNCIL, NAMES, SENDER

AREAS = ("Lokal samverkan", "Ren och trygg utemiljö", "Förebyggande arbete bland barn och unga")
PERIODS = ("mars–maj", "hela året", "hösten", "juni", "", "under 2024", "varje vecka", "december")
TITLES = (
    "Trygghetsvandringar i alla stadsdelar tillsammans med bostadsbolagen och polisen",
    "Nattvandring", "Föräldramöten i årskurs sju 🙂", "", "لقاء مع الجيران",
)  # fmt: skip


def year_paper(count: int, letters: int = 4, areas: int = 3) -> YearPaper:
    """Print an invented year with ``count`` activities."""
    plan = Plan(
        id="p", year=2024, areas=tuple(
            FocusArea(id=f"a{place}", number=str(place + 1), title=AREAS[place % 3])
            for place in range(areas)
        ),
    )  # fmt: skip
    shown = Wheel(
        year=2024, plan=plan,
        activities=tuple(_activity(number, areas) for number in range(count)),
        meetings=(date(2024, 3, 6), date(2024, 5, 15), date(2024, 9, 11), date(2024, 11, 20)),
        letters=tuple(_letter(number) for number in range(letters)), duties=yearly_duties(2024),
    )  # fmt: skip
    sender = Sender(kind="Årshjul", administration=SENDER.administration, date=date(2024, 1, 10))
    return YearPaper(sender=sender, wheel=shown, body=COUNCIL)


def _activity(number: int, areas: int) -> Activity:
    area = ActivityArea(id=f"aa{number}", area_id=f"a{number % (areas + 1)}", main=True)
    return Activity(
        id=f"x{number}", year=2024, title=TITLES[number % len(TITLES)],
        period=PERIODS[number % len(PERIODS)], state=list(ActivityState)[number % 5],
        starts=date(2024, 4, 2) if number % 8 == 4 else None,
        responsible=NAMES[number % len(NAMES)] if number % 2 else "", areas=(area,),
    )  # fmt: skip


def _letter(number: int) -> Letter:
    return Letter(
        id=f"l{number}", year=2024, number=number + 1 if number % 2 else None,
        sent_on=date(2024, 2 + number % 10, 12) if number % 4 == 0 else None,
        state=LetterState.SENT if number % 4 == 0 else LetterState.PLANNED,
    )  # fmt: skip

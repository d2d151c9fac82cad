"""An area of the plan, and the plan's own facts, edited in place beside it."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_in
from hubra_desktop.model.plan.terms import PlanKind
from hubra_desktop.model.records.plan import FocusArea, Plan
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.choices import meeting_choices
from hubra_desktop.ui.forms.converters import CHOICE, DAY, TEXT
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.pages.plan.open_plan import OpenPlan
from hubra_desktop.ui.widgets.build import action_button, label
from hubra_desktop.work.queries import years


class AreaForm(Form):
    """Edits one area; says what its gap is, if it has one."""

    def __init__(self, desk: Desk, plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__("area-form", "", parent, desk=desk, change=FocusArea)
        self.setAccessibleName(say("Område"))
        self._plan = plan
        self.gap = label("", "callout", self.inside, caution=True)
        problem = say("Problem i lägesbilden som området svarar på")
        why = say("Varför det saknas aktivitet, eller annat som ska sägas")
        self.build(
            self.gap,
            (Field("number", say("Nummer")), Field("title", say_in("title", "Rubrik"), width=6)),
            Field("goal", say("Mål"), TEXT, least=3),
            Field("problem", problem, TEXT, shown=lambda _: plan.kind is PlanKind.MEASURES),
            Field("comment", say("Kommentar"), TEXT, least=3, hint=why),
        )
        self.end()

    def near(self) -> date:
        return self._plan.near()

    def fill(self, record: Any) -> None:
        super().fill(record)
        found = [gap for gap in self._plan.gaps if gap.area_id == record.id and not gap.activity_id]
        self.gap.setText("\n".join(gap.brief for gap in found))
        self.gap.setVisible(bool(found))


class PlanForm(Form):
    """Edits the plan's own facts: its title and goal, and in which meeting it was adopted."""

    def __init__(
        self, desk: Desk, plan: OpenPlan, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__("plan-form", "", parent, desk=desk, change=Plan)
        self.setAccessibleName(say("Planens uppgifter"))
        self._plan = plan
        self.version = label("", "muted", self.inside)
        link: dict[str, Any] = {"role": "link", "mark": True}
        below = ("new-plan-version", "copy-plan", "remove-plan")
        situation = say("Lägesbild")
        self.build(
            Field("title", say_in("title", "Rubrik")),
            Field("goal", say("Mål"), TEXT, least=3),
            Field("meeting_id", say("Antagen på sammanträdet"), CHOICE),
            (Field("decided_on", say("Antagen"), DAY), Field("case_number", say("Diarienummer"))),
            Field("situation", situation, TEXT, least=5, shown=_by_law),
            (
                Field("situation_date", say("Lägesbildens datum"), DAY, shown=_by_law),
                Field("followed_up", say("Följdes upp"), DAY, shown=_by_law),
            ),
            Field("note", say("Anteckning"), TEXT),
            self.version,
            *(action_button(actions[each], "plan-form", self.inside, **link) for each in below),
        )
        self.end()

    def near(self) -> date:
        return self._plan.near()

    def fill(self, record: Any) -> None:
        plan: Plan = record
        self.choices["meeting_id"].offer(self._meetings(plan))
        super().fill(record)
        text = say("Det här är version {number}.", number=plan.version)
        if plan.decided_on is None and plan.meeting_id is None:
            text += " " + say("Den är inte antagen än.")
        self.version.setText(text)

    def _meetings(self, plan: Plan) -> list[tuple[str, object]]:
        """Return the meetings that can have adopted it: of its year and the year before."""
        none = say("Inget valt")
        with self.desk.read() as reader:
            near = [row.year for row in years(reader) if plan.year - 1 <= row.year <= plan.year]
            return [(none, None), *meeting_choices(reader, near)]


def _by_law(plan: Plan) -> bool:
    return plan.kind is PlanKind.MEASURES

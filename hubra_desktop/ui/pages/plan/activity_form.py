"""Everything about one activity, edited in place beside the plan."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.council.people_names import PeopleByName
from hubra_desktop.model.language import say
from hubra_desktop.model.plan.areas import main_area
from hubra_desktop.model.plan.counts import TypedCount, parse_count
from hubra_desktop.model.plan.periods import When, read_period
from hubra_desktop.model.plan.terms import (
    STATES_WITH_REASON,
    ActivityKind,
    ActivityState,
    Exactness,
    PlanKind,
)
from hubra_desktop.model.records.plan import Activity, ActivityLink, Occasion
from hubra_desktop.model.swedish import short_date
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.completing import complete
from hubra_desktop.ui.forms.converters import CHOICE, COUNT, DAY, FLAG, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.rows import Parts
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.plan.area_choice import AreaChoice
from hubra_desktop.ui.pages.plan.links import Links
from hubra_desktop.ui.pages.plan.notes import Noted, Notes
from hubra_desktop.ui.pages.plan.open_plan import OpenPlan
from hubra_desktop.ui.pages.plan.reasoned_form import ReasonedForm
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.state_bar import PICTURES
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.commands.activities import (
    AddActivityArea,
    AddFollowUpNote,
    MoveActivityToArea,
    RemoveActivityArea,
)
from hubra_desktop.work.edits import Add, Change, Remove
from hubra_desktop.work.queries.known import completions
from hubra_desktop.work.queries.people import PersonRow, persons
from hubra_desktop.work.queries.plan_links import link_targets

COUNTED = COUNT._replace(read=lambda text, near: parse_count(text))
"""A number of people and how exact it is: ``drygt 100``."""


class ActivityForm(ReasonedForm):
    """Edits one activity."""

    reasoned = STATES_WITH_REASON

    def __init__(self, desk: Desk, plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__("activity-form", "", parent, desk=desk, change=Activity)
        self.setAccessibleName(say("Aktivitet"))
        self._plan = plan
        self._people: PeopleByName[PersonRow] = PeopleByName(())
        self.areas = AreaChoice(self.inside)
        self.areas.main_chosen.connect(self._make_main)
        self.areas.toggled.connect(self._serve)
        self.links = Links(self._write_link, self.inside)
        self.links.remove_asked.connect(self._remove_link)
        self.notes = Notes(self._note, self.desk.today, self.inside)
        self._build_planned()
        self._build_done()
        self.build(self.links, say("Uppföljning"), self.notes)
        self.end()
        (self.occasions,) = self.lists
        for place, each in enumerate(ActivityState):
            self.choices["state"].setItemIcon(place, icon(*PICTURES[each]))

    def _build_planned(self) -> None:
        when = say("juni, våren, v. 12")
        self.when = build.label("", "muted", self.inside, name="activity-when")
        why = say("Skriv varför. Skälet följer med till berättelsen.")
        self.build(
            Field("title", say("Aktivitet")),
            (
                Field("state", say("Läge"), CHOICE, choices=terms_of(ActivityState, word)),
                Field("kind", say("Slag"), CHOICE, choices=terms_of(ActivityKind, word)),
            ),
            Field("reason", say("Skäl"), TEXT, hint=why, shown=self.has_reason),
            (
                Field("period", say("När"), hint=when, width=4),
                Field("starts", say("Från"), DAY, width=3),
                Field("ends", say("Till"), DAY, width=3),
            ),
            self.when,
            Field("responsible", say("Ansvarig")),
            Field("partners", say("Tillsammans med")),
            self.areas,
            Field("council_role", say("Rådets roll"), TEXT, least=1),
        )

    def _build_done(self) -> None:
        exactness = terms_of(Exactness, word)
        self.build(
            say("Genomfört"),
            Parts(
                "occasion",
                "occasions",
                say("Tillfällen och platser"),
                say("Lägg till"),
                (
                    Field("date", say("Dag"), DAY, width=3),
                    Field("place", say("Plats"), width=4),
                    Field("participants", say("Antal"), COUNT, width=3),
                ),
                Occasion,
            ),
            (
                Field("exactness", say("Deltagare"), CHOICE, width=3, choices=exactness),
                Field("participants", say("Antal"), COUNTED, width=2),
                Field("participants_note", say("Om antalet"), width=4),
            ),
            Field("report_text", say("Text till verksamhetsberättelsen"), TEXT, least=4),
            Field("closed", say("Sekretess: skrivs aldrig ut"), FLAG),
        )

    def near(self) -> date:
        return self._plan.near()

    def start_over(self) -> None:
        super().start_over()
        self.links.leave()
        self._know()

    def _know(self) -> None:
        """Offer what the register knows, read anew for each activity that is opened."""
        with self.desk.read() as reader:
            people = persons(reader)
            known = completions(reader)
            self.links.offer(link_targets(reader, self._plan.year))
        self._people = PeopleByName(people)
        names = self._people.labels
        for field in ("responsible", "partners"):
            words = [*names, *known.organisations] if field == "partners" else names
            complete(self.texts[field], words)
        self.occasions.offer("place", known.places)

    def fill(self, record: Any) -> None:
        super().fill(record)
        activity: Activity = record
        self._fill_areas(activity)
        self.links.show_links(activity.links)
        self.notes.show_notes([Noted(n.date, n.author, n.text) for n in activity.notes])
        self._tell_when(record)

    def _tell_when(self, activity: Activity) -> None:
        """Say which days the words mean, or that they are not understood."""
        told = "" if activity.starts or activity.ends else _days_told(activity)
        self.when.setText(told)
        self.when.setVisible(bool(told))

    def _fill_areas(self, activity: Activity) -> None:
        plan = self._plan.plan
        if plan is None:
            self.areas.show_areas((), (), None, with_main=False)
            return
        served = [each.area_id for each in activity.areas]
        own = plan.kind is PlanKind.ACTIVITY
        self.areas.show_areas(plan.areas, served, main_area(plan, activity), with_main=own)

    def write(self, values: Mapping[str, object], edit: str) -> None:
        written = dict(values)
        if "responsible" in values:
            who = self._people.named(str(values["responsible"]))
            written["responsible"], written["responsible_id"] = who
        super().write(written, edit)

    def commit_field(self, name: str, value: Any, edit: str) -> None:
        if name == "participants":
            self._count(value, edit)
        else:
            super().commit_field(name, value, edit)

    def _count(self, counted: TypedCount, edit: str) -> None:
        """Write the number and how exact it is in one step."""
        values = {"participants": counted.number, "exactness": counted.exactness}
        if counted.exactness in (None, self.record.exactness):
            del values["exactness"]
        if any(getattr(self.record, name) != value for name, value in values.items()):
            self.write(values, edit)
        self.texts["participants"].put(COUNT.shown(counted.number))
        self.entries["participants"].show_value(counted.number)

    def set_editable(self, editable: bool) -> None:
        self.areas.set_editable(editable)
        self.links.set_editable(editable)
        super().set_editable(editable)

    def _make_main(self, area_id: str) -> None:
        self.desk.run(MoveActivityToArea(self.record.id, area_id))
        self._fill_areas(self.record)

    def _serve(self, area_id: str, on: bool) -> None:
        kind = AddActivityArea if on else RemoveActivityArea
        self.desk.run(kind(self.record.id, area_id))
        self._fill_areas(self.record)

    def _write_link(self, link_id: str, values: Mapping[str, object]) -> Changes | None:
        if link_id:
            return self.desk.attempt(Change(ActivityLink, link_id, values))
        return self.desk.attempt(Add(ActivityLink, values, self.record.id))

    def _remove_link(self, link_id: str) -> None:
        if self.desk.run(Remove(ActivityLink, link_id)) is not None:
            self.desk.messages.tell(say("Kopplingen togs bort."), "undo")

    def _note(self, day: date, text: str, author: str) -> None:
        self.desk.attempt_now(AddFollowUpNote(self.record.id, day, text, author))


def _days_told(activity: Activity) -> str:
    read = read_period(activity.period, activity.year)
    if read.days is not None:
        first, last = map(short_date, read.days)
        return first if first == last else f"{first}–{last}"
    if activity.period.strip() and read.when is When.UNKNOWN:
        return say(
            "Programmet förstår inte när det är. Skriv till exempel juni, våren, v. 12 eller "
            "1–15 april, eller fyll i dagarna."
        )
    return ""

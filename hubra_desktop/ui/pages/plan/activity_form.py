"""Everything about one activity, edited in place beside the plan."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.plan.areas import main_area
from hubra_desktop.model.plan.sheets import ActivitySheet
from hubra_desktop.model.plan.terms import (
    STATES_WITH_REASON,
    ActivityKind,
    ActivityState,
    Exactness,
    PlanKind,
)
from hubra_desktop.model.plan.words import exactness_said, word
from hubra_desktop.model.swedish import capitalised, folded
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.plan.area_choice import AreaChoice
from hubra_desktop.ui.pages.plan.links import Links
from hubra_desktop.ui.pages.plan.notes import Notes
from hubra_desktop.ui.pages.plan.open_plan import OpenPlan
from hubra_desktop.ui.widgets.completing import complete
from hubra_desktop.ui.widgets.fields import TextField
from hubra_desktop.ui.widgets.part_list import PartField, PartList
from hubra_desktop.ui.widgets.readings import COUNT, DAY
from hubra_desktop.ui.widgets.record_form import RecordForm
from hubra_desktop.ui.widgets.state_bar import PICTURES
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.commands import (
    AddActivityArea,
    AddActivityLink,
    AddFollowUpNote,
    AddOccasion,
    ChangeActivity,
    ChangeActivityLink,
    ChangeOccasion,
    RemoveActivityArea,
    RemoveActivityLink,
    RemoveOccasion,
)
from hubra_desktop.work.queries.known import completions
from hubra_desktop.work.queries.people import persons
from hubra_desktop.work.queries.plan_links import link_targets


class ActivityForm(RecordForm):
    """Edits one activity. A state that demands a reason is stored with it, never before."""

    def __init__(self, desk: Desk, plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__("activity-form", "", parent)
        self.setAccessibleName(self.tr("Activity"))
        self._desk = desk
        self._plan = plan
        self._asking: ActivityState | None = None
        self._people: dict[str, str] = {}
        self._put_planned()
        self._put_done()
        self._put_followed()
        self.end()

    def _put_planned(self) -> None:
        self.put(self.line("title", self.tr("Activity")))
        states = [(capitalised(word(each)), each) for each in ActivityState]
        state = self.choice("state", self.tr("State"), states)
        for place, each in enumerate(ActivityState):
            state.setItemIcon(place, icon(*PICTURES[each]))
        kinds = [(capitalised(word(each)), each) for each in ActivityKind]
        self.put(state, self.choice("kind", self.tr("Kind"), kinds))
        reason = self.area("reason", self.tr("Reason"))
        reason.setPlaceholderText(self.tr("Write why; the reason goes into the report"))
        self._reason = self.put(reason)
        self.put(
            self.line("period", self.tr("When"), hint=self.tr("Such as juni, våren, varje vecka")),
            self.line("starts", self.tr("From"), DAY),
            self.line("ends", self.tr("To"), DAY),
            stretches=(4, 3, 3),
        )
        self.put(self.line("responsible", self.tr("Responsible")))
        self.put(self.line("partners", self.tr("Together with")))
        self.areas = AreaChoice(self.inside)
        self.areas.main_chosen.connect(self._make_main)
        self.areas.toggled.connect(self._serve)
        self.put(self.areas)
        self.put(self.area("council_role", self.tr("The council's part in it"), least=1))

    def _put_done(self) -> None:
        self.heading(self.tr("Carried out"))
        fields = (
            PartField("date", self.tr("Day"), DAY, 3),
            PartField("place", self.tr("Place"), stretch=4),
            PartField("participants", self.tr("Number"), COUNT, 3),
        )
        self.occasions = PartList(
            "occasion", self.tr("Times and places"), self.tr("Add"), fields, self.inside
        )
        self.occasions.write = self._write_occasion
        self.occasions.near = self.near
        self.occasions.add_asked.connect(self._add_occasion)
        self.occasions.remove_asked.connect(self._remove_occasion)
        self.put_list(self.occasions)
        exactness = [(capitalised(word(each)), each) for each in Exactness]
        self.put(
            self.choice("exactness", self.tr("Participants"), exactness),
            self.line("participants", self.tr("Number"), COUNT),
            self.line("participants_note", self.tr("Note on the number")),
            stretches=(3, 2, 4),
        )
        self.put(self.area("report_text", self.tr("Text for the annual report"), least=4))
        self.put(self.tick("closed", self.tr("Secret: never printed")))

    def _put_followed(self) -> None:
        self.links = Links(self.inside)
        self.links.add_asked.connect(self._add_link)
        self.links.change_asked.connect(self._change_link)
        self.links.remove_asked.connect(self._remove_link)
        self.put(self.links)
        self.heading(self.tr("Follow-up"))
        self.notes = Notes(self.inside)
        self.notes.noted.connect(self._note)
        self.put(self.notes)

    def near(self) -> date:
        return self._plan.near()

    def start_over(self) -> None:
        super().start_over()
        self._asking = None
        self.links.leave()
        self.notes.start_over()
        self._know()

    def _know(self) -> None:
        """Offer what the register knows, read anew for each activity that is opened."""
        with self._desk.read() as reader:
            people = persons(reader)
            known = completions(reader)
            self.links.offer(link_targets(reader, self._plan.year))
        self._people = {folded(person.name): person.id for person in people}
        names = [person.name for person in people]
        for field in ("responsible", "partners"):
            line = self.texts[field]
            if isinstance(line, TextField):
                complete(line, [*names, *known.organisations] if field == "partners" else names)
        self.occasions.words = {"place": known.places}

    def fill(self, record: Any) -> None:
        super().fill(record)
        activity: ActivitySheet = record
        self.choices["state"].show_value(self._asking or activity.state)
        demanded = self._asking is not None or activity.state in STATES_WITH_REASON
        self._reason.setVisible(demanded or bool(activity.reason))
        self._fill_areas(activity)
        self.occasions.show_rows(activity.occasions)
        self.links.show_links(activity.links)
        self.notes.show_notes(activity.notes)

    def _fill_areas(self, activity: ActivitySheet) -> None:
        plan = self._plan.plan
        if plan is None:
            self.areas.show_areas((), (), None, with_main=False)
            return
        served = [each.area_id for each in activity.areas]
        own = plan.kind is PlanKind.ACTIVITY
        self.areas.show_areas(plan.areas, served, main_area(plan, activity), with_main=own)

    def write(self, values: Mapping[str, object], edit: str) -> None:
        written = dict(values)
        if "reason" in values and self._asking is not None:
            written["state"] = self._asking
        if "responsible" in values:
            written["responsible_id"] = self._people.get(folded(str(values["responsible"])))
        asked, self._asking = self._asking, None
        try:
            self._desk.attempt_now(ChangeActivity(self.record.id, written, edit))
        except InputError:
            self._asking = asked
            raise

    def _enter(self, field: str, text: str, edit: str) -> None:
        """Take ``drygt 100`` for the number and for how exact it is, in one step."""
        said, number = exactness_said(text)
        if field != "participants" or said is None or self.record is None:
            super()._enter(field, text, edit)
            return
        count = COUNT.read(number, self.near())
        if (count, said) != (self.record.participants, self.record.exactness):
            self.write({field: count, "exactness": said}, edit)
        target, shown = self.texts[field], COUNT.shown(count)
        if isinstance(target, TextField):
            target.setText(shown)
            target.show_text(shown)

    def _choose(self, field: str, value: object) -> None:
        demands = isinstance(value, ActivityState) and value in STATES_WITH_REASON
        if field == "state" and demands and not self.record.reason.strip():
            self._asking = ActivityState(str(value))
            self.fill(self.record)
            self.go_to("reason")
            return
        if field == "state" and self._asking is not None:
            self._asking = None
            self.fill(self.record)
            self.choices["state"].show_value(value)
        super()._choose(field, value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back with Esc a state that has no reason yet."""
        if event.key() == Qt.Key.Key_Escape and self._asking is not None:
            self._asking = None
            self.fill(self.record)
            self.go_to("state")
            return
        super().keyPressEvent(event)

    def flush(self) -> bool:
        return all([super().flush(), self.record is None or self.notes.flush()])

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        self.areas.set_editable(editable)
        self.links.set_editable(editable)
        self.notes.set_editable(editable)
        if self.record is not None:
            self.fill(self.record)

    def _make_main(self, area_id: str) -> None:
        self._desk.run(AddActivityArea(self.record.id, area_id, main=True))
        self._fill_areas(self.record)

    def _serve(self, area_id: str, on: bool) -> None:
        kind = AddActivityArea if on else RemoveActivityArea
        self._desk.run(kind(self.record.id, area_id))
        self._fill_areas(self.record)

    def _write_occasion(self, row_id: str, values: Mapping[str, object], edit: str) -> None:
        self._desk.attempt_now(ChangeOccasion(row_id, values, edit))

    def _add_occasion(self) -> None:
        changes = self._desk.run(AddOccasion(self.record.id, {}))
        if changes is not None and changes.created:
            self.occasions.begin(changes.created)

    def _remove_occasion(self, row_id: str) -> None:
        self._desk.run(RemoveOccasion(row_id))

    def _add_link(self, values: Mapping[str, object]) -> None:
        self._leave_link(self._desk.run(AddActivityLink(self.record.id, values)))

    def _change_link(self, link_id: str, values: Mapping[str, object]) -> None:
        self._leave_link(self._desk.run(ChangeActivityLink(link_id, values)))

    def _leave_link(self, done: Changes | None) -> None:
        """Leave the line where a link was written, if it could be used."""
        if done is not None:
            self.links.leave()
            self.links.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove_link(self, link_id: str) -> None:
        self._desk.run(RemoveActivityLink(link_id))

    def _note(self, day: date, text: str, author: str) -> None:
        note = AddFollowUpNote(self.record.id, day, text, author)
        try:
            self._desk.attempt_now(note)
        except InputError as refusal:
            self.notes.refuse(refusal.sentence)
            return
        self.notes.start_over()

"""The step in which the §§ get their numbers, which are never changed after."""

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.minutes_view import MinutesView
from hubra_desktop.model.minutes.sections import next_section_number, number_words
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import COUNT
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.work.commands.sections import NumberSections
from hubra_desktop.work.queries.minutes import section_numbers


class NumberForm(FormPanel):
    """Tells which numbers the §§ of some minutes would get, and gives them."""

    blames = "first"

    def __init__(self, desk: Desk, view: MinutesView) -> None:
        super().__init__("number-sections", desk)
        self._view = view
        meeting = view.meeting
        with desk.read() as reader:
            self._taken = section_numbers(reader, meeting.body_id, meeting.date.year)
        waiting = sum(each.section.number is None for each in view.sections)
        begin = next_section_number(self._taken)
        numbers = number_words(range(begin, begin + waiting))
        told = say("De får {numbers}, i den ordning de står.", numbers=numbers)
        rows: tuple[Field, ...] = ()
        if not self._taken:
            rows = (Field("first", say("Årets första paragraf"), COUNT, first=1),)
            told = say("De numreras i den ordning de står, och är årets första.")
        fixed = say("Numren ändras aldrig mer. En paragraf som läggs till sedan får nästa nummer.")
        self.fill(say("Numrera paragraferna"), say("Numrera"), *rows, said=f"{told} {fixed}")

    def commit(self, values: Values) -> object:
        first = values.get("first")
        return self.run(NumberSections(self._view.meeting.id, first))

"""Keeps the planned end of a form as long after its start as it was."""

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.meeting_rules import end_after, end_kept
from hubra_desktop.ui.forms.entry import Entry


class EndAfterStart:
    """Moves ``end`` when ``start`` is edited; both hold minutes since midnight, or None.

    A start that cannot be read moves nothing. An end that is typed is kept as far from the
    start from then on; one after midnight belongs to the next day.
    """

    def __init__(self, start: Entry, end: Entry) -> None:
        self._start, self._end = start, end
        self._times: tuple[int | None, int | None] = (None, None)
        self.begin()
        start.edited.connect(self._move)
        end.edited.connect(self._note)

    def begin(self) -> None:
        """Keep the length that stands in the form, put there by the program."""
        self._times = (self._read(self._start), None)
        self._note()

    @staticmethod
    def _read(entry: Entry) -> int | None:
        try:
            time: int | None = entry.read()
        except InputError:
            return None
        return time

    def _move(self) -> None:
        start = self._read(self._start)
        if start is None:
            return
        self._times = (start, end_kept(*self._times, start))
        if self._times[1] is not None:
            self._end.refuse("")
            self._end.show_value(self._times[1])

    def _note(self) -> None:
        start, end = self._times[0], self._read(self._end)
        self._times = (start, end_after(start, end))

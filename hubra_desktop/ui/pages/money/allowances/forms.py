"""The forms of the allowances: rates, periods, claims, and what closes and books a list."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hubra_desktop.model.attendance.allowance import RATED_ROLES
from hubra_desktop.model.attendance.allowance_text import people_in
from hubra_desktop.model.attendance.attendance_terms import AllowanceKind
from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.records.attendance import (
    AllowancePeriod,
    AllowanceRate,
    Attendance,
)
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import (
    AMOUNT,
    CHOICE,
    COUNT,
    DAY,
    FLAG,
    TEXT,
    terms_of,
)
from hubra_desktop.ui.forms.entry import Choices, Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.work.commands.allowances import (
    BookAllowances,
    CloseAllowancePeriod,
    too_early,
)
from hubra_desktop.work.edits import Add, Change, Remove
from hubra_desktop.work.queries.allowances import AllowanceList

CEILINGS = frozenset({AllowanceKind.LOST_INCOME, AllowanceKind.TRAVEL})
"""What somebody claims, of which no more than a ceiling may be paid."""


def _needed_day(name: str, label: str, first: date | None = None) -> Field:
    return Field(name, label, DAY, first=first, needed=say("Skriv dagen."))


class RateForm(FormPanel):
    """Makes or changes a rate of a year."""

    blames = "kind"

    def __init__(
        self, desk: Desk, year: int, seats: Sequence[str], rate: AllowanceRate | None = None
    ) -> None:
        super().__init__("form-allowance-rate", desk)
        self._year, self._rate = year, rate
        sorts: Choices = [(say("Alla platser"), ""), *((each, each) for each in seats)]
        kinds = terms_of(AllowanceKind, named_term)
        self.fill(
            say("Arvodessats {year}", year=year),
            say("Spara satsen"),
            Field("role", say("Roll"), CHOICE, choices=terms_of(RATED_ROLES, named_term)),
            Field("kind", say("Ersättning för"), CHOICE, choices=kinds),
            Field("amount_ore", say("Belopp"), AMOUNT, shown=_has_amount),
            Field(
                "covers",
                say("Minuter som ingår (tomt: hela sammanträdet)"),
                COUNT,
                shown=lambda now: now.kind is AllowanceKind.FIRST_HOURS,
            ),
            Field(
                "ceiling_ore",
                say("Högst per sammanträde (tomt: inget tak)"),
                AMOUNT,
                shown=lambda now: now.kind in CEILINGS,
            ),
            Field("seat", say("Betalas till"), CHOICE, choices=sorts),
            Field("decision", say("Beslut, till exempel KF 2018-12-10 § 14")),
            said=say(
                "Ordförande och vice ordförande utan egen sats får samma sats som en ledamot. "
                "Det får också en ersättare som tjänstgör. Resa räknas per kilometer."
            ),
        )
        if rate is not None:
            self.show_record(rate)
            after = say("Satsen togs bort.")
            self.offer_removal(say("Ta bort satsen"), lambda: Remove(AllowanceRate, rate.id), after)

    def commit(self, values: Values) -> object:
        if values["amount_ore"] is None and values["kind"] is not AllowanceKind.LOST_INCOME:
            raise refusal("Skriv beloppet.", field="amount_ore")
        values["amount_ore"] = values["amount_ore"] or 0
        if self._rate is not None:
            return self.change(self._rate, values)
        return self.run(Add(AllowanceRate, {"year": self._year, **values}))


def named_term(term: Any) -> str:
    """Return what a term is called where it stands alone."""
    return capitalised(word(term))


def _has_amount(now: Any) -> bool:
    return now.kind is not AllowanceKind.LOST_INCOME


class PeriodForm(FormPanel):
    """Makes a period, after those that there are, or changes one that is open."""

    blames = "first"

    def __init__(
        self, desk: Desk, year: int, last: date | None, period: AllowancePeriod | None = None
    ) -> None:
        super().__init__("form-allowance-period", desk)
        self._period = period
        begin = date(year, 1, 1) if last is None else last + timedelta(days=1)
        self.form.come_close_to(date(year, 7, 1))
        name = Field(
            "name",
            say("Vad listan heter, till exempel våren {year}", year=year),
            needed=say("Skriv vad listan heter."),
        )
        self.fill(
            say("Ny arvodeslista") if period is None else say("Arvodeslistan"),
            say("Spara"),
            name,
            (
                _needed_day("first", say("Från och med"), begin if begin.year == year else None),
                _needed_day("last", say("Till och med"), date(year, 12, 31)),
            ),
            Field("note", say("Anteckning"), TEXT),
            said=say(
                "Alla sammanträden som hålls de dagarna betalas tillsammans. Listan räknas fram "
                "ur närvaron tills du stänger den."
            ),
        )
        if period is not None:
            self.show_record(period)
            after = say("Arvodeslistan togs bort. Närvaron står kvar.")
            self.offer_removal(
                say("Ta bort listan"), lambda: Remove(AllowancePeriod, period.id), after
            )

    def commit(self, values: Values) -> object:
        if self._period is not None:
            return self.change(self._period, values)
        return self.run(Add(AllowancePeriod, values))


class CloseListForm(FormPanel):
    """Closes a list for good, and says before what it comes to and what to look at."""

    def __init__(self, desk: Desk, shown: AllowanceList, today: date) -> None:
        super().__init__("form-close-allowances", desk)
        self._shown = shown
        people = say_count("{n} person", "{n} personer", people_in(shown.rows))
        self.form.come_close_to(today)
        self.fill(
            say("Stäng {name}", name=shown.period.name),
            say("Stäng listan för gott"),
            _needed_day("day", say("Stängs den"), today),
            said=say(
                "Listan blir {amount} till {people}. När den är stängd ändras den inte mer, och "
                "det som gjorts fram till nu kan inte ångras. Det som var fel rättas i nästa "
                "lista.",
                amount=kronor(shown.total),
                people=people,
            ),
        )
        cautions = [each.sentence for each in shown.findings if each.level is not Level.STOP]
        stops = [each.sentence for each in shown.findings if each.level is Level.STOP]
        stops += too_early(shown.period, today)
        self.accept.setEnabled(not stops)
        if stops or cautions:
            self.say("\n".join(stops or cautions), caution=True)

    def commit(self, values: Values) -> object:
        return self.run(CloseAllowancePeriod(self._shown.period.id, values["day"]))


class BookListForm(FormPanel):
    """Books the sum of a closed list, and says first which row it makes."""

    def __init__(self, desk: Desk, shown: AllowanceList, posts: Choices, today: date) -> None:
        super().__init__("form-book-allowances", desk)
        self._shown = shown
        kind = say("en kostnad") if shown.total > 0 else say("en intäkt")
        self.form.come_close_to(today)
        needed = say("Budgeten har ingen post för arvoden. Lägg upp den först.")
        self.fill(
            say("Bokför {name}", name=shown.period.name),
            say("Bokför {amount}", amount=kronor(abs(shown.total))),
            Field("post_id", say("Post"), CHOICE, choices=posts, needed=needed),
            _needed_day("date", say("Datum"), today),
            Field("voucher", say("Verifikat")),
            said=say(
                "Det bokförs {kind} på {amount} med texten ”Arvoden {name}”. Listan bokförs en "
                "gång.",
                kind=kind,
                amount=kronor(abs(shown.total)),
                name=shown.period.name,
            ),
        )
        self.accept.setEnabled(bool(posts))
        if not posts:
            self.say(needed, caution=True)

    def commit(self, values: Values) -> object:
        return self.run(BookAllowances(self._shown.period.id, **values))


class ClaimForm(FormPanel):
    """Writes what somebody is paid beside the time: pre-meeting, lost income, travel."""

    blames = "attendance_id"

    def __init__(
        self, desk: Desk, there: Sequence[tuple[date, Attendance]], chosen: str = ""
    ) -> None:
        super().__init__("form-allowance-claim", desk)
        self._there = {each.id: each for _, each in there}
        choices = [(f"{each.name}, {day_in_text(day)}", each.id) for day, each in there]
        self.fill(
            say("Ersättning utöver tiden"),
            say("Spara"),
            Field("attendance_id", say("Vem, och vilket sammanträde"), CHOICE, choices=choices),
            Field("pre_meeting", "", FLAG, hint=say("Deltog i förmötet")),
            Field("lost_income_ore", say("Förlorad arbetsinkomst"), AMOUNT),
            (
                Field("travel_km", say("Resa, kilometer"), COUNT),
                Field("travel_ore", say("Resa, biljetter"), AMOUNT),
            ),
            said=say(
                "Hur mycket som betalas av det säger årets satser. Är listan stängd betalas det "
                "med en rättelse i en öppen lista."
            ),
        )
        self.entries["attendance_id"].edited.connect(self._show)
        if chosen in self._there:
            self.show_values({"attendance_id": chosen})
        self._show()
        self.accept.setEnabled(bool(choices))

    def _show(self) -> None:
        held = self._there.get(self.entries["attendance_id"].read())
        if held is not None:
            names = ("pre_meeting", "lost_income_ore", "travel_km", "travel_ore")
            self.show_values({name: getattr(held, name) for name in names})

    def commit(self, values: Values) -> object:
        held = self._there[values.pop("attendance_id")]
        different = values.changed(held)
        return self.run(Change(Attendance, held.id, different)) if different else True

"""Asks by which decision a person is disposed of (gallring), and tells what goes and stays."""

from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.wording import joined
from hubra_desktop.ui.forms.converters import DAY
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.widgets import build
from hubra_desktop.work.queries.disposals import Disposed


class PurgeBasis(NamedTuple):
    """What a disposal rests on: the decision, its day, and who carries it out."""

    decision: str
    decided_on: date | None
    done_by: str


class PurgeDialog(FormDialog):
    """Tells beforehand what goes for ever and what stays as it was issued."""

    def __init__(self, name: str, taken: Disposed, who: str, parent: QWidget | None = None) -> None:
        title = say("Gallra {name}", name=name)
        super().__init__("purge-dialog", title, say("Gallra för alltid"), parent)
        self.answer: PurgeBasis | None = None
        warned = say(
            "Det här kan inte ångras. Uppgifterna försvinner ur registret, ur historiken och ur "
            "alla säkerhetskopior."
        )
        texts = (
            build.label(warned, "callout", self, name="purge-warning"),
            build.label(goes_text(taken), "", self, name="purge-goes"),
            build.label(stays_text(taken), "", self, name="purge-stays"),
        )
        self.form.build(
            Field(
                "decision",
                say("&Beslut"),
                needed=say("Skriv vilket beslut gallringen vilar på."),
                hint=say("Till exempel KS 2026-03-04 § 41, eller gallringsplanens punkt"),
            ),
            Field("decided_on", say("Beslutat &den"), DAY),
            Field("done_by", say("&Gallras av"), first=who),
        )
        for place, each in enumerate(texts):
            self.column.insertWidget(place, each)
        self.setMinimumWidth(560)

    def take(self, values: Values) -> None:
        self.answer = PurgeBasis(values["decision"], values["decided_on"], values["done_by"])

    @classmethod
    def ask(cls, parent: QWidget, name: str, taken: Disposed, who: str) -> PurgeBasis | None:
        """Ask, and return what the disposal rests on, or None."""
        return cls(name, taken, who, parent).ended().answer


def goes_text(taken: Disposed) -> str:
    """Tell what goes for ever."""
    parts = [say("namn, titel, adresser och anteckningar")]
    if taken.mandates:
        parts.append(say_count("{n} uppdrag", "{n} uppdrag", taken.mandates))
    if taken.lists:
        parts.append(
            say_count("{n} plats på en sändlista", "{n} platser på sändlistor", taken.lists)
        )
    if taken.attendances:
        parts.append(
            say_count("svaret på {n} kallelse", "svaren på {n} kallelser", taken.attendances)
        )
    if taken.ideas:
        parts.append(
            say_count(
                "namnet vid {n} sak som väntar", "namnet vid {n} saker som väntar", taken.ideas
            )
        )
    return say("Detta gallras: {what}.", what=joined(parts))


def stays_text(taken: Disposed) -> str:
    """Tell what stays: what was issued and sent is the council's own record."""
    parts = [say("det som är utfärdat, tryckt eller fört till protokollet")]
    if taken.agendas:
        parts.append(
            say_count(
                "namnet på {n} plats i dagordningar",
                "namnet på {n} platser i dagordningar",
                taken.agendas,
            )
        )
    if taken.attendances:
        parts.append(
            say_count("namnet i {n} närvarolista", "namnet i {n} närvarolistor", taken.attendances)
        )
    if taken.dispatches:
        parts.append(
            say_count(
                "namnet i {n} utskick, utan adress",
                "namnet i {n} utskick, utan adress",
                taken.dispatches,
            )
        )
    return say("Detta står kvar: {what}.", what=joined(parts))

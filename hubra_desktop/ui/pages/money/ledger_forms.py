"""The forms that book rows in the ledger: a row, a repayment, a correction, a transfer."""

from collections.abc import Callable, Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any, NamedTuple

from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.records.money import LedgerEntry
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import AMOUNT, CHOICE, DAY, FACT, YEAR, terms_of
from hubra_desktop.ui.forms.entry import Choices, Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.ledger import Book, Correct, Repay, Transfer

KINDS = (EntryKind.PAYMENT, EntryKind.COST, EntryKind.INCOME, EntryKind.RESERVATION)


class GrantChoice(NamedTuple):
    """A grant that a row may belong to: what booking on it begins with; ``unpaid`` in öre."""

    id: str
    name: str
    counterpart: str
    body_id: str
    post_id: str | None
    unpaid: int


class PaymentChoice(NamedTuple):
    """A payment of a year that may come back; ``left`` is what has not come back, in öre."""

    id: str
    name: str
    left: int
    year: int


class Around(NamedTuple):
    """What the forms are filled from: the year, today, posts, grants and names known.

    ``homes`` are the posts of this year and those after it, where what follows on a row of
    another year may stand.
    """

    year: int
    today: date
    posts: Choices
    grants: Sequence[GrantChoice] = ()
    names: Sequence[str] = ()
    homes: Choices = ()

    @property
    def near(self) -> date:
        """Return the day that a day without a year stands closest to."""
        if self.today.year == self.year:
            return self.today
        return date(self.year, 7, 1)


class LedgerForm(FormPanel):
    """What the forms of the ledger share: a day or none, an amount, and texts."""

    blames = "amount_ore"

    def __init__(self, name: str, desk: Desk, around: Around) -> None:
        super().__init__(name, desk)
        self._around = around
        self.form.come_close_to(around.near)

    def day_and_amount(self, ore: int | None = None) -> tuple[Field, Field]:
        """Return the fields for the day, of today in its own year, and for the amount."""
        today = self._around.today if self._around.today.year == self._around.year else None
        needed = say("Skriv beloppet.")
        return (
            Field("date", say("Datum (tomt: okänt)"), DAY, first=today),
            Field("amount_ore", say("Belopp"), AMOUNT, first=ore, needed=needed),
        )

    def home(self) -> Field:
        """Return the field for the post of what follows on a row of another year."""
        like = (say("Den som heter likadant"), None)
        choices = [like, *self._around.homes]
        return Field("post_id", say("Post det året"), CHOICE, choices=choices, shown=self._moved)

    def followed(self, now: Any) -> int:
        """Return the year of the row that is followed on."""
        raise NotImplementedError

    def _moved(self, now: Any) -> bool:
        """Tell whether what is booked stands in another year than the row it follows on."""
        year: int = self._around.year if now.date is None else now.date.year
        return year != self.followed(now)

    def follow_up(self, kind: Callable[..., Command], values: Values, **more: object) -> object:
        """Book what follows on a row; a post is heeded only where one is asked for."""
        if not self._moved(SimpleNamespace(**values)):
            values["post_id"] = None
        return self.run(values.record(kind, year=self.year_of(values), **more))

    def text(self) -> Field:
        """Return the field for what is said of the row."""
        return Field("text", say("Text"))

    def voucher(self) -> Field:
        """Return the field for the number of the voucher."""
        return Field("voucher", say("Verifikat"))

    def year_of(self, values: Values) -> int:
        """Return the year that a row is booked in: that of its day, or the one that is open."""
        year: int = self._around.year if values["date"] is None else values["date"].year
        return year


class BookForm(LedgerForm):
    """Books a payment, a cost, an income or a reservation; a grant fills in what it knows.

    The post of a grant that has none is to be chosen: the first one would be a guess.
    """

    def __init__(self, desk: Desk, around: Around) -> None:
        super().__init__("form-book", desk, around)
        grants = [(say("Inget"), None), *((each.name, each.id) for each in around.grants)]
        another = say("Gäller år (om ett annat)")
        needed = say("Välj posten.") if around.posts else ""
        self.fill(
            say("Bokför en rad"),
            say("Bokför"),
            Field("kind", say("Slag"), CHOICE, choices=terms_of(KINDS, word)),
            self.day_and_amount(),
            Field("grant_id", say("Bidrag"), CHOICE, choices=grants),
            Field("post_id", say("Post"), CHOICE, choices=around.posts, needed=needed),
            Field("counterpart", say("Till eller från"), words=around.names),
            (self.voucher(), Field("year_concerned", another, YEAR)),
            self.text(),
        )
        self.entries["grant_id"].edited.connect(self._take_grant)

    def take_grant(self, grant_id: str) -> None:
        """Begin with a grant: its post, its receiver, and what is not paid of it."""
        self.show_values({"grant_id": grant_id})
        self._take_grant()

    def _chosen(self) -> GrantChoice | None:
        chosen = self.entries["grant_id"].read()
        return next((each for each in self._around.grants if each.id == chosen), None)

    def _take_grant(self) -> None:
        grant = self._chosen()
        if grant is None:
            return
        self.show_values({"counterpart": grant.counterpart, "post_id": grant.post_id})
        if grant.unpaid > 0 and not self.entries["amount_ore"].field.text():
            self.show_values({"amount_ore": grant.unpaid})

    def commit(self, values: Values) -> object:
        grant, year = self._chosen(), self.year_of(values)
        named = grant is not None and values["counterpart"] == grant.counterpart
        values["post_id"] = values["post_id"] or ""
        if values["year_concerned"] == year:
            values["year_concerned"] = None
        body_id = grant.body_id if grant is not None and named else None
        return self.run(Book(values.record(LedgerEntry, year=year, counterpart_id=body_id)))


class RepayForm(LedgerForm):
    """Books what came back of a payment, in whole or in part."""

    def __init__(self, desk: Desk, around: Around, payments: Sequence[PaymentChoice]) -> None:
        super().__init__("form-repay", desk, around)
        self._payments = {each.id: each for each in payments}
        choices = [(each.name, each.id) for each in payments]
        comes_back = say("Utbetalningen som kommer tillbaka")
        self.fill(
            say("Bokför en återbetalning"),
            say("Bokför återbetalningen"),
            Field("payment_id", comes_back, CHOICE, choices=choices),
            self.day_and_amount(),
            self.home(),
            self.voucher(),
            self.text(),
            said=""
            if payments
            else say("Ingen utbetalning har något kvar som kan komma tillbaka."),
        )
        self.entries["payment_id"].edited.connect(self._offer_rest)
        self.accept.setEnabled(bool(payments))
        self._offer_rest()

    def take_payment(self, payment_id: str) -> None:
        """Begin with a payment and what has not come back of it."""
        self.show_values({"payment_id": payment_id})
        self._offer_rest()

    def _offer_rest(self) -> None:
        payment = self.entries["payment_id"]
        chosen = self._payments.get(payment.read())
        if chosen is not None:
            self.show_values({"amount_ore": chosen.left})
            text = say("{amount} av den har inte kommit tillbaka.")
            payment.say(text.format(amount=kronor(chosen.left)))

    def followed(self, now: Any) -> int:
        payment = self._payments.get(now.payment_id)
        return self._around.year if payment is None else payment.year

    def commit(self, values: Values) -> object:
        return self.follow_up(Repay, values)


class CorrectForm(LedgerForm):
    """Takes a row back by a new one that points to it; the row itself stays as it is."""

    def __init__(
        self, desk: Desk, around: Around, original: LedgerEntry, told: str, left: int
    ) -> None:
        super().__init__("form-correct", desk, around)
        self._original = original
        self.fill(
            say("Rätta rad {number}", number=original.number),
            say("Bokför rättelsen"),
            Field("original", say("Raden som är fel"), FACT, first=told),
            self.day_and_amount(left),
            self.home(),
            self.text(),
            said=say(
                "En rad ändras aldrig. Rättelsen tar tillbaka beloppet. Bokför sedan den "
                "rätta raden."
            ),
        )

    def followed(self, now: Any) -> int:
        return self._original.year

    def commit(self, values: Values) -> object:
        taken = values.only("date", "amount_ore", "post_id", "text")
        return self.follow_up(Correct, taken, original_id=self._original.id)


class TransferForm(LedgerForm):
    """Moves planned money from one post to another."""

    def __init__(self, desk: Desk, around: Around) -> None:
        super().__init__("form-transfer", desk, around)
        posts = around.posts
        second = posts[1][1] if len(posts) > 1 else None
        to_post = say("Till posten")
        self.fill(
            say("Omföring mellan poster"),
            say("För om"),
            Field("from_post_id", say("Från posten"), CHOICE, choices=posts),
            Field("to_post_id", to_post, CHOICE, choices=posts, first=second),
            self.day_and_amount(),
            self.text(),
            said=say("Flyttar det som är planerat: två rader i händelserna som tar ut varandra."),
        )

    def begin_from(self, post_id: str) -> None:
        """Begin with the post that money is taken from."""
        self.show_values({"from_post_id": post_id})

    def commit(self, values: Values) -> object:
        return self.run(values.record(Transfer, year=self.year_of(values)))


def row_text(entry: LedgerEntry, post: str) -> str:
    """Tell a row of the ledger in a few words."""
    parts = (
        "" if entry.date is None else short_date(entry.date),
        capitalised(word(entry.kind)),
        kronor(entry.amount_ore),
        entry.counterpart,
        post,
        entry.text,
    )
    return " · ".join(part for part in parts if part)

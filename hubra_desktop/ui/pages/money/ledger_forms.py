"""The forms that book rows in the ledger: a row, a repayment, a correction, a transfer."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.sheets import LedgerEntrySheet
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.money.words import word
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import AMOUNT, CHOICE, DAY, FACT, YEAR, terms_of
from hubra_desktop.ui.forms.entry import Choices, Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
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
    """A payment that may come back; ``left`` is what has not come back of it, in öre."""

    id: str
    name: str
    left: int


class Around(NamedTuple):
    """What the forms are filled from: the year, today, posts, grants and names known."""

    year: int
    today: date
    posts: Choices
    grants: Sequence[GrantChoice] = ()
    names: Sequence[str] = ()

    @property
    def near(self) -> date:
        """Return the day that a day without a year stands closest to."""
        if self.today.year == self.year:
            return self.today
        return date(self.year, 7, 1)


class LedgerForm(FormPanel):
    """What the forms of the ledger share: a day or none, an amount, and texts."""

    blames = "amount_ore"

    def __init__(
        self, name: str, desk: Desk, around: Around, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, desk, parent)
        self._around = around
        self.form.come_close_to(around.near)

    def day_and_amount(self, ore: int | None = None) -> tuple[Field, Field]:
        """Return the fields for the day, of today in its own year, and for the amount."""
        today = self._around.today if self._around.today.year == self._around.year else None
        needed = self.tr("Write the amount.")
        return (
            Field("date", self.tr("Date (empty: not known)"), DAY, first=today),
            Field("amount_ore", self.tr("Amount"), AMOUNT, first=ore, needed=needed),
        )

    def text(self) -> Field:
        """Return the field for what is said of the row."""
        return Field("text", self.tr("Text"))

    def voucher(self) -> Field:
        """Return the field for the number of the voucher."""
        return Field("voucher", self.tr("Voucher"))

    def year_of(self, values: Values) -> int:
        """Return the year that a row is booked in: that of its day, or the one that is open."""
        year: int = self._around.year if values["date"] is None else values["date"].year
        return year


class BookForm(LedgerForm):
    """Books a payment, a cost, an income or a reservation; a grant fills in what it knows."""

    def __init__(self, desk: Desk, around: Around, parent: QWidget | None = None) -> None:
        super().__init__("form-book", desk, around, parent)
        grants = [(self.tr("None"), None), *((each.name, each.id) for each in around.grants)]
        another = self.tr("Concerns the year (if another)")
        self.fill(
            self.tr("Book a row"),
            self.tr("Book"),
            Field("kind", self.tr("Kind"), CHOICE, choices=terms_of(KINDS, word)),
            self.day_and_amount(),
            Field("grant_id", self.tr("Grant"), CHOICE, choices=grants),
            Field("post_id", self.tr("Post"), CHOICE, choices=around.posts),
            Field("counterpart", self.tr("To or from"), words=around.names),
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
        self.show_values({"counterpart": grant.counterpart})
        if grant.post_id is not None:
            self.show_values({"post_id": grant.post_id})
        if grant.unpaid > 0 and not self.entries["amount_ore"].field.text():
            self.show_values({"amount_ore": grant.unpaid})

    def commit(self, values: Values) -> object:
        grant, year = self._chosen(), self.year_of(values)
        named = grant is not None and values["counterpart"] == grant.counterpart
        values["post_id"] = values["post_id"] or ""
        if values["year_concerned"] == year:
            values["year_concerned"] = None
        body_id = grant.body_id if grant is not None and named else None
        return self.run(Book(values.record(LedgerEntrySheet, year=year, counterpart_id=body_id)))


class RepayForm(LedgerForm):
    """Books what came back of a payment, in whole or in part."""

    def __init__(
        self,
        desk: Desk,
        around: Around,
        payments: Sequence[PaymentChoice],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("form-repay", desk, around, parent)
        self._payments = {each.id: each for each in payments}
        choices = [(each.name, each.id) for each in payments]
        comes_back = self.tr("The payment that comes back")
        self.fill(
            self.tr("Book a repayment"),
            self.tr("Book the repayment"),
            Field("payment_id", comes_back, CHOICE, choices=choices),
            self.day_and_amount(),
            self.voucher(),
            self.text(),
            said="" if payments else self.tr("No payment has anything left that can come back."),
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
            said = self.tr("{amount} of it has not come back.")
            payment.say(said.format(amount=kronor(chosen.left)))

    def commit(self, values: Values) -> object:
        return self.run(values.record(Repay, year=self.year_of(values)))


class CorrectForm(LedgerForm):
    """Takes a row back by a new one that points to it; the row itself stays as it is."""

    def __init__(
        self,
        desk: Desk,
        around: Around,
        original: LedgerEntrySheet,
        told: str,
        left: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("form-correct", desk, around, parent)
        self._original = original
        self.fill(
            self.tr("Correct row {number}").format(number=original.number),
            self.tr("Book the correction"),
            Field("original", self.tr("The row that is wrong"), FACT, first=told),
            self.day_and_amount(left),
            self.text(),
            said=self.tr(
                "A row is never changed. The correction takes back the amount; book the right "
                "row after it."
            ),
        )

    def commit(self, values: Values) -> object:
        taken = values.only("date", "amount_ore", "text")
        year = self.year_of(values)
        return self.run(taken.record(Correct, original_id=self._original.id, year=year))


class TransferForm(LedgerForm):
    """Moves planned money from one post to another."""

    def __init__(self, desk: Desk, around: Around, parent: QWidget | None = None) -> None:
        super().__init__("form-transfer", desk, around, parent)
        posts = around.posts
        second = posts[1][1] if len(posts) > 1 else None
        to_post = self.tr("To the post")
        self.fill(
            self.tr("Transfer between posts"),
            self.tr("Transfer"),
            Field("from_post_id", self.tr("From the post"), CHOICE, choices=posts),
            Field("to_post_id", to_post, CHOICE, choices=posts, first=second),
            self.day_and_amount(),
            self.text(),
            said=self.tr("Moves what is planned: two rows in the ledger that sum to zero."),
        )

    def begin_from(self, post_id: str) -> None:
        """Begin with the post that money is taken from."""
        self.show_values({"from_post_id": post_id})

    def commit(self, values: Values) -> object:
        return self.run(values.record(Transfer, year=self.year_of(values)))


def row_told(entry: LedgerEntrySheet, post: str) -> str:
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

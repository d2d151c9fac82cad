"""The strip under the budget with what has no column: kind, code, and why a post deviates."""

from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.money.budget import BudgetRow
from hubra_desktop.model.money.terms import PostKind
from hubra_desktop.model.words import word
from hubra_desktop.ui.forms.converters import CHOICE, FLAG, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.widgets.build import label

Write = Callable[[str, Mapping[str, Any], str], None]
FIELDS = ("id", "kind", "code", "note", "expected", "deviation_text")


class PostDetails(Form):
    """Shows one post; ``store(post_id, values, edit)`` writes and raises InputError.

    ``example`` is not the post's own: it tells whether its amount is an example.
    """

    def __init__(self, store: Write, parent: QWidget | None = None) -> None:
        super().__init__("post-details", "", parent)
        self.setAccessibleName(say("Postens slag"))
        self._store = store
        self.told = label("", "small", self, name="post-told")
        kinds, why = terms_of(PostKind, word), say("Varför posten avviker")
        example = say("Beloppet är ett exempel, inte beslutat")
        self.stand_in_panel()
        self.build(
            (
                Field("kind", say("Postens slag"), CHOICE, width=3, choices=kinds),
                Field("code", say("Kod"), width=2),
            ),
            (
                Field("note", say("Anteckning"), width=3, printed=False),
                Field("expected", say("Resten väntas i (mars, juni …)"), width=2, printed=False),
            ),
            Field("example", example, FLAG, shown=lambda post: post.planned),
        )
        self.build_aside(Field("deviation_text", why, TEXT, most=3), self.told, width=1)
        self.show_row(None, "")

    def show_row(self, row: BudgetRow | None, told: str) -> bool:
        """Show a post, or none; ``told`` says how its sums add up. False: mend the other first."""
        record = None
        if row is not None and row.post.id:
            own = {name: getattr(row.post, name) for name in FIELDS}
            planned = row.leaf and row.stated
            record = SimpleNamespace(**own, example=row.example, planned=planned)
        shown = self.show_record(record)
        self.setVisible(self.record is not None)
        if shown:
            self.told.setText(told)
        return shown

    def write(self, values: Mapping[str, Any], edit: str) -> None:
        self._store(self.record.id, values, edit)

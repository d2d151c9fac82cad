"""What is declared in tables: actions, shortcuts, steps, colours, icons, translations."""

import inspect
import sys
import xml.etree.ElementTree as ET
from collections import Counter

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from hubra_desktop.model.contrast import contrast
from hubra_desktop.model.records.catalogue import KINDS
from hubra_desktop.model.words import word
from hubra_desktop.paths import resource
from hubra_desktop.store.tables import TABLES
from hubra_desktop.ui import theme
from hubra_desktop.ui.actions import SPECS
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.labels import step_name
from hubra_desktop.ui.main_window import MainWindow
from tests.architecture.test_reach import WITH_OTHERS
from tests.ui.hands import doubled_letters
from tests.work.rooms import every_command

ROOT = resource("icons").parent.parent


def labels() -> list[str]:
    """Return the label of every command and of the edits of every kind that is edited."""
    commands = every_command()
    del commands["PurgePerson"]  # given on the command line alone, and never undone
    made = (inspect.getattr_static(each, "label", None) for each in commands.values())
    kinds = (kind for record, kind in KINDS.items() if record.__name__ not in WITH_OTHERS)
    edits = (f"{verb}-{kind}" for kind in kinds for verb in ("add", "change", "move", "remove"))
    return [*(label for label in made if isinstance(label, str)), *edits]


def test_every_step_has_a_name() -> None:
    assert len(labels()) > 25
    unnamed = [label for label in labels() if not step_name(label)]
    assert not unnamed


@pytest.mark.parametrize("table", ["meeting", "agenda_item", "pre_meeting", "footnote"])
def test_every_field_that_is_edited_has_a_name_of_its_own(table: str) -> None:
    keys = {"id", "meeting_id", "body_id", "position", "item_id", "added_late"}
    keys |= {"moved_to", "copied_from"}
    columns = {column.name for column in TABLES[table].columns} - keys
    general = step_name(f"change-{table}")
    plain = [name for name in columns if step_name(f"change-{table}-{name}") == general]
    assert not plain


def test_the_names_of_steps_are_swedish() -> None:
    assert step_name("change-agenda_item-title") == "ändrad rubrik"
    assert step_name("change-agenda_item-case_number") == "ändrat diarienummer"
    assert step_name("add-meeting") == "nytt sammanträde"
    assert step_name("change-agenda_item-presenters") == "ändrade föredragande"
    assert step_name("book-payment") == "bokförd utbetalning"
    assert step_name("remove-budget_year") == "borttaget budgetår"
    assert step_name("add-plan-version") == "ny version av planen"
    assert step_name("unheard-of") == step_name("unheard-meeting") == ""


def test_ids_and_shortcuts_are_unique() -> None:
    assert max(Counter(spec.id for spec in SPECS).values()) == 1
    keys = Counter(QKeySequence(spec.shortcut).toString() for spec in SPECS if spec.shortcut)
    assert max(keys.values()) == 1
    assert all(not QKeySequence(spec.shortcut).isEmpty() for spec in SPECS if spec.shortcut)


def test_every_action_stands_in_a_menu(window: MainWindow) -> None:
    listed = {
        action.objectName()
        for menu in window.menuBar().findChildren(QMenu)
        for action in menu.actions()
    }
    assert not {spec.id for spec in SPECS} - listed


def test_letters_under_line_are_unique_in_each_menu(window: MainWindow) -> None:
    assert doubled_letters(window) == []


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK])
def test_every_pair_of_text_and_ground_can_be_read(tokens: theme.Tokens) -> None:
    for ink, ground in theme.READABLE_PAIRS:
        ratio = contrast(getattr(tokens, ink), getattr(tokens, ground))
        assert ratio >= 4.5, (ink, ground, round(ratio, 2))


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_larger_system_fonts_enlarge_every_size() -> None:
    assert theme.type_scale(13) == theme.TypeScale(12, 13, 15, 20, 28)
    assert theme.type_scale(26) == theme.TypeScale(24, 26, 30, 40, 56)


def test_icons_are_drawn_with_one_stroke_and_take_the_colour(dressed: QApplication) -> None:
    files = sorted(resource("icons").glob("*.svg"))
    own = [path for path in files if "currentColor" in path.read_text(encoding="utf-8")]
    assert len(own) > 40
    for path in own:
        drawing = ET.parse(path).getroot()
        assert drawing.get("stroke-width") == "1.6", path.name
        shown = icon(path.stem, "danger").pixmap(24, 24).toImage()
        colours = {
            shown.pixelColor(x, y).name()
            for x in range(24)
            for y in range(24)
            if shown.pixelColor(x, y).alpha() == 255
        }
        assert colours <= {theme.theme().colour("danger").name()}, path.name


def test_terms_have_words() -> None:
    from hubra_desktop.model import terms

    for kind in (terms.ItemKind, terms.MeetingKind, terms.MeetingState, terms.PrintTime):
        assert all(word(term) for term in kind)


def test_calls_without_a_result_do_not_use_none_up(dressed: QApplication) -> None:
    held = QObject()
    for _ in range(50_000):
        held.setObjectName("x")
    assert sys.getrefcount(None) > 1_000_000

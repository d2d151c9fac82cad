"""The style sheet as a template over the theme's roles and type scale.

Kept apart from the theme because it is text, not rules. Widgets are addressed by
class or by the property ``role``, never by their place in the window.
"""

STYLE_SHEET = """
QToolTip { background: $surface; color: $text; border: 1px solid $field_line; padding: 4px 6px; }
QMainWindow::separator { width: 1px; background: $line; }
QMenuBar { background: $window; color: $text; padding: 2px 6px; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 5px 10px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $accent_soft; }
QMenu { background: $surface; color: $text; border: 1px solid $line; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-left: 6px; }
QMenu::icon:checked {
    background: $accent_soft; border: 1px solid $accent; border-radius: 4px;
    padding: 2px; margin-left: 4px;
}
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QStatusBar { background: $window; color: $muted; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; font-size: $small; padding: 2px 6px; }
QStatusBar QPushButton[role="status"] {
    color: $muted; background: transparent; border: 2px solid transparent; border-radius: 5px;
    font-size: $small; padding: 1px 6px; min-height: 0;
}
QStatusBar QPushButton[role="status"]:hover { color: $text; text-decoration: underline; }
QStatusBar QPushButton[role="status"]:focus { border-color: $accent; }
QStatusBar QPushButton[role="status"][wrong="true"] { color: $danger; font-weight: 600; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $field_line; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: $small; }
QLabel[role="lead"] { font-size: $lead; font-weight: 600; }
QLabel[role="lead-text"] { font-size: $lead; }
QLabel[level="warning"] { color: $warning; }
QLabel[role="title"] { font-size: $title; font-weight: 600; }
QLabel[role="display"] { font-size: $display; font-weight: 300; }
QLabel[role="section"] { font-weight: 600; }
QLabel[place="card"] { padding: 0 0 4px 8px; qproperty-indent: 0; }
QLabel[place="section"] { padding-top: 8px; qproperty-indent: 0; }
QLabel[role="note"] {
    background: $window; border: 1px solid $line; border-radius: 6px; padding: 6px 9px;
}
QLabel[role="field"] { color: $muted; font-size: $small; }
QLabel[role="badge"] {
    color: $accent; background: $accent_soft; border-radius: 9px; padding: 2px 10px;
    font-size: $small;
}
QLabel[role="readonly"] {
    color: $warning; background: $warning_soft; border-radius: 9px; padding: 2px 10px;
    font-size: $small;
}

QLineEdit, QComboBox, QPlainTextEdit {
    background: $surface; color: $text; border: 1px solid $field_line; border-radius: 5px;
    padding: 3px 7px; min-height: 20px;
    selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $hint;
}
QLineEdit:hover, QComboBox:hover, QPlainTextEdit:hover { border-color: $accent; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus {
    border: 2px solid $accent; padding: 2px 6px;
}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QLineEdit:read-only,
QPlainTextEdit:read-only {
    background: $window; color: $muted; border-color: $line;
}
QLineEdit:read-only:focus, QPlainTextEdit:read-only:focus { border-color: $accent; }
QLineEdit[caution="true"], QLineEdit[caution="true"]:focus,
QPlainTextEdit[caution="true"], QPlainTextEdit[caution="true"]:focus {
    border: 2px solid $warning; padding: 2px 6px;
}
QLineEdit[refused="true"], QLineEdit[refused="true"]:focus,
QPlainTextEdit[refused="true"], QPlainTextEdit[refused="true"]:focus {
    border: 2px solid $danger; padding: 2px 6px;
}
QLineEdit[role="cell"], QLineEdit[role="cell"]:focus {
    border: 2px solid $accent; border-radius: 0; padding: 0 4px; min-height: 0;
}
QLineEdit[role="cell"][refused="true"] { border: 2px solid $danger; }
QComboBox QLineEdit, QComboBox QLineEdit:focus, QComboBox QLineEdit:disabled {
    border: none; padding: 0; background: transparent; min-height: 0;
}
QComboBox QLineEdit[caution="true"], QComboBox QLineEdit[caution="true"]:focus {
    border: none; border-bottom: 2px solid $warning; padding: 0;
}
QComboBox QLineEdit[refused="true"], QComboBox QLineEdit[refused="true"]:focus {
    border: none; border-bottom: 2px solid $danger; padding: 0;
}
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$arrow"); width: 14px; height: 14px; }
QComboBox QAbstractItemView, QListView[role="completion"] {
    background: $surface; color: $text; border: 1px solid $field_line; outline: none;
    selection-background-color: $selection; selection-color: $text;
}
QComboBox QAbstractItemView::item { padding: 5px 8px; }
QListView[role="completion"]::item { padding: 5px 8px; }
QCheckBox { spacing: 7px; padding: 3px 2px; border: 1px solid transparent; border-radius: 5px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox:disabled { color: $muted; }
QCheckBox::indicator, QTableView::indicator {
    width: 14px; height: 14px; border: 1px solid $field_line; border-radius: 4px;
    background: $surface;
}
QCheckBox::indicator:hover, QTableView::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QTableView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$tick");
}
QCheckBox::indicator:disabled, QTableView::indicator:disabled {
    background: $window; border-color: $line;
}

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton {
    background: $surface; color: $text; border: 1px solid $field_line; border-radius: 6px;
    padding: 5px 14px; min-height: 18px; outline: none;
}
QPushButton:hover { border-color: $accent; background: $accent_soft; }
QPushButton:pressed { background: $selection; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:disabled { color: $muted; border-color: $line; background: $window; }
QPushButton[role="primary"], QDialog QPushButton:default {
    background: $accent; color: $on_accent; border-color: $accent;
}
QPushButton[role="primary"]:hover, QDialog QPushButton:default:hover { border-color: $text; }
QPushButton[role="primary"]:focus, QDialog QPushButton:default:focus {
    border: 2px solid $text;
}
QPushButton[role="primary"]:disabled, QDialog QPushButton:default:disabled {
    background: $window; color: $muted; border-color: $line;
}
QPushButton[role="act"] { padding: 4px 8px; border-color: $line; }
QPushButton[role="act"]:hover { border-color: $accent; }
QPushButton[role="act"]:focus { border: 2px solid $accent; padding: 3px 7px; }
QPushButton[role="link"] {
    background: transparent; border: 1px solid transparent; color: $accent; text-align: left;
    padding: 3px 6px;
}
QPushButton[role="link"]:disabled { color: $muted; background: transparent; border: none; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid $accent; padding: 2px 5px; }
QPushButton[role="cure"] {
    background: $accent_soft; border: 1px solid transparent; color: $accent; padding: 1px 9px;
    border-radius: 9px; font-size: $small;
}
QPushButton[role="cure"]:hover { border-color: $accent; }
QPushButton[role="cure"]:focus { border: 2px solid $accent; padding: 0 8px; }
QFrame[role="stops"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[role="stops"][stopped="true"] { border-color: $danger; }
QToolButton {
    background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 4px;
    color: $text;
}
QToolButton:hover { background: $accent_soft; }
QToolButton:checked { background: $selection; }
QToolButton:focus { border: 2px solid $accent; padding: 3px; }
QToolButton:disabled { color: $muted; }
QToolButton::menu-indicator { image: none; }
QToolButton[role="disclose"] { padding: 4px 8px; }
QToolButton[role="disclose"]:checked { background: transparent; }
QToolButton[role="disclose"]:hover { background: $accent_soft; }
QToolButton[role="disclose"]:focus { padding: 3px 7px; }

QPushButton[role="stage"] { background: transparent; border: 1px solid transparent; }
QPushButton[role="stage"], QToolButton[role="stage"] {
    border-radius: 5px; padding: 3px 7px 3px 4px; color: $muted;
}
QPushButton[role="stage"]:checked, QToolButton[role="stage"]:checked {
    background: $accent_soft; color: $accent; border-color: $accent_soft;
}
QPushButton[role="stage"]:hover, QToolButton[role="stage"]:hover {
    background: $accent_soft; color: $text;
}
QPushButton[role="stage"]:focus, QToolButton[role="stage"]:focus {
    border: 2px solid $accent; padding: 2px 6px 2px 3px;
}
QToolButton[role="one-of"] {
    color: $muted; border-color: $field_line; padding: 3px 8px; min-width: 12px;
}
QToolButton[role="one-of"]:checked {
    background: $accent_soft; color: $accent; border-color: $accent;
}
QToolButton[role="one-of"]:hover { background: $accent_soft; color: $text; }
QToolButton[role="one-of"]:focus { border: 2px solid $accent; padding: 2px 7px; }
QToolButton[role="one-of"]:disabled { color: $muted; border-color: $line; }
QTabBar[role="parts"] { background: transparent; border: none; }
QTabBar[role="parts"]::tab {
    color: $muted; border: 1px solid transparent; border-radius: 5px; padding: 4px 8px;
    margin: 0 2px 1px 0; min-height: 18px;
}
QTabBar[role="parts"]::tab:selected {
    background: $accent_soft; color: $accent; border-color: $accent_soft;
}
QTabBar[role="parts"]::tab:hover { background: $accent_soft; color: $text; }
QTabBar[role="parts"]::tab:selected:hover { color: $accent; }
QTabBar[role="parts"]::tab:selected:focus { border: 2px solid $accent; padding: 3px 7px; }

QWidget[role="sidebar"] { background: $sunken; }
QListView[role="pages"] { background: $sunken; border: none; outline: none; }
QListView[role="pages"]::item {
    border-radius: 6px; padding: 6px 9px; border: 1px solid transparent; color: $text;
}
QListView[role="pages"]::item:hover { background: $accent_soft; }
QListView[role="pages"]::item:selected { background: $surface; color: $accent; }
QListView[role="pages"]::item:selected:focus { border: 2px solid $accent; padding: 5px 8px; }
QListView[role="pages"][marks="true"]::item { padding: 6px; }
QListView[role="pages"][marks="true"]::item:selected:focus { padding: 5px; }
QTreeView[role="meetings"] {
    show-decoration-selected: 0;
    background: $sunken; border: none; outline: none; color: $text;
    selection-background-color: $surface; selection-color: $text;
}
QTreeView[role="meetings"]::item { padding: 0 3px; border-radius: 5px; }
QTreeView[role="meetings"]::branch:selected:!has-children { background: $sunken; }
QTreeView[role="meetings"]::item:hover { background: $accent_soft; }
QTreeView[role="meetings"]::item:selected { background: $surface; color: $accent; }
QTreeView[role="meetings"]::item:selected:focus { border: 2px solid $accent; }

QFrame[role="side"], QFrame[role="form"], QWidget[role="surface"] {
    background: $surface; border: none;
}
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[role="panel"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[role="past"] { background: $warning_soft; border: none; border-bottom: 2px solid $warning; }
QFrame[role="band"] { background: $window; border: none; }
QFrame[role="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="message"] {
    background: $accent_soft; border: 1px solid $accent; border-radius: 8px;
}
QFrame[role="message"][level="warning"] { background: $warning_soft; border-color: $warning; }
QFrame[role="message"][level="refusal"] { background: $danger_soft; border-color: $danger; }
QFrame[role="message"] QLabel { color: $text; }
QLabel[role="callout"] {
    background: $danger_soft; color: $danger; border: 1px solid $danger; border-radius: 5px;
    padding: 5px 9px;
}
QLabel[role="callout"][caution="true"] {
    background: $warning_soft; color: $warning; border-color: $warning;
}
QLabel[role="exercise"] {
    background: $warning_soft; color: $warning; border-bottom: 1px solid $warning;
    font-weight: 600; padding: 4px 9px;
}
QLabel[role="paper"] { background: #ffffff; border: 1px solid $line; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[role="plain"] { background: transparent; }
QWidget[role="desk"] { background: $desk; }
QTableView {
    background: $surface; border: 1px solid $line; border-radius: 8px; outline: none;
    gridline-color: $line; selection-background-color: $selection; selection-color: $text;
}
QTableView[role="agenda"] { border-radius: 8px; }
QToolButton[role="insert"] { background: $accent; border: none; border-radius: 8px; padding: 0; }
QFrame[role="insert-line"] { background: $accent; border: none; }
QTableView[role="rows"]::item, QTreeView[role="board"]::item { padding: 0 5px; border: none; }
QTableView[role="rows"]::item:selected, QTreeView[role="board"]::item:selected {
    background: $selection; color: $text;
}
QTreeView[role="table"], QTreeView[role="board"] {
    background: $surface; border: 1px solid $line; border-radius: 8px; outline: none;
    selection-background-color: $selection; selection-color: $text;
}
QWidget[role="sums"] { background: $surface; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
    background: $surface; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 6px 8px; font-size: $small;
}
QScrollArea[role="checks"] {
    background: $surface; border: 1px solid $line; border-radius: 8px;
}
QScrollArea[role="checks"] > QWidget > QWidget[role="plain"] { background: transparent; }
QFrame[role="stops"] QScrollArea[role="checks"] { border: none; }
QListView[role="checks"] {
    background: $surface; border: 1px solid $line; border-radius: 8px; outline: none;
}
QListView[role="outline"] {
    background: $surface; border: none; border-right: 1px solid $line; outline: none;
    padding: 4px 0;
}
QListView[role="outline"]::item { padding: 3px 10px; color: $text; }
QListView[role="outline"]::item:hover { background: $window; }
QListView[role="outline"]::item:selected { background: $selection; color: $text; }
QListView[role="outline"]::item:focus { border: 2px solid $accent; padding: 1px 8px; }
QTextEdit[role="prose"] {
    background: $surface; color: $text; border: 1px solid $field_line; border-radius: 6px;
    padding: 8px 10px; selection-background-color: $selection; selection-color: $text;
}
QTextEdit[role="prose"]:focus { border: 2px solid $accent; padding: 7px 9px; }
QTextEdit[role="prose"][refused="true"], QTextEdit[role="prose"][refused="true"]:focus {
    border: 2px solid $danger; padding: 7px 9px;
}
QTextEdit[role="prose"]:read-only { background: $window; border-color: $line; }
QListView[role="checks"]::item { padding: 3px 8px; }
QListView[role="checks"]::item:selected { background: $selection; color: $text; }
QTextBrowser[role="page"] {
    background: $surface; color: $text; border: none; padding: 12px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QTextBrowser[role="page"]:focus { border: 2px solid $accent; padding: 10px; }
"""

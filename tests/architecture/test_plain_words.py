"""The window shows words as words: one helper makes labels and tooltips, and nothing else does."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture import source

HELPER = "plain.py"
MARKUP_IN = ("choices.py", "difference.py", "notes.py")
"""The modules that write markup of their own."""

PAGE_IN = ("page_text.py",)
"""The modules that show a whole page of the program's own making."""

RICH = ("setHtml", "insertHtml", "setMarkdown", "appendHtml", "QErrorMessage", "setWhatsThis")
MODULES = [path for path in source.modules("ui") if path.name != HELPER]


def faults(text: str, name: str) -> list[str]:
    """Tell what in a module would let Qt take words for markup."""
    return [fault for node in source.nodes(text) for fault in _faults(node, text, name)]


def _faults(node: ast.AST, text: str, name: str) -> Iterator[str]:
    match node:
        case ast.Call():
            yield from _of_call(node, text, name)
        case ast.ClassDef() if "QLabel" in map(ast.unparse, node.bases):
            yield "a label of its own"
        case ast.match_case() if "ToolTipRole" in ast.unparse(node.pattern):
            yield from _of_tip(node)
        case ast.Compare() if "ToolTipRole" in ast.unparse(node):
            yield "a tooltip that is no case of its own"


def _of_call(node: ast.Call, text: str, name: str) -> Iterator[str]:
    called = ast.unparse(node.func).rpartition(".")[2]
    given = node.args + [each.value for each in node.keywords]
    match called:
        case "QLabel":
            yield "a label of Qt's"
        case "MarkupLabel" if name not in MARKUP_IN:
            yield "markup"
        case "QMessageBox" if "setTextFormat" not in text:
            yield "a box without a format"
        case "setTextFormat" if "PlainText" not in ast.unparse(node):
            yield "a format that is not plain"
        case "setToolTip" | "showText" if called != "showText" or "QToolTip" in ast.unparse(node):
            if not any(map(_is_plain, given)):
                yield "a tooltip that is not plain"
        case _ if called in RICH and name not in PAGE_IN:
            yield called


def _of_tip(case: ast.match_case) -> Iterator[str]:
    if not isinstance(case.pattern, ast.MatchValue):
        yield "a tooltip beside other roles"
    for node in ast.walk(ast.Module(body=case.body, type_ignores=[])):
        if isinstance(node, ast.Return) and not _is_plain(node.value):
            yield "a tooltip that is not plain"


def _is_plain(value: ast.AST | None) -> bool:
    if isinstance(value, ast.IfExp):
        return _is_plain(value.body) and _is_plain(value.orelse)
    if value is None or isinstance(value, ast.Constant):
        return value is None or value.value is None
    if not isinstance(value, ast.Call):
        return False
    own = ast.unparse(value.func) == "say" and not value.keywords
    return own or ast.unparse(value.func) == "plain_tip"


def test_no_text_is_taken_for_markup() -> None:
    found = [
        f"{path.name}: {fault}"
        for path in MODULES
        for fault in faults(path.read_text("utf-8"), path.name)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("QLabel(text, self)", "a label of Qt's"),
        ("QtWidgets.QLabel(text)", "a label of Qt's"),
        ("class Line(QLabel): ...", "a label of its own"),
        ("MarkupLabel(text)", "markup"),
        ("label.setTextFormat(Qt.TextFormat.AutoText)", "a format that is not plain"),
        ("self.setToolTip(row.title)", "a tooltip that is not plain"),
        ("item.setToolTip(0, row.title)", "a tooltip that is not plain"),
        ("QToolTip.showText(place, text, self)", "a tooltip that is not plain"),
        ("QMessageBox(parent).setText(name)", "a box without a format"),
        ("view.setHtml(text)", "setHtml"),
        ("if role == ToolTipRole: pass", "a tooltip that is no case of its own"),
        ("match role:\n case R.Display | R.ToolTipRole: pass", "a tooltip beside other roles"),
        ("match role:\n case R.ToolTipRole:\n  return text", "a tooltip that is not plain"),
    ],
)
def test_what_would_show_markup_is_found(code: str, fault: str) -> None:
    wrapped = "def f():\n" + "".join(f" {line}\n" for line in code.splitlines())
    assert faults(wrapped, "page.py") == [fault]


def test_the_helper_is_let_be() -> None:
    assert faults("x.setToolTip(plain_tip(a))\nx.setToolTip(0, plain_tip(a))", "page.py") == []
    assert faults("QToolTip.showText(place, plain_tip(a), self)", "page.py") == []
    assert faults("MarkupLabel(as_markup(a))", "notes.py") == []

"""The program's source as syntax trees, and the rules that a tree must keep."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "hubra_desktop"

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def modules(*rooms: str) -> list[Path]:
    """Every module of the package, or of the named rooms of it."""
    roots = [PACKAGE / room for room in rooms] or [PACKAGE]
    return sorted(path for root in roots for path in root.rglob("*.py"))


@cache
def nodes(source: str) -> tuple[ast.AST, ...]:
    """Give every node of a module's tree, parsed once."""
    return tuple(ast.walk(ast.parse(source)))


def function_lengths(source: str) -> Iterator[tuple[str, int, int]]:
    """Yield (name, first line, number of lines) of every function."""
    for node in nodes(source):
        if isinstance(node, FUNCTIONS):
            yield node.name, node.lineno, (node.end_lineno or node.lineno) - node.lineno + 1


def calls(source: str, *names: str) -> Iterator[ast.Call]:
    """Yield every call of a function or method with one of the names."""
    for node in nodes(source):
        if isinstance(node, ast.Call) and _called(node.func) in names:
            yield node


def _called(function: ast.expr) -> str:
    match function:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
    return ""


def names_used(source: str) -> set[str]:
    """Give every name and attribute the source speaks of."""
    return {
        node.id if isinstance(node, ast.Name) else node.attr
        for node in nodes(source)
        if isinstance(node, ast.Name | ast.Attribute)
    }


def method_calls(source: str, *names: str) -> Iterator[int]:
    """Yield the line of every call `something.name(…)` with one of the names."""
    for call in calls(source, *names):
        if isinstance(call.func, ast.Attribute):
            yield call.lineno

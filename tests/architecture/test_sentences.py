"""One catalogue: what the program says stands in Swedish in the code, in English in en.po."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hubra_desktop.model.language import english
from tests.architecture import source

SAID = {"say": 1, "tell": 1, "N_": 1, "refusal": 1, "say_in": 2, "say_count": 2, "N_plural": 2}
"""What says or marks a sentence, by how many texts it begins with."""
MODULES = [path for path in source.modules() if path.name != "language.py"]
Key = tuple[str, ...]
Calls = list[tuple[Path, ast.Call]]


def spoken(text: str) -> Iterator[ast.Call]:
    """Yield the calls that say or mark sentences; other functions may be called ``tell``."""
    if not any(
        each in text for each in ("hubra_desktop.model.language", "model.words", "refusal(")
    ):
        return
    for call in source.calls(text, *SAID):
        if name_of(call) and call.args:
            yield call


def name_of(call: ast.Call) -> str:
    """Give the name of a function that is called, or of what an object has as its own."""
    match call.func:
        case ast.Name(name) | ast.Attribute(value=ast.Name("self"), attr=name):
            return name
    return ""


def key_of(call: ast.Call) -> Key | None:
    """Give what the catalogue knows a sentence by; None for what was marked where it stands."""
    name = name_of(call)
    first = call.args[: SAID[name]]
    texts = tuple(each.value for each in first if isinstance(each, ast.Constant))
    if len(texts) != SAID[name] or not all(texts):
        return None
    words = tuple(str(text) for text in texts)
    return words if name == "say_in" else ("", *words)


def built(call: ast.Call) -> bool:
    """Tell whether a sentence is put together in the call, where nobody can translate it."""
    return any(
        isinstance(part, ast.JoinedStr | ast.BinOp)
        or (isinstance(part, ast.IfExp) and isinstance(part.body, ast.Constant))
        for argument in call.args[: SAID[name_of(call)]]
        for part in ast.walk(argument)
    )


def places(text: str) -> set[str]:
    """Give the names that values take the place of."""
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.fixture(scope="module")
def calls() -> Calls:
    """Every sentence that the program says, as it is called for."""
    return [(path, call) for path in MODULES for call in spoken(path.read_text("utf-8"))]


@pytest.fixture(scope="module")
def keys(calls: Calls) -> set[Key]:
    return {key for _, call in calls if (key := key_of(call))}


def test_every_sentence_stands_in_the_catalogue(keys: set[Key]) -> None:
    assert len(keys) > 1500
    assert sorted(keys - set(english())) == []


def test_the_catalogue_holds_nothing_that_is_not_said(keys: set[Key]) -> None:
    assert sorted(set(english()) - keys) == []


def test_both_languages_have_places_for_the_same_values() -> None:
    apart = [
        (key, said)
        for key, said in english().items()
        for swedish, other in zip(key[1:], said, strict=True)
        if places(swedish) != places(other)
    ]
    assert apart == []


def test_every_value_that_a_sentence_is_given_has_a_place_in_it(calls: Calls) -> None:
    wrong = []
    for path, call in calls:
        given = {each.arg for each in call.keywords}
        given -= {"field"} if name_of(call) == "refusal" else set()
        key = key_of(call)
        if key and given and None not in given:
            wanted = set.union(*map(places, key[1:])) - ({"n"} if len(key) == 3 else set())
            wrong += [(path.name, call.lineno)] if wanted != given else []
    assert wrong == []


def test_no_sentence_is_put_together_where_it_is_said(calls: Calls) -> None:
    assert [(path.name, call.lineno) for path, call in calls if built(call)] == []


def test_nothing_is_translated_by_qt() -> None:
    names = {"tr", "QT_TRANSLATE_NOOP"}
    assert [path.name for path in MODULES if names & source.names_used(path.read_text())] == []
    assert [path.name for path in MODULES if "QCoreApplication.translate" in path.read_text()] == []


IMPORT = "from hubra_desktop.model.language import say\n"


@pytest.mark.parametrize(
    "text", ['say(f"Rad {number}")', 'say("En" if one else "Flera")', 'say("Rad " + number)']
)
def test_what_nobody_can_translate_is_found(text: str) -> None:
    assert [built(call) for call in spoken(IMPORT + text)] == [True]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('say("Rad {number}", number=number)', ("", "Rad {number}")),
        ('say_in("grants", "Bidrag")', ("grants", "Bidrag")),
        ('say_count("{n} rad", "{n} rader", len(rows))', ("", "{n} rad", "{n} rader")),
        ("say(_REASONS[code])", None),
        ("tell(one if single else many)", None),
    ],
)
def test_sentences_are_known_by_what_stands_in_the_code(text: str, key: Key | None) -> None:
    (call,) = spoken(IMPORT + text)
    assert key_of(call) == key
    assert not built(call)

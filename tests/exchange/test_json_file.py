"""Our own exchange format: the same bytes there and back, and nothing believed unread."""

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given

from hubra_desktop.exchange import limits
from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.exchange.json_schema import schema
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.language import set_language
from hubra_desktop.model.records.council import Matter
from hubra_desktop.paths import resource
from tests.exchange.bundles import bundles

DEMO = resource("demo", "huddinge.json").read_bytes()
VALIDATOR = jsonschema.Draft202012Validator(
    schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)
Path = tuple[str | int, ...]
Tree = dict[str, Any]
ITEM: Path = ("meetings", 5, "items", 1)
STYLE: Path = ("house_style",)


def demo() -> Tree:
    whole: Tree = json.loads(DEMO)
    return whole


def encoded(whole: object) -> bytes:
    return json.dumps(whole, ensure_ascii=False).encode("utf-8", errors="surrogatepass")


def refusal(content: bytes) -> str:
    with pytest.raises(InputError) as refused:
        load(content)
    return refused.value.sentence


def put(path: Path, value: object) -> Tree:
    """Return the demo register with one value changed."""
    whole = demo()
    inside: Any = whole
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = value
    return whole


def without(path: Path) -> Tree:
    whole = demo()
    inside: Any = whole
    for step in path[:-1]:
        inside = inside[step]
    del inside[path[-1]]
    return whole


@given(bundles())
def test_what_is_written_is_read_as_the_same_and_written_as_the_same(bundle: Bundle) -> None:
    content = dump(bundle)
    assert load(content) == bundle
    assert dump(load(content)) == content


@given(bundles())
def test_what_is_written_is_what_the_schema_describes(bundle: Bundle) -> None:
    VALIDATOR.validate(json.loads(dump(bundle)))


def test_the_shipped_schema_is_the_one_derived_from_the_sheets() -> None:
    shipped = resource("schema", "hubra-1.schema.json").read_text("utf-8")
    assert json.loads(shipped) == schema()
    assert shipped == json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_demo_register_is_canonical_and_follows_the_schema() -> None:
    assert dump(load(DEMO)) == DEMO
    VALIDATOR.validate(demo())


def test_the_file_is_plain_utf8_for_people_to_read() -> None:
    content = dump(Bundle(matters=(Matter(id="x", title="Åtgärd 👩‍🚒"),)))
    assert "Åtgärd 👩‍🚒".encode() in content
    assert content.endswith(b"}\n")
    assert b"\r" not in content


def test_a_byte_order_mark_and_other_layout_do_not_matter() -> None:
    assert load(b"\xef\xbb\xbf" + DEMO) == load(DEMO)
    assert load(encoded(demo())) == load(DEMO)


def test_a_field_left_out_has_its_default() -> None:
    assert load(encoded(without((*ITEM, "note")))) == load(DEMO)
    assert load(b'{"format": "hubra", "version": 1}') == Bundle()


@pytest.mark.parametrize("number", ["20.0", "2e1", "200E-1", "20"])
def test_twenty_is_twenty_however_it_is_written(number: str) -> None:
    content = encoded(put((*ITEM, "duration"), "X")).replace(b'"X"', number.encode())
    assert load(content).meetings[5].items[1].duration == 20
    VALIDATOR.validate(json.loads(content))


def test_minus_nothing_is_nothing() -> None:
    for number in (b"-0", b"-0.0"):
        content = encoded(put((*ITEM, "duration"), "X")).replace(b'"X"', number)
        assert load(content).meetings[5].items[1].duration == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "rad 1, tecken 1"),
        (b"hej", "Filen är inte en exportfil från det här programmet"),
        (DEMO[:-5], "Filen är inte hel"),
        (DEMO + b"x", "Filen är inte hel"),
        ("å".encode("latin-1"), "inte skriven som UTF-8"),
        (DEMO.decode().encode("utf-16"), "inte skriven som UTF-8"),
        (b"[]", "inte en exportfil"),
        (b'"hubra"', "inte en exportfil"),
        (b'{"format": "annat", "version": 1}', "inte en exportfil"),
        (b'{"version": 1}', "inte en exportfil"),
        (b'{"format": "hubra"}', "vilken version"),
        (b'{"format": "hubra", "version": true}', "vilken version"),
        (b'{"format": "hubra", "version": "1"}', "vilken version"),
        (b'{"format": "hubra", "version": 0}', "vilken version"),
        (b'{"format": "hubra", "version": 1.5}', "vilken version"),
        (b'{"format": "hubra", "version": 2}', "nyare utgåva av programmet (format 2"),
        (b'{"format": "hubra", "version": 1' + b"0" * 99 + b"}", "nyare utgåva"),
        (b'{"format": "hubra", "version": NaN}', "NaN, som inte är ett tal"),
        (b'{"format": "hubra", "version": -Infinity}', "-Infinity, som inte är ett tal"),
        (b'{"format": "hubra", "version": 1' + b"0" * 9999 + b"}", "orimligt långt"),
        (b'{"format": "hubra", "format": "hubra"}', "Fältet ”format” står två gånger"),
        (b"[" * 100_000, "för djupt"),
        (b'{"a":' * 100_000, "för djupt"),
    ],
)
def test_what_is_no_file_of_ours_is_refused_in_its_own_words(content: bytes, words: str) -> None:
    assert words in refusal(content)


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (("annat",), 1, "annat: fältet finns inte i formatet."),
        ((*ITEM, "tid"), 1, "meetings[5].items[1].tid: fältet finns inte i formatet."),
        ((*ITEM, "\x1b[31m\ud800"), 1, "items[1].�[31m�: fältet finns inte"),
        (("bodies",), {}, "bodies ska vara en lista, men är en grupp av fält."),
        (("bodies",), None, "bodies ska vara en lista, men är null."),
        (("bodies", 0), [], "bodies[0] ska vara en grupp av fält, men är en lista."),
        ((*ITEM, "title"), 7, "meetings[5].items[1].title ska vara text, men är 7."),
        ((*ITEM, "title"), None, "title ska vara text, men är null."),
        ((*ITEM, "closed"), 1, "closed ska vara true eller false, men är 1."),
        ((*ITEM, "duration"), True, "duration ska vara ett heltal, men är true."),
        ((*ITEM, "duration"), "20", "duration ska vara ett heltal, men är ”20”."),
        ((*ITEM, "duration"), 20.5, "duration ska vara ett heltal, men är ett decimaltal."),
        ((*ITEM, "duration"), 481, "duration: En punkt kan vara 0–480 minuter."),
        ((*ITEM, "duration"), -1, "duration: En punkt kan vara 0–480 minuter."),
        ((*ITEM, "title"), 10**50, "men är ett orimligt tal."),
        ((*ITEM, "kind"), "fika", "kind ska vara ett av formatets ord, men är ”fika”."),
        ((*ITEM, "kind"), "\ud800", "kind ska vara ett av formatets ord, men är ”�”."),
        ((*ITEM, "kind"), 1, "kind ska vara ett av formatets ord, men är 1."),
        ((*ITEM, "kind"), "x" * 99, f"men är ”{'x' * 40}…”."),
        ((*ITEM, "level"), 2, "level: En punkt är antingen"),
        ((*ITEM, "place"), "a\nb", "place: Texten ska stå på en rad."),
        ((*ITEM, "title"), "a\x07", "title: Texten innehåller osynliga styrtecken."),
        ((*ITEM, "title"), "\ud800", "title: Texten innehåller osynliga styrtecken."),
        ((*ITEM, "title"), "x" * 20_001, "title: Texten är för lång: 20001 tecken"),
        ((*ITEM, "id"), "", "meetings[5].items[1].id: Hänvisningen"),
        ((*ITEM, "id"), "å", "meetings[5].items[1].id: Hänvisningen"),
        ((*ITEM, "id"), "a b", "meetings[5].items[1].id: Hänvisningen"),
        ((*ITEM, "id"), "x" * 33, "meetings[5].items[1].id: Hänvisningen"),
        ((*ITEM, "id"), "body-01", "items[1]: Id ”body-01” förekommer två gånger."),
        (("meetings", 5, "date"), "20180307", "date ska vara ett datum, ÅÅÅÅ-MM-DD"),
        (("meetings", 5, "date"), "2018-W10-3", "date ska vara ett datum, ÅÅÅÅ-MM-DD"),
        (("meetings", 5, "date"), "2018-02-30", "date ska vara ett datum, ÅÅÅÅ-MM-DD"),
        (("meetings", 5, "date"), "2018-03-07T00:00", "date ska vara ett datum"),
        (("meetings", 5, "date"), None, "date ska vara ett datum"),
        (("meetings", 5, "date"), "1899-12-31", "date: Datumet ska ligga mellan 1900 och 2199"),
        (("meetings", 5, "start"), 1440, "start: Ett sammanträde börjar mellan"),
        (("meetings", 5, "end"), 930, "meetings[5]: Sammanträdet slutar innan det börjar."),
        (("meetings", 5, "end"), 2881, "end: Klockslaget ska ligga inom"),
        (("meetings", 5, "moved_to"), "meeting-01", "meetings[5]: Ett sammanträde kan inte"),
        (("meetings", 5, "body"), "\x1b[2J", "meetings[5].body: Texten innehåller osynliga"),
        ((*STYLE, "accent"), "red", "house_style.accent: Färgen skrivs som"),
        ((*STYLE, "accent"), "#1f3a4d\n", "house_style.accent: Färgen skrivs som"),
        ((*STYLE, "time_separator"), "-", "time_separator: Mellan timmar"),
        ((*STYLE, "sub_numbers"), "roman", "sub_numbers: Underpunkter"),
        ((*STYLE, "logotype"), "åäö", "logotype ska vara en bild i base64"),
        ((*STYLE, "logotype"), "AAAA", "logotype: Bilden ska vara en PNG- eller JPEG-fil."),
        (("register", "practice"), 0, "register.practice ska vara true eller false"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(path: Path, value: object, words: str) -> None:
    content = json.dumps(put(path, value)).encode()
    assert words in refusal(content)


@pytest.mark.parametrize(
    "number", ["1e400", "-1e400", "1.0000000001", "1" + "0" * 400 + ".0", "0.1"]
)
def test_impossible_numbers_are_refused(number: str) -> None:
    content = encoded(put((*ITEM, "duration"), "X")).replace(b'"X"', number.encode())
    assert "meetings[5].items[1].duration" in refusal(content)
    assert not VALIDATOR.is_valid(json.loads(content))


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("meetings", 5, "date"), "meetings[5].date: fältet saknas."),
        (("bodies", 0, "id"), "bodies[0].id: fältet saknas."),
        (("mandates", 0, "person_id"), "mandates[0].person_id: fältet saknas."),
        ((*ITEM, "id"), "meetings[5].items[1].id: Hänvisningen"),
        (("meetings", 5, "body_id"), "meetings[5].body_id: Hänvisningen"),
    ],
)
def test_what_must_be_there_is_missed_by_name(path: Path, words: str) -> None:
    assert words in refusal(encoded(without(path)))
    assert not VALIDATOR.is_valid(without(path))


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ({"anchor": "item", "item_id": "annan"}, "meetings[5]: footnotes[0]: Välj vilken punkt"),
        ({"anchor": "item"}, "meetings[5]: footnotes[0]: Välj vilken punkt"),
        ({"anchor": "time", "item_id": "meeting-01-item-01"}, "hör inte till någon punkt"),
    ],
)
def test_a_footnote_stands_beside_something_of_its_own_meeting(
    note: dict[str, str], words: str
) -> None:
    assert words in refusal(encoded(put(("meetings", 5, "footnotes"), [{"id": "n", **note}])))


def test_a_footnote_to_another_meetings_item_is_refused() -> None:
    whole = demo()
    other = copy.deepcopy(whole["meetings"][5])
    other |= {"id": "m2", "items": [], "pre_meetings": [], "signatures": []}
    other["footnotes"] = [{"id": "n", "anchor": "item", "item_id": "meeting-01-item-01"}]
    whole["meetings"].append(other)
    assert "meetings[6]: footnotes[0]" in refusal(encoded(whole))


SCHEMA_SEES: tuple[tuple[Path, object], ...] = (
    (("annat",), 1),
    (("version",), 2),
    (("format",), "annat"),
    ((*ITEM, "tid"), 1),
    ((*ITEM, "title"), 7),
    ((*ITEM, "title"), "a\x07"),
    ((*ITEM, "title"), "x" * 20_001),
    ((*ITEM, "place"), "a\nb"),
    ((*ITEM, "place"), "a\n"),
    ((*ITEM, "closed"), 1),
    ((*ITEM, "duration"), True),
    ((*ITEM, "duration"), 481),
    ((*ITEM, "duration"), -1),
    ((*ITEM, "duration"), 20.5),
    ((*ITEM, "level"), 2),
    ((*ITEM, "kind"), "fika"),
    ((*ITEM, "pin"), 2881),
    ((*ITEM, "id"), ""),
    ((*ITEM, "id"), "a b"),
    ((*ITEM, "id"), "a\n"),
    ((*ITEM, "id"), "x" * 33),
    (("meetings", 5, "start"), 1440),
    (("meetings", 5, "date"), "20180307"),
    (("meetings", 5, "date"), "2018-02-30"),
    (("meetings", 5, "date"), "1899-12-31"),
    (("meetings", 5, "chair_id"), ""),
    ((*STYLE, "accent"), "red"),
    ((*STYLE, "accent"), "#1f3a4d\n"),
    ((*STYLE, "time_separator"), "-"),
    ((*STYLE, "sub_numbers"), "roman"),
    ((*STYLE, "logotype"), "AAAA"),
    (("bodies",), None),
)


@pytest.mark.parametrize(("path", "value"), SCHEMA_SEES)
def test_the_schema_refuses_what_the_reader_refuses(path: Path, value: object) -> None:
    assert not VALIDATOR.is_valid(put(path, value))
    refusal(encoded(put(path, value)))


def test_a_group_deep_in_a_text_field_is_refused_whatever_its_depth() -> None:
    for depth in range(10, 1500, 15):
        deep = b"[" * depth + b"]" * depth
        said = refusal(encoded(put((*ITEM, "title"), "X")).replace(b'"X"', deep))
        assert "title ska vara text, men är en lista." in said or "för djupt" in said


def test_a_file_too_large_is_not_even_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST", 1000)
    monkeypatch.setattr(json, "loads", pytest.fail)
    assert "för stor" in refusal(b"{" * 1001)


def test_a_hundred_megabytes_are_refused() -> None:
    assert refusal(bytes(100 * 2**20)) == "Filen är för stor. Högst 50 MB kan läsas in."


def test_a_logotype_travels_as_it_is() -> None:
    bundle = load(DEMO)
    assert bundle.house_style is not None
    style = replace(bundle.house_style, logotype=b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    assert load(dump(replace(bundle, house_style=style))).house_style == style


def test_the_first_and_the_last_day_travel() -> None:
    meeting = load(DEMO).meetings[5]
    for day in (date(1900, 1, 1), date(2199, 12, 31)):
        bundle = replace(load(DEMO), meetings=(replace(meeting, date=day),))
        assert load(dump(bundle)) == bundle


ENGLISH: tuple[Callable[[], bytes], ...] = (
    lambda: b"hej",
    lambda: b"\xff",
    lambda: b"[]",
    lambda: b"[" * 100_000,
    lambda: b'{"format": "hubra"}',
    lambda: b'{"format": "hubra", "version": 9}',
    lambda: b'{"format": "hubra", "version": NaN}',
    lambda: b'{"a": 1, "a": 1}',
    lambda: b"1" * 9999,
    lambda: bytes(51 * 2**20),
    lambda: encoded(put((*ITEM, "kind"), "x")),
    lambda: encoded(put((*ITEM, "title"), [])),
    lambda: encoded(put((*ITEM, "title"), {})),
    lambda: encoded(put((*ITEM, "title"), 0.5)),
    lambda: encoded(put((*ITEM, "title"), 10**50)),
    lambda: encoded(put(("x",), 1)),
    lambda: encoded(put(("bodies",), 1)),
    lambda: encoded(put(("bodies", 0), 1)),
    lambda: encoded(put((*ITEM, "id"), "body-01")),
    lambda: encoded(put(("meetings", 5, "moved_to"), "meeting-01")),
    lambda: encoded(without(("meetings", 5, "date"))),
)


@pytest.mark.parametrize("content", ENGLISH, ids=range(len(ENGLISH)))
def test_every_refusal_is_made_in_english_too(content: Callable[[], bytes]) -> None:
    swedish = refusal(content())
    set_language("en")
    try:
        english = refusal(content())
    finally:
        set_language("sv")
    assert english != swedish
    assert not set(english.casefold()) & set("åäö")

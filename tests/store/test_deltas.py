"""What is stored of a change is enough to go both ways, and no more than what differs."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.store.deltas import LONG, joined_deltas, packed, unpacked
from hubra_desktop.store.pictures import hash_of

PICTURES = st.binary(min_size=1, max_size=20)
VALUES = st.none() | st.booleans() | st.integers() | st.text() | PICTURES
LONG_TEXTS = st.text(alphabet="ab", min_size=LONG + 1, max_size=3 * LONG)
IMAGES = st.fixed_dictionaries({"a": VALUES, "b": VALUES, "text": LONG_TEXTS})


def known(*images: dict[str, Any]) -> dict[str, bytes]:
    values = [value for image in images for value in image.values()]
    return {hash_of(value): value for value in values if isinstance(value, bytes)}


@given(IMAGES, IMAGES)
def test_a_change_leads_there_and_back_through_json(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    old, new = (json.loads(json.dumps(each)) for each in packed(before, after))
    pictures = known(before, after)
    assert unpacked(before, old, new, pictures.__getitem__) == after
    assert unpacked(after, new, old, pictures.__getitem__) == before


@given(IMAGES)
def test_a_row_that_comes_or_goes_is_stored_whole(image: dict[str, Any]) -> None:
    pictures = known(image)
    assert unpacked(None, *packed(None, image), pictures.__getitem__) == image
    assert unpacked(image, *packed(image, None), pictures.__getitem__) is None


def test_only_what_differs_is_stored() -> None:
    text = "En lång text om trygghet. " * 100
    before = {"name": "Före", "note": "Lika", "text": text}
    after = {**before, "name": "Efter", "text": text[:900] + "!" + text[900:]}
    old, new = packed(before, after)
    assert old is not None
    assert new is not None
    assert set(old) == {"name", "text"}
    assert (old["name"], new["name"]) == ("Före", "Efter")
    assert len(json.dumps([old, new])) < 150


def test_a_picture_is_stored_by_its_hash() -> None:
    picture = b"\x89PNG" * 1000
    old, new = packed({"logotype": picture}, {"logotype": b"\xff\xd8\xff"})
    assert old == {"logotype": {"#": hash_of(picture)}}
    assert len(json.dumps(new)) < 100


@pytest.mark.parametrize(
    "now",
    [
        None,
        {"a": 2, "text": "x" * 500},
        {"a": 1, "text": "x" * 499 + "y"},
        {"a": 1, "text": "kort"},
        {"a": 1, "text": None},
    ],
)
def test_what_is_another_than_expected_is_not_changed(now: dict[str, Any] | None) -> None:
    old, new = packed({"a": 1, "text": "x" * 500}, {"a": 3, "text": "x" * 500 + "z"})
    with pytest.raises(LookupError):
        unpacked(now, old, new, known().__getitem__)


def test_other_columns_may_have_changed_meanwhile() -> None:
    old, new = packed({"a": 1, "b": 1}, {"a": 2, "b": 1})
    assert unpacked({"a": 2, "b": 7}, new, old, known().__getitem__) == {"a": 1, "b": 7}


@given(LONG_TEXTS, st.lists(st.tuples(st.integers(0, 300), st.text(max_size=5)), max_size=4))
def test_saves_of_one_text_join_and_lead_both_ways(text: str, typed: list[tuple[int, str]]) -> None:
    first = image = {"text": text, "other": 1}
    pair = packed(image, {**image, "text": text + "!"})
    image = {**image, "text": text + "!"}
    for place, letters in typed:
        whole = str(image["text"])
        after = {**image, "text": whole[:place] + letters + whole[place + 2 :], "other": place}
        step = packed(image, after)
        assert pair[0] is not None
        assert pair[1] is not None
        assert step[0] is not None
        assert step[1] is not None
        together = joined_deltas((pair[0], pair[1]), (step[0], step[1]))
        if together is None:
            return
        pair, image = together, after
        assert unpacked(first, *pair, known().__getitem__) == image
        assert unpacked(image, *pair[::-1], known().__getitem__) == first


def test_letters_typed_after_each_other_join() -> None:
    text = "x" * 500
    one = packed({"text": text}, {"text": text + "a"})
    two = packed({"text": text + "a"}, {"text": text + "ab"})
    assert joined_deltas(one, two) == packed({"text": text}, {"text": text + "ab"})  # type: ignore[arg-type]
    far = packed({"text": text + "a"}, {"text": "b" + text + "a"})
    assert joined_deltas(one, far) is None  # type: ignore[arg-type]


def test_a_row_that_comes_or_goes_joins_with_what_happens_to_it() -> None:
    short, long = {"id": "a", "text": "x"}, {"id": "a", "text": "x" * 500}
    longer = {**long, "text": "x" * 500 + "y"}
    assert joined_deltas((short, {}), ({}, long)) == (short, long)
    assert joined_deltas(({}, short), (short, {})) == ({}, {})
    typed = packed(long, longer)
    assert typed[0] is not None
    assert typed[1] is not None
    assert joined_deltas(({}, long), (typed[0], typed[1])) == ({}, longer)
    assert joined_deltas((typed[0], typed[1]), (longer, {})) == (long, {})


def test_a_stored_stretch_that_was_changed_leads_nowhere() -> None:
    before, after = {"text": "a" * 2 * LONG}, {"text": "a" * LONG + "b" + "a" * LONG}
    old, new = (json.loads(json.dumps(each)) for each in packed(before, after))
    assert unpacked(before, old, new, known(before).__getitem__) == after
    new["text"]["~"][1] = "c"
    with pytest.raises(LookupError):
        unpacked(before, old, new, known(before).__getitem__)


def test_a_picture_that_is_another_by_now_is_not_replaced() -> None:
    old, new = packed({"a": b"ett"}, {"a": b"tva"})
    pictures = {hash_of(each): each for each in (b"ett", b"tva")}
    assert unpacked({"a": b"ett"}, old, new, pictures.__getitem__) == {"a": b"tva"}
    with pytest.raises(LookupError):
        unpacked({"a": b"tre"}, old, new, pictures.__getitem__)

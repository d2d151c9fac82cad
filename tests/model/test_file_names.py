"""Names of files that every system can save, and that say their format."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.file_names import (
    LONGEST,
    file_name,
    format_of,
    mended_name,
    refuse_other_format,
    refused_name,
)


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("Kallelse 2018-03-07", "Kallelse 2018-03-07.pdf"),
        ("Råd/Kommun: plan?", "Råd-Kommun- plan-.pdf"),
        ("  plan. . ", "plan.pdf"),
        ("..hemlig", "hemlig.pdf"),
        ("", "namnlös.pdf"),
        ("\u202e\u200b", "namnlös.pdf"),
        ("NUL", "_NUL.pdf"),
        ("com1.tabell", "_com1.tabell.pdf"),
        ("LPT¹", "_LPT¹.pdf"),
        ("Console", "Console.pdf"),
        ("a\u202eb\nc\u00a0d\x00e", "ab c de.pdf"),
        ("A\u030angström", "Ångström.pdf"),
    ],
)
def test_a_name_is_what_every_system_can_save(stem: str, name: str) -> None:
    assert file_name(stem, ".pdf") == name


def test_a_name_is_cut_between_letters_and_keeps_its_ending() -> None:
    name = file_name("å" * 300, " stor stil.pdf")
    assert len(name.encode()) in (LONGEST - 1, LONGEST)
    assert name.endswith("å stor stil.pdf")


def test_a_register_s_name_leaves_room_for_the_files_beside_it() -> None:
    name = file_name("å" * 300, ".hubra")
    assert len(f".{name}.migrating".encode()) <= LONGEST
    assert len(f"{name} (sparad innan den skrevs över)".encode()) <= LONGEST


@given(st.text(max_size=400), st.sampled_from((".pdf", ".json", " stor stil.pdf")))
def test_no_text_makes_a_name_that_some_system_refuses(stem: str, suffix: str) -> None:
    name = file_name(stem, suffix)
    assert len(name.encode()) <= LONGEST
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name[0] not in ". "
    assert name[-len(suffix) - 1] not in ". "
    assert name.isprintable()
    assert refused_name(name, (suffix[-suffix[::-1].index(".") - 1 :],)) is None


@pytest.mark.parametrize("name", ["x.ics", "x.PDF", "x.csv", "x.hubra", "mapp.json/x.txt"])
def test_a_name_that_says_another_format_is_refused(name: str) -> None:
    with pytest.raises(InputError, match=r"slutar på \.\w+, men filen blir JSON\. Låt namnet"):
        refuse_other_format(name, (".json",))


@pytest.mark.parametrize(
    "name", ["x.json", "x.JSON", "x", "-", "Rådet 2018.03", ".json", "mapp.pdf/x"]
)
def test_other_endings_are_part_of_the_name(name: str) -> None:
    refuse_other_format(name, (".json",))


def test_a_refused_name_is_mended_to_the_nearest() -> None:
    assert mended_name("x.ics", (".json",)) == "x.json"
    assert mended_name("a:b.XLSX", (".xlsx", ".csv")) == "a-b.XLSX"
    assert mended_name("Rådet 2018.03", (".json",)) == "Rådet 2018.03.json"
    refused = refused_name("a:b.json", (".json",))
    assert refused is not None
    assert refused.sentence == (
        "Namnet ”a:b.json” kan inte sparas på alla datorer. Kalla filen till exempel ”a-b.json”."
    )
    assert format_of("a.HTM") == "HTML"

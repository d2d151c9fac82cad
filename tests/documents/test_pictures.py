"""The pictures of the pages are there, and the README says what to look for in each."""

import re

from tests.documents.pictures.__main__ import HERE, PICTURES

README = (HERE / "README.md").read_text(encoding="utf-8")


def test_every_picture_is_shown_with_what_to_look_for() -> None:
    for name, shown in PICTURES.items():
        assert f"## {shown.title}\n\n{shown.look_for}\n" in README
        assert f"({name}-1.png)" in README


def test_the_readme_shows_the_pictures_that_are_there() -> None:
    named = set(re.findall(r"\]\(([\w-]+\.png)\)", README))
    assert named == {file.name for file in HERE.glob("*.png")}
    for file in HERE.glob("*.png"):
        assert file.read_bytes().startswith(b"\x89PNG")

"""What may be evidence: by its content, its ending and its size; names free of a person."""

import zipfile
from io import BytesIO

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.kept_files import (
    LARGEST,
    beside_name,
    check_file,
    clean_name,
    size_text,
    without_name,
)
from hubra_desktop.model.money.evidence import refuse_evidence
from hubra_desktop.model.records.money import Evidence


def archive(*names: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return made.getvalue()


TAKEN = {
    "kvitto.pdf": b"%PDF-1.7 ...",
    "KVITTO.PDF": b"%PDF-1.7 ...",
    "foto.png": b"\x89PNG\r\n\x1a\n...",
    "foto.jpeg": b"\xff\xd8\xff\xe0...",
    "brev.eml": b"From: a@b.se\r\nSubject: Kvitto\r\n\r\nHej",
    "anteckning.txt": "MZ är initialer, inget program: åäö".encode(),
    "konto.csv": "Datum;Belopp\r\n2017-03-01;100,00".encode("cp1252"),
    "ansökan.docx": archive("[Content_Types].xml", "word/document.xml"),
    "redovisning.xlsx": archive("xl/workbook.xml"),
    "redovisning.ods": archive("mimetype", "content.xml"),
}
REFUSED = {
    "kvitto.exe": (b"MZ\x90\0", "är ett program"),
    "kvitto.pdf.exe": (b"%PDF-1.7", "är ett program"),
    "kvitto.pdf": (b"MZ\x90\0...", "är ett program"),
    "kvitto.txt": (b"\x7fELF\0\0", "är ett program"),
    "kvitto.csv": (b"#!/bin/sh\nrm", "är ett program"),
    "makro.docm": (archive("word/document.xml"), "är ett program eller innehåller makron"),
    "makro.docx": (archive("word/document.xml", "word/vbaProject.bin"), "inte vad den heter"),
    "foto.png": (b"GIF89a", "inte vad den heter: innehållet är inget .png"),
    "brev.docx": (b"PK\x03\x04", "inte vad den heter"),
    "sida.html": (b"<html>", "Välj en PDF, en bild"),
    "utan": (b"hej", "Välj en PDF, en bild"),
    "tom.pdf": (b"", "är tom"),
    "stor.pdf": (b"%PDF-" + b"x" * LARGEST, "högst 10\xa0MB"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_papers_and_pictures_are_taken(name: str) -> None:
    check_file(name, TAKEN[name])


@pytest.mark.parametrize("name", REFUSED)
def test_anything_else_is_refused_with_what_to_do(name: str) -> None:
    content, words = REFUSED[name]
    with pytest.raises(InputError) as refused:
        check_file(name, content)
    assert words in refused.value.sentence
    assert f"”{name}”" in refused.value.sentence


def test_a_name_is_one_that_every_system_can_save() -> None:
    assert clean_name("C:\\temp\\kvitto: mars?.PDF") == "kvitto- mars-.pdf"
    assert clean_name("../../etc/kvitto.pdf") == "kvitto.pdf"
    assert beside_name("ab" * 32, "kvitto.pdf") == "abababababab kvitto.pdf"


def test_a_persons_name_is_taken_out_of_a_files_name() -> None:
    assert without_name("Kvitto Anna Ek 2017.pdf", "Anna Ek") == "Kvitto 2017.pdf"
    assert without_name("kvitto_anna-ek_2017.pdf", "Anna Ek") == "kvitto 2017.pdf"
    assert without_name("Anna Ek.pdf", "Anna Ek") == "underlag.pdf"
    assert without_name("kvitto_Anna_Ekström.pdf", "Anna Ek") == "kvitto_Anna_Ekström.pdf"
    assert without_name("kvitto.pdf", "") == "kvitto.pdf"


@pytest.mark.parametrize("owner", ["a", None])
def test_evidence_belongs_to_one_thing(owner: str | None) -> None:
    with pytest.raises(InputError, match="ska höra till en bokförd rad eller ett bidrag"):
        refuse_evidence(Evidence(sha256="a" * 64, entry_id=owner, grant_id=owner))


def test_sizes_are_told_as_people_say_them() -> None:
    sizes = (1, 84_300, 1_249_000, LARGEST)
    assert [size_text(each) for each in sizes] == ["1\xa0kB", "84\xa0kB", "1,2\xa0MB", "10\xa0MB"]

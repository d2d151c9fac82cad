"""A meeting's packet on the command line."""

from pathlib import Path

from tests.cli.hands import Caught, run

DAY = "2018-03-07"


def test_a_packet_is_written_as_a_file_and_a_folder(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    made, folder = tmp_path / "packe.pdf", tmp_path / "handlingar"
    words = ("print", "paket", DAY, "-o", made, "--mapp", folder, "--register", demo)
    status, out, err = run(capsys, *words)
    assert (status, out) == (0, "")
    assert err == f"4 filer i mappen {folder}.\n11 sidor, 0,2 MB.\n"
    assert made.read_bytes().startswith(b"%PDF")
    first, second, *papers = sorted(each.name for each in folder.iterdir())
    assert (first, second, len(papers)) == ("00 Förteckning.pdf", "01 Kallelse.pdf", 2)

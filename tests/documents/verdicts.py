"""Print what each checker says of finished PDF files; return 1 when one finds a fault.

The same checks as the tests', one line each, so that a run shows that they were made.
"""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Final

from pikepdf import Pdf, PdfError

from tests.documents.checks import archive_profile, invariants, overlooked, rule_failures
from tests.documents.reading import elements, run, spoken, squeezed, structure_of

_BACKWARDS: Final = re.compile(r"[\u0590-\u08ff\ufb1d-\ufefc]")

Checker = tuple[str, Callable[[bytes], list[str]]]


def checkers(data: bytes) -> Iterator[Checker]:
    """Yield every checker that a file must pass: what it is called, and what it finds."""
    try:
        profile = archive_profile(data)
    except PdfError:
        profile = "2a"  # what cannot be opened fails at every level
    validator = f"page-validation {version('page-validation')}"
    yield f"PDF/A-{profile} ({validator})", lambda data: rule_failures(data, profile)
    yield f"PDF/UA-1 ({validator})", lambda data: rule_failures(data, "ua1")
    yield "marks, structure and parent tree agree (own invariants)", _invariants
    yield "nothing that validators overlook (own checks)", _overlooked
    yield f"syntax and streams ({_first_line('qpdf', '--version')})", _syntax
    yield f"the text in reading order ({_first_line('pdfinfo', '-v')})", _reading_order


def _invariants(data: bytes) -> list[str]:
    with Pdf.open(BytesIO(data)) as pdf:
        return invariants(pdf)


def _overlooked(data: bytes) -> list[str]:
    with Pdf.open(BytesIO(data)) as pdf:
        return overlooked(pdf)


def _syntax(data: bytes) -> list[str]:
    """Let qpdf read every object and stream; it ends with 2 for errors, 3 for warnings."""
    try:
        run("qpdf", "--check", data=data)
    except subprocess.CalledProcessError as failed:
        told: bytes = failed.stdout + failed.stderr
        return told.decode("utf-8", errors="replace").strip().splitlines()
    return []


def _reading_order(data: bytes) -> list[str]:
    """Compare what poppler reads along the structure with our own reading of it.

    Figures are left out: we read their spoken text, poppler what is drawn in them. Letters
    that run from right to left it gives as they are drawn, so that only their number counts.
    """
    ours = spoken(_without_spoken_figures(data))
    theirs = "".join(_outside_figures(structure_of(data)))
    if not theirs.strip():
        return ["poppler reads no text at all"]
    same = _comparable(theirs) == _comparable(ours)
    return [] if same else ["poppler reads another text than we do"]


def _without_spoken_figures(data: bytes) -> bytes:
    file = BytesIO()
    with Pdf.open(BytesIO(data)) as pdf:
        for element in elements(pdf):
            if element.S == "/Figure" and "/Alt" in element:
                del element["/Alt"]
        pdf.save(file)
    return file.getvalue()


def _outside_figures(listing: str) -> Iterator[str]:
    """Yield the texts of poppler's listing of the structure, indented by depth."""
    figure: int | None = None
    for line in listing.splitlines():
        depth = len(line) - len(line.lstrip())
        if figure is not None and depth > figure:
            continue
        figure = depth if line.lstrip().startswith("Figure") else None
        if text := re.fullmatch(r'\s+"(.*)"', line):
            yield text[1]


def _comparable(text: str) -> str:
    whole = squeezed(text)
    return _BACKWARDS.sub("", whole) + "".join(sorted(_BACKWARDS.findall(whole)))


def _first_line(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    return (done.stdout + done.stderr).strip().splitlines()[0]


def verdict(data: bytes, checker: Checker) -> list[str]:
    """Return what ``checker`` finds; one that cannot even read the file has found a fault."""
    try:
        _, finds = checker
        return finds(data)
    except Exception as unreadable:
        return [f"{type(unreadable).__name__}: {unreadable}"]


def main(files: list[str]) -> int:
    """Check each file and tell."""
    if not files:
        print("usage: python -m tests.documents.verdicts FILE…", file=sys.stderr)
        return 2
    faults = 0
    for file in files:
        data = Path(file).read_bytes()
        print(f"{Path(file).name}, {len(data)} bytes")
        for checker in checkers(data):
            found = verdict(data, checker)
            faults += len(found)
            print(f"{'FAULT' if found else 'OK   '}  {checker[0]}")
            for each in found:
                print(f"       {each}")
    print(f"{len(files)} papers checked, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Files made hostile, read by every reader: each is taken or refused in a sentence, in time."""

import gc
import io
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from types import FrameType
from typing import Final, NamedTuple
from unicodedata import category

from hubra_desktop.exchange.cells import Cell
from hubra_desktop.exchange.csv_file import write_csv
from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.exchange.tables import SHAPES
from hubra_desktop.exchange.xlsx_file import write_xlsx
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import LISTS
from hubra_desktop.paths import resource
from tests.proofs import mutate
from tests.proofs.frame import Outcome, Proof

INPUTS: Final = Path(__file__).parents[1] / "data" / "inputs"
MOST_SECONDS: Final = 8.0
"""Of the processor's time for one file, all that is done with it; on a slow machine too."""

MOST_GROWTH: Final = 300_000
"""Kilobytes by which the process may have grown at the end, over what its first hundred took."""

_KEPT: Final = frozenset("\n\t\u200c\u200d\u00ad")
"""What is between lines and cells, and part of writing and of pictures."""

DAY: Final = date(2017, 6, 1)


class _Hang(BaseException):
    """The reader has not come to an end; nothing that it catches stops this."""


class Seed(NamedTuple):
    """An honest file, how it is made hostile, and what reads it."""

    name: str
    content: bytes
    mutator: mutate.Mutator
    read: Callable[[str, bytes, Random], None]


def _table(name: str, content: bytes, random: Random) -> None:
    from hubra_desktop.work.table_files import TableFile

    file = TableFile(name, content)
    name = file.likely(DAY)
    file.understood(name if random.random() < 0.8 else random.choice(file.fitting), DAY)


def _file(name: str, content: bytes, random: Random) -> None:
    from hubra_desktop.work.imports import read_file

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        read_file(path)


def _picture(name: str, content: bytes, random: Random) -> None:
    from hubra_desktop.work.pictures import check_picture, logotype_to_keep, picture_for_text

    random.choice((check_picture, logotype_to_keep, picture_for_text))(content)


@cache
def _seeds() -> tuple[Seed, ...]:
    return (*_inputs(), *_own_tables(), *_exports(), *_pictures())


def _inputs() -> Iterator[Seed]:
    for path in sorted(INPUTS.iterdir()):
        mutator = mutate.zipped if path.suffix == ".xlsx" else mutate.lines
        yield Seed(path.name, path.read_bytes()[:60_000], mutator, _table)


def _own_tables() -> Iterator[Seed]:
    for name, shape in SHAPES.items():
        headings = [column.heading for column in shape.columns]
        rows: list[list[Cell]] = [["2017"] * len(headings), [1] * len(headings)]
        yield Seed(f"{name}.csv", write_csv(headings, rows), mutate.lines, _table)
        yield Seed(f"{name}.xlsx", write_xlsx(shape.title, headings, rows), mutate.zipped, _table)


def _exports() -> Iterator[Seed]:
    whole = load(resource("demo", "huddinge.json").read_bytes())
    data = dump(replace(whole, **{name: getattr(whole, name)[:6] for name in LISTS}))
    yield Seed("register.json", data, mutate.tree, _file)
    yield Seed("kallelse.pdf", _paper(data), mutate.objects, _file)


def _paper(data: bytes) -> bytes:
    """Return a PDF that carries data as a printed kallelse does."""
    from pikepdf import AttachedFileSpec, Name, Pdf

    with Pdf.new() as pdf:
        pdf.add_blank_page()
        spec = AttachedFileSpec(
            pdf, data, description="", filename="kallelse.json", mime_type="application/json",
            creation_date="", mod_date="",
        )  # fmt: skip
        spec.relationship = Name.Data
        pdf.attachments["kallelse.json"] = spec
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def _pictures() -> Iterator[Seed]:
    from PIL import Image

    for kind in ("PNG", "JPEG", "GIF", "TIFF", "WEBP"):
        out = io.BytesIO()
        Image.effect_noise((60, 40), 50).convert("RGB").save(out, kind)
        yield Seed(f"bild.{kind}", out.getvalue(), mutate.pixels, _picture)


@contextmanager
def _in_time() -> Iterator[None]:
    """End what takes longer than ``MOST_SECONDS`` of the processor, where a clock can."""

    def end(_: int, __: FrameType | None) -> None:
        raise _Hang

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def run(tries: int, random: Random) -> Outcome:
    """Read so many hostile files; each is one try."""
    outcome = Outcome()
    limit = sys.getrecursionlimit()
    first = 0
    for number in range(tries):
        seed = random.choice(_seeds())
        content = seed.content
        for _ in range(random.choice((1, 1, 2, 3, 5))):
            content = seed.mutator(content, random)[:3_000_000]
        what, fault = _tried(seed, content, random)
        outcome.note(what, fault=f"try {number}: {seed.name}: {fault}" if fault else "")
        if number == 100:
            first = _peak()
    if sys.getrecursionlimit() != limit:
        outcome.faults.append("a reader changed how deep calls may go")
    if first and _peak() - first > MOST_GROWTH:
        outcome.faults.append(f"the process grew by {_peak() - first} kB")
    return outcome


def _peak() -> int:
    gc.collect()
    import resource as system

    return system.getrusage(system.RUSAGE_SELF).ru_maxrss


def _tried(seed: Seed, content: bytes, random: Random) -> tuple[str, str]:
    """Return what became of a file, and what was wrong with that."""
    begun = time.process_time()
    try:
        with _in_time():
            seed.read(seed.name, content, random)
    except InputError as refused:
        return "refused", _unfit(refused.sentence)
    except _Hang:
        return "hung", f"not read in {MOST_SECONDS} s"
    except BaseException as error:
        return "crashed", f"{type(error).__name__}: {error}"[:300]
    spent = time.process_time() - begun
    return "read", f"took {spent:.1f} s" if spent > MOST_SECONDS else ""


def _unfit(sentence: str) -> str:
    """Return what is wrong with a refusal: empty, endless, or with what a terminal would obey."""
    if not sentence.strip() or len(sentence) > 2_000:
        return f"no sentence: {sentence[:200]!r}"
    hidden = {each for each in sentence if category(each) in ("Cc", "Cf", "Cs")} - _KEPT
    return f"a sentence with {sorted(hidden)}: {sentence[:300]!r}" if hidden else ""


def why_not() -> str:
    """Tell why it cannot be tried here."""
    return "" if hasattr(signal, "setitimer") else "there is no clock that ends what hangs"


PROOF = Proof("hostile", "Hostile files read", run, tries=20_000, short=30, why_not=why_not)

"""What can be said on the command line, in Swedish."""

import argparse
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from hubra_desktop import __version__
from hubra_desktop.model.terms import LARGE_PRINT
from hubra_desktop.work.papers import PAPERS

Arguments = argparse.Namespace

_MESSAGES = (
    (r"the following arguments are required: (.+)", r"Det saknas: \1."),
    (r"unrecognized arguments: (.+)", r"Jag känner inte igen ”\1”."),
    (r"argument (.+?): expected one argument", r"Efter \1 ska det stå ett värde."),
    (r"argument (.+?): expected at least one argument", r"Efter \1 ska det stå minst ett värde."),
    (
        r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)",
        r"”\2” finns inte. Välj: \3.",
    ),
    (r"argument (.+?): ignored explicit argument (.+)", r"Efter \1 ska det inte stå något värde."),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 går inte att förena med \2."),
    (r"ambiguous option: (.+?) could match (.+)", r"”\1” kan betyda flera saker: \2."),
)


class _Formatter(argparse.HelpFormatter):
    """Help whose own words are Swedish."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Begin the usage line in Swedish."""
        super().add_usage(usage, actions, groups, "Skriv: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that speaks Swedish and ends with status 2 for the user's mistakes."""

    def __init__(self, **settings: object) -> None:
        settings |= {"formatter_class": _Formatter, "add_help": False, "allow_abbrev": False}
        super().__init__(**settings)  # type: ignore[arg-type]
        self._positionals.title = "Argument"
        self._optionals.title = "Tillval"
        self.add_argument("-h", "--help", "--hjälp", action="help", help="visa den här hjälpen")

    def error(self, message: str) -> NoReturn:
        """Say what was wrong in Swedish, where to read more, and end."""
        for pattern, words in _MESSAGES:
            message = re.sub(pattern, words, message)
        message = re.sub(r"'(\w+)'", r"\1", message)
        self.exit(2, f"{message}\nSkriv ”{self.prog} --help” för hjälp.\n")


def parse(words: Sequence[str]) -> Arguments:
    """Return what the command line says; ends the process with status 2 when it cannot be.

    A register alone, as a desktop passes the file that was clicked, is --register.
    """
    opened = len(words) == 1 and words[0].endswith(".hubra")
    return _parser().parse_args(["--register", *words] if opened else words)


def _parser() -> _Parser:
    parser = _Parser(
        prog="hubra",
        usage="hubra [TILLVAL] [KOMMANDO …] | hubra REGISTER.hubra",
        description="Rådssekreterarens skrivbord: föredragningslistor, kallelser och "
        "rådets register. Utan kommando öppnas fönstret.",
        epilog="Utan --register används det register som HUBRA_REGISTER anger, annars "
        "registret i din egen datamapp.",
    )
    parser.add_argument("--register", metavar="FIL", type=Path, help="registret att arbeta i")
    parser.add_argument(
        "--version", action="version", version=f"hubra {__version__}", help="visa utgåvan"
    )
    parser.add_argument(
        "--self-test", action="store_true", help="prova att hela programmet fungerar här"
    )
    commands = parser.add_subparsers(
        title="Kommandon",
        dest="command",
        metavar="KOMMANDO",
        parser_class=_Parser,
        prog="hubra",
    )
    _add_demo(commands)
    _add_show(commands)
    _add_print(commands)
    _add_import(commands)
    _add_export(commands)
    _add_purge(commands)
    _command(commands, "check", "kontrollera att registret är helt och vad som saknas i det")
    return parser


def _command(commands: object, name: str, words: str) -> argparse.ArgumentParser:
    """Add a command that takes --register after itself too."""
    parser: argparse.ArgumentParser = commands.add_parser(  # type: ignore[attr-defined]
        name, help=words, description=words[0].upper() + words[1:] + "."
    )
    parser.add_argument(
        "--register",
        metavar="FIL",
        type=Path,
        default=argparse.SUPPRESS,
        help="registret att arbeta i",
    )
    return parser


def _add_demo(commands: object) -> None:
    parser = _command(commands, "demo", "skapa övningsregistret: Huddinges råd 2017–2018")
    parser.add_argument(
        "file", metavar="FIL", type=Path, help="det nya registret, till exempel ovning.hubra"
    )


SHOWN = {
    "meeting": ("sammanträde", "ett sammanträde"),
    "budget": ("budgeten",),
    "grants": ("bidrag", "bidragen"),
    "plan": ("verksamhetsplan", "planen"),
    "indicators": ("mått", "matt", "indikatorer"),
}
"""What can be shown, each with other words for it."""

TABLES = {
    "ledger": ("huvudbok", "huvudboken"),
    "grants": ("bidrag",),
    "activities": ("aktiviteter",),
    "measurements": ("mätvärden", "matvarden", "mått"),
}
"""The tables that go out and in, each with other words for it."""


def _one_of(words: Mapping[str, tuple[str, ...]]) -> Callable[[str], str]:
    """Return what reads a word as the one it stands for; unknown ones are left to refuse."""
    known = {other: word for word, others in words.items() for other in (word, *others)}
    return lambda typed: known.get(typed.casefold(), typed)


def _add_show(commands: object) -> None:
    parser = _command(commands, "show", "visa något ur registret")
    parser.add_argument(
        "what",
        metavar="VAD",
        choices=list(SHOWN),
        type=_one_of(SHOWN),
        help="meeting: ett sammanträde; budget, grants, plan, indicators: ett års budget, "
        "bidrag, verksamhetsplan, mått",
    )
    parser.add_argument(
        "which", metavar="VILKET", help="dagen eller året, till exempel 2018-03-07 eller 2017"
    )
    parser.add_argument("--json", action="store_true", help="som JSON i stället för text")


def _add_print(commands: object) -> None:
    parser = _command(commands, "print", "skriv ett dokument till en PDF-fil eller webbsida")
    parser.add_argument(
        "what",
        metavar="VAD",
        choices=list(PAPERS),
        type=_one_of({name: paper.words for name, paper in PAPERS.items()}),
        help="kallelse för en dag; verksamhetsberattelse, verksamhetsplan, tjansteutlatande, "
        "bidrag, budget, arshjul för ett år; beslutsbrev, aterkrav för ett bidrag",
    )
    parser.add_argument(
        "which",
        metavar="VILKET",
        help="dagen, året eller bidragets id, till exempel 2018-03-07 eller 2017",
    )
    parser.add_argument(
        "-o", "--output", metavar="FIL", required=True, help="filen, eller - för utmatning"
    )
    parser.add_argument("--html", action="store_true", help="som webbsida (HTML) i stället för PDF")
    parser.add_argument(
        "--text-size",
        "--storlek",
        metavar="PUNKTER",
        choices=[str(size) for size in LARGE_PRINT],
        help="stor stil för den som ser dåligt: 16 eller 20 punkter",
    )
    parser.add_argument(
        "--no-data",
        "--utan-data",
        action="store_true",
        help="låt inte kallelsen som PDF-fil bära de uppgifter som import annars kan läsa ur den",
    )


def _add_import(commands: object) -> None:
    parser = _command(
        commands, "import", "läs in en fil som är gjord med export eller print, eller en tabell"
    )
    parser.add_argument(
        "file", metavar="FIL", type=Path, help="JSON- eller PDF-filen, eller tabellen (CSV, XLSX)"
    )
    parser.add_argument(
        "--as",
        "--som",
        dest="table",
        metavar="TABELL",
        choices=list(TABLES),
        type=_one_of(TABLES),
        help="läs filen som en tabell: ledger (huvudbok), grants (bidrag), activities "
        "(aktiviteter) eller measurements (mätvärden)",
    )
    parser.add_argument(
        "--good-rows",
        "--goda-rader",
        action="store_true",
        help="läs in tabellens goda rader även om andra inte går att läsa in",
    )
    parser.add_argument(
        "--preview",
        "--visa",
        action="store_true",
        help="visa vad filen innehåller utan att läsa in den",
    )


def _add_export(commands: object) -> None:
    parser = _command(
        commands, "export", "skriv hela registret, enstaka sammanträden eller en tabell till en fil"
    )
    parser.add_argument("file", metavar="FIL", help="filen, eller - för utmatning")
    parser.add_argument(
        "--meeting",
        metavar="DATUM",
        action="append",
        default=[],
        help="bara detta sammanträde (kan upprepas)",
    )
    parser.add_argument(
        "--table",
        "--tabell",
        metavar="TABELL",
        choices=list(TABLES),
        type=_one_of(TABLES),
        help="en tabell i stället: ledger (huvudbok), grants (bidrag), activities "
        "(aktiviteter) eller measurements (mätvärden); CSV, eller XLSX om filen heter så",
    )
    parser.add_argument("--year", "--år", metavar="ÅR", help="bara detta år ur tabellen")


def _add_purge(commands: object) -> None:
    parser = _command(
        commands, "purge", "gallra en person ur registret och dess historik; det kan inte ångras"
    )
    parser.add_argument(
        "person", metavar="PERSON", help="personens namn, eller id om flera delar det"
    )

"""The grammar of the command line, in Swedish."""

import argparse
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from hubra_desktop import __version__
from hubra_desktop.cli.words import (
    ALIKE_WORDS,
    PACKET,
    PACKET_WORDS,
    PASSPHRASE_WORDS,
    PRINTED,
    SHOWN,
    SUBJECTS,
    TABLES,
    TO_SHOW,
    WAYS,
    WRITTEN,
)
from hubra_desktop.model.dispatch.label_sheets import LABEL_SHEETS
from hubra_desktop.model.swedish import capitalised
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


_Argument = tuple[tuple[str, ...], dict[str, Any]]


def _argument(*names: str, **settings: object) -> _Argument:
    """Describe an argument as argparse takes it."""
    return names, settings


def _one_of(words: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """Describe a word of ``words`` or another word for it; unknown ones are left to refuse."""
    known = {other: word for word, others in words.items() for other in (word, *others)}
    return {"choices": list(words), "type": lambda typed: known.get(typed.casefold(), typed)}


_TABLE = {"dest": "table", "metavar": "TABELL"}


def _named(words: Mapping[str, tuple[str, ...]]) -> str:
    """Name all words for the help, each with another word for it: ``ledger (huvudbok), …``."""
    return ", ".join(f"{word} ({others[0]})" for word, others in words.items())


_COMMANDS: dict[str, tuple[str, tuple[_Argument, ...]]] = {
    "demo": (
        "skapa övningsregistret: Huddinges råd 2017–2018",
        (_argument("file", metavar="FIL", type=Path,
                   help="det nya registret, till exempel ovning.hubra"),),
    ),
    "new": (
        "skapa ett tomt register för ett råd",
        (
            _argument("file", metavar="FIL", type=Path,
                      help="det nya registret, till exempel radet.hubra"),
            _argument("--name", "--namn", metavar="RÅDET", required=True,
                      help="rådets namn, som står på alla handlingar"),
            _argument("--municipality", "--kommun", metavar="KOMMUN", default="",
                      help="kommunen som rådet finns i"),
        ),
    ),
    "show": (
        "visa något ur registret",
        (
            _argument("what", metavar="VAD", **_one_of(SHOWN),
                      help=TO_SHOW),
            _argument("which", metavar="VILKET", nargs="?", default="",
                      help="dagen, året eller ärendets nummer, till exempel 2018-03-07, 2017 "
                      "eller KS-2018/451.181"),
            _argument("--json", action="store_true", help="som JSON i stället för text"),
        ),
    ),
    "print": (
        "skriv ett dokument till en PDF-fil eller webbsida",
        (
            _argument("what", metavar="VAD",
                      **_one_of({**{name: paper.words for name, paper in PAPERS.items()},
                                 PACKET: PACKET_WORDS}),
                      help=PRINTED),
            _argument("which", metavar="VILKET",
                      help="dagen, året, bidragets id, ärendets nummer eller dagen och paragrafen, "
                      "som 2018-03-07 § 14"),
            _argument("-o", "--output", metavar="FIL", help="filen, eller - för utmatning"),
            _argument("--folder", "--mapp", metavar="MAPP",
                      help="paketet som numrerade filer i en ny mapp"),
            _argument("--public", "--publik", action="store_true",
                      help="paketet, kallelsen eller protokollet utan det som inte är till för "
                      "alla"),
            _argument("--internal", "--intern", action="store_true",
                      help="kallelsen för de kallade, med det som inte är till för alla"),
            _argument("--draft", "--utkast", action="store_true",
                      help="utkast till kallelsen, eller till protokollet innan det är justerat"),
            _argument("--version", "--utgåva", metavar="NR", type=int,
                      help="en tidigare version, som den gick ut eller justerades"),
            _argument("--stamped", "--stämplad", action="store_true",
                      help="en kopia av den med ERSATT på varje sida"),
            _argument("--pro-forma", action="store_true",
                      help="handlingen på prov, märkt pro forma, innan det finns skäl för den"),
            _argument("--sheet", "--ark", metavar="ARK", choices=list(LABEL_SHEETS),
                      help="etiketternas ark: " + ", ".join(
                          f"{name}: {sheet.title}" for name, sheet in LABEL_SHEETS.items())),
            _argument("--first", "--första", metavar="NR", type=int,
                      help="numret på arkets första lediga etikett"),
            _argument("--html", action="store_true",
                      help="som webbsida (HTML) i stället för PDF; så blir det också om filen "
                      "heter .html"),
            _argument("--text-size", "--storlek", metavar="PUNKTER",
                      choices=[str(size) for size in LARGE_PRINT],
                      help="stor stil för den som ser dåligt: 16 eller 20 punkter"),
            _argument("--issue", "--utfärda", action="store_true",
                      help="utfärda brevet eller kallelsen: det sparas i registret som det är och "
                      "skrivs ut så nästa gång; det som inte är utfärdat är ett utkast"),
            _argument("--to", "--till", metavar="NAMN",
                      help="utdraget till den som delges, som det skickades om det är gjort"),
            _argument("--adopted", "--antagen", action="store_true",
                      help="verksamhetsplanen som den antogs senast, utan det som är ändrat sedan"),
            _argument("--nameless", "--utan-namn", action="store_true",
                      help="utan handläggarens namn i brevet som utfärdas, där hot kan befaras"),
            _argument("--data", "--med-data", action="store_true", default=False,
                      help="låt kallelsen som PDF-fil (PDF/A-3a) bära de uppgifter som import kan "
                      "läsa ur den; annars är den PDF/A-2a, för arkiv och webb"),
            _argument("--no-data", "--utan-data", action="store_false", dest="data",
                      default=False, help=argparse.SUPPRESS),
        ),
    ),
    "import": (
        "läs in en fil som är gjord med export eller print, eller en tabell",
        (
            _argument("file", metavar="FIL", type=Path,
                      help="JSON- eller PDF-filen, eller tabellen (CSV, XLSX, SIE, ICS, VCF)"),
            _argument("--as", "--som", **_TABLE, **_one_of(TABLES),
                      help=f"läs filen som en tabell: {_named(TABLES)}"),
            _argument("--good-rows", "--goda-rader", action="store_true",
                      help="läs in tabellens goda rader även om andra inte går att läsa in"),
            _argument("--changes", "--ändringar", action="store_true",
                      help="ändra också det som registret redan har, där en export eller "
                      "kallelse säger annat; se först vad med --visa"),
            _argument("--column", "--kolumn", metavar="RUBRIK=KOLUMN", action="append", default=[],
                      help="vilken av tabellens kolumner som filens rubrik är; utan KOLUMN läses "
                      "den inte (kan upprepas)"),
            _argument("--value", "--värde", metavar="KOLUMN=VÄRDE", action="append", default=[],
                      help="ett värde för alla rader, till exempel Slag=kostnad (kan upprepas)"),
            _argument("--reading", "--läs", metavar="KOLUMN=SÄTT", action="append", default=[],
                      help="hur en kolumn läses som inte själv avgör det: komma eller punkt före "
                      "decimaler, dag eller månad först (kan upprepas)"),
            _argument("--alike", "--lika", metavar="VAD", choices=list(ALIKE_WORDS),
                      help="om rader som liknar bokförda är bokförda eller nya"),
            _argument("--anyway", "--ändå", action="store_true",
                      help="läs in också det ovanliga som filen frågar om; se först vad med "
                      "--visa"),
            _argument("--same", "--samma", metavar="RAD=VEM", action="append", default=[],
                      help="vem i registret som en rad är: personens id, row- och radens nummer "
                      "i filen, eller ny (kan upprepas)"),
            _argument("--rows", "--rader", metavar="RADER",
                      help="bara dessa rader ur filen, till exempel 2,5-9"),
            _argument("--compare", "--jämför", action="store_true",
                      help="bokför inget: spara kommunens bokföring att stämma av mot"),
            _argument("--preview", "--visa", action="store_true",
                      help="visa vad filen innehåller utan att läsa in den"),
        ),
    ),
    "export": (
        "skriv hela registret, enstaka sammanträden eller en tabell till en fil",
        (
            _argument("file", metavar="FIL", nargs="?",
                      help="filen, eller - för utmatning; med --ics och --eml behövs ingen"),
            _argument("--meeting", metavar="DATUM", action="append", default=[],
                      help="bara detta sammanträde (kan upprepas)"),
            _argument("--table", "--tabell", **_TABLE, **_one_of(WRITTEN),
                      help=f"en tabell i stället: {_named(WRITTEN)}; CSV, eller XLSX om filen "
                      "heter så"),
            _argument("--year", "--år", metavar="ÅR", help="bara detta år ur tabellen"),
            _argument("--ics", metavar="FIL",
                      help="sammanträdet som kalenderfil, eller årets kommande utan --meeting; "
                      "en mapp får också vars och ens egna tider"),
            _argument("--eml", metavar="MAPP", type=Path,
                      help="utkast till e-post med kallelsen, som e-postprogrammet öppnar"),
            _argument("--each", "--var-och-en", action="store_true",
                      help="ett utkast till var och en, med den egna tiden för den som föredrar"),
            _argument("--blind", "--dold-kopia", action="store_true",
                      help="alla adresser som dold kopia i utkastet till alla"),
        ),
    ),
    "purge": (
        "gallra en person ur registret, dess historik och dess kopior; det kan inte ångras",
        (
            _argument("person", metavar="PERSON",
                      help="personens namn, eller id om flera delar det"),
            _argument("--decision", "--beslut", metavar="BESLUT", default="",
                      help="beslutet som gallringen vilar på, till exempel KS 2026-03-04 § 41"),
            _argument("--decided", "--beslutad", metavar="DAG", default="",
                      help="dagen som beslutet fattades"),
            _argument("--by", "--av", metavar="VEM", default="", help="vem som gallrar"),
        ),
    ),
    "evidence": (
        "visa, lägg till eller hämta ut underlag: kvitton, ansökningar, redovisningar",
        (
            _argument("--row", "--rad", metavar="NR", type=int,
                      help="underlag till raden med detta nummer i huvudboken"),
            _argument("--grant", "--bidrag", metavar="ID", help="underlag till bidraget"),
            _argument("--year", "--år", metavar="ÅR",
                      help="allt underlag till årets rader och bidrag"),
            _argument("--add", "--lägg-till", metavar="FIL", type=Path, nargs="+", default=[],
                      help="lägg till filer till raden eller bidraget"),
            _argument("--extract", "--hämta", metavar="MAPP", type=Path,
                      help="skriv filerna till en mapp"),
            _argument("--remove", "--ta-bort", metavar="ID", help="ta bort ett underlag"),
            _argument("--purge", "--gallra", metavar="ID",
                      help="gallra ett underlag för alltid; det kan inte ångras"),
        ),
    ),
    "backup": (
        "säkerhetskopiera registret, eller visa vilka säkerhetskopior som finns",
        (
            _argument("--to", "--till", metavar="MAPP", type=Path,
                      help="lägg en kopia i den här mappen också, till exempel ett USB-minne"),
            _argument("--list", "--lista", action="store_true",
                      help="visa vilka säkerhetskopior som finns, och gör ingen"),
        ),
    ),
    "restore": (
        "återställ registret till en säkerhetskopia; det som finns nu säkerhetskopieras först",
        (
            _argument("which", metavar="KOPIA",
                      help="dagen, till exempel 2026-11-30 (den dagens senaste kopia), början av "
                      "kopians namn i hubra backup --list, eller en fil"),
            _argument("--preview", "--visa", action="store_true",
                      help="visa vad som skulle ändras utan att återställa"),
        ),
    ),
    "history": (
        "visa historiken, eller vad som skiljer sig nu från en säkerhetskopia",
        (
            _argument("which", metavar="KOPIA", nargs="?", default="",
                      help="dagen, till exempel 2026-11-30 (den dagens senaste kopia), början av "
                      "kopians namn i hubra backup --list, eller en fil; utan KOPIA visas stegen"),
            _argument("--since", "--sedan", metavar="DAG", default="",
                      help="alla steg sedan den dagen"),
            _argument("--what", "--vad", metavar="VAD", **_one_of(SUBJECTS),
                      help="bara det som gäller meetings (sammanträden), plan (verksamhet och "
                      "handlingar), money (budget och bidrag), indicators (mått) eller overview "
                      "(rådet, personer och ärenden)"),
            _argument("--json", action="store_true", help="som JSON i stället för text"),
        ),
    ),
    "move": (
        "ta med registret till en annan dator (out), eller hit från en (in)",
        (
            _argument("way", metavar="VÄG", **_one_of(WAYS),
                      help="out (ut): gör filen som följer med; in (hit): lägg det som den "
                      "rymmer här"),
            _argument("file", metavar="FIL", type=Path,
                      help="filen, till exempel E:\\radet.hubra-flytt"),
            _argument("new", metavar="NYTT", type=Path, nargs="?",
                      help="var registret ska ligga här; annars i din egen datamapp"),
            _argument("--generations", "--säkerhetskopior", action="store_true",
                      help="ta också med säkerhetskopiorna"),
        ),
    ),
    "salvage": (
        "rädda det som går att läsa ur ett skadat register till ett nytt",
        (
            _argument("file", metavar="FIL", type=Path, help="det skadade registret"),
            _argument("new", metavar="NY", type=Path, nargs="?",
                      help="det nya registret; annars läggs det bredvid, med dagens datum"),
        ),
    ),
    "passphrase": (
        "lås registret med en lösenfras, ändra den eller ta bort den; säkerhetskopiorna följer med",
        (
            _argument("what", metavar="VAD", **_one_of(PASSPHRASE_WORDS),
                      help="set: välj en lösenfras; change: ändra den; remove: ta bort den"),
            _argument("file", metavar="FIL", type=Path, help="registret"),
            _argument("--new-passphrase-file", "--ny-lösenfras-fil", metavar="FIL", type=Path,
                      help="läs den nya lösenfrasen ur den här filen i stället för att fråga"),
            _argument("--sheet", "--blad", metavar="PDF", type=Path,
                      help="skriv återställningsbladet till den här filen; det går inte att få "
                      "en gång till"),
            _argument("--recover", "--återställ", action="store_true",
                      help="lås upp registret med återställningsbladet i stället för lösenfrasen"),
        ),
    ),
    "check": (
        "kontrollera att registret är helt och vad som saknas i det",
        (
            _argument("--deep", "--grundligt", action="store_true",
                      help="pröva i stället filen, reglerna, historiken, bilagorna och "
                      "säkerhetskopiorna; rapporten innehåller inget av det som står i registret"),
        ),
    ),
}  # fmt: skip


def parse(words: Sequence[str]) -> Arguments:
    """Parse the command line; ends the process with status 2 when it cannot be.

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
    register: dict[str, Any] = {"metavar": "FIL", "type": Path, "help": "registret att arbeta i"}
    parser.add_argument("--register", **register)
    key: dict[str, Any] = {
        "metavar": "FIL",
        "type": Path,
        "help": "läs registrets lösenfras ur den här filen; annars ur variabeln "
        "HUBRA_PASSPHRASE, eller fråga",
    }
    parser.add_argument("--passphrase-file", "--lösenfras-fil", **key)
    parser.add_argument(
        "--version", action="version", version=f"hubra {__version__}", help="visa utgåvan"
    )
    parser.add_argument(
        "--self-test", action="store_true", help="prova att hela programmet fungerar här"
    )
    commands = parser.add_subparsers(
        title="Kommandon", dest="command", metavar="KOMMANDO", parser_class=_Parser, prog="hubra"
    )
    for name, (does, arguments) in _COMMANDS.items():
        command = commands.add_parser(name, help=does, description=f"{capitalised(does)}.")
        # The register may be named before the command or after it.
        command.add_argument("--register", default=argparse.SUPPRESS, **register)
        command.add_argument(
            "--passphrase-file", "--lösenfras-fil", default=argparse.SUPPRESS, **key
        )
        for names, settings in arguments:
            command.add_argument(*names, **settings)
    return parser

"""``hubra passphrase``, and the passphrase that any command asks for.

It is read from the terminal without being shown, from ``HUBRA_PASSPHRASE`` or from a file:
what stands on the command line itself, every program of the computer may see.
"""

import getpass
import os
import sys
from pathlib import Path
from typing import Final

from hubra_desktop.cli.output import write_lines
from hubra_desktop.cli.parser import Arguments
from hubra_desktop.model.errors import InputError
from hubra_desktop.store.errors import PassphraseNeededError
from hubra_desktop.store.passphrase import WrongPassphraseError, unlock
from hubra_desktop.work.files import read_whole, write_whole
from hubra_desktop.work.passphrases import (
    change_passphrase,
    check_passphrase,
    has_passphrase,
    passphrase_hint,
    refuse_locked,
    unlock_by_sheet,
)
from hubra_desktop.work.places import default_register

VARIABLE: Final = "HUBRA_PASSPHRASE"
NEW_VARIABLE: Final = "HUBRA_NEW_PASSPHRASE"
_OLD: Final = ("--passphrase-file", VARIABLE)
_NEW: Final = ("--new-passphrase-file", NEW_VARIABLE)
_TRIES: Final = 3
_LARGEST: Final = 10_000
"""Bytes of a file that holds a passphrase."""


def unlocked_after(refused: InputError, arguments: Arguments) -> bool:
    """Ask for a passphrase when a command was refused for want of it; raises InputError."""
    if arguments.command == "passphrase":
        return False
    register = arguments.register or default_register()
    path = refused.path if isinstance(refused, PassphraseNeededError) else register
    try:
        refuse_locked(path)
    except PassphraseNeededError:
        unlock_asked(path, arguments)
        return True
    return False


def unlock_asked(register: Path, arguments: Arguments) -> None:
    """Unlock a register by the passphrase that is given or asked for; raises InputError."""
    given = _given(arguments.passphrase_file, VARIABLE)
    if given is not None:
        unlock(register, given)
        return
    for left in reversed(range(_TRIES)):
        try:
            unlock(register, _asked(f"Lösenfras för {register.name}: ", *_OLD))
        except WrongPassphraseError as wrong:
            if not left:
                raise
            print(wrong.sentence, file=sys.stderr)
        else:
            return


def passphrase(arguments: Arguments) -> int:
    """Choose, change or take away a register's passphrase.

    Return 1 when a copy is left as it was, or the sheet that was asked for cannot be written.
    """
    register: Path = arguments.register
    had_one = has_passphrase(register)
    if had_one:
        if arguments.what == "set":
            raise InputError("Registret har redan en lösenfras. Ändra den med: passphrase change.")
        if arguments.recover:
            unlock_by_sheet(register, _asked("Nyckeln på återställningsbladet: "))
        else:
            unlock_asked(register, arguments)
    elif arguments.what != "set":
        raise InputError("Registret har ingen lösenfras. Välj en med: passphrase set.")
    new = None if arguments.what == "remove" else _new(arguments)
    done = change_passphrase(register, new)
    told, *left = done.told
    write_lines(told)
    if had_one:
        write_lines("Gamla återställningsblad gäller inte längre. Riv dem.")
    if done.key is not None:
        left += _sheet(register, done.key, arguments)
    for sentence in left:
        print(sentence, file=sys.stderr)
    return 1 if left else 0


def _new(arguments: Arguments) -> str:
    given = _given(arguments.new_passphrase_file, NEW_VARIABLE)
    if given is None:
        given = _asked("Ny lösenfras: ", *_NEW)
        again = _asked("En gång till: ", *_NEW)
    else:
        again = given
    check_passphrase(given, again)
    hint = passphrase_hint(given)
    if hint:
        print(hint, file=sys.stderr)
    return given


def _sheet(register: Path, key: bytes, arguments: Arguments) -> list[str]:
    """Write the recovery sheet where one is asked for; return why it could not be."""
    left = []
    if arguments.sheet is not None:
        from hubra_desktop.work.recovery_sheets import recovery_sheet

        try:
            write_whole(arguments.sheet, recovery_sheet(register, key))
        except InputError as refused:
            left.append(refused.sentence)
        else:
            write_lines(
                f"Återställningsbladet finns nu i {arguments.sheet}. Skriv ut det, lås in det "
                "och ta bort filen."
            )
            return []
    write_lines(
        "Glöms lösenfrasen kan ingen öppna registret. Med --sheet FIL.pdf får du ett "
        "återställningsblad när du ändrar den."
    )
    return left


def _given(file: Path | None, variable: str) -> str | None:
    """Return the passphrase in a file (its first line) or in a variable; None when neither is."""
    if file is None:
        return os.environ.get(variable)
    try:
        lines = read_whole(file, _LARGEST).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise InputError(f"Filen {file} är inte text i UTF-8.") from None
    return lines[0] if lines else ""


def _asked(what: str, option: str = "", variable: str = "") -> str:
    """Ask on the terminal, where there is one, without showing what is typed."""
    if not sys.stdin.isatty():
        other = (
            f" Skriv den i en fil efter {option}, eller i variabeln {variable}." if option else ""
        )
        raise InputError(f"Här finns ingen att fråga: {what.rstrip(': ')}.{other}")
    try:
        return getpass.getpass(what)
    except (EOFError, KeyboardInterrupt):
        raise InputError("Avbrutet. Inget har ändrats.") from None

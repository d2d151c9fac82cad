"""The generations of a register: made, thinned and put back.

They lie beside the register, in a folder of its name, as ordinary registers, and in a
second place where one is chosen.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hubra_desktop.model.days import moment_in_words
from hubra_desktop.model.generations import (
    BackupReason,
    Generation,
    newest_first,
    thinning,
)
from hubra_desktop.model.kept_files import size_text
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.progress import Progress
from hubra_desktop.store.backup import (
    QUIET,
    generations_folder,
    generations_in,
    hold_generation,
    kept_originals,
    make_generation,
    mark_of,
    remove_generation,
    steps_after,
)
from hubra_desktop.store.lock import user_name
from hubra_desktop.store.restore import put_back
from hubra_desktop.work.backup_choices import BackupChoices, backup_choices
from hubra_desktop.work.second_place import absence, carry_over


def generations_of(register: Path) -> list[Generation]:
    """Return the generations that lie beside a register, newest first.

    What upgrades have kept of it counts too.
    """
    register = register.resolve()
    here = generations_in(generations_folder(register))
    return newest_first([*here, *kept_originals(register)])


@dataclass(frozen=True)
class PlacedGeneration:
    """A generation as it lies beside the register, in the second place, or in both."""

    here: Generation | None
    there: Generation | None

    @property
    def nearest(self) -> Generation:
        """Return it where it is read the fastest."""
        found = self.here or self.there
        assert found is not None
        return found

    @property
    def paths(self) -> list[Path]:
        """Return every place where it lies."""
        return [each.path for each in (self.here, self.there) if each is not None]


def all_generations(register: Path) -> list[PlacedGeneration]:
    """Return the generations of a register in both places, newest first, each of them once."""
    folder = backup_choices(register).folder
    here = {each.path.name: each for each in generations_of(register)}
    there = {each.path.name: each for each in (generations_in(folder) if folder else ())}
    names = [each.path.name for each in newest_first({**there, **here}.values())]
    return [PlacedGeneration(here.get(name), there.get(name)) for name in names]


def room_taken(found: Iterable[PlacedGeneration]) -> str:
    """Say how many generations lie beside the register, and how much room they take there."""
    here = [each.here for each in found if each.here is not None]
    if not here:
        return say("ingen säkerhetskopia")
    size = size_text(sum(each.size for each in here))
    return say_count(
        "{n} säkerhetskopia, {size}", "{n} säkerhetskopior, {size}", len(here), size=size
    )


def back_up(register: Path, reason: BackupReason, told: Progress = QUIET) -> Generation:
    """Make a generation of a register and thin the others; on any thread.

    Raises NotBackedUpError, UnlikeGenerationError, and StoppedError when it is ``told``
    to end; then nothing of it is left.
    """
    made, _ = _made_and_thinned(register.resolve(), reason, told)
    return made


def _made_and_thinned(
    register: Path, reason: BackupReason, told: Progress
) -> tuple[Generation, list[Generation]]:
    """Return the generation made, and those taken away because together they are too large."""
    folder = generations_folder(register)
    made = make_generation(register, folder, reason, told)
    bound = backup_choices(register).bound
    plan = thinning(generations_in(folder), datetime.now(), made.path, bound)
    for each in (*plan.aged, *plan.crowded):
        remove_generation(each)
    return made, plan.crowded


@dataclass(frozen=True)
class BackedUp:
    """What came of a backup: the newest generation, and what is to be told of it.

    ``away`` says that the second place has been away too long; "" when it has not.
    """

    newest: Generation | None
    news: str = ""
    away: str = ""


def is_due(register: Path, newest: Generation | None, now: datetime | None = None) -> bool:
    """Tell whether the register is another than its newest generation has it.

    With ``now``, also when there is none of today.
    """
    if newest is None or (now is not None and newest.moment.date() != now.date()):
        return True
    mark = mark_of(register)
    return mark is None or mark != mark_of(newest.path)


def latest_generation(register: Path) -> Generation | None:
    """Return the generation made last."""
    return next(iter(generations_in(generations_folder(register.resolve()))), None)


def keep_up(
    register: Path, reason: BackupReason, *, daily: bool = False, told: Progress = QUIET
) -> BackedUp:
    """Make a generation if something has changed, and bring the second place what it lacks.

    With ``daily``, as a register is opened, one is made when there is none of today, too,
    and a register that is older than its generations is told of. Raises as ``back_up``
    does; a second place that is away is no reason to fail.
    """
    register, now = register.resolve(), datetime.now()
    newest = latest_generation(register)
    older = told_of_age(register) if daily else ""
    if older and newest is not None:
        with suppress(OSError):
            newest = hold_generation(newest)
    crowded: list[Generation] = []
    if reason is BackupReason.BY_HAND or is_due(register, newest, now if daily else None):
        newest, crowded = _made_and_thinned(register, reason, told)
    choices, away, unpurged = backup_choices(register), "", tuple[str, ...]()
    if choices.folder is not None and newest is not None:
        from hubra_desktop.work.purged_copies import purge_second_place  # asks for generations

        try:
            unpurged = purge_second_place(register, newest.path).left
            crowded += carry_over(register, now, told)
        except OSError:
            away = absence(choices, now)
    told_of = (older, *unpurged, _told_of_room(crowded, choices))
    return BackedUp(newest, " ".join(each for each in told_of if each), away)


def told_of_age(register: Path) -> str:
    """Say that a register is older than its newest generation; "" when it is not.

    A copy of an earlier day was laid over it. One that was put back is not older: that is
    a step of its history. Nor is one whose generations were purged after itself.
    """
    newest = latest_generation(register)
    there = mark_of(register, purges=False)
    kept = newest and mark_of(newest.path, purges=False)
    if newest is None or not there or not kept or there.at >= kept.at:
        return ""
    if steps_after(register.resolve(), kept) is not None:
        return ""  # the clock was set back
    now = datetime.now().astimezone()
    return say(
        "Registret är äldre än sin säkerhetskopia: det ändrades senast {day}, och "
        "säkerhetskopian har ändringar till och med {later}. Har en äldre fil lagts i dess "
        "ställe hämtar du tillbaka det nyare under Säkerhetskopior i menyn Arkiv.",
        day=_in_words(there.at, now) if there.at else say("aldrig"),
        later=_in_words(kept.at, now),
    )


def _in_words(at: str, now: datetime) -> str:
    return moment_in_words(datetime.fromisoformat(at).astimezone(), now)


def keep_before(register: Path, reason: BackupReason, told: Progress = QUIET) -> BackedUp:
    """Make a generation before a large step, unless the newest is the same; raises as above."""
    register, now = register.resolve(), datetime.now()
    newest, crowded = latest_generation(register), list[Generation]()
    if is_due(register, newest):
        newest, crowded = _made_and_thinned(register, reason, told)
    choices = backup_choices(register)
    return BackedUp(newest, _told_of_room(crowded, choices), absence(choices, now))


def _told_of_room(crowded: list[Generation], choices: BackupChoices) -> str:
    count = len({each.path.name for each in crowded})
    if not count:
        return ""
    return say_count(
        "{n} äldre säkerhetskopia togs bort för att de tillsammans ska rymmas på {size}.",
        "{n} äldre säkerhetskopior togs bort för att de tillsammans ska rymmas på {size}.",
        count,
        size=size_text(choices.bound),
    )


def restore(register: Path, generation: Generation, told: Progress = QUIET) -> Path | None:
    """Put a register back, which nobody has open; return where the present was kept.

    None when there was no register at ``register``. Raises a RegisterError that says why it
    is as it was.
    """

    def keep(path: Path) -> Path:
        # Nothing is thinned: the generation that is put back may be the one to go.
        reason, folder = BackupReason.RESTORE, generations_folder(path)
        return make_generation(path, folder, reason, told).path

    return put_back(register, generation.path, keep, user_name())


def difference(register: Path, generation: Generation) -> str:
    """Say in a sentence what has happened in the register since the generation was made."""
    mark = mark_of(generation.path)
    steps = None if mark is None else steps_after(register, mark)
    when = moment_in_words(generation.moment, datetime.now())
    if steps is None:
        return say("Registret har gått en annan väg sedan kopian {when}.", when=when)
    if not steps:
        return say("Inget har ändrats i registret sedan kopian {when}.", when=when)
    return say_count(
        "{n} ändring har gjorts i registret sedan kopian {when}.",
        "{n} ändringar har gjorts i registret sedan kopian {when}.",
        steps,
        when=when,
    )

"""What stands in the way of taking a step back, in a sentence that names it."""

from hubra_desktop.model.language import say
from hubra_desktop.model.records.field_words import field_word
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.store.journal import UndoConflictError
from hubra_desktop.ui.pages.history.labels import kind_name
from hubra_desktop.ui.pages.history.wording import row_called, value_told
from hubra_desktop.work.commands.history import GrownSinceError, MissingOwnerError
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.history import ChangedRow, FieldChange, named_images, places_of


def obstacle(reader: Reader, conflict: UndoConflictError) -> str:
    """Say which row is not as the step left it, in what, and what to do."""
    kind, row_id, column = conflict.kind, conflict.row_id, conflict.column
    images = named_images(reader, [ChangedRow(kind, row_id, "changed")])
    name = capitalised(f"{kind_name(kind)} {row_called((kind, row_id), images)}")
    if isinstance(conflict, MissingOwnerError):
        return say("{row} finns inte längre. Ta först tillbaka steget som tog bort det.", row=name)
    if isinstance(conflict, GrownSinceError):
        return say("{row} har fått mer i sig sedan dess. Ta bort det först.", row=name)
    there = (kind, row_id) in places_of(reader, kind, row_id)
    if not column:
        if there:
            return say("{row} finns redan igen. Det finns inget att ta tillbaka.", row=name)
        return say("{row} finns inte längre. Ta först tillbaka steget som tog bort det.", row=name)
    now = images.get((kind, row_id), {}).get(column)
    told = [ChangedRow(kind, row_id, "changed", (FieldChange(column, None, now),))]
    value = value_told(kind, column, now, images | named_images(reader, told))
    if column == "position":
        return say("{row} har flyttats sedan dess. Ta tillbaka de senare stegen först.", row=name)
    return say(
        "{row} har ändrats sedan dess: {field} är nu {value}. Ta tillbaka de senare stegen "
        "först, eller rätta på plats.",
        row=name,
        field=field_word(kind, column),
        value=value,
    )

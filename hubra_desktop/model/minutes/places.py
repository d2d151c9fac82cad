"""Where what the page of minutes says is written: a row and a field of it."""


def field_source(row_id: str, field: str) -> str:
    """Return what the page knows a text by: the row and the field that it is written in."""
    return f"{row_id}:{field}"


def row_and_field(source: str) -> tuple[str, str]:
    """Return the row and the field that ``field_source`` was made of."""
    row_id, _, field = source.rpartition(":")
    return row_id, field

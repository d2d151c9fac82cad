"""The mapped classes say of their fields what the tables say."""

from typing import Any, get_args, get_type_hints

import pytest
from sqlalchemy.orm import Mapper

from hubra_desktop.model.mapped import Base
from hubra_desktop.model.shapes import KINDS, lists_of
from hubra_desktop.model.sheet import ItemSheet, MeetingSheet
from hubra_desktop.model.tables.base import METADATA
from hubra_desktop.model.tables.whole import TABLES
from hubra_desktop.store.journal import CHANGE, STEP

MAPPERS = sorted(Base.registry.mappers, key=str)
OWNERS = {
    each.mapper.local_table.description: {column.name for column in each.remote_side}
    for mapper in MAPPERS
    for each in mapper.relationships
}
# These are read with queries of their own, which a start can afford.
IN_MEETINGS = {MeetingSheet, ItemSheet}


def test_every_table_of_the_register_is_mapped() -> None:
    kept = {table for table in METADATA.sorted_tables if table not in (STEP, CHANGE)}
    assert {mapper.local_table for mapper in MAPPERS} == kept


@pytest.mark.parametrize("mapper", MAPPERS, ids=str)
def test_a_fields_type_is_its_columns(mapper: Mapper[Any]) -> None:
    for name, hint in get_type_hints(mapper.class_).items():
        if name not in mapper.columns:
            continue
        (said,) = get_args(hint)
        column = mapper.columns[name]
        kinds = set(get_args(said)) or {said}
        assert kinds - {type(None)} == {column.type.python_type}, name
        assert (type(None) in kinds) is bool(column.nullable), name


def test_what_is_no_column_is_a_list_that_is_owned() -> None:
    lists = [each for mapper in MAPPERS for each in mapper.relationships]
    assert len(lists) == 23
    assert all(each.cascade.delete_orphan and each.order_by for each in lists)


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_sheet_is_a_row_with_its_lists(kind: type) -> None:
    """Every field of a sheet is a column, a list of the same name, or derived."""
    mapper = next(each for each in MAPPERS if each.local_table is TABLES[KINDS[kind]])
    named = set(get_type_hints(kind)) - {"body"}
    lists = set(lists_of(kind))
    assert lists == {each.key for each in mapper.relationships}
    stored = {column.name for column in mapper.columns}
    assert named - lists <= stored
    assert stored - named <= {"id", "position", *OWNERS.get(mapper.local_table.description, ())}


@pytest.mark.parametrize("kind", sorted(set(KINDS) - IN_MEETINGS, key=str), ids=str)
def test_what_a_sheet_lists_names_it_by_its_table(kind: type) -> None:
    for part in lists_of(kind).values():
        assert f"{KINDS[kind]}_id" in TABLES[KINDS[part]].c

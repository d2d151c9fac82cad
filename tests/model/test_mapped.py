"""The mapped classes say of their fields what the tables say."""

from typing import Any, get_args, get_type_hints

import pytest
from sqlalchemy.orm import Mapper

from hubra_desktop.model.mapped import Base
from hubra_desktop.model.tables.base import METADATA
from hubra_desktop.store.journal import CHANGE, STEP

MAPPERS = sorted(Base.registry.mappers, key=str)


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
    lists = {
        f"{mapper.class_.__name__}.{each.key}": each
        for mapper in MAPPERS
        for each in mapper.relationships
    }
    assert set(lists) == {
        "AgendaItem.presenters",
        "Meeting.footnotes",
        "Meeting.items",
        "Meeting.pre_meetings",
        "Meeting.signatures",
    }
    assert all(each.cascade.delete_orphan and each.order_by for each in lists.values())

"""What a new field costs: two fields really added in a copy, proved there, and the files counted.

Run with ``python -m tests.architecture.new_field``. Each field is added to a temporary copy of
the tree by the edits that a developer makes; what is generated is generated anew; and in that
copy a register of today's schema is upgraded, the field is filled in its form, and its value
goes through file, export and import. The files that then differ from the tree are counted.

Three are written by hand: the record, the migration, and the form's layout. The fourth,
the catalogue, holds the English of the field's label, which the catalogue's test demands of every
sentence. Not counted are the shipped JSON Schema and the demo register, which are generated, and
what the tests keep for each schema: a register that it made, and the digest of its export.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from filecmp import dircmp
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from hubra_desktop.work.demo import make_demo
from tests.architecture.source import ROOT

COPIED: Final = ("hubra_desktop", "resources", "tests", "packaging", "pyproject.toml")
RECORD: Final = "hubra_desktop/model/records/money.py"
CATALOGUE: Final = "resources/translations/en.po"
VERSIONS: Final = "hubra_desktop/store/migrations/versions"
FORMS: Final = "hubra_desktop/ui/pages/money"
GENERATED: Final = {"resources/schema/hubra-1.schema.json", "resources/demo/huddinge.json"}
GENERATE: Final = """
import json
from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.exchange.json_schema import schema
from hubra_desktop.paths import resource
text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\\n"
resource("schema", "hubra-1.schema.json").write_text(text, "utf-8")
demo = resource("demo", "huddinge.json")
demo.write_bytes(dump(load(demo.read_bytes())))
"""
MIGRATION: Final = '''"""{why}"""

import sqlalchemy as sa
from alembic import op

revision = "{number}"
down_revision = "{before}"
branch_labels = None
depends_on = None

LINES = {lines!r}
"""What stands in the table's statement, and what stands in its place from now on."""


def upgrade() -> None:
    """Make the table anew with one column more; every row is kept."""
    connection = op.get_bind()
    made = sa.text(
        "SELECT sql FROM sqlite_master "
        "WHERE tbl_name = '{table}' AND sql IS NOT NULL ORDER BY type DESC"
    )
    statement, *indexes = (" ".join(sql.split()) for sql in connection.scalars(made))
    for old, new in LINES:
        statement = statement.replace(old, new)
    known = connection.execute(sa.text("PRAGMA table_info('{table}')"))
    columns = ", ".join(f'"{{row.name}}"' for row in known)
    op.execute(statement.replace('"', "").replace("TABLE {table} ", "TABLE made ", 1))
    new = f"INSERT INTO made ({{columns}}, {column}) "
    op.execute(new + f"""SELECT {{columns}}, {value} FROM "{table}" """)
    op.drop_table("{table}")
    op.rename_table("made", "{table}")
    for index in indexes:
        op.execute(index)
'''
PROOF: Final = '''"""An upgraded register keeps what the new field is given in its form."""

import os
from pathlib import Path

import pytest

from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.store import schema
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace
from tests.ui.money import enter, form, page, press, send


@pytest.fixture(scope="session")
def demo() -> Path:
    return Path(os.environ["OLD_REGISTER"])


def values(workspace: Workspace) -> list[object]:
    with workspace.read() as reader:
        bundle = register_bundle(reader)
    return [each.{column} for each in bundle.{rows} if each.{column} != {default!r}]


def test_a_value_goes_through_form_file_export_and_import(
    first_page: MainWindow, register: Path, tmp_path: Path
) -> None:
    assert schema.version_of(register) == "{number}"
    money = page(first_page)
    money.show_part("grants")
    with first_page.desk.read() as reader:
        grant = next(each for each in register_bundle(reader).grants if each.body_id)
    {opened}
    enter(form(money), {column}={typed!r})
    send(form(money))
    first_page.desk.workspace.close()
    again = Workspace.open(register)
    assert values(again) == [{stored!r}]
    with again.read() as reader:
        exported = dump(register_bundle(reader))
    again.close()
    fresh = Workspace.create(tmp_path / "ny.hubra")
    fresh.run(ImportBundle(load(exported)))
    assert values(fresh) == [{stored!r}]
    fresh.close()
'''
OLDER: Final = ("0001", "0002", "0003", "0004", "0005")
"""Schemas whose upgrades pass through the newest before the new one."""
UNTOUCHED: Final = "translated_by_qt"
"""What a look at every module finds in the tree as well."""
PROVED: Final = (
    "tests/ui/test_new_field.py",
    "tests/store/test_tables.py",
    "tests/architecture/test_sentences.py",
    "tests/exchange/test_json_file.py",
)


@dataclass(frozen=True)
class NewField:
    """A field to add: the edits by file (what stands there, what shall), and what proves it."""

    edits: Mapping[str, tuple[str, str]]
    migration: Mapping[str, object]
    proof: Mapping[str, object]


WEBSITE = NewField(
    edits={
        RECORD: (
            '    bank_giro: Line = ""\n',
            '    bank_giro: Line = ""\n    website: Line = ""\n',
        ),
        f"{FORMS}/association_form.py": (
            '            Field("contact", say("Kontaktperson")),\n',
            (
                '            Field("contact", say("Kontaktperson")),\n'
                '            Field("website", say("Webbplats")),\n'
            ),
        ),
        CATALOGUE: (
            'msgid "Bankgiro"\n',
            'msgid "Webbplats"\nmsgstr "Web site"\n\nmsgid "Bankgiro"\n',
        ),
    },
    migration={
        "why": "An association's web site.",
        "table": "association",
        "column": "website",
        "value": "''",
        "lines": [
            (
                "bank_giro VARCHAR NOT NULL, ",
                "bank_giro VARCHAR NOT NULL, website VARCHAR NOT NULL, ",
            )
        ],
    },
    proof={
        "column": "website",
        "rows": "associations",
        "default": "",
        "opened": "money.grants.open_association(grant.body_id)\n"
        '    press(money.grants.association, "association-change")',
        "typed": "https://example.org",
        "stored": "https://example.org",
    },
)
OWN_FUNDS = NewField(
    edits={
        RECORD: (
            "    applied_ore: Ore | None = None\n",
            "    applied_ore: Ore | None = None\n    own_funds_ore: Ore | None = None\n",
        ),
        f"{FORMS}/grant_forms.py": (
            (
                '            Field("post_id", say("Budgetpost"), CHOICE, choices=posts),\n'
                '            Field("purpose"'
            ),
            (
                '            Field("own_funds_ore", say("Egen insats"), AMOUNT),\n'
                '            Field("post_id", say("Budgetpost"), CHOICE, choices=posts),\n'
                '            Field("purpose"'
            ),
        ),
        CATALOGUE: (
            'msgid "Bankgiro"\n',
            'msgid "Egen insats"\nmsgstr "Own funds"\n\nmsgid "Bankgiro"\n',
        ),
    },
    migration={
        "why": "What an association puts in itself.",
        "table": "grant",
        "column": "own_funds_ore",
        "value": "NULL",
        "lines": [
            ("applied_ore BIGINT, ", "applied_ore BIGINT, own_funds_ore BIGINT, "),
            (
                "CONSTRAINT ck_grant_verdict ",
                (
                    "CONSTRAINT ck_grant_own_funds_ore CHECK "
                    "(own_funds_ore BETWEEN 0 AND 10000000000000), CONSTRAINT ck_grant_verdict "
                ),
            ),
        ],
    },
    proof={
        "column": "own_funds_ore",
        "rows": "grants",
        "default": None,
        "opened": 'money.grants.open(grant.id)\n    money.grants._do("facts", "")',
        "typed": "5 000",
        "stored": 500_000,
    },
)
FIELDS: Final = {"association.website": WEBSITE, "grant.own_funds_ore": OWN_FUNDS}


def files_of(field: NewField, folder: Path) -> list[str]:
    """Add a field in a copy below ``folder``, prove it, and return the files written by hand.

    Raises CalledProcessError with what was printed when the proof fails.
    """
    old = folder / "old.hubra"
    make_demo(old)
    copy = folder / "copy"
    _copy(copy)
    add(field, copy)
    _python(copy, "-c", GENERATE)
    # Counted before the proof adds a test of its own.
    files = sorted(changed(copy) - GENERATED)
    _prove(field, copy, old)
    return files


def _copy(copy: Path) -> None:
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            # With what Python has compiled of it: the copy is then as quick to start.
            shutil.copytree(source, copy / name)
        else:
            shutil.copy(source, copy / name)


def add(field: NewField, copy: Path) -> None:
    """Make the edits, each at the one place that it belongs to."""
    for name, (old, new) in field.edits.items():
        path = copy / name
        text = path.read_text(encoding="utf-8")
        if text.count(old) != 1:
            raise ValueError(f"{name} does not hold this once: {old}")
        path.write_text(text.replace(old, new), encoding="utf-8")
    before = newest(copy)
    number = f"{int(before) + 1:04}"
    text = MIGRATION.format(number=number, before=before, **field.migration)
    name = f"{number}_{field.migration['column']}.py"
    (copy / VERSIONS / name).write_text(text, encoding="utf-8")


def newest(copy: Path) -> str:
    """Return the number of the newest migration."""
    return max(path.name[:4] for path in (copy / VERSIONS).glob("[0-9]*.py"))


def changed(copy: Path) -> set[str]:
    """Return the files of the program and its resources that differ from the tree's."""
    found: set[str] = set()
    for name in ("hubra_desktop", "resources"):
        _differing(dircmp(ROOT / name, copy / name, ignore=["__pycache__"]), Path(name), found)
    return found


def _differing(compared: "dircmp[str]", below: Path, found: set[str]) -> None:
    for name in (*compared.diff_files, *compared.left_only, *compared.right_only):
        found.add((below / name).as_posix())
    for name, inner in compared.subdirs.items():
        _differing(inner, below / name, found)


def _prove(field: NewField, copy: Path, old: Path) -> None:
    proof = PROOF.format(number=newest(copy), **field.proof)
    (copy / PROVED[0]).write_text(proof, encoding="utf-8")
    told = f"not {' and not '.join((*OLDER, UNTOUCHED))}"
    command = ("-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-k", told, *PROVED)
    _python(copy, *command, OLD_REGISTER=str(old))


def _python(root: Path, *arguments: str, **changes: str) -> None:
    """Run Python in a tree; raises CalledProcessError, with what was printed, when it fails."""
    environment = {**os.environ, "PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen", **changes}
    subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def main() -> int:
    """Add each field and print what was written by hand for it."""
    for name, field in FIELDS.items():
        with TemporaryDirectory() as folder:
            try:
                files = files_of(field, Path(folder))
            except subprocess.CalledProcessError as failed:
                sys.stdout.write(f"{name} could not be added:\n{failed.stdout}")
                return 1
        lines = [f"{name}: {len(files)} files by hand, {len(files) - 1} beside the catalogue"]
        sys.stdout.write("\n  ".join([*lines, *files]) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

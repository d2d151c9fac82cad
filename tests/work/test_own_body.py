"""Which council a register is about, when a meeting comes from elsewhere."""

from pathlib import Path

import pytest

from hubra_desktop.exchange.json_file import load
from hubra_desktop.paths import resource
from hubra_desktop.work import queries
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.queries.bundles import meetings_bundle
from hubra_desktop.work.workspace import Workspace

DEMO = resource("demo", "huddinge.json").read_bytes()


@pytest.mark.parametrize(
    ("name", "own"),
    [("", "body-01"), ("huddinges  Brottsförebyggande råd", "body-01"), ("Provrådet", None)],
)
def test_a_register_is_about_the_council_it_is_named_after(
    tmp_path: Path, name: str, own: str | None
) -> None:
    source = Workspace.create(tmp_path / "huddinge.hubra")
    source.run(ImportBundle(load(DEMO)))
    with source.read() as reader:
        meeting = meetings_bundle(reader, ["meeting-01"])
    source.close()
    workspace = Workspace.create(tmp_path / "rad.hubra", organisation=name)
    workspace.run(ImportBundle(meeting))
    with workspace.read() as reader:
        info = queries.register_info(reader)
    workspace.close()
    assert (info.name, info.own_body_id) == (name, own)

"""What the program needs is declared, locked by hash, used, and names no address."""

import ast
import json
import re
import sys
import tomllib

import pytest

from tests.architecture.source import ROOT, modules, nodes

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-bench.lock")
PEERS = "bench"
PINNED = re.compile(r"([a-z0-9.-]+)==(\S+)(?: ; [^:/]+?)?")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}")
# What is imported, where it is not the distribution's name in small letters.
IMPORTED_AS = {
    "argon2-cffi": "argon2",
    "chunspell": "hunspell",
    "pillow": "PIL",
    "pyhanko-certvalidator": "pyhanko_certvalidator",
    "pyside6-essentials": "PySide6",
    "pyside6-pdf": "PySide6",
    "python-stdnum": "stdnum",
}


def plain(requirement: str) -> str:
    """Give a requirement's distribution as a lock file spells it."""
    name = re.split(r"[<>=!~\[; ]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(lock: str) -> dict[str, str]:
    """Give the lock's versions by name; fails at a line that is no version and no hash."""
    found = {}
    for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
        bare = line.removesuffix(" \\")
        if not HASH.fullmatch(bare):
            pinned = PINNED.fullmatch(bare)
            assert pinned, line
            found[pinned[1]] = pinned[2]
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_versions_and_hashes_alone(lock: str) -> None:
    assert locked(lock)


def test_what_the_program_needs_is_locked() -> None:
    needed = {plain(each) for each in PROJECT["project"]["dependencies"]}
    assert needed <= locked("requirements.lock").keys()


def test_what_the_workshop_needs_is_locked_with_the_same_program() -> None:
    groups = PROJECT["dependency-groups"].items()
    workshop = locked("requirements-dev.lock")
    needed = {plain(each) for name, group in groups if name != PEERS for each in group}
    assert needed <= workshop.keys()
    assert locked("requirements.lock").items() <= workshop.items()


def test_what_the_benchmarks_compare_with_is_locked_apart() -> None:
    compared = {plain(each) for each in PROJECT["dependency-groups"][PEERS]}
    peers, workshop = locked("requirements-bench.lock"), locked("requirements-dev.lock")
    assert compared <= peers.keys()
    assert not compared & workshop.keys()
    assert all(peers[name] == workshop[name] for name in peers.keys() & workshop.keys())


def imported() -> set[str]:
    """Give the top-level modules that the program imports and Python does not bring."""
    found = set()
    for path in modules():
        for node in nodes(path.read_text(encoding="utf-8")):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.split(".")[0])
    return found - sys.stdlib_module_names - {"hubra_desktop"}


def test_what_is_declared_is_what_is_imported() -> None:
    declared = {plain(each) for each in PROJECT["project"]["dependencies"]}
    assert {IMPORTED_AS.get(each, each) for each in declared} == imported()


def test_what_html_is_checked_by_is_locked_by_hash_and_names_no_address() -> None:
    text = (ROOT / "packaging" / "web" / "package-lock.json").read_text(encoding="utf-8")
    wanted = json.loads((ROOT / "packaging" / "web" / "package.json").read_text(encoding="utf-8"))
    packages = json.loads(text)["packages"]
    assert packages.pop("")["dependencies"] == wanted["dependencies"]
    assert {
        name.removeprefix("node_modules/"): each["version"] for name, each in packages.items()
    } == (wanted["dependencies"])
    assert all(
        re.fullmatch(r"sha512-[\w+/]{86}==", each["integrity"]) for each in packages.values()
    )
    assert "://" not in text
    assert "resolved" not in text

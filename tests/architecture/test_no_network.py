"""No module imports what reaches for a network; a local socket calls the window that is open."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture import source

NETWORK = frozenset(
    [
        "aiohttp",
        "asyncio",
        "ftplib",
        "http",
        "httpx",
        "imaplib",
        "nntplib",
        "poplib",
        "requests",
        "smtplib",
        "socket",
        "socketserver",
        "ssl",
        "telnetlib",
        "urllib3",
        "webbrowser",
        "websockets",
        "wsgiref",
        "xmlrpc",
    ]
)
LOCAL = {"QLocalServer", "QLocalSocket"}
ALLOWED = {"shutdown.py": {"socket"}}
"""A pair of sockets within the program carries the system's signals to Qt."""


def reaches(text: str, name: str) -> Iterator[str]:
    """Yield what a module imports to reach a network."""
    for node in source.nodes(text):
        named: list[tuple[str, str]] = []
        if isinstance(node, ast.Import):
            named = [(each.name, "") for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            named = [(node.module or "", each.name) for each in node.names]
        for module, each in named:
            first = module.partition(".")[0]
            if first in NETWORK - ALLOWED.get(name, set()) or module == "urllib.request":
                yield module
            elif "WebEngine" in module or ("QtNetwork" in f"{module}.{each}" and each not in LOCAL):
                yield f"{module}.{each}"
            elif (module, each) == ("urllib", "request"):
                yield "urllib.request"


def test_no_module_reaches_for_a_network() -> None:
    found = [
        f"{path.name}: {each}"
        for path in source.modules()
        for each in reaches(path.read_text("utf-8"), path.name)
    ]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "import socket",
        "import http.client",
        "from urllib import request",
        "import urllib.request",
        "from urllib.request import urlopen",
        "from PySide6.QtNetwork import QTcpSocket",
        "from PySide6 import QtNetwork",
        "from PySide6.QtWebEngineCore import QWebEnginePage",
    ],
)
def test_what_would_is_found(code: str) -> None:
    assert list(reaches(code, "page.py"))


def test_what_stays_here_is_let_be() -> None:
    for code in ("from urllib.parse import quote", "from PySide6.QtNetwork import QLocalSocket"):
        assert not list(reaches(code, "page.py"))
    assert not list(reaches("import socket", "shutdown.py"))

"""Walks the real window through the accessibility bus, by Tab, as a screen reader follows it.

xa11y speaks AT-SPI over D-Bus without bindings of the system's own Python, so that the
same interpreter runs the tests and the walk.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any

import xa11y
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from tests.a11y.rules import Node, Place, all_of, faults
from tests.a11y.subject import PLANT
from tests.ui.dialogs import DIALOGS
from tests.ui.views import VIEWS

SCREEN = "1366x768x24"
MOST_STOPS = 150
MOST_SILENT = 5
WAIT_S = 30.0
FOCUS_S = 2.0
ENVIRONMENT = {
    "QT_QPA_PLATFORM": "xcb",
    "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    "QT_SCALE_FACTOR": "1",
}


@contextmanager
def screen() -> Iterator[None]:
    """Give a screen of its own with a window manager, named in the environment."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    manager = None
    try:
        with os.fdopen(reading) as told:
            os.environ["DISPLAY"] = f":{told.readline().strip()}"
        manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
        yield
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait()


class Listener:
    """Asks the registry that programs tell of the focus; they are silent while nobody does.

    xa11y receives what is told but does not ask for it.
    """

    def __init__(self) -> None:
        where = QDBusMessage.createMethodCall(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress"
        )
        address = str(QDBusConnection.sessionBus().call(where).arguments()[0])
        self._bus = QDBusConnection.connectToBus(address, "hubra-walk")
        registry = "org.a11y.atspi.Registry"
        asking = QDBusMessage.createMethodCall(
            registry, "/org/a11y/atspi/registry", registry, "RegisterEvent"
        )
        asking.setArguments(["object:state-changed:focused"])
        answer = self._bus.call(asking)
        if answer.type() is not QDBusMessage.MessageType.ReplyMessage:
            raise RuntimeError(answer.errorMessage())


class Program:
    """The program in a process of its own, which shows what it is told to."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.a11y.subject"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **ENVIRONMENT},
        )
        self._await("ready")
        self.app = xa11y.App.by_pid(self._process.pid, timeout=WAIT_S)
        self._listener = Listener()
        self._events = self.app.subscribe()

    def _await(self, word: str) -> None:
        assert self._process.stdout is not None
        told = self._process.stdout.readline().strip()
        if told != word:
            message = f"the program said {told!r}, not {word!r}"
            raise RuntimeError(message)

    def show(self, name: str) -> None:
        """Show a view or a dialog, and wait until it is there."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{name}\n")
        self._process.stdin.flush()
        self._await(name)

    def end(self) -> None:
        """Close the window and wait for the program to end."""
        self._events.close()
        stdin: IO[str] | None = self._process.stdin
        if stdin is not None:
            stdin.close()
        try:
            self._process.wait(WAIT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def window(self) -> Any:
        """Return the window in front: the active one, else the last."""
        windows: list[Any] = self.app.windows()
        active = [each for each in windows if each.active]
        return (active or windows)[-1]

    def stops(self, root: Node) -> list[Node]:
        """Press Tab until the focus comes back to where it has been; return where it was.

        ``root`` tells where things stood before the walk, which may scroll.
        """
        known = {each.path: each for each in all_of(root)}
        found: list[Node] = []
        paths: list[str] = []
        silent = 0
        for _ in range(MOST_STOPS):
            press("Tab")
            target = self._focused()
            silent = 0 if target is not None else silent + 1
            if silent > MOST_SILENT:
                message = "nothing tells that it has got the focus"
                raise RuntimeError(message)
            if target is None:
                continue
            path = path_of(target)
            if path in paths:
                return found[paths.index(path) :]
            paths.append(path)
            found.append(known.get(path) or node_of(target, deep=False))
        message = f"Tab does not come back: {'; '.join(map(str, found[-4:]))}"
        raise RuntimeError(message)

    def _focused(self) -> Any:
        """Return what has got the focus, None when it went nowhere that is told of."""
        found = None
        wait = FOCUS_S
        while True:
            try:
                event = self._events.recv(wait)
            except xa11y.TimeoutError:
                return found
            if event.event_type == xa11y.EventType.FOCUS_CHANGED and event.target is not None:
                # A list tells of itself, then of its row: the last one has the focus.
                found, wait = event.target, 0.05


def press(key: str) -> None:
    """Press a key for whatever has the keyboard."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)


def path_of(element: Any) -> str:
    """Return what the bus knows an element by."""
    return str(element.raw.get("object_path", ""))


def node_of(element: Any, *, deep: bool = True) -> Node:
    """Return an element, with all below it unless it is to be told alone."""
    bounds = element.bounds
    place = Place(bounds.x, bounds.y, bounds.width, bounds.height) if bounds else None
    return Node(
        role=str(element.raw.get("atspi_role", "")),
        name=element.name or "",
        place=place if place and place.width > 0 and place.height > 0 else None,
        shown=element.visible,
        enabled=element.enabled,
        focusable=element.focusable,
        path=path_of(element),
        children=tuple(node_of(each) for each in element.children()) if deep else (),
    )


@dataclass(frozen=True)
class Walk:
    """What a walk over all views and dialogs came to."""

    found: dict[str, list[str]]
    stops: int
    planted: list[str]


def walk(names: list[str] | None = None) -> Walk:
    """Walk through views and dialogs, all by default, and last through planted faults."""
    program = Program()
    found: dict[str, list[str]] = {}
    walked = 0
    try:
        for name in names or [*VIEWS, *DIALOGS]:
            program.show(name)
            root = node_of(program.window())
            stops = program.stops(root)
            walked += len(stops)
            found[name] = faults(root, stops)
        program.show(PLANT)
        root = node_of(program.window())
        planted = faults(root, program.stops(root))
    finally:
        program.end()
    return Walk(found, walked, planted)

"""Walks the real window through the accessibility bus, by Tab, as a screen reader follows it.

xa11y speaks AT-SPI over D-Bus without bindings of the system's own Python, so that the
same interpreter runs the tests and the walk.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, NamedTuple

import xa11y
from PySide6.QtCore import SLOT, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from tests.a11y.rules import Node, Place, all_of, faults
from tests.a11y.subject import PLANT
from tests.ui.dialogs import DIALOGS
from tests.ui.views import STILL, VIEWS, WINDOWS

SCREEN = "1366x768x24"
MOST_STOPS = 150
MOST_SILENT = 5
TRIES = 3
WAIT_S = 30.0
FOCUS_S = 1.0
AFTER_S = 0.05
POLLS_S = 0.005
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


class LostError(Exception):
    """The walk cannot go on: the focus is told of no more, or never comes round."""


class Listener(QObject):
    """Notes what gets the focus, as programs tell it on the bus.

    They are silent while nobody asks the registry. xa11y reads the tree; its own events do
    not ask, and end when something that told of itself is gone.
    """

    def __init__(self) -> None:
        super().__init__()
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
        self._paths: list[str] = []
        events, slot = "org.a11y.atspi.Event.Object", SLOT("note(QDBusMessage)")
        self._bus.connect("", "", events, "StateChanged", self, slot)  # type: ignore[call-overload]

    @Slot(QDBusMessage)
    def note(self, message: QDBusMessage) -> None:
        """Note who tells that it has got the focus."""
        state, on = message.arguments()[:2]
        if state == "focused" and on:
            self._paths.append(message.path())

    def focused(self) -> list[str]:
        """Wait for the focus to go somewhere and return where it went, the last one at last.

        A list tells of itself and of its row; what was told late comes before.
        """
        self._paths.clear()
        until = time.monotonic() + FOCUS_S
        while time.monotonic() < until:
            QCoreApplication.processEvents()
            if self._paths and until - time.monotonic() > AFTER_S:
                until = time.monotonic() + AFTER_S
            time.sleep(POLLS_S)
        return list(self._paths)


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

    def looked_at(self, name: str) -> "Seen":
        """Walk through what is in view and return what is wrong with it."""
        root = node_of(self.window())
        try:
            stops = [] if name in STILL else self.stops(root)
        except LostError as lost:
            return Seen(name, [str(lost)], 0)
        return Seen(name, faults(root, stops), len(stops))

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
            told = self._listener.focused()
            silent = 0 if told else silent + 1
            if silent > MOST_SILENT:
                message = "nothing tells that it has got the focus"
                raise LostError(message)
            if told and told[-1] in paths:
                return found[paths.index(told[-1]) :]
            if any(path not in known for path in told):
                # What a choice on the way has brought into view.
                known |= {each.path: each for each in all_of(node_of(self.window()))}
            for path in told:
                if path in known and path not in paths:
                    paths.append(path)
                    found.append(known[path])
        message = f"Tab does not come back: {'; '.join(map(str, found[-4:]))}"
        raise LostError(message)


def press(key: str) -> None:
    """Press a key for whatever has the keyboard."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)


def path_of(element: Any) -> str:
    """Return what the bus knows an element by."""
    return str(element.raw.get("object_path", ""))


def node_of(element: Any) -> Node:
    """Return an element with all below it."""
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
        children=tuple(map(node_of, element.children())),
    )


class Seen(NamedTuple):
    """What a walk through one view or dialog came to: its faults, and how often Tab stopped."""

    name: str
    found: list[str]
    stops: int


def walk(names: list[str]) -> Iterator[Seen]:
    """Walk through views and dialogs, all by default, and last through planted faults."""
    program = Program()
    try:
        for name in [*(names or [*VIEWS, *WINDOWS, *STILL, *DIALOGS]), PLANT]:
            program.show(name)
            # A busy machine may lose an event; what is really wrong is so each time.
            tries = (program.looked_at(name) for _ in range(TRIES))
            best = next(tries)
            while best.found and name != PLANT and (again := next(tries, None)) is not None:
                best = min(best, again, key=lambda seen: len(seen.found))
            yield best
    finally:
        program.end()

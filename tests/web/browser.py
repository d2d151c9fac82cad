"""A headless Chromium, driven over two pipes by the protocol that it speaks itself.

Nothing listens on a port, and no driver stands between: what is asked for here is a
page set from text, the medium and width that it is shown in, and a script's answer.
"""

import json
import subprocess
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import IO, Any, Literal, Self

from tests.web.tools import BROWSERS, is_root, program

Medium = Literal["screen", "print"]

# The browser reads from its fourth file and writes to its fifth.
_PIPED = ("/bin/sh", "-c", 'exec "$@" 3<&0 4>&1 0</dev/null 1>/dev/null', "sh")
_QUIET = (
    "--headless",
    "--remote-debugging-pipe",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


class BrowserError(Exception):
    """The browser refused, or went away."""


class Browser:
    """One browser with one page; it ends, and leaves nothing, when the block does."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="hubra-browser-", ignore_cleanup_errors=True)
        self._log = Path(self._folder.name, "log")
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                self._command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log
            )
        self._numbers = count(1)
        self._heard = b""
        self._session: dict[str, str] = {}
        self.version = str(self._ask("Browser.getVersion")["product"])
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = {"sessionId": attached["sessionId"]}

    def _command(self) -> list[str]:
        profile = f"--user-data-dir={Path(self._folder.name, 'profile')}"
        free = ("--no-sandbox",) if is_root() else ()
        return [*_PIPED, program(*BROWSERS), *_QUIET, *free, profile, "about:blank"]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()
        self._folder.cleanup()

    def show(self, html: str, medium: Medium = "screen", width: int = 1024) -> None:
        """Show a page as ``medium`` has it, in a window ``width`` pixels wide."""
        self._ask("Emulation.setEmulatedMedia", media=medium)
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=768, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        frame = self._ask("Page.getFrameTree")["frameTree"]["frame"]["id"]
        self._ask("Page.setDocumentContent", frameId=frame, html=html)

    def evaluate(self, script: str) -> Any:
        """Return what ``script`` comes to in the page, after waiting for a promise."""
        answer = self._ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in answer:
            raise BrowserError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def _ask(self, method: str, **parameters: object) -> dict[str, Any]:
        number = next(self._numbers)
        question = {"id": number, "method": method, "params": parameters, **self._session}
        pipe = self._pipe(self._process.stdin)
        try:
            pipe.write(json.dumps(question).encode() + b"\0")
            pipe.flush()
        except BrokenPipeError as gone:
            raise self._ended() from gone
        answer = self._next()
        while answer.get("id") != number:
            answer = self._next()
        if "error" in answer:
            message = f"{method}: {answer['error']}"
            raise BrowserError(message)
        return dict(answer["result"])

    def _next(self) -> dict[str, Any]:
        """Read one message: an answer, or an event that nobody asked for."""
        pipe = self._pipe(self._process.stdout)
        while b"\0" not in self._heard:
            more = pipe.read1(1 << 16)  # type: ignore[attr-defined]
            if not more:
                raise self._ended()
            self._heard += more
        message, _, self._heard = self._heard.partition(b"\0")
        return dict(json.loads(message))

    def _ended(self) -> BrowserError:
        told = self._log.read_text(encoding="utf-8", errors="replace")
        return BrowserError(f"the browser ended:\n{told}")

    @staticmethod
    def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
        assert pipe is not None
        return pipe

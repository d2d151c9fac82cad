"""Honest files made hostile: their parts, tags, values and lines cut, swapped, swollen, moved."""

import io
import json
import re
import warnings
import zipfile
from collections.abc import Callable
from random import Random
from typing import Any, Final

STRANGE: Final = (
    b"", b"0", b"-1", b"99999999999999999999", b"1e999", b"NaN", b"\x00", b"\xff\xfe",
    b"\xef\xbb\xbf", b"'", b'"', b'""', b"{", b"}", b"[", b"<", b">", b"&", b"&#0;", b"&a;", b";",
    b",", b"\t", b"\r", b"\n", b"\\", b"%", b"=cmd|' /C calc'!A0", b"\xe2\x80\xae", b"\x1b[31m",
    b"2017-02-30", b"XFD1048576", b"\xed\xa0\x80", b"\xf0\x9f\x8e\x84", b"/../../etc/passwd",
    b"http://127.0.0.1/x", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<![CDATA[",
    b"RRULE:FREQ=SECONDLY", b"BEGIN:VEVENT", b"BEGIN:VTIMEZONE", b"#TRANS", b"obj", b"endobj",
    b"stream", b"1 0 R", b"/FlateDecode",
)  # fmt: skip
"""What stands in no honest file, or nowhere in this one."""

_TAG: Final = re.compile(rb"<[^<>]*>")
_VALUE: Final = re.compile(rb"=[\"'][^\"']*[\"']")
_PDF_TOKEN: Final = re.compile(rb"\d+|/\w+|<<|>>|\[|\]|endobj|stream\r?\n?")

Mutator = Callable[[bytes, Random], bytes]


def _bytes(content: bytes, random: Random) -> bytes:
    """Cut, flip, insert or repeat somewhere."""
    at = random.randrange(len(content) + 1)
    end = min(len(content), at + random.choice((1, 2, 16, 200, 3000)))
    match random.randrange(5):
        case 0:
            return content[:at]
        case 1:
            return content[:at] + content[end:]
        case 2:
            return content[:at] + random.choice(STRANGE) + content[at:]
        case 3:
            return content[:at] + content[at:end] * random.choice((2, 30, 400)) + content[end:]
        case _:
            return content[:at] + random.randbytes(min(8, end - at)) + content[end:]


def _pieces(content: bytes, random: Random, pattern: re.Pattern[bytes]) -> bytes:
    """Drop, repeat, swap or replace one of the pieces that a pattern finds."""
    found = list(pattern.finditer(content))
    if not found:
        return _bytes(content, random)
    one, other = random.choice(found), random.choice(found)
    new = random.choice(
        (b"", other[0], one[0] * 2, one[0] * random.choice((10, 3000)), random.choice(STRANGE))
    )
    return content[: one.start()] + new + content[one.end() :]


def _tags(content: bytes, random: Random) -> bytes:
    if random.random() < 0.5:
        return _pieces(content, random, _TAG)
    values = list(_VALUE.finditer(content))
    if not values:
        return _bytes(content, random)
    one = random.choice(values)
    return content[: one.start()] + b'="%s"' % random.choice(STRANGE) + content[one.end() :]


def zipped(content: bytes, random: Random) -> bytes:
    """Change one part of a workbook, its name, or what the zip says of it."""
    if random.random() < 0.15:
        return _bytes(content, random)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as old:
            parts = [(each.filename, old.read(each)) for each in old.infolist()]
    except Exception:  # changed before, so that it is no zip any more
        return _bytes(content, random)
    if not parts:
        return content
    place = random.randrange(len(parts))
    name, body = parts[place]
    match random.randrange(8):
        case 0:
            del parts[place]
        case 1:
            parts.append((name, random.choice(parts)[1]))
        case 2:
            parts[place] = (random.choice(parts)[0], body)
        case 3:
            parts[place] = (name, _bytes(body, random))
        case _:
            parts[place] = (name, _tags(body, random))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two of a name are what is wanted
        for named, inside in parts:
            new.writestr(named, inside)
    return _lying(out.getvalue(), random) if random.random() < 0.1 else out.getvalue()


def _lying(content: bytes, random: Random) -> bytes:
    """Let the directory of a zip say another size of one of its parts."""
    at = content.rfind(b"PK\x01\x02", 0, random.randrange(len(content)))
    said = random.choice((0, 1, 2**31, 2**32 - 2)).to_bytes(4, "little")
    return content if at < 0 else content[: at + 24] + said + content[at + 28 :]


_VALUES: Final[tuple[Any, ...]] = (
    None, True, -1, 0, 10**30, 1.5, 1e308, "", " ", "x" * 25_000, "\u202etxt", "\x1b[31m", "\ud800",
    "=1+1", "2017-02-30", "0000-00-00", [], {}, [[]], {"id": "x"}, "data:text/html,<script>",
)  # fmt: skip


def tree(content: bytes, random: Random) -> bytes:
    """Change one value, key or list of a JSON tree."""
    if random.random() < 0.15:
        return _bytes(content, random)
    try:
        whole = json.loads(content)
    except ValueError:
        return _bytes(content, random)
    node, depth = whole, random.randrange(1, 7)
    while depth and isinstance(node, dict | list) and node:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        key = random.choice(keys)
        inner = node[key]
        if depth > 1 and isinstance(inner, dict | list) and inner:
            node, depth = inner, depth - 1
            continue
        _change(node, key, random)
        depth = 0
    return json.dumps(whole, ensure_ascii=random.random() < 0.5).encode("utf-8", "surrogatepass")


def _change(node: Any, key: Any, random: Random) -> None:
    match random.randrange(5):
        case 0:
            del node[key]
        case 1 if isinstance(node, list):
            node.extend([node[key]] * random.choice((1, 50)))
        case 1:
            node[random.choice(list(node))] = node[key]
        case 2 if isinstance(node, dict):
            node[random.choice(("x", "id", "__class__", ""))] = node.pop(key)
        case 3:
            deep: Any = node[key]
            for _ in range(random.choice((1, 50, 300))):
                deep = [deep]
            node[key] = deep if random.random() < 0.3 else [node[key]]
        case _:
            node[key] = random.choice(_VALUES)


def lines(content: bytes, random: Random) -> bytes:
    """Drop, repeat, join or move a line, change a cell, or write the letters in another way."""
    if random.random() < 0.2:
        return _bytes(content, random)
    rows = content.splitlines(keepends=True) or [b""]
    place = random.randrange(len(rows))
    match random.randrange(6):
        case 0:
            del rows[place]
        case 1:
            rows[place] *= random.choice((2, 50, 1000))
        case 2:
            rows.insert(random.randrange(len(rows)), rows[place])
        case 3:
            rows[place] = rows[place].rstrip(b"\r\n")
        case 4:
            cells = re.split(rb"([;,\t: ])", rows[place])
            cells[random.randrange(len(cells))] = random.choice(STRANGE)
            rows[place] = b"".join(cells)
        case _:
            return _recoded(content, random)
    return b"".join(rows)


def _recoded(content: bytes, random: Random) -> bytes:
    text = content.decode("utf-8", "replace")
    coding = random.choice(
        ("utf-16", "utf-16-be", "utf-8-sig", "cp1252", "cp437", "utf-32", "utf-7")
    )
    return text.encode(coding, "replace")


def objects(content: bytes, random: Random) -> bytes:
    """Change a number, name, mark or stretch of a PDF."""
    return (
        _pieces(content, random, _PDF_TOKEN) if random.random() < 0.7 else _bytes(content, random)
    )


def pixels(content: bytes, random: Random) -> bytes:
    """Change bytes of a picture, most often among those that say how large it is."""
    if random.random() < 0.5:
        at = random.randrange(min(200, len(content)) or 1)
        return content[:at] + random.randbytes(random.choice((1, 4))) + content[at + 1 :]
    return _bytes(content, random)

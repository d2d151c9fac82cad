"""The pages of an ordinary SQLite file read by themselves, where its trees lead nowhere any more.

A page bears its rows whole: what leads to it may be broken without a loss of them. Each
page and each cell is read strictly, and what does not agree with itself is passed over;
what is read may still be wrong, which only checksums beside it can tell. The format is
described at https://www.sqlite.org/fileformat.html.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

Values = tuple[object, ...]
_ROWS, _ROW_TREE = 0x0D, 0x05
_KEYS, _KEY_TREE = 0x0A, 0x02
_HEADER = 100
"""Bytes of the file's own header, before the first page's."""
_MAGIC = b"SQLite format 3\x00"
_LARGEST_SIZE = 65536
"""Which the header, in two bytes, writes as 1."""
_PAGE_SIZES = frozenset(1 << n for n in range(9, 17))
_USUAL_SIZE = 4096
_LEAST_USABLE = 480


class _BrokenError(Exception):
    """A page or a cell does not agree with itself."""


class PageRow(NamedTuple):
    """A row of a table: its number, and its columns' values as stored."""

    rowid: int
    values: Values


class FilePages:
    """The content of a file as pages; the first one has the number 1."""

    def __init__(self, content: bytes) -> None:
        head = content[:_HEADER] if content.startswith(_MAGIC) else bytes(_HEADER)
        size = int.from_bytes(head[16:18], "big")
        size = _LARGEST_SIZE if size == 1 else size
        self.size = size if size in _PAGE_SIZES else _USUAL_SIZE
        self._usable = self.size - head[20] if self.size - head[20] >= _LEAST_USABLE else self.size
        self._trunk = int.from_bytes(head[32:36], "big")
        self._content = content
        self.count = len(content) // self.size

    def free(self) -> set[int]:
        """Return the pages that hold nothing any more; what stands in them was deleted."""
        found = set[int]()
        trunk = self._trunk
        while 1 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self._page(trunk)
            following, many = struct.unpack_from(">II", page)
            if many > self._usable // 4 - 2:
                break
            found.update(struct.unpack_from(f">{many}I", page, 8))
            trunk = following
        return found

    def tree(self, root: int) -> Iterator[int]:
        """Yield the pages of a tree, as far as they lead to each other."""
        waiting, seen = [root], set[int]()
        while waiting:
            number = waiting.pop()
            if number in seen or not 1 <= number <= self.count:
                continue
            seen.add(number)
            yield number
            try:
                waiting += self._children(number)
            except _BrokenError:
                continue

    def rows(self, number: int) -> list[PageRow]:
        """Return the rows that a page bears; none of a page of another sort."""
        found = []
        for start in self._cells(number, _ROWS):
            try:
                page = self._page(number)
                length, at = _varint(page, start)
                rowid, at = _varint(page, at)
                payload = self._payload(page, at, length, self._usable - 35)
                found.append(PageRow(_signed(rowid), _record(payload)))
            except (_BrokenError, IndexError, struct.error):
                continue
        return found

    def keys(self, number: int) -> list[Values]:
        """Return the entries of an index, or of a table without row numbers, that a page bears."""
        found = []
        for kind, skipped in ((_KEYS, 0), (_KEY_TREE, 4)):
            for start in self._cells(number, kind):
                try:
                    page = self._page(number)
                    length, at = _varint(page, start + skipped)
                    most = (self._usable - 12) * 64 // 255 - 23
                    found.append(_record(self._payload(page, at, length, most)))
                except (_BrokenError, IndexError, struct.error):
                    continue
        return found

    def _page(self, number: int) -> bytes:
        return self._content[(number - 1) * self.size : number * self.size]

    def _cells(self, number: int, kind: int) -> list[int]:
        """Return where a page's cells begin, if it is of a kind and its head is sound."""
        page, head = self._page(number), _HEADER if number == 1 else 0
        if len(page) < self.size or page[head] != kind:
            return []
        count = int.from_bytes(page[head + 3 : head + 5], "big")
        first = head + (12 if kind in (_ROW_TREE, _KEY_TREE) else 8)
        if not count or first + 2 * count > self._usable:
            return []
        starts = struct.unpack_from(f">{count}H", page, first)
        return [start for start in starts if first + 2 * count <= start < self._usable]

    def _children(self, number: int) -> list[int]:
        page, head = self._page(number), _HEADER if number == 1 else 0
        if len(page) < self.size:
            raise _BrokenError
        if page[head] not in (_ROW_TREE, _KEY_TREE):
            return []
        starts = self._cells(number, page[head])
        last = int.from_bytes(page[head + 8 : head + 12], "big")
        return [last, *(int.from_bytes(page[start : start + 4], "big") for start in starts)]

    def _payload(self, page: bytes, at: int, length: int, most: int) -> bytes:
        """Return what a cell bears, from the pages that it flows over to as well."""
        if length <= most:
            if at + length > self._usable:
                raise _BrokenError
            return page[at : at + length]
        if length > len(self._content):
            raise _BrokenError
        least = (self._usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (self._usable - 4)
        local = local if local <= most else least
        parts, left = [page[at : at + local]], length - local
        following = int.from_bytes(page[at + local : at + local + 4], "big")
        while left > 0:
            if not 1 < following <= self.count:
                raise _BrokenError
            over = self._page(following)
            parts.append(over[4 : 4 + min(left, self._usable - 4)])
            left -= len(parts[-1])
            following = int.from_bytes(over[:4], "big")
        return b"".join(parts)


def _varint(page: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = page[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | page[at + 8], at + 9


def _signed(number: int) -> int:
    return number - (1 << 64) if number >> 63 else number


_WHOLE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_NOTHING, _REAL, _ZERO, _ONE, _BYTES = 0, 7, 8, 9, 12
"""The serial types of a record's values, beside the lengths of whole numbers."""


def _record(payload: bytes) -> Values:
    """Return the values of a record; raises _BrokenError when its lengths do not add up."""
    length, at = _varint(payload, 0)
    types = []
    while at < length:
        each, at = _varint(payload, at)
        types.append(each)
    values = []
    for each in types:
        size = _size(each)
        part = payload[at : at + size]
        if len(part) < size:
            raise _BrokenError
        values.append(_value(each, part))
        at += size
    if at != len(payload) or length > len(payload):
        raise _BrokenError
    return tuple(values)


def _size(kind: int) -> int:
    if kind in _WHOLE:
        return _WHOLE[kind]
    if kind >= _BYTES:
        return (kind - _BYTES) // 2
    if kind in (_NOTHING, _ZERO, _ONE):
        return 0
    if kind == _REAL:
        return 8
    raise _BrokenError


def _value(kind: int, part: bytes) -> object:
    if kind == _NOTHING:
        return None
    if kind in (_ZERO, _ONE):
        return kind - _ZERO
    if kind == _REAL:
        return struct.unpack(">d", part)[0]
    if kind in _WHOLE:
        return int.from_bytes(part, "big", signed=True)
    return part.decode("utf-8", "surrogateescape") if kind % 2 else part

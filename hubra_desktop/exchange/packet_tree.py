"""The structure of a bound packet: the trees of its papers under one Document.

Each paper becomes a Part with all that its own tree tells; the numbers by which its pages
and notes find their elements move past those of the papers before it, and names that two
papers use for different things (roles, classes, IDs) are told apart. The marks in the
content, and their numbers, stay as they are.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from hubra_desktop.exchange.packet_file import OpenPart, tree_entries
from hubra_desktop.exchange.packet_room import Thing

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_STANDARD: Final = frozenset({
    "Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption",
    "TOC", "TOCI", "Index", "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5",
    "H6", "Title", "FENote", "Sub", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD",
    "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code",
    "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Em", "Strong", "Aside",
    "Figure", "Formula", "Form", "Artifact",
})  # fmt: skip
"""The tags that every reader knows (ISO 32000-1, 14.8.4, and ISO 32000-2)."""


def as_list(kids: Thing) -> list[Thing]:
    """Return what an entry holds as a list: itself alone when it is no list."""
    from pikepdf import Array

    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


class PacketTree:
    """The structure of the packet that grows; ``whole`` is its Document.

    ``numbers`` is the parent tree. Call ``prepare`` with a paper's file before it is
    copied, ``take`` with its copy, and ``close`` when all have come.
    """

    def __init__(self, out: "Pdf") -> None:
        from pikepdf import Array, Dictionary, Name

        self._out = out
        self.root = out.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.whole = out.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=self.root, K=Array())
        )
        self.numbers: dict[int, Thing] = {}
        self._roles: dict[str, str] = {}
        self._classes: dict[str, Thing] = {}
        self._ids: dict[bytes, Thing] = {}
        self._spaces: list[Thing] = []
        self._parts = 0
        self._next = 0

    def key(self) -> int:
        """Return a number in the parent tree that nothing has yet."""
        self._next += 1
        return self._next - 1

    def prepare(self, part: OpenPart) -> "Object":
        """Make a paper's tree fit in, and return what of it is to be copied along."""
        from pikepdf import Array, Dictionary, String

        self._parts += 1
        tree = part.tree
        kids, numbers, ids = list[Thing](), list[Thing](), list[Thing]()
        classes, spaces = Dictionary(), Array()
        if tree is not None and part.tagged:
            numbers = self._renumbered(part)
            walk = _Walk(part, self._roles, self._parts)
            kids = [kid for kid in as_list(tree.get("/K")) if walk.below(kid)]
            ids = [each for pair in walk.ids for each in (String(pair[0]), pair[1])]
            classes = self._class_map(tree, walk)
            spaces = tree.get("/Namespaces", spaces)
        else:
            self._unnumber(part)
        return Dictionary(
            Kids=Array(kids), Numbers=Array(numbers), Ids=Array(ids), Classes=classes, Spaces=spaces
        )

    def _renumbered(self, part: OpenPart) -> list[Thing]:
        """Move a paper's numbers past all that are taken; return the pairs of its parent tree."""
        entries = tree_entries(part.tree.get("/ParentTree"))
        base = self._next
        for each in _objects(part.pdf):
            for name in ("/StructParents", "/StructParent"):
                if name in each:
                    old = int(each[name])
                    if old in entries:
                        each[name] = base + old
                    else:
                        del each[name]
        self._next = base + max((*map(int, entries), -1)) + 1
        return [told for key in sorted(entries) for told in (base + int(key), entries[key])]

    @staticmethod
    def _unnumber(part: OpenPart) -> None:
        for each in _objects(part.pdf):
            for name in ("/StructParents", "/StructParent"):
                if name in each:
                    del each[name]

    def _class_map(self, tree: Thing, walk: "_Walk") -> Thing:
        from pikepdf import Dictionary

        named = tree.get("/ClassMap", {})
        own = {str(key): each for key, each in named.items()}
        walk.rename_classes(
            {each: f"{each}-{self._parts}" for each in own if each in self._classes}
        )
        kept = {walk.classes.get(key, key): each for key, each in own.items()}
        self._classes |= dict.fromkeys(kept)
        return Dictionary(kept)

    def take(self, copied: Thing, part: "Object") -> list[Thing]:
        """Take in the copy of what ``prepare`` returned; return the elements below ``part``."""
        kids = list(copied.Kids)
        for kid in kids:
            kid.P = part
        pairs = list(copied.Numbers)
        self.numbers |= {int(key): each for key, each in zip(pairs[::2], pairs[1::2], strict=True)}
        ids = list(copied.Ids)
        self._ids |= {bytes(key): each for key, each in zip(ids[::2], ids[1::2], strict=True)}
        self._classes |= {str(key): each for key, each in copied.Classes.items()}
        self._spaces += list(copied.Spaces)
        return kids

    def element(self, tag: str, parent: "Object", **entries: Thing) -> "Object":
        """Make an element below another."""
        from pikepdf import Dictionary, Name

        made = Dictionary(Type=Name.StructElem, S=Name(f"/{tag}"), P=parent, **entries)
        return self._out.make_indirect(made)

    def close(self) -> None:
        """Write the tree into the packet."""
        from pikepdf import Array, Dictionary, Name, String

        pairs = [each for key in sorted(self.numbers) for each in (key, self.numbers[key])]
        self.root.K = self.whole
        self.root.ParentTree = self._out.make_indirect(Dictionary(Nums=Array(pairs)))
        self.root.ParentTreeNextKey = self._next
        if self._ids:
            named = [told for key in sorted(self._ids) for told in (String(key), self._ids[key])]
            self.root.IDTree = self._out.make_indirect(Dictionary(Names=Array(named)))
        if self._roles:
            self.root.RoleMap = Dictionary(
                {role: Name(f"/{means}") for role, means in self._roles.items() if means}
            )
        if self._classes:
            self.root.ClassMap = Dictionary(self._classes)
        if self._spaces:
            self.root.Namespaces = Array(self._spaces)
        self._out.Root.StructTreeRoot = self.root


def _objects(pdf: "Pdf") -> Iterator[Thing]:
    """Yield the dictionaries and streams of a file that may have a number in the tree."""
    from pikepdf import Dictionary, Stream

    for each in pdf.objects:
        if isinstance(each, (Dictionary, Stream)):
            yield each


class _Walk:
    """Goes through the elements of one paper's tree, and tells its names from the packet's.

    ``ids`` are the elements that have one, each with its new ID.
    """

    def __init__(self, part: OpenPart, roles: dict[str, str], number: int) -> None:
        self._part, self._roles, self._number = part, roles, number
        self._map = self._role_map()
        self.ids: list[tuple[bytes, Thing]] = []
        self.classes: dict[str, str] = {}
        self._classed: list[Thing] = []
        self._seen: set[tuple[int, int]] = set()

    def _role_map(self) -> dict[str, str]:
        """Return what each tag of the paper is called in the packet."""
        told = {
            str(key)[1:]: str(means)[1:]
            for key, means in self._part.tree.get("/RoleMap", {}).items()
        }
        called: dict[str, str] = {}
        for role in told:
            means = _standard(role, told)
            if role in _STANDARD:
                # What every reader knows must not mean something else in the other papers.
                called[role] = means or role
                continue
            called[role] = self._free(role, means)
            self._roles[f"/{called[role]}"] = means
        return called

    def _free(self, role: str, means: str) -> str:
        """Return the name of a role that means the same in the whole packet, or nothing yet."""
        name = role
        while self._roles.get(f"/{name}", means) != means:
            name = f"{name}-{self._number}"
        return name

    def below(self, top: Thing) -> bool:
        """Go through an element and all below it; tell whether it is one."""
        from pikepdf import Dictionary

        if not isinstance(top, Dictionary) or "/S" not in top:
            return False
        waiting = [top]
        while waiting:
            element = waiting.pop()
            if element.objgen != (0, 0) and element.objgen in self._seen:
                continue
            self._seen.add(element.objgen)
            self._mend(element)
            waiting += [
                kid for kid in as_list(element.get("/K"))
                if isinstance(kid, Dictionary) and "/S" in kid
            ]  # fmt: skip
        return True

    def _mend(self, element: Thing) -> None:
        from pikepdf import Name, String

        tag = str(element.S)[1:]
        if "/NS" not in element:
            called = self._map.get(tag) or self._unmapped(tag)
            if called != tag:
                element.S = Name(f"/{called}")
        if "/ID" in element:
            own = self._own_id(element.ID)
            element.ID = String(own)
            self.ids.append((own, element))
        if "/C" in element:
            self._classed.append(element)
        for attributes in as_list(element.get("/A")):
            self._heads(attributes)
        self._kids(element)

    def _unmapped(self, tag: str) -> str:
        """Return the name of a tag that the paper says nothing of."""
        if tag in _STANDARD:
            return tag
        self._map[tag] = self._free(tag, "")
        self._roles.setdefault(f"/{self._map[tag]}", "")
        return self._map[tag]

    def _own_id(self, old: Thing) -> bytes:
        return f"{self._number}.".encode() + bytes(old)

    def _heads(self, attributes: Thing) -> None:
        """Let a cell name its headers by their new IDs."""
        from pikepdf import Array, Dictionary, String

        if isinstance(attributes, Dictionary) and "/Headers" in attributes:
            told = [String(self._own_id(each)) for each in attributes.Headers]
            attributes.Headers = Array(told)

    def _kids(self, element: Thing) -> None:
        """Leave out the notes that are gone; a field that became a picture is a note."""
        from pikepdf import Array, Dictionary, Name

        kids = as_list(element.get("/K"))
        notes = {
            kid.Obj.objgen for kid in kids
            if isinstance(kid, Dictionary) and isinstance(kid.get("/Obj"), Dictionary)
        }  # fmt: skip
        if notes & self._part.pictured:
            element.S = Name.Annot
        if notes & self._part.gone:
            element.K = Array([kid for kid in kids if not self._is_gone(kid)])

    def _is_gone(self, kid: Thing) -> bool:
        from pikepdf import Dictionary

        note = kid.get("/Obj") if isinstance(kid, Dictionary) else None
        return isinstance(note, Dictionary) and note.objgen in self._part.gone

    def rename_classes(self, called: dict[str, str]) -> None:
        """Let the elements name their classes by other names."""
        from pikepdf import Array, Name

        self.classes = called
        for element in self._classed if called else ():
            told = [
                Name(called.get(str(each), str(each))) if isinstance(each, Name) else each
                for each in as_list(element.C)
            ]
            element.C = Array(told)


def _standard(role: str, told: dict[str, str]) -> str:
    """Return the standard tag that a role means in the end, "" for none."""
    seen: set[str] = set()
    means = told.get(role, "")
    while means and means not in _STANDARD and means not in seen:
        seen.add(means)
        means = told.get(means, "")
    return means if means in _STANDARD else ""

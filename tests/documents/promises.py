"""What contents, pictures and carried files promise, held against what the file does.

A validator sees that a link leads somewhere; that it leads to the heading it names, on the
page it says, only this module asks.
"""

import re
from collections.abc import Iterator
from hashlib import md5

from pikepdf import Dictionary, Object, Pdf

from tests.documents.reading import as_list, elements, speaker, squeezed

_NUMBER = re.compile(r"\s*(\d+)\s*$")
_BELOW_THE_TITLE = ("/H2", "/H3")


def attachment_faults(pdf: Pdf) -> Iterator[str]:
    """Yield what is wrong with the files carried: names, kind, relation, words and bytes."""
    catalog = pdf.Root.get("/Names", Dictionary())
    names = as_list(catalog.get("/EmbeddedFiles", Dictionary()).get("/Names"))
    carried = [spec.objgen for spec in names[1::2]]
    associated = [spec.objgen for spec in as_list(pdf.Root.get("/AF"))]
    if carried != associated or ("/EmbeddedFiles" in catalog and not carried):
        yield "the files carried are not the files associated"
    for spec in [*names[1::2], *as_list(pdf.Root.get("/AF"))]:
        yield from _file_faults(spec)


def _file_faults(spec: Object) -> Iterator[str]:
    stream = spec.EF.F
    named = {str(spec.get("/F", "")), str(spec.get("/UF", ""))}
    if len(named) > 1 or "" in named:
        yield f"a file is called {sorted(named)}"
    if not str(spec.get("/Desc", "")).strip():
        yield "a file is not described"
    if str(spec.get("/AFRelationship", "")) != "/Data":
        yield "a file of data is not said to be that"
    if str(stream.get("/Subtype", "")) != "/application/json":
        yield "a file is not said to be JSON"
    params = stream.get("/Params", Dictionary())
    content = stream.read_bytes()
    if "/ModDate" not in params:
        yield "a file has no date"
    if int(params.get("/Size", -1)) != len(content):
        yield "a file is not as long as it says"
    if bytes(params.get("/CheckSum", b"")) != md5(content, usedforsecurity=False).digest():
        yield "a file is not what its check sum says"


def contents_faults(pdf: Pdf) -> Iterator[str]:
    """Yield where the contents lead astray: every heading after them, on the page they say."""
    everything = list(elements(pdf))
    tables = [place for place, each in enumerate(everything) if str(each.S) == "/TOC"]
    entries = [each for each in everything if str(each.S) == "/TOCI"]
    if bool(tables) != bool(entries):
        yield "contents without entries, or entries without contents"
    if not tables:
        yield from _strays(pdf)
        return
    say = speaker(pdf)
    after = everything[tables[-1] :]
    lines = [say(as_list(entry.K)[0]) for entry in entries]
    listed = [squeezed(_NUMBER.sub("", line)) for line in lines]
    # Contents may leave out all headings below a level.
    downto = (_BELOW_THE_TITLE[: place + 1] for place in range(len(_BELOW_THE_TITLE)))
    if listed not in [
        [squeezed(say(each)) for each in after if str(each.S) in levels] for levels in downto
    ]:
        yield "the contents list other headings than there are"
    yield from _leads(pdf, entries, lines)


def _strays(pdf: Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for annotation in as_list(page.obj.get("/Annots")):
            if ", sida " in str(annotation.get("/Contents", "")):
                yield "a line of contents stands outside contents"


def _leads(pdf: Pdf, entries: list[Object], lines: list[str]) -> Iterator[str]:
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    for entry, line in zip(entries, lines, strict=True):
        shown = _NUMBER.search(line)
        links = [kid.Obj for kid in _objects(as_list(entry.K)[0])]
        if not links or shown is None:
            yield f"{line!r} leads nowhere"
        for link in links:
            target = as_list(link.get("/Dest"))
            if not target or shown is None or numbers.get(target[0].objgen) != int(shown[1]):
                yield f"{line!r} leads to another page"


def _objects(element: Object) -> Iterator[Object]:
    for kid in as_list(element.get("/K")):
        if isinstance(kid, int):
            continue
        if str(kid.get("/Type", "")) == "/OBJR":
            yield kid
        elif "/S" in kid:
            yield from _objects(kid)


def figure_faults(pdf: Pdf) -> Iterator[str]:
    """Yield pictures whose box is nothing or outside their page, and captions of nothing."""
    for element in elements(pdf):
        if str(element.S) == "/Figure":
            yield from _box_faults(element)
        elif str(element.S) == "/Caption":
            around = [kid for kid in as_list(element.P.get("/K")) if not isinstance(kid, int)]
            beside = {str(kid.S) for kid in around}
            if not beside & {"/Figure", "/THead", "/TBody", "/TR"}:
                yield "a caption stands with nothing to tell of"


def _box_faults(figure: Object) -> Iterator[str]:
    box = [float(edge) for edge in as_list(figure.get("/A", Dictionary()).get("/BBox"))]
    page = figure.get("/Pg")
    if len(box) != 4 or page is None:
        yield "a figure has no box"
        return
    left, low, right, high = (float(edge) for edge in page.MediaBox)
    inside = left <= box[0] < box[2] <= right and low <= box[1] < box[3] <= high
    if not inside:
        yield f"a figure's box {box} is nothing or outside the page"


def header_faults(pdf: Pdf) -> Iterator[str]:
    """Yield cells that name heading cells which are not there."""
    headings = {str(each.ID) for each in elements(pdf) if str(each.S) == "/TH" and "/ID" in each}
    for cell in elements(pdf):
        for attributes in as_list(cell.get("/A")):
            for name in as_list(attributes.get("/Headers")):
                if str(name) not in headings:
                    yield f"a cell names the heading {name}, which is none"

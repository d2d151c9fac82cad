"""Ways to spoil a good file, one at a time: what the checks are for."""

import re
from collections.abc import Callable
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from tests.documents.reading import as_list, elements

Defect = Callable[[Pdf], None]


def spoiled(data: bytes, defect: Defect) -> bytes:
    """Return ``data`` with ``defect`` in it."""
    with Pdf.open(BytesIO(data)) as pdf:
        defect(pdf)
        file = BytesIO()
        pdf.save(file, static_id=True, fix_metadata_version=False)
    return file.getvalue()


def found(pdf: Pdf, tag: str) -> Object:
    """Return the first element ``tag``."""
    return next(element for element in elements(pdf) if str(element.S) == f"/{tag}")


def stream(old: bytes, new: bytes) -> Defect:
    """Change the first page's operators: the first match of the pattern ``old``."""

    def change(pdf: Pdf) -> None:
        page = pdf.pages[0]
        content = page.Contents.read_bytes()
        changed = re.sub(old, new, content, count=1, flags=re.DOTALL)
        assert changed != content
        page.Contents = pdf.make_stream(changed)

    return change


def xmp(old: bytes, new: bytes) -> Defect:
    """Change the metadata packet."""

    def change(pdf: Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes()
        assert old in packet
        pdf.Root.Metadata.write(packet.replace(old, new))

    return change


def without(name: str) -> Defect:
    """Take an entry out of the catalog."""

    def change(pdf: Pdf) -> None:
        del pdf.Root[name]

    return change


def element(tag: str, name: str, value: object = None) -> Defect:
    """Set an entry of the first element ``tag``, or take it out."""

    def change(pdf: Pdf) -> None:
        if value is None:
            del found(pdf, tag)[name]
        else:
            found(pdf, tag)[name] = value

    return change


def retagged(old: str, new: str) -> Defect:
    """Call every element ``old`` something else, in tree and stream alike."""

    def change(pdf: Pdf) -> None:
        for entry in elements(pdf):
            if str(entry.S) == f"/{old}":
                entry.S = Name(f"/{new}")
        for page in pdf.pages:
            content = page.Contents.read_bytes()
            page.Contents = pdf.make_stream(
                content.replace(f"/{old} <<".encode(), f"/{new} <<".encode())
            )

    return change


def _emptied(pdf: Pdf) -> None:
    del found(pdf, "Document")["/K"]


def _lost_owner(pdf: Pdf) -> None:
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    nums[1] = Array(list(nums[1])[:-1])


def _swapped_owners(pdf: Pdf) -> None:
    owners = list(pdf.Root.StructTreeRoot.ParentTree.Nums[1])
    owners[0], owners[1] = owners[1], owners[0]
    pdf.Root.StructTreeRoot.ParentTree.Nums[1] = Array(owners)


def _wrong_parent(pdf: Pdf) -> None:
    found(pdf, "H1").P = found(pdf, "Table")


def _claimed_twice(pdf: Pdf) -> None:
    heading = found(pdf, "H1")
    found(pdf, "P").K = Array([found(pdf, "P").K, heading.K])


def _first_link(pdf: Pdf) -> Object:
    link: Object = as_list(pdf.pages[0].obj.Annots)[0]
    return link


def _silent_link(pdf: Pdf) -> None:
    _first_link(pdf).Contents = String("  ")


def _homeless_link(pdf: Pdf) -> None:
    _first_link(pdf).StructParent = 0


def _hidden_link(pdf: Pdf) -> None:
    _first_link(pdf).F = 2


def _loose_link(pdf: Pdf) -> None:
    link = found(pdf, "Link")
    link.K = Array([kid for kid in as_list(link.K) if isinstance(kid, int)])


def _no_tab_order(pdf: Pdf) -> None:
    del pdf.pages[0].obj["/Tabs"]


def _no_struct_parents(pdf: Pdf) -> None:
    del pdf.pages[0].obj["/StructParents"]


def _info_title(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = String("En annan titel")


def _info_date(pdf: Pdf) -> None:
    pdf.docinfo["/CreationDate"] = String("D:19990101000000+00'00'")


def _title_hidden(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def _unmarked(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def _script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _no_to_unicode(pdf: Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        del font["/ToUnicode"]
        break


def _no_font_file(pdf: Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        del font.FontDescriptor["/FontFile2"]
        break


def _wrong_widths(pdf: Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        font.Widths = Array([int(width) + 200 for width in font.Widths])


def _no_scope(pdf: Pdf) -> None:
    for entry in elements(pdf):
        if str(entry.S) == "/TH":
            del entry["/A"]


def _wide_cell(pdf: Pdf) -> None:
    found(pdf, "TH").A = Dictionary(O=Name.Table, Scope=Name.Column, ColSpan=5)


def _same_ids(pdf: Pdf) -> None:
    found(pdf, "H1").ID = found(pdf, "Note").ID


def _strange_role(pdf: Pdf) -> None:
    found(pdf, "P").S = Name.Ingress


def _lost_heading_level(pdf: Pdf) -> None:
    retagged("H2", "H3")(pdf)


def _cmyk(pdf: Pdf) -> None:
    stream(rb"[\d.]+ [\d.]+ [\d.]+ rg", b"0 0 0 1 k")(pdf)


def _transparent_group(pdf: Pdf) -> None:
    page = pdf.pages[0]
    page.obj.Resources.ExtGState = Dictionary(G0=Dictionary(Type=Name.ExtGState, BM=Name.Foo))
    page.Contents = pdf.make_stream(b"/G0 gs " + page.Contents.read_bytes())


def _run_together(pdf: Pdf) -> None:
    """Take away the spaces at the ends of lines: the space codes before a new position."""
    page = pdf.pages[0]
    content = page.Contents.read_bytes()
    page.Contents = pdf.make_stream(re.sub(rb" \) Tj(?=\n1 0 0 1)", b") Tj", content))


KINDS: dict[str, Defect] = {
    "no structure tree": without("/StructTreeRoot"),
    "no language": without("/Lang"),
    "no mark info": without("/MarkInfo"),
    "mark info false": _unmarked,
    "no metadata": without("/Metadata"),
    "no output intent": without("/OutputIntents"),
    "no viewer preferences": without("/ViewerPreferences"),
    "title not displayed": _title_hidden,
    "script": _script,
    "XMP says part 1": xmp(b"<pdfaid:part>2", b"<pdfaid:part>1"),
    "XMP without UA": xmp(b"<pdfuaid:part>1</pdfuaid:part>", b""),
    "XMP without schema": xmp(b"pdfaExtension:schemas", b"pdfaExtension:nothing"),
    "XMP title differs": xmp(b"Rapport om trygghet", b"Rapport om otrygghet"),
    "XMP without title": xmp(b"dc:title", b"dc:source"),
    "Info title differs": _info_title,
    "Info date differs": _info_date,
    "unmarked text": stream(rb"/H1 <</MCID \d+>> BDC(.*?)EMC", rb"\1"),
    "text as artifact": stream(rb"/H1 <</MCID \d+>> BDC", b"/Artifact BMC"),
    "unmarked rule": stream(rb"/Artifact BMC(.*?)EMC", rb"\1"),
    "mark of another tag": stream(rb"/H1 <<", b"/H2 <<"),
    "mark twice": stream(rb"(/H1 <</MCID )\d+", rb"\g<1>0"),
    "mark never closed": stream(rb"EMC\s+ET\b", b"ET"),
    "mark closed twice": stream(rb"EMC", b"EMC EMC"),
    "colour of another device": _cmyk,
    "unknown blend mode": _transparent_group,
    "lines run together": _run_together,
    "tree without content": _emptied,
    "element names another parent": _wrong_parent,
    "mark claimed twice": _claimed_twice,
    "parent tree too short": _lost_owner,
    "parent tree in disorder": _swapped_owners,
    "page without StructParents": _no_struct_parents,
    "page without tab order": _no_tab_order,
    "link without element": _loose_link,
    "link of another element": _homeless_link,
    "link without words": _silent_link,
    "link hidden": _hidden_link,
    "figure without words": element("Figure", "/Alt"),
    "figure with blank words": element("Figure", "/Alt", String(" ")),
    "figure with a file name": element("Figure", "/Alt", String("vapen.png")),
    "note without ID": element("Note", "/ID"),
    "two elements of one ID": _same_ids,
    "unknown role": _strange_role,
    "heading level skipped": _lost_heading_level,
    "list entry without list": retagged("L", "Sect"),
    "table without headers": retagged("TH", "TD"),
    "header without scope": _no_scope,
    "cell too wide": _wide_cell,
    "row outside a table": retagged("Table", "Sect"),
    "font without ToUnicode": _no_to_unicode,
    "font not embedded": _no_font_file,
    "widths of another font": _wrong_widths,
}


def _spec(pdf: Pdf) -> Object:
    spec: Object = pdf.Root.AF[0]
    return spec


def of_file(name: str, value: object = None) -> Defect:
    """Set an entry of the carried file's specification, or take it out."""

    def change(pdf: Pdf) -> None:
        if value is None:
            del _spec(pdf)[name]
        else:
            _spec(pdf)[name] = value

    return change


def of_stream(name: str, value: object = None) -> Defect:
    """Set an entry of the carried file itself, or take it out."""

    def change(pdf: Pdf) -> None:
        if value is None:
            del _spec(pdf).EF.F[name]
        else:
            _spec(pdf).EF.F[name] = value

    return change


def _other_bytes(pdf: Pdf) -> None:
    _spec(pdf).EF.F.write(b'{"rapport": "annat"}')


def _unnamed(pdf: Pdf) -> None:
    pdf.Root.Names.EmbeddedFiles.Names = Array([])


CARRIED: dict[str, Defect] = {
    "file not associated": without("/AF"),
    "file not among the names": _unnamed,
    "file without relationship": of_file("/AFRelationship"),
    "file of a strange relationship": of_file("/AFRelationship", Name.Friend),
    "file of another relationship": of_file("/AFRelationship", Name.Alternative),
    "file without a description": of_file("/Desc"),
    "file with a blank description": of_file("/Desc", String(" ")),
    "file without a name": of_file("/UF"),
    "file with two names": of_file("/UF", String("annat.json")),
    "file without a kind": of_stream("/Subtype"),
    "file of another kind": of_stream("/Subtype", Name("/text/plain")),
    "file without a date": of_stream("/Params", Dictionary(Size=2)),
    "file with other bytes": _other_bytes,
}
"""Ways to spoil the data that a file carries (PDF/A-3a)."""


def _listed(pdf: Pdf) -> Object:
    """Return the first entry of the contents' own link."""
    listed: Object = next(
        annotation
        for annotation in as_list(pdf.pages[0].obj.Annots)
        if "/Dest" in annotation and ", sida " in str(annotation.get("/Contents", ""))
    )
    return listed


def _leads_astray(pdf: Pdf) -> None:
    _listed(pdf).Dest = Array([pdf.pages[-1].obj, Name.XYZ, 0, 700, 0])


def _leads_nowhere(pdf: Pdf) -> None:
    del _listed(pdf)["/Dest"]


def _entry_lost(pdf: Pdf) -> None:
    contents = found(pdf, "TOC")
    contents.K = Array(as_list(contents.K)[:-1])


def _heading_unlisted(pdf: Pdf) -> None:
    """Make a heading of a paragraph behind the contents' back, in tree and stream alike."""
    last = [entry for entry in elements(pdf) if str(entry.S) == "/H3"][-1]
    paragraph = as_list(last.P.K)
    place = next(n for n, kid in enumerate(paragraph) if kid.objgen == last.objgen)
    paragraph[place + 1].S = Name.H3


def _box(pdf: Pdf) -> None:
    found(pdf, "Figure").A.BBox = Array([0, 0, 0, 0])


def _box_outside(pdf: Pdf) -> None:
    found(pdf, "Figure").A.BBox = Array([0, 0, 2000, 100])


LONG: dict[str, Defect] = {
    "contents lead to another page": _leads_astray,
    "contents lead nowhere": _leads_nowhere,
    "contents lack a heading": _entry_lost,
    "contents of plain paragraphs": retagged("TOCI", "P"),
    "contents entry outside contents": retagged("TOC", "Sect"),
    "heading that is not listed": _heading_unlisted,
    "drawing without words": element("Figure", "/Alt"),
    "drawing without a box": element("Figure", "/A"),
    "drawing in a box of nothing": _box,
    "drawing outside the page": _box_outside,
    "caption of nothing": retagged("Figure", "Span"),
    "cell named by another": element("TD", "/A", Dictionary(
        O=Name.Table, Headers=Array([String("cell9999")]))),
}  # fmt: skip
"""Ways to spoil a paper with contents, drawings and two rows of headings."""


def raw_defects(data: bytes) -> dict[str, bytes]:
    """Spoil the bytes themselves, where rewriting the file would mend it."""
    return {
        "stream runs into endstream": data.replace(b"\r\nendstream", b"endstream\r\n"),
        "no identity": data.replace(b"/ID", b"/XD"),
        "header of another version": data.replace(b"%PDF-1.7", b"%PDQ-1.7", 1),
        "text after the end": data + b"mer text",
    }

"""Content in, document bytes out: every paper that the council prints.

``kit`` sets text and makes tagged, archivable PDF; each kind of document has one
module beside it. Nothing here reads the register: documents are given frozen
sheets and answer with bytes, the same bytes for the same sheets on every machine.
"""

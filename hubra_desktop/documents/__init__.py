"""Every paper that the council prints: content in, document bytes out.

``kit`` sets text and makes tagged, archivable PDF; each kind of document has one module
beside it. Nothing here reads the register: documents are made of frozen records, and the
same records give the same bytes on every machine.
"""

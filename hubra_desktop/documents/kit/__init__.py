"""The typesetting kit: from a logical tree of elements to PDF/A with PDF/UA, or HTML.

A document is told once as a ``Manuscript``: a tree of what things *are* (heading,
table, note) and the blocks that say how they look. ``render.to_pdf`` and
``html.to_html`` read the same manuscript.
"""

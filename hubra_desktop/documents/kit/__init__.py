"""The typesetting kit: from a logical tree of elements to PDF/A with PDF/UA, or HTML.

A ``Manuscript`` holds a tree of what things *are* (heading, table, note) and the blocks
that set them. ``render.to_pdf`` and ``html.to_html`` read the same manuscript.
"""

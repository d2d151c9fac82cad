"""Columns that are never narrower than their headings."""

from PySide6.QtWidgets import QHeaderView


def fit_headings(header: QHeaderView) -> None:
    """Widen the columns of a set width whose headings would be cut."""
    for section in range(header.count()):
        fixed = header.sectionResizeMode(section) is QHeaderView.ResizeMode.Interactive
        if fixed and not header.isSectionHidden(section):
            needs = header.sectionSizeFromContents(section).width()
            header.resizeSection(section, max(needs, header.sectionSize(section)))

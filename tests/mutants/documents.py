"""Bugs in what is printed, and in its twin for the web."""

from tests.mutants.mutant import Mutant

_HTML = ("documents/test_html.py", "documents/test_links.py")

DOCUMENTS = (
    Mutant(
        "documents/kit/html.py",
        """return f'<a href="{escape(target)}">""",
        """return f'<a href="{target}">""",
        _HTML,
    ),
    Mutant(
        "documents/kit/html.py",
        "<title>{escape(clean(meta.title))}",
        "<title>{clean(meta.title)}",
        _HTML,
    ),
    Mutant(
        "documents/kit/metadata.py",
        'replace("endobj", "end&#111;bj")',
        'replace("endobjj", "end&#111;bj")',
        ("documents/test_written_text.py",),
    ),
    Mutant(
        "documents/kit/metadata.py",
        r'replace("(", r"\(")',
        r'replace("(", r"(")',
        ("documents/test_written_text.py",),
    ),
    Mutant(
        "documents/kit/no_break.py",
        r"(?<=\d) (?=\d{3}(?!\d))",
        r"(?<=\d) (?=\d{4}(?!\d))",
        ("documents/test_text.py", "documents/test_layout.py"),
    ),
    Mutant(
        "documents/kit/hyphens.py",
        "common = by_pattern and word.islower()",
        "common = by_pattern",
        ("documents/test_layout.py", "documents/test_text.py", "documents/test_long_words.py"),
    ),
    Mutant(
        "documents/kit/links.py",
        "unopened = last in _CLOSING and address.count(last) > address.count(_CLOSING[last])",
        "unopened = last in _CLOSING",
        ("documents/test_written_text.py",),
    ),
    Mutant(
        "documents/kit/links.py",
        'f"46{digits[1:]}"',
        'f"46{digits}"',
        ("documents/test_written_text.py",),
    ),
    Mutant(
        "documents/kit/coverage.py",
        'return unicodedata.category(mark) not in {"Cc", "Cs"}',
        'return unicodedata.category(mark) not in {"Cc"}',
        ("documents/test_written_text.py",),
    ),
)

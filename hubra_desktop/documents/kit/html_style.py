"""The look of a web page: the house's colours, light and dark, lines that are read with ease."""

from typing import Final

from hubra_desktop.documents.kit.style import ALARM, HAIRLINE, INK, QUIET
from hubra_desktop.model.contrast import contrast

_PAPER: Final = "#ffffff"
_NIGHT: Final = "#15191d"
_READABLE: Final = 4.5
_STYLE: Final = (
    "body{font-family:sans-serif;line-height:1.5;max-width:44em;margin:0 auto;padding:1.5em 1em;"
    "color:var(--ink);background:var(--paper);overflow-wrap:anywhere;hyphens:manual}"
    "main>p,main>ul,main>ol,blockquote,aside,.alarm{max-width:35em}"
    "header{border-bottom:2px solid var(--accent);margin-bottom:1.5em;font-size:.9em}"
    "header p{margin:.2em 0;font-weight:bold;letter-spacing:.03em;color:var(--accent)}"
    "header td p{font-weight:normal;color:var(--ink)}header table{margin:.5em 0;width:auto}"
    "header th,header td{border:0;padding:.1em 1.5em .1em 0}"
    "header img{display:block;max-height:4.5em}"
    "footer{border-top:1px solid var(--line);margin-top:2.5em;font-size:.85em;color:var(--quiet)}"
    "footer p{margin:.2em 0}footer address{margin-top:1em}"
    ".label,.q{color:var(--quiet);font-weight:normal}.label{font-size:.85em;margin:1em 0 0}"
    ".line{margin:0}"
    "address{font-style:normal}"
    ".mark strong,.alarm strong{color:var(--alarm)}"
    ".mark{font-size:1.5em;text-transform:uppercase;letter-spacing:.1em}"
    ".mark{margin:.2em 0}"
    ".alarm{margin:1em 0;font-size:1.15em;border-left:4px solid var(--alarm);padding-left:.8em}"
    "h1,h2,h3,h4{color:var(--accent);line-height:1.2;hyphens:none;text-wrap:balance}h1{font-size:min(2em,8.6vw)}"
    "a{color:var(--accent)}a[href^='tel:']{white-space:nowrap}abbr{text-decoration:none}"
    "table{border-collapse:collapse;width:100%;margin:1em 0}"
    "th,td{text-align:left;vertical-align:top;padding:.35em .8em .35em 0;"
    "border-bottom:1px solid var(--line)}"
    "thead th{vertical-align:bottom;color:var(--accent)}tfoot{font-weight:bold}"
    "tbody th[scope=row]{font-weight:normal}tbody:first-child th[scope=row]{font-weight:bold}"
    "tbody th[scope=row] [role=heading]{font-weight:bold}"
    "tbody th[scope=rowgroup]{padding-top:.9em;color:var(--accent)}"
    ".n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}"
    ".d1{padding-left:1em}.d2{padding-left:2em}.d3{padding-left:3em}"
    "caption{text-align:left;font-weight:bold;padding:.4em 0}figure{margin:1em 0}"
    "figcaption{font-weight:bold;margin-bottom:.4em}svg{max-width:100%;height:auto}"
    "blockquote{margin:1em 0;padding-left:1em;border-left:3px solid var(--line)}"
    "nav ol{list-style:none;padding-left:1.2em;margin:0}nav>ol{padding-left:0}"
    "nav>ol>li{margin-top:.4em;font-weight:bold}nav ol ol{font-weight:normal}"
    "nav a{display:inline-block;padding:.2em 0}"
    ".key,.key ul{list-style:none;padding-left:0}.key{columns:22em 2;column-gap:2em;font-size:.9em}"
    ".key>li{margin-bottom:.6em;padding-left:1.9em;text-indent:-1.9em;break-inside:avoid-column}"
    ".key ul li{padding-left:2.2em;text-indent:-2.2em}"
    ".key svg{height:.9em;width:1.3em;margin-right:.6em;vertical-align:-.1em}"
    "body:has(.s){max-width:70em}.s{overflow-x:auto}"
    ".s table{overflow-wrap:break-word;font-size:.85em}.s td,.s th{padding-right:.5em}"
    ".m{overflow-x:auto}"
    "td p,th p,li p,aside p,caption p,figcaption p{margin:0}aside{margin:.4em 0}"
    "aside span+p{display:inline}"
    "img{max-width:100%;height:auto}"
    "th p{min-width:2em}td,th{overflow-wrap:break-word}"
    ".w,time{white-space:nowrap}"
    "@media(min-width:40.1em){tbody th [role=heading]{min-width:12em}}"
    "@media(max-width:56em){.s table{min-width:54em}}"
    "@media(min-width:56.1em) and (max-width:74em){.s table{font-size:.75em}}"
    "@media(max-width:40em){th,td{font-size:.85em;padding-right:.4em}.m table{min-width:30em}}"
    "@media(max-width:30em){.w,time{white-space:normal}h1,h2,h3,h4{hyphens:manual}}"
    "@media(max-width:26em){th,td{font-size:.75em;padding-right:.3em}}"
    "@media(max-width:21em){td,th{overflow-wrap:anywhere}"
    "th.n{white-space:normal}td.n{font-size:.8em}}"
    "@media print{@page{size:A4;margin:20mm}body{max-width:none;margin:0;padding:0}"
    ".s,.m{overflow:visible}.s table,.m table{min-width:0}.s table{font-size:.75em}"
    "h1,h2,h3,h4{break-after:avoid}tr,img,aside{break-inside:avoid}}"
)
_DARK: Final = "svg,img{background:#fff;border-radius:4px}"


def style(accent: str, text_size: float | None = None) -> str:
    """Return a page's style sheet, in the house's ``accent``; ``text_size`` in points or none.

    Dark where the reader's screen is; what is printed is always dark on white.
    """
    size = f"html{{font-size:{text_size:g}pt}}" if text_size else ""
    light = _colours(INK, _PAPER, readable(accent, _PAPER), QUIET, HAIRLINE, ALARM)
    dark = _colours(
        "#e8eaec",
        _NIGHT,
        readable(accent, _NIGHT, 7),
        "#b3bbc2",
        "#434b52",
        readable(ALARM, _NIGHT),
    )
    night = f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}{_DARK}}}"
    return f"{size}:root{{{light}}}{_STYLE}{night}"


def _colours(ink: str, paper: str, accent: str, quiet: str, line: str, alarm: str) -> str:
    return (
        f"--ink:{ink};--paper:{paper};--accent:{accent};--quiet:{quiet};--line:{line};"
        f"--alarm:{alarm}"
    )


def readable(colour: str, paper: str, least: float = _READABLE) -> str:
    """Return ``colour`` as near as it can be and still be read on ``paper`` (WCAG 2.2, 1.4.3)."""
    far = "#ffffff" if contrast("#ffffff", paper) > contrast("#000000", paper) else "#000000"
    shades = (_mixed(colour, far, step / 20) for step in range(21))
    return next(shade for shade in shades if contrast(shade, paper) >= least)


def _mixed(colour: str, other: str, share: float) -> str:
    """Mix a ``share`` of another colour into one, each part of it by itself."""
    parts = (
        round(int(colour[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)

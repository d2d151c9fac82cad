"""A meeting's packet on the command line: one PDF, or a folder of numbered files."""

import sys
from pathlib import Path

from hubra_desktop.cli.output import write_output
from hubra_desktop.model.dispatch.dispatch_terms import Audience
from hubra_desktop.model.dispatch.packets import BoundPacket
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.file_names import refuse_other_format
from hubra_desktop.work.calling.packet_making import make_packet, write_beside, write_packet_folder
from hubra_desktop.work.calling.packets import gather_packet, packet_told, rendered_packet
from hubra_desktop.work.files import write_whole
from hubra_desktop.work.queries import Reader


def print_packet(
    reader: Reader, meeting_id: str, *, output: str | None, folder: str | None, public: bool
) -> None:
    """Write a meeting's packet to a file, a folder or both; say how large it is, and what is not.

    Files that cannot be bound lie beside the file, in a folder of its name. Raises InputError.
    """
    if output is None and not folder:
        raise InputError("Det saknas: -o/--output eller --mapp.")
    if output is not None:
        refuse_other_format(output, (".pdf",))
    gathered = gather_packet(reader, meeting_id, Audience.PUBLIC if public else Audience.INTERNAL)
    packet = rendered_packet(gathered)
    if folder:
        names = write_packet_folder(packet, gathered.style, Path(folder))
        print(f"{len(names)} filer i mappen {folder}.", file=sys.stderr)
    if output is not None:
        made = make_packet(packet, gathered.style)
        _write(made, output)
        print(packet_told(made), file=sys.stderr)


def _write(made: BoundPacket, output: str) -> None:
    if not output.strip():
        raise InputError("Filen har inget namn. Skriv vad den ska heta, eller - för utmatning.")
    if output == "-":
        write_output(made.content)
    else:
        write_whole(Path(output), made.content)
        write_beside(made, Path(output))

"""What the rows of a table are called when they are counted."""

from collections.abc import Mapping
from typing import Final

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.language import N_plural

ROW_NOUNS: Final[Mapping[TableName, tuple[str, str]]] = {
    TableName.LEDGER: N_plural("{n} rad i huvudboken", "{n} rader i huvudboken"),
    TableName.GRANTS: N_plural("{n} bidrag", "{n} bidrag"),
    TableName.ACTIVITIES: N_plural("{n} aktivitet", "{n} aktiviteter"),
    TableName.MEASUREMENTS: N_plural("{n} mätning", "{n} mätningar"),
    TableName.MEETINGS: N_plural("{n} sammanträde", "{n} sammanträden"),
    TableName.PEOPLE: N_plural("{n} person", "{n} personer"),
    TableName.ASSOCIATIONS: N_plural("{n} förening", "{n} föreningar"),
    TableName.MATTERS: N_plural("{n} ärende", "{n} ärenden"),
    TableName.FOLLOW_UPS: N_plural("{n} uppföljning", "{n} uppföljningar"),
    TableName.REPORTED: N_plural("{n} anmälan", "{n} anmälningar"),
    TableName.RATES: N_plural("{n} arvodessats", "{n} arvodessatser"),
    TableName.ATTENDANCE: N_plural("{n} person i en närvarolista", "{n} personer i närvarolistor"),
    TableName.STAYS: N_plural("{n} tid i rummet", "{n} tider i rummet"),
}
COMPARED_ROWS = N_plural("{n} rad", "{n} rader")

"""The records under the names they had before; see ``model.records``."""

from hubra_desktop.model.records import council

RegisterSheet = council.Register
BodySheet = council.Body
PersonSheet = council.Person
MandateSheet = council.Mandate
MatterSheet = council.Matter
MatterAliasSheet = council.MatterAlias

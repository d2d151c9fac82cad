"""The records under the names they had before; see ``model.records``."""

from hubra_desktop.model.records import indicators

MeasurementSheet = indicators.Measurement
ChangeTextSheet = indicators.ChangeText
IndicatorSheet = indicators.Indicator

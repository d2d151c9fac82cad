"""The records under the names they had before; see ``model.records``."""

from hubra_desktop.model.records import reports

ReportSectionSheet = reports.ReportSection
ReportSignatureSheet = reports.ReportSignature
ReportAnswerSheet = reports.ReportAnswer
ReportSheet = reports.Report

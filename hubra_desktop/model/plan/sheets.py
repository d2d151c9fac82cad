"""The records under the names they had before; see ``model.records``."""

from hubra_desktop.model.records import plan

FocusAreaSheet = plan.FocusArea
PlanSheet = plan.Plan
OccasionSheet = plan.Occasion
ActivityAreaSheet = plan.ActivityArea
ActivityLinkSheet = plan.ActivityLink
FollowUpNoteSheet = plan.FollowUpNote
ActivitySheet = plan.Activity
LetterRecipientSheet = plan.LetterRecipient
LetterSheet = plan.Letter
AgreementPartySheet = plan.AgreementParty
AgreementMeetingSheet = plan.AgreementMeeting
AgreementSheet = plan.Agreement
ConsultationSheet = plan.Consultation

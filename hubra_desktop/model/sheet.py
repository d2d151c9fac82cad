"""The records under the names they had before; see ``model.records``."""

from hubra_desktop.model.records import meeting

PresenterSheet = meeting.Presenter
ItemSheet = meeting.Item
PreMeetingSheet = meeting.PreMeeting
FootnoteSheet = meeting.Footnote
SignatureSheet = meeting.Signature
MeetingSheet = meeting.Meeting
HouseStyle = meeting.HouseStyle

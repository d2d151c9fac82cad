"""The part Så följer vi lagen of the page Verksamhet."""

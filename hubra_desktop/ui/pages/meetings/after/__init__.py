"""The part Efter mötet of a meeting's page: whom its decisions are told to, and who is asked."""

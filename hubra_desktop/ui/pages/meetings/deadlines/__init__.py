"""A meeting's deadlines, the year of meetings, and what the law says of both."""

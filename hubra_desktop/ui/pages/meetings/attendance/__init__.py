"""The part Närvaro of a meeting's page: the list, the roll-call, and who came and went."""

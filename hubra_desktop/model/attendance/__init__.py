"""Who is at a meeting, from when to when, and what they are paid for it."""

"""Who sits on a body, by which rules, and what is kept of them."""

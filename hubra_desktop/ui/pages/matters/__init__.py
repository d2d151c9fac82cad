"""The page Ärenden: matters with their whole life, and what waits for a later agenda."""

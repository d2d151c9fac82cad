"""The page Verksamhet and its parts."""

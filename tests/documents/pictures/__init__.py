"""Pictures of the printed pages, for eyes: what to look for in each stands in the README."""

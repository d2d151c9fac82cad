"""The page Översikt: what is to be done now."""

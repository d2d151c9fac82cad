"""Commands that decide something: each is imported from the module of its subject."""

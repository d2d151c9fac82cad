"""Forms: how a record is edited by hand, in one way everywhere."""

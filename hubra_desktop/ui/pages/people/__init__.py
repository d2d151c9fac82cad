"""People and bodies, who serves where, and the lists that things are sent by."""

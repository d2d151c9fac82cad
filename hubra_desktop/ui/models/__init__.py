"""Item models that answer from prepared frozen rows."""

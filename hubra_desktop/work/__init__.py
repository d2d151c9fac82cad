"""What the secretary can do: commands that write, queries that read, undo between them."""

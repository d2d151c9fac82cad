"""What is decided at a meeting, its minutes, and what follows from them."""

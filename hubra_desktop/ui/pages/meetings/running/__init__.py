"""A meeting that goes on: one view to lead it and to write down what is decided."""

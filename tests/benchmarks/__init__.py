"""How fast the program is, measured beside what it is built on, in one run.

Ratios of medians, taken turn by turn on the same machine, say more than seconds: a
slow machine slows both sides. Nothing here runs with the tests; `make bench` does it.
"""

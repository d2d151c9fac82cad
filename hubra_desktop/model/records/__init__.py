"""The records of the register: each is declared once, frozen, with typed fields.

Tables, rules, limits, exchange format, owners and references are derived from these
declarations by ``catalogue`` and ``store.tables``.
"""

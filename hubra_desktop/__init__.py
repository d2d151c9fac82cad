"""Hubra: the desk of the secretary of a Swedish municipal council."""

__version__ = "0.1.0"

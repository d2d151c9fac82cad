"""Tests of the documents: structure, text and bytes of what is printed."""

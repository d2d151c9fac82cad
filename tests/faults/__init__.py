"""Disks that fail: what a power cut leaves of one, and one that refuses at a chosen moment."""

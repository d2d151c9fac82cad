"""The command line: show, print, import, export, check.

Errors go to stderr in Swedish; the exit status is 2 for the user's mistakes, 1 when a
check found something wrong.
"""

"""The same work without a window: show, print, import, export, check.

Errors go to stderr in Swedish; the exit status is 2 when the user can mend it, 1 when
a check found something wrong.
"""

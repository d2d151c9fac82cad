"""The written papers in the window: annual report, activity plan, statement."""

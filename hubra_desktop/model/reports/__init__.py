"""The papers written from the council's year: report, plan, statement."""

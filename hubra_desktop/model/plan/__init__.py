"""The council's plan and what comes of it: activities, letters, agreements, consultations."""

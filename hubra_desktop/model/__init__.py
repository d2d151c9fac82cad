"""The council's register: what it holds and the rules that hold for it.

The pure modules (everything but ``tables``) compute without a database and
import neither Qt, SQLAlchemy nor ReportLab; they are where most rules live.
"""

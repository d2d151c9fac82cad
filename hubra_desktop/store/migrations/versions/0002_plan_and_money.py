"""The second schema: plan, money, indicators, papers."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a register of the version before to this one."""
    op.create_table(
        "agreement",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "cooperation", "iop", "other", name="agreementkind", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("contributions", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("amount_ore", sa.BigInteger(), nullable=True),
        sa.Column("money_note", sa.String(), nullable=False),
        sa.Column("warn_months", sa.Integer(), nullable=False),
        sa.Column("case_number", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    op.create_table(
        "budget_year",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column(
            "basis",
            sa.Enum("cash", "accrual", name="basis", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("deviation_share", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_year")),
    )
    with op.batch_alter_table("budget_year", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_budget_year_year"), ["year"], unique=False)

    op.create_table(
        "indicator",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "unit",
            sa.Enum("index", "percent", "count", name="unit", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column(
            "direction",
            sa.Enum("higher", "lower", "neutral", name="direction", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("interval_years", sa.Integer(), nullable=True),
        sa.Column(
            "groups",
            sa.Enum("none", "adults", "young", name="groupset", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("shares", sa.Boolean(), nullable=False),
        sa.Column("area_number", sa.String(), nullable=False),
        sa.Column("active_from", sa.Integer(), nullable=True),
        sa.Column("active_to", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator")),
    )
    op.create_table(
        "letter",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("topics", sa.String(), nullable=False),
        sa.Column("editor", sa.String(), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "draft",
                "reviewed",
                "sent",
                "published",
                name="letterstate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_year"), ["year"], unique=False)

    op.create_table(
        "activity",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "activity",
                "information",
                "network",
                "dialogue",
                "walk",
                "night_walk",
                "event",
                "training",
                name="activitykind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "ongoing",
                "done",
                "partly",
                "not_done",
                "struck",
                name="activitystate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("council_role", sa.String(), nullable=False),
        sa.Column("partners", sa.String(), nullable=False),
        sa.Column("responsible_id", sa.String(), nullable=True),
        sa.Column("responsible", sa.String(), nullable=False),
        sa.Column("participants", sa.Integer(), nullable=True),
        sa.Column(
            "exactness",
            sa.Enum("exact", "over", "about", name="exactness", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("participants_note", sa.String(), nullable=False),
        sa.Column("report_text", sa.String(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("repeats_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["repeats_id"],
            ["activity.id"],
            name=op.f("fk_activity_repeats_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["responsible_id"],
            ["person.id"],
            name=op.f("fk_activity_responsible_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
    )
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_activity_repeats_id"), ["repeats_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_activity_responsible_id"), ["responsible_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_activity_year"), ["year"], unique=False)

    op.create_table(
        "agreement_meeting",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("agreement_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_meeting_agreement_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_meeting")),
    )
    with op.batch_alter_table("agreement_meeting", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_agreement_meeting_agreement_id"), ["agreement_id"], unique=False
        )

    op.create_table(
        "agreement_party",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("agreement_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_party_agreement_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["body_id"],
            ["body.id"],
            name=op.f("fk_agreement_party_body_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_party")),
    )
    with op.batch_alter_table("agreement_party", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_agreement_party_agreement_id"), ["agreement_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_agreement_party_body_id"), ["body_id"], unique=False)

    op.create_table(
        "association",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("body_id", sa.String(), nullable=False),
        sa.Column("organisation_number", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("bank_giro", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"],
            ["body.id"],
            name=op.f("fk_association_body_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_association")),
    )
    with op.batch_alter_table("association", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_association_body_id"), ["body_id"], unique=False)

    op.create_table(
        "budget_post",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("budget_year_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "fees", "grants", "training", "other", name="postkind", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("parent_id", sa.String(), nullable=True),
        sa.Column("deviation_text", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["budget_year_id"],
            ["budget_year.id"],
            name=op.f("fk_budget_post_budget_year_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["budget_post.id"],
            name=op.f("fk_budget_post_parent_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_post")),
    )
    with op.batch_alter_table("budget_post", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_budget_post_budget_year_id"), ["budget_year_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_budget_post_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "change_text",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("indicator_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("compared_year", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["indicator_id"],
            ["indicator.id"],
            name=op.f("fk_change_text_indicator_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_text")),
    )
    with op.batch_alter_table("change_text", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_change_text_indicator_id"), ["indicator_id"], unique=False
        )

    op.create_table(
        "letter_recipient",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("letter_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["letter_id"],
            ["letter.id"],
            name=op.f("fk_letter_recipient_letter_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_recipient")),
    )
    with op.batch_alter_table("letter_recipient", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_letter_recipient_letter_id"), ["letter_id"], unique=False
        )

    op.create_table(
        "matter_alias",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("matter_id", sa.String(), nullable=False),
        sa.Column("case_number", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["matter_id"],
            ["matter.id"],
            name=op.f("fk_matter_alias_matter_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter_alias")),
    )
    with op.batch_alter_table("matter_alias", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_matter_alias_matter_id"), ["matter_id"], unique=False)

    op.create_table(
        "measurement",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("indicator_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column(
            "group",
            sa.Enum(
                "all", "men", "women", "boys", "girls", name="group", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("value_thousandths", sa.BigInteger(), nullable=True),
        sa.Column(
            "missing",
            sa.Enum(
                "no",
                "not_stated",
                "not_measured",
                "too_few",
                name="missing",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("incomparable", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["indicator_id"],
            ["indicator.id"],
            name=op.f("fk_measurement_indicator_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measurement")),
    )
    with op.batch_alter_table("measurement", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_measurement_indicator_id"), ["indicator_id"], unique=False
        )

    op.create_table(
        "budget_version",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("budget_year_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=True),
        sa.Column("frame_ore", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["budget_year_id"],
            ["budget_year.id"],
            name=op.f("fk_budget_version_budget_year_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_budget_version_meeting_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_version")),
    )
    with op.batch_alter_table("budget_version", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_budget_version_budget_year_id"), ["budget_year_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_budget_version_meeting_id"), ["meeting_id"], unique=False
        )

    op.create_table(
        "consultation",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("their_number", sa.String(), nullable=False),
        sa.Column("case_number", sa.String(), nullable=False),
        sa.Column("received", sa.Date(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("extended_to", sa.Date(), nullable=True),
        sa.Column("handler", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "incoming",
                "assigned",
                "draft",
                "council_decided",
                "chair_decided",
                "answered",
                "declined",
                name="consultationstate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("meeting_id", sa.String(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_consultation_meeting_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation")),
    )
    with op.batch_alter_table("consultation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_consultation_meeting_id"), ["meeting_id"], unique=False
        )

    op.create_table(
        "follow_up_note",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("activity_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activity.id"],
            name=op.f("fk_follow_up_note_activity_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_note")),
    )
    with op.batch_alter_table("follow_up_note", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_follow_up_note_activity_id"), ["activity_id"], unique=False
        )

    op.create_table(
        "grant",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "night_walk",
                "project",
                "iop",
                "other",
                name="grantkind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("post_id", sa.String(), nullable=True),
        sa.Column("case_number", sa.String(), nullable=False),
        sa.Column("applied_on", sa.Date(), nullable=True),
        sa.Column("applied_ore", sa.BigInteger(), nullable=True),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("project_from", sa.Date(), nullable=True),
        sa.Column("project_to", sa.Date(), nullable=True),
        sa.Column("conditions", sa.String(), nullable=False),
        sa.Column("report_due", sa.Date(), nullable=True),
        sa.Column("report_received", sa.Date(), nullable=True),
        sa.Column(
            "verdict",
            sa.Enum("none", "approved", "incomplete", name="verdict", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("assessment", sa.String(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "open",
                "carried_out",
                "partly",
                "not_carried_out",
                name="outcome",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("outcome_reason", sa.String(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("agreement_id", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_grant_agreement_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["body_id"],
            ["body.id"],
            name=op.f("fk_grant_body_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["post_id"],
            ["budget_post.id"],
            name=op.f("fk_grant_post_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grant")),
    )
    with op.batch_alter_table("grant", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_grant_agreement_id"), ["agreement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_grant_body_id"), ["body_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_grant_post_id"), ["post_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_grant_year"), ["year"], unique=False)

    op.create_table(
        "occasion",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("activity_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("participants", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activity.id"],
            name=op.f("fk_occasion_activity_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occasion")),
    )
    with op.batch_alter_table("occasion", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_occasion_activity_id"), ["activity_id"], unique=False)

    op.create_table(
        "plan",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("activity", "measures", name="plankind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("goal", sa.String(), nullable=False),
        sa.Column("situation", sa.String(), nullable=False),
        sa.Column("situation_date", sa.Date(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("meeting_id", sa.String(), nullable=True),
        sa.Column("case_number", sa.String(), nullable=False),
        sa.Column("followed_up", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_plan_meeting_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
    )
    with op.batch_alter_table("plan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_plan_year"), ["year"], unique=False)

    op.create_table(
        "activity_link",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("activity_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=True),
        sa.Column("item_id", sa.String(), nullable=True),
        sa.Column("grant_id", sa.String(), nullable=True),
        sa.Column("agreement_id", sa.String(), nullable=True),
        sa.Column("letter_id", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activity.id"],
            name=op.f("fk_activity_link_activity_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_activity_link_agreement_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["grant_id"],
            ["grant.id"],
            name=op.f("fk_activity_link_grant_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["agenda_item.id"],
            name=op.f("fk_activity_link_item_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["letter_id"],
            ["letter.id"],
            name=op.f("fk_activity_link_letter_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_activity_link_meeting_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_link")),
    )
    with op.batch_alter_table("activity_link", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_activity_link_activity_id"), ["activity_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_activity_link_agreement_id"), ["agreement_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_activity_link_grant_id"), ["grant_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_activity_link_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_activity_link_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_activity_link_meeting_id"), ["meeting_id"], unique=False
        )

    op.create_table(
        "allocation",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("budget_version_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.String(), nullable=False),
        sa.Column("planned_ore", sa.BigInteger(), nullable=False),
        sa.Column("example", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["budget_version_id"],
            ["budget_version.id"],
            name=op.f("fk_allocation_budget_version_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["post_id"],
            ["budget_post.id"],
            name=op.f("fk_allocation_post_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_allocation")),
    )
    with op.batch_alter_table("allocation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_allocation_budget_version_id"), ["budget_version_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_allocation_post_id"), ["post_id"], unique=False)

    op.create_table(
        "focus_area",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("plan_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("goal", sa.String(), nullable=False),
        sa.Column("problem", sa.String(), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
            name=op.f("fk_focus_area_plan_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_focus_area")),
    )
    with op.batch_alter_table("focus_area", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_focus_area_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "grant_decision",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("grant_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "stance",
                "grant",
                "raise",
                "lower",
                "refuse",
                "withdraw",
                "reclaim",
                "write_off",
                name="decisionkind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("amount_ore", sa.BigInteger(), nullable=True),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("formal", sa.Boolean(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=True),
        sa.Column("reported_to", sa.String(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["grant_id"],
            ["grant.id"],
            name=op.f("fk_grant_decision_grant_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_grant_decision_meeting_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grant_decision")),
    )
    with op.batch_alter_table("grant_decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_grant_decision_grant_id"), ["grant_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_grant_decision_meeting_id"), ["meeting_id"], unique=False
        )

    op.create_table(
        "instalment",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("grant_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("amount_ore", sa.BigInteger(), nullable=False),
        sa.Column("condition", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["grant_id"],
            ["grant.id"],
            name=op.f("fk_instalment_grant_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instalment")),
    )
    with op.batch_alter_table("instalment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_instalment_grant_id"), ["grant_id"], unique=False)

    op.create_table(
        "ledger_entry",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("post_id", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "reservation",
                "payment",
                "cost",
                "repayment",
                "income",
                "transfer_in",
                "transfer_out",
                "correction",
                name="entrykind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("amount_ore", sa.BigInteger(), nullable=False),
        sa.Column("counterpart", sa.String(), nullable=False),
        sa.Column("counterpart_id", sa.String(), nullable=True),
        sa.Column("grant_id", sa.String(), nullable=True),
        sa.Column("original_id", sa.String(), nullable=True),
        sa.Column("voucher", sa.String(), nullable=False),
        sa.Column("year_concerned", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["counterpart_id"],
            ["body.id"],
            name=op.f("fk_ledger_entry_counterpart_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["grant_id"],
            ["grant.id"],
            name=op.f("fk_ledger_entry_grant_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["original_id"],
            ["ledger_entry.id"],
            name=op.f("fk_ledger_entry_original_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["post_id"],
            ["budget_post.id"],
            name=op.f("fk_ledger_entry_post_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_entry")),
    )
    with op.batch_alter_table("ledger_entry", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_ledger_entry_counterpart_id"), ["counterpart_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_ledger_entry_grant_id"), ["grant_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_ledger_entry_number"), ["number"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_ledger_entry_original_id"), ["original_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_ledger_entry_post_id"), ["post_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_ledger_entry_year"), ["year"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_ledger_entry_year_concerned"),
            ["year_concerned"],
            unique=False,
            sqlite_where=sa.text("year_concerned IS NOT NULL"),
        )

    op.create_table(
        "report",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "annual_report",
                "activity_plan",
                "statement",
                name="reportkind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("case_number", sa.String(), nullable=False),
        sa.Column("number_reason", sa.String(), nullable=False),
        sa.Column("administration", sa.String(), nullable=False),
        sa.Column("handler", sa.String(), nullable=False),
        sa.Column("handler_contact", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=True),
        sa.Column("plan_id", sa.String(), nullable=True),
        sa.Column("attached_to_id", sa.String(), nullable=True),
        sa.Column("attachment_number", sa.Integer(), nullable=True),
        sa.Column("delivered_to", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attached_to_id"],
            ["report.id"],
            name=op.f("fk_report_attached_to_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_report_meeting_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
            name=op.f("fk_report_plan_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
    )
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_report_attached_to_id"), ["attached_to_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_report_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_plan_id"), ["plan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_year"), ["year"], unique=False)

    op.create_table(
        "activity_area",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("activity_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activity.id"],
            name=op.f("fk_activity_area_activity_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["area_id"],
            ["focus_area.id"],
            name=op.f("fk_activity_area_area_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_area")),
    )
    with op.batch_alter_table("activity_area", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_activity_area_activity_id"), ["activity_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_activity_area_area_id"), ["area_id"], unique=False)

    op.create_table(
        "report_answer",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("printed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["report.id"],
            name=op.f("fk_report_answer_report_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_answer")),
    )
    with op.batch_alter_table("report_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_answer_report_id"), ["report_id"], unique=False)

    op.create_table(
        "report_section",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("heading", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["report.id"],
            name=op.f("fk_report_section_report_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_section")),
    )
    with op.batch_alter_table("report_section", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_report_section_report_id"), ["report_id"], unique=False
        )

    op.create_table(
        "report_signature",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["report.id"],
            name=op.f("fk_report_signature_report_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_signature")),
    )
    with op.batch_alter_table("report_signature", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_report_signature_report_id"), ["report_id"], unique=False
        )

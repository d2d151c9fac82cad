CREATE TABLE activity_link (
  id VARCHAR(32) NOT NULL,
  activity_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  meeting_id VARCHAR(32),
  item_id VARCHAR(32),
  grant_id VARCHAR(32),
  agreement_id VARCHAR(32),
  letter_id VARCHAR(32),
  title VARCHAR NOT NULL,
  address VARCHAR NOT NULL,
  decision_id VARCHAR(32),
  CONSTRAINT pk_activity_link PRIMARY KEY (id),
  CONSTRAINT fk_activity_link_activity_id FOREIGN KEY(activity_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_activity_link_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_activity_link_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_activity_link_grant_id FOREIGN KEY(grant_id) REFERENCES grant (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_activity_link_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_activity_link_letter_id FOREIGN KEY(letter_id) REFERENCES letter (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_activity_link_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_activity_link_activity_id ON activity_link (activity_id);
CREATE INDEX ix_activity_link_agreement_id ON activity_link (agreement_id);
CREATE INDEX ix_activity_link_decision_id ON activity_link (decision_id);
CREATE INDEX ix_activity_link_grant_id ON activity_link (grant_id);
CREATE INDEX ix_activity_link_item_id ON activity_link (item_id);
CREATE INDEX ix_activity_link_letter_id ON activity_link (letter_id);
CREATE INDEX ix_activity_link_meeting_id ON activity_link (meeting_id);

CREATE TABLE agenda_run (
  id VARCHAR(32) NOT NULL,
  meeting_id VARCHAR(32) NOT NULL,
  item_id VARCHAR(32),
  pause BOOLEAN NOT NULL,
  started INTEGER NOT NULL,
  ended INTEGER,
  CONSTRAINT pk_agenda_run PRIMARY KEY (id),
  CONSTRAINT ck_agenda_run_pause CHECK ("pause" IN (0, 1)),
  CONSTRAINT ck_agenda_run_started CHECK ("started" BETWEEN 0 AND 2880),
  CONSTRAINT ck_agenda_run_ended CHECK ("ended" BETWEEN 0 AND 2880),
  CONSTRAINT fk_agenda_run_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_agenda_run_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_agenda_run_item_id ON agenda_run (item_id);
CREATE INDEX ix_agenda_run_meeting_id ON agenda_run (meeting_id);

CREATE TABLE allowance_period (
  id VARCHAR(32) NOT NULL,
  name VARCHAR NOT NULL,
  first DATE NOT NULL,
  last DATE NOT NULL,
  closed_on DATE,
  entry_id VARCHAR(32),
  note VARCHAR NOT NULL,
  CONSTRAINT pk_allowance_period PRIMARY KEY (id),
  CONSTRAINT fk_allowance_period_entry_id FOREIGN KEY(entry_id) REFERENCES ledger_entry (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_allowance_period_entry_id ON allowance_period (entry_id);

CREATE TABLE allowance_rate (
  id VARCHAR(32) NOT NULL,
  year INTEGER NOT NULL,
  role VARCHAR(32) NOT NULL,
  kind VARCHAR(32) NOT NULL,
  amount_ore BIGINT NOT NULL,
  covers INTEGER,
  ceiling_ore BIGINT,
  seat VARCHAR NOT NULL,
  decision VARCHAR NOT NULL,
  CONSTRAINT pk_allowance_rate PRIMARY KEY (id),
  CONSTRAINT ck_allowance_rate_year CHECK ("year" BETWEEN 1900 AND 2199),
  CONSTRAINT ck_allowance_rate_role CHECK ("role" IN ('chair', 'vice_chair', 'member', 'substitute', 'co_opted', 'secretary', 'presenter', 'guest')),
  CONSTRAINT ck_allowance_rate_kind CHECK ("kind" IN ('first_hours', 'half_hour', 'pre_meeting', 'lost_income', 'travel')),
  CONSTRAINT ck_allowance_rate_amount_ore CHECK ("amount_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT ck_allowance_rate_covers CHECK ("covers" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_allowance_rate_ceiling_ore CHECK ("ceiling_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT uq_allowance_rate_year_role_kind UNIQUE (year, role, kind)
);

CREATE TABLE allowance_row (
  id VARCHAR(32) NOT NULL,
  allowance_period_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  meeting_id VARCHAR(32),
  attendance_id VARCHAR(32),
  person_id VARCHAR(32),
  name VARCHAR NOT NULL,
  role VARCHAR(32) NOT NULL,
  kind VARCHAR(32) NOT NULL,
  units INTEGER NOT NULL,
  rate_ore BIGINT NOT NULL,
  amount_ore BIGINT NOT NULL,
  lowers BOOLEAN NOT NULL,
  corrects_id VARCHAR(32),
  reason VARCHAR NOT NULL,
  CONSTRAINT pk_allowance_row PRIMARY KEY (id),
  CONSTRAINT ck_allowance_row_role CHECK ("role" IN ('chair', 'vice_chair', 'member', 'substitute', 'co_opted', 'secretary', 'presenter', 'guest')),
  CONSTRAINT ck_allowance_row_kind CHECK ("kind" IN ('first_hours', 'half_hour', 'pre_meeting', 'lost_income', 'travel')),
  CONSTRAINT ck_allowance_row_units CHECK ("units" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_allowance_row_rate_ore CHECK ("rate_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT ck_allowance_row_amount_ore CHECK ("amount_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT ck_allowance_row_lowers CHECK ("lowers" IN (0, 1)),
  CONSTRAINT ck_allowance_row_corrects_id CHECK ("corrects_id" <> id),
  CONSTRAINT fk_allowance_row_allowance_period_id FOREIGN KEY(allowance_period_id) REFERENCES allowance_period (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_allowance_row_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_allowance_row_attendance_id FOREIGN KEY(attendance_id) REFERENCES attendance (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_allowance_row_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_allowance_row_corrects_id FOREIGN KEY(corrects_id) REFERENCES allowance_row (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_allowance_row_allowance_period_id ON allowance_row (allowance_period_id);
CREATE INDEX ix_allowance_row_attendance_id ON allowance_row (attendance_id);
CREATE INDEX ix_allowance_row_corrects_id ON allowance_row (corrects_id);
CREATE INDEX ix_allowance_row_meeting_id ON allowance_row (meeting_id);
CREATE INDEX ix_allowance_row_person_id ON allowance_row (person_id);

CREATE TABLE anchoring (
  id VARCHAR(32) NOT NULL,
  decision_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  body_id VARCHAR(32),
  name VARCHAR NOT NULL,
  asked_on DATE,
  due DATE,
  answer VARCHAR(32) NOT NULL,
  answered_on DATE,
  text VARCHAR NOT NULL,
  CONSTRAINT pk_anchoring PRIMARY KEY (id),
  CONSTRAINT ck_anchoring_answer CHECK ("answer" IN ('none', 'agrees', 'comments', 'objects')),
  CONSTRAINT fk_anchoring_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_anchoring_body_id FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_anchoring_body_id ON anchoring (body_id);
CREATE INDEX ix_anchoring_decision_id ON anchoring (decision_id);

CREATE TABLE approval (
  id VARCHAR(32) NOT NULL,
  minutes_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  kind VARCHAR(32) NOT NULL,
  planned DATE,
  done DATE,
  posted_on DATE,
  posted_until DATE,
  taken_down_on DATE,
  proof VARCHAR NOT NULL,
  CONSTRAINT pk_approval PRIMARY KEY (id),
  CONSTRAINT ck_approval_kind CHECK ("kind" IN ('ordinary', 'immediate')),
  CONSTRAINT fk_approval_minutes_id FOREIGN KEY(minutes_id) REFERENCES minutes (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_approval_minutes_id ON approval (minutes_id);

CREATE TABLE approver (
  id VARCHAR(32) NOT NULL,
  minutes_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  attendance_id VARCHAR(32),
  name VARCHAR NOT NULL,
  role VARCHAR NOT NULL,
  CONSTRAINT pk_approver PRIMARY KEY (id),
  CONSTRAINT fk_approver_minutes_id FOREIGN KEY(minutes_id) REFERENCES minutes (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_approver_attendance_id FOREIGN KEY(attendance_id) REFERENCES attendance (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_approver_attendance_id ON approver (attendance_id);
CREATE INDEX ix_approver_minutes_id ON approver (minutes_id);

CREATE TABLE attendance (
  id VARCHAR(32) NOT NULL,
  meeting_id VARCHAR(32) NOT NULL,
  person_id VARCHAR(32),
  mandate_id VARCHAR(32),
  name VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  unit VARCHAR NOT NULL,
  party VARCHAR NOT NULL,
  "group" VARCHAR NOT NULL,
  role VARCHAR(32) NOT NULL,
  reply VARCHAR(32) NOT NULL,
  replied_on DATE,
  reply_text VARCHAR NOT NULL,
  called_on DATE,
  called_for_id VARCHAR(32),
  status VARCHAR(32) NOT NULL,
  lost_income_ore BIGINT,
  travel_ore BIGINT,
  travel_km INTEGER,
  pre_meeting BOOLEAN NOT NULL,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_attendance PRIMARY KEY (id),
  CONSTRAINT ck_attendance_role CHECK ("role" IN ('chair', 'vice_chair', 'member', 'substitute', 'co_opted', 'secretary', 'presenter', 'guest')),
  CONSTRAINT ck_attendance_reply CHECK ("reply" IN ('none', 'comes', 'prevented')),
  CONSTRAINT ck_attendance_called_for_id CHECK ("called_for_id" <> id),
  CONSTRAINT ck_attendance_status CHECK ("status" IN ('open', 'present', 'absent', 'excused')),
  CONSTRAINT ck_attendance_lost_income_ore CHECK ("lost_income_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT ck_attendance_travel_ore CHECK ("travel_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT ck_attendance_travel_km CHECK ("travel_km" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_attendance_pre_meeting CHECK ("pre_meeting" IN (0, 1)),
  CONSTRAINT uq_attendance_meeting_id_person_id UNIQUE (meeting_id, person_id),
  CONSTRAINT fk_attendance_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_attendance_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_attendance_mandate_id FOREIGN KEY(mandate_id) REFERENCES mandate (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_attendance_called_for_id FOREIGN KEY(called_for_id) REFERENCES attendance (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_attendance_called_for_id ON attendance (called_for_id);
CREATE INDEX ix_attendance_mandate_id ON attendance (mandate_id);
CREATE INDEX ix_attendance_person_id ON attendance (person_id);

CREATE TABLE attendance_stay (
  id VARCHAR(32) NOT NULL,
  attendance_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  came INTEGER,
  came_item_id VARCHAR(32),
  "left" INTEGER,
  left_item_id VARCHAR(32),
  remote BOOLEAN NOT NULL,
  serves_for_id VARCHAR(32),
  CONSTRAINT pk_attendance_stay PRIMARY KEY (id),
  CONSTRAINT ck_attendance_stay_came CHECK ("came" BETWEEN 0 AND 2880),
  CONSTRAINT ck_attendance_stay_left CHECK ("left" BETWEEN 0 AND 2880),
  CONSTRAINT ck_attendance_stay_remote CHECK ("remote" IN (0, 1)),
  CONSTRAINT fk_attendance_stay_attendance_id FOREIGN KEY(attendance_id) REFERENCES attendance (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_attendance_stay_came_item_id FOREIGN KEY(came_item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_attendance_stay_left_item_id FOREIGN KEY(left_item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_attendance_stay_serves_for_id FOREIGN KEY(serves_for_id) REFERENCES attendance (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_attendance_stay_attendance_id ON attendance_stay (attendance_id);
CREATE INDEX ix_attendance_stay_came_item_id ON attendance_stay (came_item_id);
CREATE INDEX ix_attendance_stay_left_item_id ON attendance_stay (left_item_id);
CREATE INDEX ix_attendance_stay_serves_for_id ON attendance_stay (serves_for_id);

CREATE TABLE ballot_voice (
  id VARCHAR(32) NOT NULL,
  ballot_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  attendance_id VARCHAR(32),
  name VARCHAR NOT NULL,
  answer VARCHAR(32) NOT NULL,
  CONSTRAINT pk_ballot_voice PRIMARY KEY (id),
  CONSTRAINT ck_ballot_voice_answer CHECK ("answer" IN ('yes', 'no', 'abstain')),
  CONSTRAINT fk_ballot_voice_ballot_id FOREIGN KEY(ballot_id) REFERENCES section_ballot (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_ballot_voice_attendance_id FOREIGN KEY(attendance_id) REFERENCES attendance (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_ballot_voice_attendance_id ON ballot_voice (attendance_id);
CREATE INDEX ix_ballot_voice_ballot_id ON ballot_voice (ballot_id);

CREATE TABLE body_rules (
  id VARCHAR(32) NOT NULL,
  body_id VARCHAR(32) NOT NULL,
  valid_from DATE,
  valid_to DATE,
  decision VARCHAR NOT NULL,
  notice_days INTEGER,
  notice_count VARCHAR(32) NOT NULL,
  papers_days INTEGER,
  preparation_days INTEGER,
  approval_days INTEGER,
  meetings_a_year INTEGER,
  adjusters INTEGER,
  quorum VARCHAR(32) NOT NULL,
  substitute_rule VARCHAR(32) NOT NULL,
  local_government_act BOOLEAN NOT NULL,
  announced BOOLEAN NOT NULL,
  remote BOOLEAN NOT NULL,
  minutes_kind VARCHAR(32) NOT NULL,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_body_rules PRIMARY KEY (id),
  CONSTRAINT ck_body_rules_notice_days CHECK ("notice_days" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_body_rules_notice_count CHECK ("notice_count" IN ('calendar', 'workdays')),
  CONSTRAINT ck_body_rules_papers_days CHECK ("papers_days" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_body_rules_preparation_days CHECK ("preparation_days" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_body_rules_approval_days CHECK ("approval_days" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_body_rules_meetings_a_year CHECK ("meetings_a_year" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_body_rules_adjusters CHECK ("adjusters" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_body_rules_quorum CHECK ("quorum" IN ('none', 'half')),
  CONSTRAINT ck_body_rules_substitute_rule CHECK ("substitute_rule" IN ('none', 'ranked', 'personal', 'group')),
  CONSTRAINT ck_body_rules_local_government_act CHECK ("local_government_act" IN (0, 1)),
  CONSTRAINT ck_body_rules_announced CHECK ("announced" IN (0, 1)),
  CONSTRAINT ck_body_rules_remote CHECK ("remote" IN (0, 1)),
  CONSTRAINT ck_body_rules_minutes_kind CHECK ("minutes_kind" IN ('protocol', 'notes')),
  CONSTRAINT fk_body_rules_body_id FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_body_rules_body_id ON body_rules (body_id);

CREATE TABLE decision (
  id VARCHAR(32) NOT NULL,
  section_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  proposed VARCHAR NOT NULL,
  adopted VARCHAR NOT NULL,
  outcome VARCHAR(32) NOT NULL,
  deviation_confirmed BOOLEAN NOT NULL,
  executor VARCHAR NOT NULL,
  executor_id VARCHAR(32),
  executor_body_id VARCHAR(32),
  due DATE,
  CONSTRAINT pk_decision PRIMARY KEY (id),
  CONSTRAINT ck_decision_outcome CHECK ("outcome" IN ('open', 'as_proposed', 'changed', 'rejected', 'tabled', 'referred_back', 'filed', 'noted')),
  CONSTRAINT ck_decision_deviation_confirmed CHECK ("deviation_confirmed" IN (0, 1)),
  CONSTRAINT fk_decision_section_id FOREIGN KEY(section_id) REFERENCES section (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_decision_executor_id FOREIGN KEY(executor_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_decision_executor_body_id FOREIGN KEY(executor_body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_decision_executor_body_id ON decision (executor_body_id);
CREATE INDEX ix_decision_executor_id ON decision (executor_id);
CREATE INDEX ix_decision_section_id ON decision (section_id);

CREATE TABLE decision_notice (
  id VARCHAR(32) NOT NULL,
  decision_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  person_id VARCHAR(32),
  body_id VARCHAR(32),
  name VARCHAR NOT NULL,
  address VARCHAR NOT NULL,
  way VARCHAR(32) NOT NULL,
  anonymous BOOLEAN NOT NULL,
  due DATE,
  sent DATE,
  acknowledged DATE,
  issued_id VARCHAR(32),
  note VARCHAR NOT NULL,
  CONSTRAINT pk_decision_notice PRIMARY KEY (id),
  CONSTRAINT ck_decision_notice_way CHECK ("way" IN ('email', 'post', 'hand', 'collect')),
  CONSTRAINT ck_decision_notice_anonymous CHECK ("anonymous" IN (0, 1)),
  CONSTRAINT fk_decision_notice_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_decision_notice_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_decision_notice_body_id FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_decision_notice_issued_id FOREIGN KEY(issued_id) REFERENCES issued_paper (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_decision_notice_body_id ON decision_notice (body_id);
CREATE INDEX ix_decision_notice_decision_id ON decision_notice (decision_id);
CREATE INDEX ix_decision_notice_issued_id ON decision_notice (issued_id);
CREATE INDEX ix_decision_notice_person_id ON decision_notice (person_id);

CREATE TABLE dispatch (
  id VARCHAR(32) NOT NULL,
  meeting_id VARCHAR(32),
  issued_id VARCHAR(32),
  kind VARCHAR(32) NOT NULL,
  version INTEGER NOT NULL,
  day DATE NOT NULL,
  time INTEGER,
  sent_by VARCHAR NOT NULL,
  subject VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  blind_copies BOOLEAN NOT NULL,
  sequence INTEGER NOT NULL,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_dispatch PRIMARY KEY (id),
  CONSTRAINT ck_dispatch_kind CHECK ("kind" IN ('call', 'changes', 'addition', 'cancelled', 'moved', 'packet', 'slot', 'reminder', 'minutes', 'extract')),
  CONSTRAINT ck_dispatch_version CHECK ("version" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_dispatch_time CHECK ("time" BETWEEN 0 AND 1439),
  CONSTRAINT ck_dispatch_blind_copies CHECK ("blind_copies" IN (0, 1)),
  CONSTRAINT ck_dispatch_sequence CHECK ("sequence" BETWEEN 0 AND 1000000000),
  CONSTRAINT fk_dispatch_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_dispatch_issued_id FOREIGN KEY(issued_id) REFERENCES issued_paper (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_dispatch_day ON dispatch (day);
CREATE INDEX ix_dispatch_issued_id ON dispatch (issued_id);
CREATE INDEX ix_dispatch_meeting_id ON dispatch (meeting_id);

CREATE TABLE disqualification (
  id VARCHAR(32) NOT NULL,
  section_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  attendance_id VARCHAR(32),
  name VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  CONSTRAINT pk_disqualification PRIMARY KEY (id),
  CONSTRAINT fk_disqualification_section_id FOREIGN KEY(section_id) REFERENCES section (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_disqualification_attendance_id FOREIGN KEY(attendance_id) REFERENCES attendance (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_disqualification_attendance_id ON disqualification (attendance_id);
CREATE INDEX ix_disqualification_section_id ON disqualification (section_id);

CREATE TABLE follow_up (
  id VARCHAR(32) NOT NULL,
  text VARCHAR NOT NULL,
  decision_id VARCHAR(32),
  item_id VARCHAR(32),
  activity_id VARCHAR(32),
  grant_id VARCHAR(32),
  case_number VARCHAR NOT NULL,
  owner VARCHAR NOT NULL,
  owner_id VARCHAR(32),
  owner_body_id VARCHAR(32),
  created_on DATE,
  due DATE,
  state VARCHAR(32) NOT NULL,
  reason VARCHAR NOT NULL,
  done_on DATE,
  placed_item_id VARCHAR(32),
  CONSTRAINT pk_follow_up PRIMARY KEY (id),
  CONSTRAINT ck_follow_up_state CHECK ("state" IN ('not_started', 'ongoing', 'done', 'accepted', 'lowered', 'lapsed')),
  CONSTRAINT fk_follow_up_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_follow_up_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_follow_up_activity_id FOREIGN KEY(activity_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_follow_up_grant_id FOREIGN KEY(grant_id) REFERENCES grant (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_follow_up_owner_id FOREIGN KEY(owner_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_follow_up_owner_body_id FOREIGN KEY(owner_body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_follow_up_placed_item_id FOREIGN KEY(placed_item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_follow_up_activity_id ON follow_up (activity_id);
CREATE INDEX ix_follow_up_decision_id ON follow_up (decision_id);
CREATE INDEX ix_follow_up_due ON follow_up (due) WHERE due IS NOT NULL;
CREATE INDEX ix_follow_up_grant_id ON follow_up (grant_id);
CREATE INDEX ix_follow_up_item_id ON follow_up (item_id);
CREATE INDEX ix_follow_up_owner_body_id ON follow_up (owner_body_id);
CREATE INDEX ix_follow_up_owner_id ON follow_up (owner_id);
CREATE INDEX ix_follow_up_placed_item_id ON follow_up (placed_item_id);

CREATE TABLE follow_up_report (
  id VARCHAR(32) NOT NULL,
  follow_up_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  day DATE NOT NULL,
  author VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  meeting_id VARCHAR(32),
  CONSTRAINT pk_follow_up_report PRIMARY KEY (id),
  CONSTRAINT fk_follow_up_report_follow_up_id FOREIGN KEY(follow_up_id) REFERENCES follow_up (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_follow_up_report_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_follow_up_report_follow_up_id ON follow_up_report (follow_up_id);
CREATE INDEX ix_follow_up_report_meeting_id ON follow_up_report (meeting_id);

CREATE TABLE grant_decision (
  id VARCHAR(32) NOT NULL,
  grant_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  kind VARCHAR(32) NOT NULL,
  year INTEGER NOT NULL,
  date DATE,
  amount_ore BIGINT,
  decided_by VARCHAR NOT NULL,
  formal BOOLEAN NOT NULL,
  section VARCHAR NOT NULL,
  meeting_id VARCHAR(32),
  reported_to VARCHAR NOT NULL,
  last_day DATE,
  reference VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  minuted_id VARCHAR(32),
  CONSTRAINT pk_grant_decision PRIMARY KEY (id),
  CONSTRAINT ck_grant_decision_kind CHECK ("kind" IN ('stance', 'grant', 'raise', 'lower', 'refuse', 'withdraw', 'reclaim', 'write_off')),
  CONSTRAINT ck_grant_decision_year CHECK ("year" BETWEEN 1900 AND 2199),
  CONSTRAINT ck_grant_decision_amount_ore CHECK ("amount_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT ck_grant_decision_formal CHECK ("formal" IN (0, 1)),
  CONSTRAINT fk_grant_decision_grant_id FOREIGN KEY(grant_id) REFERENCES grant (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_grant_decision_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_grant_decision_minuted_id FOREIGN KEY(minuted_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_grant_decision_grant_id ON grant_decision (grant_id);
CREATE INDEX ix_grant_decision_meeting_id ON grant_decision (meeting_id);
CREATE INDEX ix_grant_decision_minuted_id ON grant_decision (minuted_id);

CREATE TABLE issued_paper (
  id VARCHAR(32) NOT NULL,
  paper VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  year INTEGER NOT NULL,
  day DATE NOT NULL,
  version INTEGER NOT NULL,
  grant_id VARCHAR(32),
  decision_id VARCHAR(32),
  plan_id VARCHAR(32),
  content VARCHAR(64) NOT NULL,
  logotype VARCHAR(64) NOT NULL,
  meeting_id VARCHAR(32),
  audience VARCHAR(32) NOT NULL,
  state VARCHAR(32) NOT NULL,
  sha256 VARCHAR,
  size INTEGER NOT NULL,
  pages INTEGER,
  issued_at VARCHAR NOT NULL,
  issued_by VARCHAR NOT NULL,
  changes VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  section_id VARCHAR(32),
  CONSTRAINT pk_issued_paper PRIMARY KEY (id),
  CONSTRAINT ck_issued_paper_year CHECK ("year" BETWEEN 1900 AND 2199),
  CONSTRAINT ck_issued_paper_version CHECK ("version" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_issued_paper_audience CHECK ("audience" IN ('internal', 'public')),
  CONSTRAINT ck_issued_paper_state CHECK ("state" IN ('issued', 'replaced', 'withdrawn')),
  CONSTRAINT ck_issued_paper_size CHECK ("size" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_issued_paper_pages CHECK ("pages" BETWEEN 0 AND 1000000000),
  CONSTRAINT fk_issued_paper_grant_id FOREIGN KEY(grant_id) REFERENCES grant (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_issued_paper_decision_id FOREIGN KEY(decision_id) REFERENCES grant_decision (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_issued_paper_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_issued_paper_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_issued_paper_section_id FOREIGN KEY(section_id) REFERENCES section (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_issued_paper_decision_id ON issued_paper (decision_id);
CREATE INDEX ix_issued_paper_grant_id ON issued_paper (grant_id);
CREATE INDEX ix_issued_paper_meeting_id ON issued_paper (meeting_id);
CREATE INDEX ix_issued_paper_paper ON issued_paper (paper);
CREATE INDEX ix_issued_paper_plan_id ON issued_paper (plan_id);
CREATE INDEX ix_issued_paper_section_id ON issued_paper (section_id);
CREATE INDEX ix_issued_paper_sha256 ON issued_paper (sha256) WHERE sha256 IS NOT NULL;

CREATE TABLE meeting (
  id VARCHAR(32) NOT NULL,
  body_id VARCHAR(32) NOT NULL,
  kind VARCHAR(32) NOT NULL,
  state VARCHAR(32) NOT NULL,
  moved_to VARCHAR(32),
  copied_from VARCHAR(32),
  date DATE NOT NULL,
  start INTEGER,
  "end" INTEGER,
  place VARCHAR NOT NULL,
  link VARCHAR NOT NULL,
  chair_id VARCHAR(32),
  secretary_id VARCHAR(32),
  notice_place VARCHAR NOT NULL,
  notice_date DATE,
  note VARCHAR NOT NULL,
  papers_due DATE,
  preparation_day DATE,
  lifted_on DATE,
  lifted_reason VARCHAR NOT NULL,
  opened_at INTEGER,
  ended_at INTEGER,
  CONSTRAINT pk_meeting PRIMARY KEY (id),
  CONSTRAINT ck_meeting_kind CHECK ("kind" IN ('ordinary', 'extra', 'theme')),
  CONSTRAINT ck_meeting_state CHECK ("state" IN ('planned', 'preparing', 'called', 'ongoing', 'held', 'approved', 'archived', 'cancelled', 'moved')),
  CONSTRAINT ck_meeting_moved_to CHECK ("moved_to" <> id),
  CONSTRAINT ck_meeting_copied_from CHECK ("copied_from" <> id),
  CONSTRAINT ck_meeting_start CHECK ("start" BETWEEN 1 AND 1439),
  CONSTRAINT ck_meeting_end CHECK ("end" BETWEEN 0 AND 2880),
  CONSTRAINT ck_meeting_opened_at CHECK ("opened_at" BETWEEN 0 AND 2880),
  CONSTRAINT ck_meeting_ended_at CHECK ("ended_at" BETWEEN 0 AND 2880),
  CONSTRAINT fk_meeting_body_id FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_meeting_moved_to FOREIGN KEY(moved_to) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_meeting_copied_from FOREIGN KEY(copied_from) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_meeting_chair_id FOREIGN KEY(chair_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_meeting_secretary_id FOREIGN KEY(secretary_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_meeting_body_id ON meeting (body_id);
CREATE INDEX ix_meeting_chair_id ON meeting (chair_id);
CREATE INDEX ix_meeting_copied_from ON meeting (copied_from);
CREATE INDEX ix_meeting_date ON meeting (date);
CREATE INDEX ix_meeting_moved_to ON meeting (moved_to);
CREATE INDEX ix_meeting_secretary_id ON meeting (secretary_id);

CREATE TABLE minutes (
  id VARCHAR(32) NOT NULL,
  meeting_id VARCHAR(32) NOT NULL,
  kind VARCHAR(32) NOT NULL,
  opening VARCHAR NOT NULL,
  closing VARCHAR NOT NULL,
  place VARCHAR NOT NULL,
  kept_at VARCHAR NOT NULL,
  archived_on DATE,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_minutes PRIMARY KEY (id),
  CONSTRAINT ck_minutes_kind CHECK ("kind" IN ('protocol', 'notes')),
  CONSTRAINT uq_minutes_meeting_id UNIQUE (meeting_id),
  CONSTRAINT fk_minutes_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE phrase (
  id VARCHAR(32) NOT NULL,
  "key" VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  item_kind VARCHAR(32),
  CONSTRAINT pk_phrase PRIMARY KEY (id),
  CONSTRAINT ck_phrase_item_kind CHECK ("item_kind" IN ('formality', 'information', 'decision', 'break', 'heading', 'other')),
  CONSTRAINT uq_phrase_key UNIQUE ("key")
);

CREATE TABLE reopening (
  id VARCHAR(32) NOT NULL,
  minutes_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  day DATE NOT NULL,
  reason VARCHAR NOT NULL,
  agreed_by VARCHAR NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT pk_reopening PRIMARY KEY (id),
  CONSTRAINT ck_reopening_version CHECK ("version" BETWEEN 0 AND 1000000000),
  CONSTRAINT fk_reopening_minutes_id FOREIGN KEY(minutes_id) REFERENCES minutes (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_reopening_minutes_id ON reopening (minutes_id);

CREATE TABLE reported_matter (
  id VARCHAR(32) NOT NULL,
  meeting_id VARCHAR(32),
  kind VARCHAR(32) NOT NULL,
  day DATE,
  case_number VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  sender VARCHAR NOT NULL,
  delegation_point VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_reported_matter PRIMARY KEY (id),
  CONSTRAINT ck_reported_matter_kind CHECK ("kind" IN ('delegated', 'message')),
  CONSTRAINT fk_reported_matter_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_reported_matter_meeting_id ON reported_matter (meeting_id);

CREATE TABLE section (
  id VARCHAR(32) NOT NULL,
  meeting_id VARCHAR(32) NOT NULL,
  item_id VARCHAR(32),
  position INTEGER NOT NULL,
  number INTEGER,
  heading VARCHAR NOT NULL,
  case_number VARCHAR NOT NULL,
  background VARCHAR NOT NULL,
  debate VARCHAR NOT NULL,
  procedure VARCHAR NOT NULL,
  inner_note VARCHAR NOT NULL,
  chair_id VARCHAR(32),
  appeal VARCHAR(32) NOT NULL,
  approval_id VARCHAR(32),
  CONSTRAINT pk_section PRIMARY KEY (id),
  CONSTRAINT ck_section_position CHECK ("position" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_section_number CHECK ("number" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_section_appeal CHECK ("appeal" IN ('none', 'legality', 'administrative')),
  CONSTRAINT uq_section_meeting_id_number UNIQUE (meeting_id, number),
  CONSTRAINT fk_section_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_section_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_section_chair_id FOREIGN KEY(chair_id) REFERENCES attendance (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_section_approval_id FOREIGN KEY(approval_id) REFERENCES approval (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_section_approval_id ON section (approval_id);
CREATE INDEX ix_section_chair_id ON section (chair_id);
CREATE INDEX ix_section_item_id ON section (item_id);

CREATE TABLE section_ballot (
  id VARCHAR(32) NOT NULL,
  section_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  yes_means VARCHAR NOT NULL,
  no_means VARCHAR NOT NULL,
  yes INTEGER NOT NULL,
  no INTEGER NOT NULL,
  abstained INTEGER NOT NULL,
  casting BOOLEAN NOT NULL,
  secret BOOLEAN NOT NULL,
  CONSTRAINT pk_section_ballot PRIMARY KEY (id),
  CONSTRAINT ck_section_ballot_yes CHECK ("yes" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_section_ballot_no CHECK ("no" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_section_ballot_abstained CHECK ("abstained" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_section_ballot_casting CHECK ("casting" IN (0, 1)),
  CONSTRAINT ck_section_ballot_secret CHECK ("secret" IN (0, 1)),
  CONSTRAINT fk_section_ballot_section_id FOREIGN KEY(section_id) REFERENCES section (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_section_ballot_section_id ON section_ballot (section_id);

CREATE TABLE section_dissent (
  id VARCHAR(32) NOT NULL,
  section_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  kind VARCHAR(32) NOT NULL,
  attendance_id VARCHAR(32),
  name VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  CONSTRAINT pk_section_dissent PRIMARY KEY (id),
  CONSTRAINT ck_section_dissent_kind CHECK ("kind" IN ('reservation', 'statement', 'note')),
  CONSTRAINT fk_section_dissent_section_id FOREIGN KEY(section_id) REFERENCES section (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_section_dissent_attendance_id FOREIGN KEY(attendance_id) REFERENCES attendance (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_section_dissent_attendance_id ON section_dissent (attendance_id);
CREATE INDEX ix_section_dissent_section_id ON section_dissent (section_id);

CREATE TABLE section_proposal (
  id VARCHAR(32) NOT NULL,
  section_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  kind VARCHAR(32) NOT NULL,
  attendance_id VARCHAR(32),
  name VARCHAR NOT NULL,
  seconded VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  withdrawn BOOLEAN NOT NULL,
  CONSTRAINT pk_section_proposal PRIMARY KEY (id),
  CONSTRAINT ck_section_proposal_kind CHECK ("kind" IN ('approve', 'amend', 'reject', 'table', 'refer_back')),
  CONSTRAINT ck_section_proposal_withdrawn CHECK ("withdrawn" IN (0, 1)),
  CONSTRAINT fk_section_proposal_section_id FOREIGN KEY(section_id) REFERENCES section (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_section_proposal_attendance_id FOREIGN KEY(attendance_id) REFERENCES attendance (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_section_proposal_attendance_id ON section_proposal (attendance_id);
CREATE INDEX ix_section_proposal_section_id ON section_proposal (section_id);

CREATE TABLE signed_paper (
  id VARCHAR(32) NOT NULL,
  issued_id VARCHAR(32) NOT NULL,
  kind VARCHAR(32) NOT NULL,
  name VARCHAR NOT NULL,
  sha256 VARCHAR NOT NULL,
  size INTEGER NOT NULL,
  added_on DATE,
  signers VARCHAR NOT NULL,
  verdict VARCHAR NOT NULL,
  record_sha256 VARCHAR,
  record_size INTEGER NOT NULL,
  CONSTRAINT pk_signed_paper PRIMARY KEY (id),
  CONSTRAINT ck_signed_paper_kind CHECK ("kind" IN ('signed_pdf', 'scan')),
  CONSTRAINT ck_signed_paper_size CHECK ("size" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_signed_paper_record_size CHECK ("record_size" BETWEEN 0 AND 1000000000),
  CONSTRAINT fk_signed_paper_issued_id FOREIGN KEY(issued_id) REFERENCES issued_paper (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_signed_paper_issued_id ON signed_paper (issued_id);
CREATE INDEX ix_signed_paper_record_sha256 ON signed_paper (record_sha256) WHERE record_sha256 IS NOT NULL;
CREATE INDEX ix_signed_paper_sha256 ON signed_paper (sha256);

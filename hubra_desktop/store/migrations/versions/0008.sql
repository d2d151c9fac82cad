CREATE TABLE agenda_item (
  id VARCHAR(32) NOT NULL,
  meeting_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  kind VARCHAR(32) NOT NULL,
  title VARCHAR NOT NULL,
  public_title VARCHAR NOT NULL,
  closed BOOLEAN NOT NULL,
  print_note BOOLEAN NOT NULL,
  print_place BOOLEAN NOT NULL,
  print_presenters BOOLEAN NOT NULL,
  print_case_number BOOLEAN NOT NULL,
  level INTEGER NOT NULL,
  number_typed VARCHAR NOT NULL,
  numbered BOOLEAN,
  case_number VARCHAR NOT NULL,
  duration INTEGER,
  pin INTEGER,
  print_time VARCHAR(32) NOT NULL,
  parallel BOOLEAN NOT NULL,
  place VARCHAR NOT NULL,
  withdrawn BOOLEAN NOT NULL,
  added_late DATE,
  note VARCHAR NOT NULL,
  inner_note VARCHAR NOT NULL,
  carried_from_id VARCHAR(32),
  raised_by VARCHAR NOT NULL,
  CONSTRAINT pk_agenda_item PRIMARY KEY (id),
  CONSTRAINT ck_agenda_item_kind CHECK ("kind" IN ('formality', 'information', 'decision', 'break', 'heading', 'other')),
  CONSTRAINT ck_agenda_item_closed CHECK ("closed" IN (0, 1)),
  CONSTRAINT ck_agenda_item_print_note CHECK ("print_note" IN (0, 1)),
  CONSTRAINT ck_agenda_item_print_place CHECK ("print_place" IN (0, 1)),
  CONSTRAINT ck_agenda_item_print_presenters CHECK ("print_presenters" IN (0, 1)),
  CONSTRAINT ck_agenda_item_print_case_number CHECK ("print_case_number" IN (0, 1)),
  CONSTRAINT ck_agenda_item_level CHECK ("level" BETWEEN 0 AND 1),
  CONSTRAINT ck_agenda_item_numbered CHECK ("numbered" IN (0, 1)),
  CONSTRAINT ck_agenda_item_duration CHECK ("duration" BETWEEN 0 AND 480),
  CONSTRAINT ck_agenda_item_pin CHECK ("pin" BETWEEN 0 AND 2880),
  CONSTRAINT ck_agenda_item_print_time CHECK ("print_time" IN ('range', 'start', 'none')),
  CONSTRAINT ck_agenda_item_parallel CHECK ("parallel" IN (0, 1)),
  CONSTRAINT ck_agenda_item_withdrawn CHECK ("withdrawn" IN (0, 1)),
  CONSTRAINT ck_agenda_item_carried_from_id CHECK ("carried_from_id" <> id),
  CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_agenda_item_carried_from_id FOREIGN KEY(carried_from_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_agenda_item_carried_from_id ON agenda_item (carried_from_id);
CREATE INDEX ix_agenda_item_meeting_id ON agenda_item (meeting_id);

CREATE TABLE backlog_item (
  id VARCHAR(32) NOT NULL,
  kind VARCHAR(32) NOT NULL,
  state VARCHAR(32) NOT NULL,
  title VARCHAR NOT NULL,
  closed BOOLEAN NOT NULL,
  item_kind VARCHAR(32) NOT NULL,
  case_number VARCHAR NOT NULL,
  duration INTEGER,
  presenters VARCHAR NOT NULL,
  raised_by VARCHAR NOT NULL,
  raised_by_id VARCHAR(32),
  raised_on DATE,
  wanted_by DATE,
  item_id VARCHAR(32),
  placed_item_id VARCHAR(32),
  reason VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_backlog_item PRIMARY KEY (id),
  CONSTRAINT ck_backlog_item_kind CHECK ("kind" IN ('idea', 'parked', 'tabled', 'referred_back')),
  CONSTRAINT ck_backlog_item_state CHECK ("state" IN ('waiting', 'placed', 'dropped')),
  CONSTRAINT ck_backlog_item_closed CHECK ("closed" IN (0, 1)),
  CONSTRAINT ck_backlog_item_item_kind CHECK ("item_kind" IN ('formality', 'information', 'decision', 'break', 'heading', 'other')),
  CONSTRAINT ck_backlog_item_duration CHECK ("duration" BETWEEN 0 AND 480),
  CONSTRAINT fk_backlog_item_raised_by_id FOREIGN KEY(raised_by_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_backlog_item_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_backlog_item_placed_item_id FOREIGN KEY(placed_item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_backlog_item_item_id ON backlog_item (item_id);
CREATE INDEX ix_backlog_item_placed_item_id ON backlog_item (placed_item_id);
CREATE INDEX ix_backlog_item_raised_by_id ON backlog_item (raised_by_id);

CREATE TABLE blocked_period (
  id VARCHAR(32) NOT NULL,
  kind VARCHAR(32) NOT NULL,
  name VARCHAR NOT NULL,
  first DATE NOT NULL,
  last DATE,
  CONSTRAINT pk_blocked_period PRIMARY KEY (id),
  CONSTRAINT ck_blocked_period_kind CHECK ("kind" IN ('school', 'meetings', 'other'))
);

CREATE TABLE body (
  id VARCHAR(32) NOT NULL,
  name VARCHAR NOT NULL,
  short_name VARCHAR NOT NULL,
  kind VARCHAR(32) NOT NULL,
  parent_id VARCHAR(32),
  active_from DATE,
  active_to DATE,
  email VARCHAR NOT NULL,
  phone VARCHAR NOT NULL,
  postal_address VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_body PRIMARY KEY (id),
  CONSTRAINT ck_body_kind CHECK ("kind" IN ('council', 'committee', 'administration', 'police', 'association', 'municipality', 'other')),
  CONSTRAINT ck_body_parent_id CHECK ("parent_id" <> id),
  CONSTRAINT fk_body_parent_id FOREIGN KEY(parent_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_body_parent_id ON body (parent_id);

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
  CONSTRAINT fk_body_rules_body_id FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_body_rules_body_id ON body_rules (body_id);

CREATE TABLE diary_tick (
  id VARCHAR(32) NOT NULL,
  source VARCHAR NOT NULL,
  registered_on DATE,
  number VARCHAR NOT NULL,
  CONSTRAINT pk_diary_tick PRIMARY KEY (id),
  CONSTRAINT uq_diary_tick_source UNIQUE (source)
);

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
  CONSTRAINT ck_dispatch_kind CHECK ("kind" IN ('call', 'changes', 'addition', 'cancelled', 'moved', 'packet', 'slot', 'reminder')),
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

CREATE TABLE dispatch_recipient (
  id VARCHAR(32) NOT NULL,
  dispatch_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  person_id VARCHAR(32),
  body_id VARCHAR(32),
  name VARCHAR NOT NULL,
  role VARCHAR NOT NULL,
  address VARCHAR NOT NULL,
  way VARCHAR(32) NOT NULL,
  copies INTEGER NOT NULL,
  slot VARCHAR NOT NULL,
  sent DATE,
  returned DATE,
  CONSTRAINT pk_dispatch_recipient PRIMARY KEY (id),
  CONSTRAINT ck_dispatch_recipient_way CHECK ("way" IN ('email', 'post', 'hand', 'collect')),
  CONSTRAINT ck_dispatch_recipient_copies CHECK ("copies" BETWEEN 0 AND 1000000000),
  CONSTRAINT fk_dispatch_recipient_dispatch_id FOREIGN KEY(dispatch_id) REFERENCES dispatch (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_dispatch_recipient_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_dispatch_recipient_body_id FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_dispatch_recipient_body_id ON dispatch_recipient (body_id);
CREATE INDEX ix_dispatch_recipient_dispatch_id ON dispatch_recipient (dispatch_id);
CREATE INDEX ix_dispatch_recipient_person_id ON dispatch_recipient (person_id);

CREATE TABLE disposal (
  id VARCHAR(32) NOT NULL,
  day DATE NOT NULL,
  what VARCHAR NOT NULL,
  rows INTEGER NOT NULL,
  decision VARCHAR NOT NULL,
  decided_on DATE,
  done_by VARCHAR NOT NULL,
  CONSTRAINT pk_disposal PRIMARY KEY (id),
  CONSTRAINT ck_disposal_rows CHECK ("rows" BETWEEN 0 AND 1000000000)
);

CREATE TABLE house_style (
  id VARCHAR(32) NOT NULL,
  organisation VARCHAR NOT NULL,
  time_separator VARCHAR NOT NULL,
  head_prefix VARCHAR NOT NULL,
  item_prefix VARCHAR NOT NULL,
  note_prefix VARCHAR NOT NULL,
  accent VARCHAR NOT NULL,
  address VARCHAR NOT NULL,
  phone VARCHAR NOT NULL,
  email VARCHAR NOT NULL,
  logotype VARCHAR(64) NOT NULL,
  logotype_text VARCHAR NOT NULL,
  sub_numbers VARCHAR NOT NULL,
  kerning BOOLEAN NOT NULL,
  list_papers BOOLEAN NOT NULL,
  CONSTRAINT pk_house_style PRIMARY KEY (id),
  CONSTRAINT ck_house_style_time_separator CHECK ("time_separator" IN ('.', ':')),
  CONSTRAINT ck_house_style_sub_numbers CHECK ("sub_numbers" IN ('letters', 'decimals')),
  CONSTRAINT ck_house_style_kerning CHECK ("kerning" IN (0, 1)),
  CONSTRAINT ck_house_style_list_papers CHECK ("list_papers" IN (0, 1))
);
CREATE UNIQUE INDEX uq_house_style ON house_style (1);

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
  CONSTRAINT fk_issued_paper_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_issued_paper_decision_id ON issued_paper (decision_id);
CREATE INDEX ix_issued_paper_grant_id ON issued_paper (grant_id);
CREATE INDEX ix_issued_paper_meeting_id ON issued_paper (meeting_id);
CREATE INDEX ix_issued_paper_paper ON issued_paper (paper);
CREATE INDEX ix_issued_paper_plan_id ON issued_paper (plan_id);
CREATE INDEX ix_issued_paper_sha256 ON issued_paper (sha256) WHERE sha256 IS NOT NULL;

CREATE TABLE law_note (
  id VARCHAR(32) NOT NULL,
  law VARCHAR NOT NULL,
  section VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  since DATE,
  CONSTRAINT pk_law_note PRIMARY KEY (id),
  CONSTRAINT uq_law_note_law_section UNIQUE (law, section)
);

CREATE TABLE list_member (
  id VARCHAR(32) NOT NULL,
  mailing_list_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  person_id VARCHAR(32),
  member_body_id VARCHAR(32),
  name VARCHAR NOT NULL,
  email VARCHAR NOT NULL,
  postal_address VARCHAR NOT NULL,
  way VARCHAR(32) NOT NULL,
  copies INTEGER NOT NULL,
  CONSTRAINT pk_list_member PRIMARY KEY (id),
  CONSTRAINT ck_list_member_way CHECK ("way" IN ('email', 'post', 'hand', 'collect')),
  CONSTRAINT ck_list_member_copies CHECK ("copies" BETWEEN 0 AND 1000000000),
  CONSTRAINT fk_list_member_mailing_list_id FOREIGN KEY(mailing_list_id) REFERENCES mailing_list (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_list_member_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_list_member_member_body_id FOREIGN KEY(member_body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_list_member_mailing_list_id ON list_member (mailing_list_id);
CREATE INDEX ix_list_member_member_body_id ON list_member (member_body_id);
CREATE INDEX ix_list_member_person_id ON list_member (person_id);

CREATE TABLE mailing_list (
  id VARCHAR(32) NOT NULL,
  name VARCHAR NOT NULL,
  body_id VARCHAR(32),
  serving BOOLEAN NOT NULL,
  always BOOLEAN NOT NULL,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_mailing_list PRIMARY KEY (id),
  CONSTRAINT ck_mailing_list_serving CHECK ("serving" IN (0, 1)),
  CONSTRAINT ck_mailing_list_always CHECK ("always" IN (0, 1)),
  CONSTRAINT fk_mailing_list_body_id FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_mailing_list_body_id ON mailing_list (body_id);

CREATE TABLE mandate (
  id VARCHAR(32) NOT NULL,
  person_id VARCHAR(32) NOT NULL,
  body_id VARCHAR(32) NOT NULL,
  role VARCHAR(32) NOT NULL,
  party VARCHAR NOT NULL,
  valid_from DATE,
  valid_to DATE,
  "group" VARCHAR NOT NULL,
  seat VARCHAR NOT NULL,
  rank INTEGER,
  substitute_for_id VARCHAR(32),
  represents_id VARCHAR(32),
  note VARCHAR NOT NULL,
  CONSTRAINT pk_mandate PRIMARY KEY (id),
  CONSTRAINT ck_mandate_role CHECK ("role" IN ('chair', 'vice_chair', 'member', 'substitute', 'co_opted', 'presenter', 'secretary')),
  CONSTRAINT ck_mandate_rank CHECK ("rank" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_mandate_substitute_for_id CHECK ("substitute_for_id" <> id),
  CONSTRAINT fk_mandate_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_mandate_body_id FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_mandate_substitute_for_id FOREIGN KEY(substitute_for_id) REFERENCES mandate (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_mandate_represents_id FOREIGN KEY(represents_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_mandate_body_id ON mandate (body_id);
CREATE INDEX ix_mandate_person_id ON mandate (person_id);
CREATE INDEX ix_mandate_represents_id ON mandate (represents_id);
CREATE INDEX ix_mandate_substitute_for_id ON mandate (substitute_for_id);

CREATE TABLE matter (
  id VARCHAR(32) NOT NULL,
  case_number VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  state VARCHAR(32) NOT NULL,
  opened DATE,
  closed_on DATE,
  responsible VARCHAR NOT NULL,
  responsible_id VARCHAR(32),
  retention VARCHAR NOT NULL,
  CONSTRAINT pk_matter PRIMARY KEY (id),
  CONSTRAINT ck_matter_state CHECK ("state" IN ('open', 'resting', 'closed')),
  CONSTRAINT fk_matter_responsible_id FOREIGN KEY(responsible_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_matter_case_number ON matter (case_number);
CREATE INDEX ix_matter_responsible_id ON matter (responsible_id);

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
  CONSTRAINT pk_meeting PRIMARY KEY (id),
  CONSTRAINT ck_meeting_kind CHECK ("kind" IN ('ordinary', 'extra', 'theme')),
  CONSTRAINT ck_meeting_state CHECK ("state" IN ('planned', 'preparing', 'called', 'ongoing', 'held', 'approved', 'archived', 'cancelled', 'moved')),
  CONSTRAINT ck_meeting_moved_to CHECK ("moved_to" <> id),
  CONSTRAINT ck_meeting_copied_from CHECK ("copied_from" <> id),
  CONSTRAINT ck_meeting_start CHECK ("start" BETWEEN 1 AND 1439),
  CONSTRAINT ck_meeting_end CHECK ("end" BETWEEN 0 AND 2880),
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

CREATE TABLE meeting_paper (
  id VARCHAR(32) NOT NULL,
  meeting_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  item_id VARCHAR(32),
  kind VARCHAR(32) NOT NULL,
  title VARCHAR NOT NULL,
  author VARCHAR NOT NULL,
  author_id VARCHAR(32),
  date DATE,
  due DATE,
  received DATE,
  reminded_on DATE,
  name VARCHAR NOT NULL,
  sha256 VARCHAR,
  size INTEGER NOT NULL,
  report_id VARCHAR(32),
  number_typed VARCHAR NOT NULL,
  secret BOOLEAN NOT NULL,
  secrecy_ground VARCHAR NOT NULL,
  left_out BOOLEAN NOT NULL,
  left_out_reason VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_meeting_paper PRIMARY KEY (id),
  CONSTRAINT ck_meeting_paper_kind CHECK ("kind" IN ('statement', 'report', 'plan', 'minutes', 'memo', 'reply', 'other')),
  CONSTRAINT ck_meeting_paper_size CHECK ("size" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_meeting_paper_secret CHECK ("secret" IN (0, 1)),
  CONSTRAINT ck_meeting_paper_left_out CHECK ("left_out" IN (0, 1)),
  CONSTRAINT fk_meeting_paper_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_meeting_paper_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_meeting_paper_author_id FOREIGN KEY(author_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_meeting_paper_report_id FOREIGN KEY(report_id) REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_meeting_paper_author_id ON meeting_paper (author_id);
CREATE INDEX ix_meeting_paper_item_id ON meeting_paper (item_id);
CREATE INDEX ix_meeting_paper_meeting_id ON meeting_paper (meeting_id);
CREATE INDEX ix_meeting_paper_report_id ON meeting_paper (report_id);
CREATE INDEX ix_meeting_paper_sha256 ON meeting_paper (sha256) WHERE sha256 IS NOT NULL;

CREATE TABLE person (
  id VARCHAR(32) NOT NULL,
  name VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  unit VARCHAR NOT NULL,
  email VARCHAR NOT NULL,
  phone VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  postal_address VARCHAR NOT NULL,
  way VARCHAR(32) NOT NULL,
  protected BOOLEAN NOT NULL,
  distinction VARCHAR NOT NULL,
  CONSTRAINT pk_person PRIMARY KEY (id),
  CONSTRAINT ck_person_way CHECK ("way" IN ('email', 'post', 'hand', 'collect')),
  CONSTRAINT ck_person_protected CHECK ("protected" IN (0, 1))
);

CREATE TABLE presenter (
  id VARCHAR(32) NOT NULL,
  item_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  unit VARCHAR NOT NULL,
  person_id VARCHAR(32),
  answer VARCHAR(32) NOT NULL,
  CONSTRAINT pk_presenter PRIMARY KEY (id),
  CONSTRAINT ck_presenter_answer CHECK ("answer" IN ('not_asked', 'asked', 'yes', 'no')),
  CONSTRAINT fk_presenter_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_presenter_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_presenter_item_id ON presenter (item_id);
CREATE INDEX ix_presenter_person_id ON presenter (person_id);

CREATE TABLE register (
  id VARCHAR(32) NOT NULL,
  name VARCHAR NOT NULL,
  municipality VARCHAR NOT NULL,
  own_body_id VARCHAR(32),
  practice BOOLEAN NOT NULL,
  exercise_day DATE,
  CONSTRAINT pk_register PRIMARY KEY (id),
  CONSTRAINT ck_register_practice CHECK ("practice" IN (0, 1)),
  CONSTRAINT fk_register_own_body_id FOREIGN KEY(own_body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_register_own_body_id ON register (own_body_id);
CREATE UNIQUE INDEX uq_register ON register (1);

CREATE TABLE rules_committee (
  id VARCHAR(32) NOT NULL,
  rules_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  body_id VARCHAR(32),
  note VARCHAR NOT NULL,
  CONSTRAINT pk_rules_committee PRIMARY KEY (id),
  CONSTRAINT fk_rules_committee_rules_id FOREIGN KEY(rules_id) REFERENCES body_rules (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_rules_committee_body_id FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_rules_committee_body_id ON rules_committee (body_id);
CREATE INDEX ix_rules_committee_rules_id ON rules_committee (rules_id);

CREATE TABLE rules_seat (
  id VARCHAR(32) NOT NULL,
  rules_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  seats INTEGER NOT NULL,
  CONSTRAINT pk_rules_seat PRIMARY KEY (id),
  CONSTRAINT ck_rules_seat_seats CHECK ("seats" BETWEEN 0 AND 1000000000),
  CONSTRAINT fk_rules_seat_rules_id FOREIGN KEY(rules_id) REFERENCES body_rules (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_rules_seat_rules_id ON rules_seat (rules_id);

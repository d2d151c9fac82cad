CREATE TABLE register (
  id VARCHAR(32) NOT NULL,
  name VARCHAR NOT NULL,
  municipality VARCHAR NOT NULL,
  own_body_id VARCHAR(32),
  practice BOOLEAN NOT NULL,
  CONSTRAINT pk_register PRIMARY KEY (id),
  CONSTRAINT ck_register_practice CHECK ("practice" IN (0, 1)),
  CONSTRAINT fk_register_own_body_id FOREIGN KEY(own_body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_register_own_body_id ON register (own_body_id);
CREATE UNIQUE INDEX uq_register ON register (1);

CREATE TABLE house_style (
  id VARCHAR(32) NOT NULL,
  organisation VARCHAR NOT NULL,
  time_separator VARCHAR NOT NULL,
  head_prefix VARCHAR NOT NULL,
  item_prefix VARCHAR NOT NULL,
  note_prefix VARCHAR NOT NULL,
  accent VARCHAR NOT NULL,
  address VARCHAR NOT NULL,
  logotype VARCHAR(64) NOT NULL,
  logotype_text VARCHAR NOT NULL,
  sub_numbers VARCHAR NOT NULL,
  kerning BOOLEAN NOT NULL,
  CONSTRAINT pk_house_style PRIMARY KEY (id),
  CONSTRAINT ck_house_style_time_separator CHECK ("time_separator" IN ('.', ':')),
  CONSTRAINT ck_house_style_sub_numbers CHECK ("sub_numbers" IN ('letters', 'decimals')),
  CONSTRAINT ck_house_style_kerning CHECK ("kerning" IN (0, 1))
);
CREATE UNIQUE INDEX uq_house_style ON house_style (1);

CREATE TABLE body (
  id VARCHAR(32) NOT NULL,
  name VARCHAR NOT NULL,
  short_name VARCHAR NOT NULL,
  kind VARCHAR(32) NOT NULL,
  parent_id VARCHAR(32),
  active_from DATE,
  active_to DATE,
  CONSTRAINT pk_body PRIMARY KEY (id),
  CONSTRAINT ck_body_kind CHECK ("kind" IN ('council', 'committee', 'administration', 'police', 'association', 'municipality', 'other')),
  CONSTRAINT ck_body_parent_id CHECK ("parent_id" <> id),
  CONSTRAINT fk_body_parent_id FOREIGN KEY(parent_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_body_parent_id ON body (parent_id);

CREATE TABLE person (
  id VARCHAR(32) NOT NULL,
  name VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  unit VARCHAR NOT NULL,
  email VARCHAR NOT NULL,
  phone VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_person PRIMARY KEY (id)
);

CREATE TABLE mandate (
  id VARCHAR(32) NOT NULL,
  person_id VARCHAR(32) NOT NULL,
  body_id VARCHAR(32) NOT NULL,
  role VARCHAR(32) NOT NULL,
  party VARCHAR NOT NULL,
  valid_from DATE,
  valid_to DATE,
  CONSTRAINT pk_mandate PRIMARY KEY (id),
  CONSTRAINT ck_mandate_role CHECK ("role" IN ('chair', 'vice_chair', 'member', 'substitute', 'co_opted', 'presenter', 'secretary')),
  CONSTRAINT fk_mandate_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_mandate_body_id FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_mandate_body_id ON mandate (body_id);
CREATE INDEX ix_mandate_person_id ON mandate (person_id);

CREATE TABLE matter (
  id VARCHAR(32) NOT NULL,
  case_number VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_matter PRIMARY KEY (id)
);
CREATE INDEX ix_matter_case_number ON matter (case_number);

CREATE TABLE matter_alias (
  id VARCHAR(32) NOT NULL,
  matter_id VARCHAR(32) NOT NULL,
  case_number VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  CONSTRAINT pk_matter_alias PRIMARY KEY (id),
  CONSTRAINT fk_matter_alias_matter_id FOREIGN KEY(matter_id) REFERENCES matter (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_matter_alias_matter_id ON matter_alias (matter_id);

CREATE TABLE meeting (
  id VARCHAR(32) NOT NULL,
  body_id VARCHAR(32) NOT NULL,
  kind VARCHAR(32) NOT NULL,
  state VARCHAR(32) NOT NULL,
  moved_to VARCHAR(32),
  date DATE NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER,
  place VARCHAR NOT NULL,
  link VARCHAR NOT NULL,
  chair_id VARCHAR(32),
  secretary_id VARCHAR(32),
  notice_place VARCHAR NOT NULL,
  notice_date DATE,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_meeting PRIMARY KEY (id),
  CONSTRAINT ck_meeting_kind CHECK ("kind" IN ('ordinary', 'extra', 'theme')),
  CONSTRAINT ck_meeting_state CHECK ("state" IN ('planned', 'preparing', 'called', 'ongoing', 'held', 'approved', 'archived', 'cancelled', 'moved')),
  CONSTRAINT ck_meeting_moved_to CHECK ("moved_to" <> id),
  CONSTRAINT ck_meeting_start CHECK ("start" BETWEEN 0 AND 1439),
  CONSTRAINT ck_meeting_end CHECK ("end" BETWEEN 0 AND 2880),
  CONSTRAINT fk_meeting_body_id FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_meeting_moved_to FOREIGN KEY(moved_to) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_meeting_chair_id FOREIGN KEY(chair_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_meeting_secretary_id FOREIGN KEY(secretary_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_meeting_body_id ON meeting (body_id);
CREATE INDEX ix_meeting_chair_id ON meeting (chair_id);
CREATE INDEX ix_meeting_date ON meeting (date);
CREATE INDEX ix_meeting_moved_to ON meeting (moved_to);
CREATE INDEX ix_meeting_secretary_id ON meeting (secretary_id);

CREATE TABLE agenda_item (
  id VARCHAR(32) NOT NULL,
  meeting_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  kind VARCHAR(32) NOT NULL,
  title VARCHAR NOT NULL,
  public_title VARCHAR NOT NULL,
  closed BOOLEAN NOT NULL,
  level INTEGER NOT NULL,
  number_typed VARCHAR NOT NULL,
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
  CONSTRAINT pk_agenda_item PRIMARY KEY (id),
  CONSTRAINT ck_agenda_item_kind CHECK ("kind" IN ('formality', 'information', 'decision', 'break', 'heading', 'other')),
  CONSTRAINT ck_agenda_item_closed CHECK ("closed" IN (0, 1)),
  CONSTRAINT ck_agenda_item_level CHECK ("level" BETWEEN 0 AND 1),
  CONSTRAINT ck_agenda_item_duration CHECK ("duration" BETWEEN 0 AND 480),
  CONSTRAINT ck_agenda_item_pin CHECK ("pin" BETWEEN 0 AND 2880),
  CONSTRAINT ck_agenda_item_print_time CHECK ("print_time" IN ('range', 'start', 'none')),
  CONSTRAINT ck_agenda_item_parallel CHECK ("parallel" IN (0, 1)),
  CONSTRAINT ck_agenda_item_withdrawn CHECK ("withdrawn" IN (0, 1)),
  CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_agenda_item_meeting_id ON agenda_item (meeting_id);

CREATE TABLE presenter (
  id VARCHAR(32) NOT NULL,
  item_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  unit VARCHAR NOT NULL,
  person_id VARCHAR(32),
  CONSTRAINT pk_presenter PRIMARY KEY (id),
  CONSTRAINT fk_presenter_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_presenter_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_presenter_item_id ON presenter (item_id);
CREATE INDEX ix_presenter_person_id ON presenter (person_id);

CREATE TABLE pre_meeting (
  id VARCHAR(32) NOT NULL,
  meeting_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  "group" VARCHAR NOT NULL,
  start INTEGER,
  place VARCHAR NOT NULL,
  CONSTRAINT pk_pre_meeting PRIMARY KEY (id),
  CONSTRAINT ck_pre_meeting_start CHECK ("start" BETWEEN 0 AND 1439),
  CONSTRAINT fk_pre_meeting_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_pre_meeting_meeting_id ON pre_meeting (meeting_id);

CREATE TABLE footnote (
  id VARCHAR(32) NOT NULL,
  meeting_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  anchor VARCHAR(32) NOT NULL,
  item_id VARCHAR(32),
  text VARCHAR NOT NULL,
  CONSTRAINT pk_footnote PRIMARY KEY (id),
  CONSTRAINT ck_footnote_anchor CHECK ("anchor" IN ('time', 'place', 'item')),
  CONSTRAINT fk_footnote_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_footnote_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_footnote_item_id ON footnote (item_id);
CREATE INDEX ix_footnote_meeting_id ON footnote (meeting_id);

CREATE TABLE signature (
  id VARCHAR(32) NOT NULL,
  meeting_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  role VARCHAR NOT NULL,
  CONSTRAINT pk_signature PRIMARY KEY (id),
  CONSTRAINT fk_signature_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_signature_meeting_id ON signature (meeting_id);

CREATE TABLE "plan" (
  id VARCHAR(32) NOT NULL,
  kind VARCHAR(32) NOT NULL,
  year INTEGER NOT NULL,
  version INTEGER NOT NULL,
  title VARCHAR NOT NULL,
  goal VARCHAR NOT NULL,
  situation VARCHAR NOT NULL,
  situation_date DATE,
  decided_on DATE,
  meeting_id VARCHAR(32),
  case_number VARCHAR NOT NULL,
  followed_up DATE,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_plan PRIMARY KEY (id),
  CONSTRAINT ck_plan_kind CHECK ("kind" IN ('activity', 'measures')),
  CONSTRAINT ck_plan_year CHECK ("year" BETWEEN 1900 AND 2199),
  CONSTRAINT ck_plan_version CHECK ("version" BETWEEN 0 AND 1000000000),
  CONSTRAINT uq_plan_kind_year_version UNIQUE (kind, year, version),
  CONSTRAINT fk_plan_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_plan_meeting_id ON "plan" (meeting_id);
CREATE INDEX ix_plan_year ON "plan" (year);

CREATE TABLE focus_area (
  id VARCHAR(32) NOT NULL,
  plan_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  number VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  goal VARCHAR NOT NULL,
  problem VARCHAR NOT NULL,
  comment VARCHAR NOT NULL,
  CONSTRAINT pk_focus_area PRIMARY KEY (id),
  CONSTRAINT fk_focus_area_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_focus_area_plan_id ON focus_area (plan_id);

CREATE TABLE activity (
  id VARCHAR(32) NOT NULL,
  year INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind VARCHAR(32) NOT NULL,
  title VARCHAR NOT NULL,
  period VARCHAR NOT NULL,
  starts DATE,
  ends DATE,
  state VARCHAR(32) NOT NULL,
  reason VARCHAR NOT NULL,
  council_role VARCHAR NOT NULL,
  partners VARCHAR NOT NULL,
  responsible_id VARCHAR(32),
  responsible VARCHAR NOT NULL,
  participants INTEGER,
  exactness VARCHAR(32) NOT NULL,
  participants_note VARCHAR NOT NULL,
  report_text VARCHAR NOT NULL,
  closed BOOLEAN NOT NULL,
  repeats_id VARCHAR(32),
  CONSTRAINT pk_activity PRIMARY KEY (id),
  CONSTRAINT ck_activity_year CHECK ("year" BETWEEN 1900 AND 2199),
  CONSTRAINT ck_activity_position CHECK ("position" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_activity_kind CHECK ("kind" IN ('activity', 'information', 'network', 'dialogue', 'walk', 'night_walk', 'event', 'training')),
  CONSTRAINT ck_activity_state CHECK ("state" IN ('planned', 'ongoing', 'done', 'partly', 'not_done', 'struck')),
  CONSTRAINT ck_activity_participants CHECK ("participants" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_activity_exactness CHECK ("exactness" IN ('exact', 'over', 'about')),
  CONSTRAINT ck_activity_closed CHECK ("closed" IN (0, 1)),
  CONSTRAINT ck_activity_repeats_id CHECK ("repeats_id" <> id),
  CONSTRAINT fk_activity_responsible_id FOREIGN KEY(responsible_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_activity_repeats_id FOREIGN KEY(repeats_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_activity_repeats_id ON activity (repeats_id);
CREATE INDEX ix_activity_responsible_id ON activity (responsible_id);
CREATE INDEX ix_activity_year ON activity (year);

CREATE TABLE activity_area (
  id VARCHAR(32) NOT NULL,
  activity_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  area_id VARCHAR(32) NOT NULL,
  main BOOLEAN NOT NULL,
  CONSTRAINT pk_activity_area PRIMARY KEY (id),
  CONSTRAINT ck_activity_area_main CHECK ("main" IN (0, 1)),
  CONSTRAINT uq_activity_area_activity_id_area_id UNIQUE (activity_id, area_id),
  CONSTRAINT fk_activity_area_activity_id FOREIGN KEY(activity_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_activity_area_area_id FOREIGN KEY(area_id) REFERENCES focus_area (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_activity_area_area_id ON activity_area (area_id);

CREATE TABLE occasion (
  id VARCHAR(32) NOT NULL,
  activity_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  date DATE,
  place VARCHAR NOT NULL,
  participants INTEGER,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_occasion PRIMARY KEY (id),
  CONSTRAINT ck_occasion_participants CHECK ("participants" BETWEEN 0 AND 1000000000),
  CONSTRAINT fk_occasion_activity_id FOREIGN KEY(activity_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_occasion_activity_id ON occasion (activity_id);

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
  CONSTRAINT pk_activity_link PRIMARY KEY (id),
  CONSTRAINT fk_activity_link_activity_id FOREIGN KEY(activity_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_activity_link_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_activity_link_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_activity_link_grant_id FOREIGN KEY(grant_id) REFERENCES grant (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_activity_link_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_activity_link_letter_id FOREIGN KEY(letter_id) REFERENCES letter (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_activity_link_activity_id ON activity_link (activity_id);
CREATE INDEX ix_activity_link_agreement_id ON activity_link (agreement_id);
CREATE INDEX ix_activity_link_grant_id ON activity_link (grant_id);
CREATE INDEX ix_activity_link_item_id ON activity_link (item_id);
CREATE INDEX ix_activity_link_letter_id ON activity_link (letter_id);
CREATE INDEX ix_activity_link_meeting_id ON activity_link (meeting_id);

CREATE TABLE follow_up_note (
  id VARCHAR(32) NOT NULL,
  activity_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  date DATE NOT NULL,
  author VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  CONSTRAINT pk_follow_up_note PRIMARY KEY (id),
  CONSTRAINT fk_follow_up_note_activity_id FOREIGN KEY(activity_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_follow_up_note_activity_id ON follow_up_note (activity_id);

CREATE TABLE letter (
  id VARCHAR(32) NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER,
  title VARCHAR NOT NULL,
  topics VARCHAR NOT NULL,
  editor VARCHAR NOT NULL,
  deadline DATE,
  state VARCHAR(32) NOT NULL,
  sent_on DATE,
  address VARCHAR NOT NULL,
  copies INTEGER,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_letter PRIMARY KEY (id),
  CONSTRAINT ck_letter_year CHECK ("year" BETWEEN 1900 AND 2199),
  CONSTRAINT ck_letter_number CHECK ("number" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_letter_state CHECK ("state" IN ('planned', 'draft', 'reviewed', 'sent', 'published')),
  CONSTRAINT ck_letter_copies CHECK ("copies" BETWEEN 0 AND 1000000000),
  CONSTRAINT uq_letter_year_number UNIQUE (year, number)
);

CREATE TABLE letter_recipient (
  id VARCHAR(32) NOT NULL,
  letter_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  way VARCHAR NOT NULL,
  CONSTRAINT pk_letter_recipient PRIMARY KEY (id),
  CONSTRAINT fk_letter_recipient_letter_id FOREIGN KEY(letter_id) REFERENCES letter (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_letter_recipient_letter_id ON letter_recipient (letter_id);

CREATE TABLE agreement (
  id VARCHAR(32) NOT NULL,
  kind VARCHAR(32) NOT NULL,
  title VARCHAR NOT NULL,
  purpose VARCHAR NOT NULL,
  contributions VARCHAR NOT NULL,
  valid_from DATE,
  valid_to DATE,
  amount_ore BIGINT,
  money_note VARCHAR NOT NULL,
  warn_months INTEGER NOT NULL,
  case_number VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_agreement PRIMARY KEY (id),
  CONSTRAINT ck_agreement_kind CHECK ("kind" IN ('cooperation', 'iop', 'other')),
  CONSTRAINT ck_agreement_amount_ore CHECK ("amount_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT ck_agreement_warn_months CHECK ("warn_months" BETWEEN 0 AND 1000000000)
);

CREATE TABLE agreement_party (
  id VARCHAR(32) NOT NULL,
  agreement_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  body_id VARCHAR(32),
  name VARCHAR NOT NULL,
  CONSTRAINT pk_agreement_party PRIMARY KEY (id),
  CONSTRAINT fk_agreement_party_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_agreement_party_body_id FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_agreement_party_agreement_id ON agreement_party (agreement_id);
CREATE INDEX ix_agreement_party_body_id ON agreement_party (body_id);

CREATE TABLE agreement_meeting (
  id VARCHAR(32) NOT NULL,
  agreement_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  date DATE,
  held BOOLEAN NOT NULL,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_agreement_meeting PRIMARY KEY (id),
  CONSTRAINT ck_agreement_meeting_held CHECK ("held" IN (0, 1)),
  CONSTRAINT fk_agreement_meeting_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_agreement_meeting_agreement_id ON agreement_meeting (agreement_id);

CREATE TABLE consultation (
  id VARCHAR(32) NOT NULL,
  title VARCHAR NOT NULL,
  sender VARCHAR NOT NULL,
  their_number VARCHAR NOT NULL,
  case_number VARCHAR NOT NULL,
  received DATE,
  due DATE,
  extended_to DATE,
  handler VARCHAR NOT NULL,
  state VARCHAR(32) NOT NULL,
  meeting_id VARCHAR(32),
  answered_on DATE,
  answer VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_consultation PRIMARY KEY (id),
  CONSTRAINT ck_consultation_state CHECK ("state" IN ('incoming', 'assigned', 'draft', 'council_decided', 'chair_decided', 'answered', 'declined')),
  CONSTRAINT fk_consultation_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_consultation_meeting_id ON consultation (meeting_id);

CREATE TABLE budget_year (
  id VARCHAR(32) NOT NULL,
  year INTEGER NOT NULL,
  basis VARCHAR(32) NOT NULL,
  closed_on DATE,
  deviation_share INTEGER NOT NULL,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_budget_year PRIMARY KEY (id),
  CONSTRAINT ck_budget_year_year CHECK ("year" BETWEEN 1900 AND 2199),
  CONSTRAINT ck_budget_year_basis CHECK ("basis" IN ('cash', 'accrual')),
  CONSTRAINT ck_budget_year_deviation_share CHECK ("deviation_share" BETWEEN 0 AND 1000000000),
  CONSTRAINT uq_budget_year_year UNIQUE (year)
);

CREATE TABLE budget_post (
  id VARCHAR(32) NOT NULL,
  budget_year_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  code VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  kind VARCHAR(32) NOT NULL,
  parent_id VARCHAR(32),
  deviation_text VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_budget_post PRIMARY KEY (id),
  CONSTRAINT ck_budget_post_kind CHECK ("kind" IN ('fees', 'grants', 'training', 'other')),
  CONSTRAINT ck_budget_post_parent_id CHECK ("parent_id" <> id),
  CONSTRAINT fk_budget_post_budget_year_id FOREIGN KEY(budget_year_id) REFERENCES budget_year (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_budget_post_parent_id FOREIGN KEY(parent_id) REFERENCES budget_post (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_budget_post_budget_year_id ON budget_post (budget_year_id);
CREATE INDEX ix_budget_post_parent_id ON budget_post (parent_id);

CREATE TABLE budget_version (
  id VARCHAR(32) NOT NULL,
  budget_year_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  decided_on DATE,
  reference VARCHAR NOT NULL,
  meeting_id VARCHAR(32),
  frame_ore BIGINT,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_budget_version PRIMARY KEY (id),
  CONSTRAINT ck_budget_version_frame_ore CHECK ("frame_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT fk_budget_version_budget_year_id FOREIGN KEY(budget_year_id) REFERENCES budget_year (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_budget_version_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_budget_version_budget_year_id ON budget_version (budget_year_id);
CREATE INDEX ix_budget_version_meeting_id ON budget_version (meeting_id);

CREATE TABLE allocation (
  id VARCHAR(32) NOT NULL,
  budget_version_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  post_id VARCHAR(32) NOT NULL,
  planned_ore BIGINT NOT NULL,
  example BOOLEAN NOT NULL,
  CONSTRAINT pk_allocation PRIMARY KEY (id),
  CONSTRAINT ck_allocation_planned_ore CHECK ("planned_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT ck_allocation_example CHECK ("example" IN (0, 1)),
  CONSTRAINT uq_allocation_budget_version_id_post_id UNIQUE (budget_version_id, post_id),
  CONSTRAINT fk_allocation_budget_version_id FOREIGN KEY(budget_version_id) REFERENCES budget_version (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_allocation_post_id FOREIGN KEY(post_id) REFERENCES budget_post (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_allocation_post_id ON allocation (post_id);

CREATE TABLE ledger_entry (
  id VARCHAR(32) NOT NULL,
  number INTEGER NOT NULL,
  year INTEGER NOT NULL,
  date DATE,
  post_id VARCHAR(32) NOT NULL,
  kind VARCHAR(32) NOT NULL,
  amount_ore BIGINT NOT NULL,
  counterpart VARCHAR NOT NULL,
  counterpart_id VARCHAR(32),
  grant_id VARCHAR(32),
  original_id VARCHAR(32),
  voucher VARCHAR NOT NULL,
  year_concerned INTEGER,
  text VARCHAR NOT NULL,
  CONSTRAINT pk_ledger_entry PRIMARY KEY (id),
  CONSTRAINT ck_ledger_entry_number CHECK ("number" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_ledger_entry_year CHECK ("year" BETWEEN 1900 AND 2199),
  CONSTRAINT ck_ledger_entry_kind CHECK ("kind" IN ('reservation', 'payment', 'cost', 'repayment', 'income', 'transfer_in', 'transfer_out', 'correction')),
  CONSTRAINT ck_ledger_entry_amount_ore CHECK ("amount_ore" BETWEEN 1 AND 10000000000000),
  CONSTRAINT ck_ledger_entry_original_id CHECK ("original_id" <> id),
  CONSTRAINT ck_ledger_entry_year_concerned CHECK ("year_concerned" BETWEEN 1900 AND 2199),
  CONSTRAINT uq_ledger_entry_number UNIQUE (number),
  CONSTRAINT fk_ledger_entry_post_id FOREIGN KEY(post_id) REFERENCES budget_post (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_ledger_entry_counterpart_id FOREIGN KEY(counterpart_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_ledger_entry_grant_id FOREIGN KEY(grant_id) REFERENCES grant (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_ledger_entry_original_id FOREIGN KEY(original_id) REFERENCES ledger_entry (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_ledger_entry_counterpart_id ON ledger_entry (counterpart_id);
CREATE INDEX ix_ledger_entry_grant_id ON ledger_entry (grant_id);
CREATE INDEX ix_ledger_entry_original_id ON ledger_entry (original_id);
CREATE INDEX ix_ledger_entry_post_id ON ledger_entry (post_id);
CREATE INDEX ix_ledger_entry_year ON ledger_entry (year);
CREATE INDEX ix_ledger_entry_year_concerned ON ledger_entry (year_concerned) WHERE year_concerned IS NOT NULL;

CREATE TABLE association (
  id VARCHAR(32) NOT NULL,
  body_id VARCHAR(32) NOT NULL,
  organisation_number VARCHAR NOT NULL,
  contact VARCHAR NOT NULL,
  email VARCHAR NOT NULL,
  phone VARCHAR NOT NULL,
  bank_giro VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_association PRIMARY KEY (id),
  CONSTRAINT uq_association_body_id UNIQUE (body_id),
  CONSTRAINT fk_association_body_id FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE grant (
  id VARCHAR(32) NOT NULL,
  year INTEGER NOT NULL,
  body_id VARCHAR(32) NOT NULL,
  title VARCHAR NOT NULL,
  purpose VARCHAR NOT NULL,
  kind VARCHAR(32) NOT NULL,
  post_id VARCHAR(32),
  case_number VARCHAR NOT NULL,
  applied_on DATE,
  applied_ore BIGINT,
  contact VARCHAR NOT NULL,
  project_from DATE,
  project_to DATE,
  conditions VARCHAR NOT NULL,
  report_due DATE,
  report_received DATE,
  verdict VARCHAR(32) NOT NULL,
  assessment VARCHAR NOT NULL,
  outcome VARCHAR(32) NOT NULL,
  outcome_reason VARCHAR NOT NULL,
  ended_on DATE,
  agreement_id VARCHAR(32),
  note VARCHAR NOT NULL,
  CONSTRAINT pk_grant PRIMARY KEY (id),
  CONSTRAINT ck_grant_year CHECK ("year" BETWEEN 1900 AND 2199),
  CONSTRAINT ck_grant_kind CHECK ("kind" IN ('night_walk', 'project', 'iop', 'other')),
  CONSTRAINT ck_grant_applied_ore CHECK ("applied_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT ck_grant_verdict CHECK ("verdict" IN ('none', 'approved', 'incomplete')),
  CONSTRAINT ck_grant_outcome CHECK ("outcome" IN ('open', 'carried_out', 'partly', 'not_carried_out')),
  CONSTRAINT fk_grant_body_id FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_grant_post_id FOREIGN KEY(post_id) REFERENCES budget_post (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_grant_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_grant_agreement_id ON grant (agreement_id);
CREATE INDEX ix_grant_body_id ON grant (body_id);
CREATE INDEX ix_grant_post_id ON grant (post_id);
CREATE INDEX ix_grant_year ON grant (year);

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
  CONSTRAINT pk_grant_decision PRIMARY KEY (id),
  CONSTRAINT ck_grant_decision_kind CHECK ("kind" IN ('stance', 'grant', 'raise', 'lower', 'refuse', 'withdraw', 'reclaim', 'write_off')),
  CONSTRAINT ck_grant_decision_year CHECK ("year" BETWEEN 1900 AND 2199),
  CONSTRAINT ck_grant_decision_amount_ore CHECK ("amount_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT ck_grant_decision_formal CHECK ("formal" IN (0, 1)),
  CONSTRAINT fk_grant_decision_grant_id FOREIGN KEY(grant_id) REFERENCES grant (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_grant_decision_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_grant_decision_grant_id ON grant_decision (grant_id);
CREATE INDEX ix_grant_decision_meeting_id ON grant_decision (meeting_id);

CREATE TABLE instalment (
  id VARCHAR(32) NOT NULL,
  grant_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  due DATE,
  amount_ore BIGINT NOT NULL,
  condition VARCHAR NOT NULL,
  CONSTRAINT pk_instalment PRIMARY KEY (id),
  CONSTRAINT ck_instalment_amount_ore CHECK ("amount_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT fk_instalment_grant_id FOREIGN KEY(grant_id) REFERENCES grant (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_instalment_grant_id ON instalment (grant_id);

CREATE TABLE indicator (
  id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  unit VARCHAR(32) NOT NULL,
  direction VARCHAR(32) NOT NULL,
  source VARCHAR NOT NULL,
  interval_years INTEGER,
  groups VARCHAR(32) NOT NULL,
  shares BOOLEAN NOT NULL,
  area_number VARCHAR NOT NULL,
  active_from INTEGER,
  active_to INTEGER,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_indicator PRIMARY KEY (id),
  CONSTRAINT ck_indicator_position CHECK ("position" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_indicator_unit CHECK ("unit" IN ('index', 'percent', 'count')),
  CONSTRAINT ck_indicator_direction CHECK ("direction" IN ('higher', 'lower', 'neutral')),
  CONSTRAINT ck_indicator_interval_years CHECK ("interval_years" BETWEEN 0 AND 1000000000),
  CONSTRAINT ck_indicator_groups CHECK ("groups" IN ('none', 'adults', 'young')),
  CONSTRAINT ck_indicator_shares CHECK ("shares" IN (0, 1)),
  CONSTRAINT ck_indicator_active_from CHECK ("active_from" BETWEEN 1900 AND 2199),
  CONSTRAINT ck_indicator_active_to CHECK ("active_to" BETWEEN 1900 AND 2199)
);

CREATE TABLE measurement (
  id VARCHAR(32) NOT NULL,
  indicator_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  year INTEGER NOT NULL,
  "group" VARCHAR(32) NOT NULL,
  value_thousandths BIGINT,
  missing VARCHAR(32) NOT NULL,
  incomparable BOOLEAN NOT NULL,
  note VARCHAR NOT NULL,
  evidence VARCHAR NOT NULL,
  CONSTRAINT pk_measurement PRIMARY KEY (id),
  CONSTRAINT ck_measurement_year CHECK ("year" BETWEEN 1900 AND 2199),
  CONSTRAINT ck_measurement_group CHECK ("group" IN ('all', 'men', 'women', 'boys', 'girls')),
  CONSTRAINT ck_measurement_value_thousandths CHECK ("value_thousandths" BETWEEN -1000000000000000 AND 1000000000000000),
  CONSTRAINT ck_measurement_missing CHECK ("missing" IN ('no', 'not_stated', 'not_measured', 'too_few')),
  CONSTRAINT ck_measurement_incomparable CHECK ("incomparable" IN (0, 1)),
  CONSTRAINT uq_measurement_indicator_id_year_group UNIQUE (indicator_id, year, "group"),
  CONSTRAINT fk_measurement_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE change_text (
  id VARCHAR(32) NOT NULL,
  indicator_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  year INTEGER NOT NULL,
  compared_year INTEGER NOT NULL,
  text VARCHAR NOT NULL,
  CONSTRAINT pk_change_text PRIMARY KEY (id),
  CONSTRAINT ck_change_text_year CHECK ("year" BETWEEN 1900 AND 2199),
  CONSTRAINT ck_change_text_compared_year CHECK ("compared_year" BETWEEN 1900 AND 2199),
  CONSTRAINT uq_change_text_indicator_id_year_compared_year UNIQUE (indicator_id, year, compared_year),
  CONSTRAINT fk_change_text_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE report (
  id VARCHAR(32) NOT NULL,
  kind VARCHAR(32) NOT NULL,
  year INTEGER NOT NULL,
  title VARCHAR NOT NULL,
  date DATE,
  case_number VARCHAR NOT NULL,
  number_reason VARCHAR NOT NULL,
  administration VARCHAR NOT NULL,
  handler VARCHAR NOT NULL,
  handler_contact VARCHAR NOT NULL,
  meeting_id VARCHAR(32),
  plan_id VARCHAR(32),
  attached_to_id VARCHAR(32),
  attachment_number INTEGER,
  delivered_to VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_report PRIMARY KEY (id),
  CONSTRAINT ck_report_kind CHECK ("kind" IN ('annual_report', 'activity_plan', 'statement')),
  CONSTRAINT ck_report_year CHECK ("year" BETWEEN 1900 AND 2199),
  CONSTRAINT ck_report_attached_to_id CHECK ("attached_to_id" <> id),
  CONSTRAINT ck_report_attachment_number CHECK ("attachment_number" BETWEEN 0 AND 1000000000),
  CONSTRAINT fk_report_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_report_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_report_attached_to_id FOREIGN KEY(attached_to_id) REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_report_attached_to_id ON report (attached_to_id);
CREATE INDEX ix_report_meeting_id ON report (meeting_id);
CREATE INDEX ix_report_plan_id ON report (plan_id);
CREATE INDEX ix_report_year ON report (year);

CREATE TABLE report_section (
  id VARCHAR(32) NOT NULL,
  report_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  "key" VARCHAR NOT NULL,
  heading VARCHAR NOT NULL,
  level INTEGER NOT NULL,
  text VARCHAR NOT NULL,
  CONSTRAINT pk_report_section PRIMARY KEY (id),
  CONSTRAINT ck_report_section_level CHECK ("level" BETWEEN 0 AND 1000000000),
  CONSTRAINT fk_report_section_report_id FOREIGN KEY(report_id) REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_report_section_report_id ON report_section (report_id);

CREATE TABLE report_signature (
  id VARCHAR(32) NOT NULL,
  report_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  role VARCHAR NOT NULL,
  CONSTRAINT pk_report_signature PRIMARY KEY (id),
  CONSTRAINT fk_report_signature_report_id FOREIGN KEY(report_id) REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_report_signature_report_id ON report_signature (report_id);

CREATE TABLE report_answer (
  id VARCHAR(32) NOT NULL,
  report_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  "key" VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  printed BOOLEAN NOT NULL,
  CONSTRAINT pk_report_answer PRIMARY KEY (id),
  CONSTRAINT ck_report_answer_printed CHECK ("printed" IN (0, 1)),
  CONSTRAINT uq_report_answer_report_id_key UNIQUE (report_id, "key"),
  CONSTRAINT fk_report_answer_report_id FOREIGN KEY(report_id) REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED
);

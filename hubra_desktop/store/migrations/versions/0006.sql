CREATE TABLE account_line (
  id VARCHAR(32) NOT NULL,
  account_statement_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  date DATE,
  voucher VARCHAR NOT NULL,
  kind VARCHAR(32) NOT NULL,
  amount_ore BIGINT NOT NULL,
  text VARCHAR NOT NULL,
  CONSTRAINT pk_account_line PRIMARY KEY (id),
  CONSTRAINT ck_account_line_kind CHECK ("kind" IN ('reservation', 'payment', 'cost', 'repayment', 'income', 'transfer_in', 'transfer_out', 'correction')),
  CONSTRAINT ck_account_line_amount_ore CHECK ("amount_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT fk_account_line_account_statement_id FOREIGN KEY(account_statement_id) REFERENCES account_statement (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_account_line_account_statement_id ON account_line (account_statement_id);

CREATE TABLE account_statement (
  id VARCHAR(32) NOT NULL,
  year INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  read_on DATE,
  CONSTRAINT pk_account_statement PRIMARY KEY (id),
  CONSTRAINT ck_account_statement_year CHECK ("year" BETWEEN 1900 AND 2199),
  CONSTRAINT uq_account_statement_year UNIQUE (year)
);

CREATE TABLE association (
  id VARCHAR(32) NOT NULL,
  body_id VARCHAR(32) NOT NULL,
  organisation_number VARCHAR NOT NULL,
  contact VARCHAR NOT NULL,
  email VARCHAR NOT NULL,
  phone VARCHAR NOT NULL,
  postal_address VARCHAR NOT NULL,
  bank_giro VARCHAR NOT NULL,
  plus_giro VARCHAR NOT NULL,
  giro_in_own_name BOOLEAN NOT NULL,
  statutes_received DATE,
  signatory VARCHAR NOT NULL,
  annual_meeting DATE,
  valid_until DATE,
  asked_again DATE,
  note VARCHAR NOT NULL,
  CONSTRAINT pk_association PRIMARY KEY (id),
  CONSTRAINT ck_association_giro_in_own_name CHECK ("giro_in_own_name" IN (0, 1)),
  CONSTRAINT uq_association_body_id UNIQUE (body_id),
  CONSTRAINT fk_association_body_id FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
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
  expected VARCHAR NOT NULL,
  CONSTRAINT pk_budget_post PRIMARY KEY (id),
  CONSTRAINT ck_budget_post_kind CHECK ("kind" IN ('fees', 'grants', 'training', 'other', 'income')),
  CONSTRAINT ck_budget_post_parent_id CHECK ("parent_id" <> id),
  CONSTRAINT fk_budget_post_budget_year_id FOREIGN KEY(budget_year_id) REFERENCES budget_year (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_budget_post_parent_id FOREIGN KEY(parent_id) REFERENCES budget_post (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_budget_post_budget_year_id ON budget_post (budget_year_id);
CREATE INDEX ix_budget_post_parent_id ON budget_post (parent_id);

CREATE TABLE closing_commitment (
  id VARCHAR(32) NOT NULL,
  budget_year_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  grant_id VARCHAR(32) NOT NULL,
  post_id VARCHAR(32),
  decided_in INTEGER NOT NULL,
  left_ore BIGINT NOT NULL,
  granted_ore BIGINT NOT NULL,
  paid_ore BIGINT NOT NULL,
  known BOOLEAN NOT NULL,
  covered_ore BIGINT NOT NULL,
  CONSTRAINT pk_closing_commitment PRIMARY KEY (id),
  CONSTRAINT ck_closing_commitment_decided_in CHECK ("decided_in" BETWEEN 1900 AND 2199),
  CONSTRAINT ck_closing_commitment_left_ore CHECK ("left_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT ck_closing_commitment_granted_ore CHECK ("granted_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT ck_closing_commitment_paid_ore CHECK ("paid_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT ck_closing_commitment_known CHECK ("known" IN (0, 1)),
  CONSTRAINT ck_closing_commitment_covered_ore CHECK ("covered_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT fk_closing_commitment_budget_year_id FOREIGN KEY(budget_year_id) REFERENCES budget_year (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_closing_commitment_grant_id FOREIGN KEY(grant_id) REFERENCES grant (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_closing_commitment_post_id FOREIGN KEY(post_id) REFERENCES budget_post (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_closing_commitment_budget_year_id ON closing_commitment (budget_year_id);
CREATE INDEX ix_closing_commitment_grant_id ON closing_commitment (grant_id);
CREATE INDEX ix_closing_commitment_post_id ON closing_commitment (post_id);

CREATE TABLE evidence (
  id VARCHAR(32) NOT NULL,
  entry_id VARCHAR(32),
  grant_id VARCHAR(32),
  name VARCHAR NOT NULL,
  sha256 VARCHAR NOT NULL,
  size INTEGER NOT NULL,
  added_on DATE,
  CONSTRAINT pk_evidence PRIMARY KEY (id),
  CONSTRAINT ck_evidence_size CHECK ("size" BETWEEN 0 AND 1000000000),
  CONSTRAINT fk_evidence_entry_id FOREIGN KEY(entry_id) REFERENCES ledger_entry (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_evidence_grant_id FOREIGN KEY(grant_id) REFERENCES grant (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_evidence_entry_id ON evidence (entry_id);
CREATE INDEX ix_evidence_grant_id ON evidence (grant_id);
CREATE INDEX ix_evidence_sha256 ON evidence (sha256);

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
  retracted_on DATE,
  contact VARCHAR NOT NULL,
  project_from DATE,
  project_to DATE,
  conditions VARCHAR NOT NULL,
  report_due DATE,
  report_received DATE,
  verdict VARCHAR(32) NOT NULL,
  accounted_ore BIGINT,
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
  CONSTRAINT ck_grant_accounted_ore CHECK ("accounted_ore" BETWEEN 0 AND 10000000000000),
  CONSTRAINT ck_grant_outcome CHECK ("outcome" IN ('open', 'carried_out', 'partly', 'not_carried_out')),
  CONSTRAINT fk_grant_body_id FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_grant_post_id FOREIGN KEY(post_id) REFERENCES budget_post (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_grant_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_grant_agreement_id ON grant (agreement_id);
CREATE INDEX ix_grant_body_id ON grant (body_id);
CREATE INDEX ix_grant_post_id ON grant (post_id);
CREATE INDEX ix_grant_year ON grant (year);

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
  CONSTRAINT pk_house_style PRIMARY KEY (id),
  CONSTRAINT ck_house_style_time_separator CHECK ("time_separator" IN ('.', ':')),
  CONSTRAINT ck_house_style_sub_numbers CHECK ("sub_numbers" IN ('letters', 'decimals')),
  CONSTRAINT ck_house_style_kerning CHECK ("kerning" IN (0, 1))
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
  CONSTRAINT pk_issued_paper PRIMARY KEY (id),
  CONSTRAINT ck_issued_paper_year CHECK ("year" BETWEEN 1900 AND 2199),
  CONSTRAINT ck_issued_paper_version CHECK ("version" BETWEEN 0 AND 1000000000),
  CONSTRAINT fk_issued_paper_grant_id FOREIGN KEY(grant_id) REFERENCES grant (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_issued_paper_decision_id FOREIGN KEY(decision_id) REFERENCES grant_decision (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_issued_paper_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_issued_paper_decision_id ON issued_paper (decision_id);
CREATE INDEX ix_issued_paper_grant_id ON issued_paper (grant_id);
CREATE INDEX ix_issued_paper_paper ON issued_paper (paper);
CREATE INDEX ix_issued_paper_plan_id ON issued_paper (plan_id);

CREATE TABLE known_word (
  id VARCHAR(32) NOT NULL,
  word VARCHAR NOT NULL,
  CONSTRAINT pk_known_word PRIMARY KEY (id),
  CONSTRAINT uq_known_word_word UNIQUE (word)
);

CREATE TABLE report_picture (
  id VARCHAR(32) NOT NULL,
  report_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  mark VARCHAR NOT NULL,
  content VARCHAR(64) NOT NULL,
  CONSTRAINT pk_report_picture PRIMARY KEY (id),
  CONSTRAINT uq_report_picture_report_id_mark UNIQUE (report_id, mark),
  CONSTRAINT fk_report_picture_report_id FOREIGN KEY(report_id) REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED
);

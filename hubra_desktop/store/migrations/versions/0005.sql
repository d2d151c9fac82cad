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
  CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_agenda_item_meeting_id ON agenda_item (meeting_id);

CREATE TABLE meeting_template (
  id VARCHAR(32) NOT NULL,
  body_id VARCHAR(32) NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER,
  place VARCHAR NOT NULL,
  chair_id VARCHAR(32),
  secretary_id VARCHAR(32),
  CONSTRAINT pk_meeting_template PRIMARY KEY (id),
  CONSTRAINT ck_meeting_template_start CHECK ("start" BETWEEN 0 AND 1439),
  CONSTRAINT ck_meeting_template_end CHECK ("end" BETWEEN 0 AND 2880),
  CONSTRAINT uq_meeting_template_body_id UNIQUE (body_id),
  CONSTRAINT fk_meeting_template_body_id FOREIGN KEY(body_id) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_meeting_template_chair_id FOREIGN KEY(chair_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_meeting_template_secretary_id FOREIGN KEY(secretary_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_meeting_template_chair_id ON meeting_template (chair_id);
CREATE INDEX ix_meeting_template_secretary_id ON meeting_template (secretary_id);

CREATE TABLE template_item (
  id VARCHAR(32) NOT NULL,
  meeting_template_id VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  kind VARCHAR(32) NOT NULL,
  title VARCHAR NOT NULL,
  numbered BOOLEAN,
  duration INTEGER,
  print_time VARCHAR(32) NOT NULL,
  presenters VARCHAR NOT NULL,
  CONSTRAINT pk_template_item PRIMARY KEY (id),
  CONSTRAINT ck_template_item_kind CHECK ("kind" IN ('formality', 'information', 'decision', 'break', 'heading', 'other')),
  CONSTRAINT ck_template_item_numbered CHECK ("numbered" IN (0, 1)),
  CONSTRAINT ck_template_item_duration CHECK ("duration" BETWEEN 0 AND 480),
  CONSTRAINT ck_template_item_print_time CHECK ("print_time" IN ('range', 'start', 'none')),
  CONSTRAINT fk_template_item_meeting_template_id FOREIGN KEY(meeting_template_id) REFERENCES meeting_template (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_template_item_meeting_template_id ON template_item (meeting_template_id);

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

-- Slides are shown on the stage as PDF, whatever they came as; what is changed of a schedule is told once it has come to
-- rest; and a schedule that was made automatically can be taken back as a whole.

-- Evidence is no longer the only thing of which copies are made: a row says how often that was tried for a file.
create table file_preview (
  agency_id uuid not null references agency,
  file_id   uuid not null,
  tries     smallint not null check (tries > 0),
  -- When the last of them began.
  tried_at  timestamptz not null,
  -- The PDF that stands beside the file, where its thing has several files with one each.
  pdf_id    uuid,
  primary key (agency_id, file_id),
  foreign key (agency_id, file_id) references file on delete cascade,
  foreign key (agency_id, pdf_id) references file on delete set null (pdf_id)
);
create index file_preview_by_pdf on file_preview (agency_id, pdf_id);
insert into file_preview (agency_id, file_id, tries, tried_at)
select agency_id, evidence_id, tries, tried_at from evidence_preview
where exists (select from file where file.agency_id = evidence_preview.agency_id and file.id = evidence_id);
drop table evidence_preview;

-- What somebody is told of together with other entries. Until it is told it has no notice; afterwards it says of which
-- entries the notice speaks, so that its letter can invite to each of them.
create table gathered_entry (
  agency_id uuid not null references agency,
  entry_id  uuid not null,
  person_id uuid not null,
  noted_at  timestamptz not null,
  notice_id uuid,
  primary key (agency_id, entry_id, person_id),
  foreign key (agency_id, entry_id) references journal (agency_id, id),
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, notice_id) references notice
);
create index gathered_entry_by_person on gathered_entry (agency_id, person_id);
create index gathered_entry_by_notice on gathered_entry (agency_id, notice_id);

-- A move of many slots at once, with those that had no slot before it: taking it back takes them out again.
alter table slot_move
  alter column from_sitting_id drop not null,
  alter column from_begins_at drop not null,
  add column from_minutes integer,
  -- Which is the whole of it: made automatically, or one slot or two by hand.
  add column is_plan boolean not null default false,
  add constraint slots_came_from_an_hour_of_a_sitting check ((from_sitting_id is null) = (from_begins_at is null));

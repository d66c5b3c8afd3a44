-- Recordings: films (also sound, pictures, documents) of a project, each with a lasting code, and the words by which it
-- is found. Their files lie in `file`: the film itself, its poster and captions are parts of one thing. Whoever is named
-- to document and keep them is a standing (`steward`) on the project or the programme.

create type recording_kind as enum ('film', 'sound', 'picture', 'document');

create table recording (
  agency_id        uuid not null references agency,
  id               uuid not null,
  code             text not null,
  project_id       uuid not null,
  kind             recording_kind not null,
  title            text not null check (title <> ''),
  description      text not null default '',
  recorded_on      date,
  -- Seconds; unknown until it was measured.
  duration         integer check (duration > 0),
  removed_at       timestamptz,
  removed_because  text,
  account_id       uuid not null references account,
  person_id        uuid,
  revision         integer not null default 1,
  created_at       timestamptz not null,
  words            tsvector not null generated always as (
    setweight(to_tsvector('indonesian', title), 'A') || to_tsvector('indonesian', description)
  ) stored,
  primary key (agency_id, id),
  unique (agency_id, code),
  foreign key (agency_id, project_id) references project,
  foreign key (agency_id, person_id) references person,
  constraint removed_recordings_say_why check ((removed_at is null) = (removed_because is null))
);
create index recording_by_project on recording (agency_id, project_id);
create index recording_by_account on recording (account_id);
create index recording_by_person on recording (agency_id, person_id);
create index recording_by_time on recording (agency_id, created_at desc);
create index recording_by_words on recording using gin (words);

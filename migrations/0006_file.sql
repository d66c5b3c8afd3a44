-- Files: what an address names. The bytes lie in the file store under `<agency>/<sha256>`, once for each content; a row
-- says what they are called, what they are and which thing they belong to. A blob goes only with its last row.
create table file (
  agency_id  uuid not null references agency,
  id         uuid not null,
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size       bigint not null check (size > 0),
  name       text not null check (name <> ''),
  media_type text not null check (media_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  thing_kind thing_kind not null,
  thing_id   uuid not null,
  -- Which part of the thing it is, where a thing has several ("before", "after"); empty where it has one.
  part       text not null default '' check (part ~ '^[a-z-]*$'),
  account_id uuid references account,
  person_id  uuid,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person
);
create index file_by_thing on file (agency_id, thing_id);
create index file_by_content on file (agency_id, sha256);
create index file_by_account on file (account_id);
create index file_by_person on file (agency_id, person_id);

-- Unggahan: a file on its way in. It has no content until it has arrived whole and was looked into; then it waits for
-- the form that claims it, and becomes a file of the same id.
create table upload (
  agency_id  uuid not null references agency,
  id         uuid not null,
  account_id uuid not null references account,
  name       text not null check (name <> ''),
  -- Of the whole, as announced before the first part.
  size       bigint not null check (size > 0),
  sha256     text check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  constraint settled_uploads_have_content_and_type check ((sha256 is null) = (media_type is null))
);
create index upload_by_account on upload (account_id);
create index upload_by_content on upload (agency_id, sha256);

-- Global: one backup holds all agencies. A row for each daily copy, good or not, so that the last good one can be shown.
create table backup_run (
  id         uuid primary key,
  began_at   timestamptz not null,
  ended_at   timestamptz not null,
  folder     text not null,
  file_count integer not null,
  size       bigint not null,
  -- What went wrong, as a sentence; null when all is well.
  problem    text
);
create index backup_run_by_end on backup_run (ended_at);

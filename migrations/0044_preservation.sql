-- What makes documentation last: an address that never changes (an ARK), and that what once stood before the public
-- leaves a trace when it goes, so that its address still says what lay there and why it is gone.

alter table recording
  -- Null for a moment only: those that were there before are given theirs when the worker starts.
  add column ark_naan text,
  add column ark_name text,
  add constraint recording_by_ark unique (ark_naan, ark_name),
  add constraint arks_are_whole check ((ark_naan is null) = (ark_name is null));
create index recording_without_ark on recording (agency_id, id) where ark_name is null;

create table appearance (
  agency_id     uuid not null references agency,
  recording_id  uuid not null,
  -- When it was first seen to stand before the public.
  first_at      timestamptz not null,
  primary key (agency_id, recording_id),
  foreign key (agency_id, recording_id) references recording
);

-- What happened to a recording and its files, after PREMIS 3 (types of id.loc.gov/vocabulary/preservation/eventType):
-- what a successor needs to trust the bytes. Append-only for the application, as the journal is. A file that is gone
-- keeps its past, so `file_id` refers to nothing.

create type preservation_kind as enum (
  'ingestion', 'message digest calculation', 'format identification', 'virus check', 'metadata extraction', 'creation',
  'transcoding', 'normalization', 'metadata modification', 'accession', 'deaccession', 'policy assignment',
  'replication', 'migration', 'fixity check', 'validation', 'dissemination', 'redaction', 'deletion'
);
create type preservation_outcome as enum ('success', 'failure', 'warning');

create table preservation_event (
  agency_id     uuid not null references agency,
  id            uuid not null,
  recording_id  uuid not null,
  file_id       uuid,
  -- Which part of the recording the file was.
  part          text,
  kind          preservation_kind not null,
  at            timestamptz not null,
  outcome       preservation_outcome not null,
  -- What exactly, as a code, and its figures: never typed text.
  detail        text not null default '' check (detail ~ '^[a-z-]*$'),
  figures       jsonb not null default '{}',
  -- Who: a person, or a program with its version.
  person_id     uuid,
  software      text,
  primary key (agency_id, id),
  foreign key (agency_id, recording_id) references recording,
  foreign key (agency_id, person_id) references person
);
create index preservation_event_by_recording on preservation_event (agency_id, recording_id, at desc, id desc);
create index preservation_event_by_person on preservation_event (agency_id, person_id);

-- Rounds in which every stored content is read and compared with its hash, each storage by itself. A round stands where
-- `cursor_*` says, so that it is gone on with after a worker died; what it found of each content is in `fixity_check`.
-- Why a row for the last check and not an event for each: docs/decisions/0021.
create table fixity_round (
  id             uuid primary key,
  storage        text not null check (storage <> ''),
  began_at       timestamptz not null,
  ended_at       timestamptz,
  cursor_agency  uuid,
  cursor_sha256  text,
  checked        integer not null default 0,
  bytes          bigint not null default 0,
  spoilt         integer not null default 0,
  mended         integer not null default 0
);
create unique index one_open_round_a_storage on fixity_round (storage) where ended_at is null;
create index fixity_round_by_end on fixity_round (storage, ended_at desc);

create table fixity_check (
  agency_id   uuid not null references agency,
  storage     text not null,
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  checked_at  timestamptz not null,
  -- What is wrong with it; null where it is whole.
  flaw        text check (flaw in ('missing', 'changed')),
  primary key (agency_id, storage, sha256)
);
create index spoilt_content on fixity_check (agency_id, checked_at) where flaw is not null;

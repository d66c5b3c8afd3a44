-- Rules of a competition that an agency loaded or corrected. The program carries forms of its own; the first entry into
-- one of them keeps it as version 1, and each load or correction is the next version. None is ever changed: an entry
-- stays with the version that it was begun with, until it is moved on.

create table edition_version (
  agency_id  uuid not null references agency,
  key        text not null check (key <> ''),
  version    integer not null check (version > 0),
  -- The whole form, as its file says it; the program's schema reads it.
  body       jsonb not null,
  origin     text not null check (origin in ('program', 'file', 'page')),
  reason     text not null default '',
  account_id uuid references account,
  created_at timestamptz not null,
  primary key (agency_id, key, version)
);
create index edition_version_by_account on edition_version (account_id);

alter table entry
  -- Null where the entry is older than versions: the form that the program carries.
  add column edition_version integer,
  -- What is asked outside the fields, by keys of the edition.
  add column extra jsonb not null default '{}',
  -- The film of the project that the link leads to.
  add column recording_id uuid,
  -- Since when it lies with its authors: made, or opened again.
  add column draft_since timestamptz not null default now(),
  add foreign key (agency_id, edition, edition_version) references edition_version (agency_id, key, version),
  add foreign key (agency_id, recording_id) references recording (agency_id, id);
update entry set draft_since = created_at;
create index entry_by_edition on entry (agency_id, edition, edition_version);
create index entry_by_recording on entry (agency_id, recording_id);

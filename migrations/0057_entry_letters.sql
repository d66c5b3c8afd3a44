-- Letters of an entry as they were signed and scanned (the scans are files of the entry), what was kept of an entry
-- when it was declared ready, and what its readers remarked.

create table entry_letter (
  agency_id    uuid not null references agency,
  entry_id     uuid not null,
  -- Key of the letter in the edition.
  key          text not null check (key <> ''),
  number       text not null default '',
  dated_on     date,
  -- The first day of implementation, as the letter itself names it.
  stated_on    date,
  -- What somebody looked at and found: letterhead, signature, duty stamp, right content.
  confirmed    text[] not null default '{}',
  account_id   uuid not null references account,
  confirmed_at timestamptz not null,
  revision     integer not null default 1,
  primary key (agency_id, entry_id, key),
  foreign key (agency_id, entry_id) references entry
);
create index entry_letter_by_account on entry_letter (account_id);

create table entry_copy (
  agency_id  uuid not null references agency,
  entry_id   uuid not null,
  number     integer not null check (number > 0),
  -- The whole entry as it then was, as its papers are written from.
  body       jsonb not null,
  account_id uuid references account,
  created_at timestamptz not null,
  primary key (agency_id, entry_id, number),
  foreign key (agency_id, entry_id) references entry
);
create index entry_copy_by_account on entry_copy (account_id);

create table entry_remark (
  agency_id  uuid not null references agency,
  id         uuid not null,
  entry_id   uuid not null,
  -- Key of the field; empty for the entry as a whole.
  field      text not null default '',
  text       text not null check (text <> ''),
  account_id uuid not null references account,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, entry_id) references entry
);
create index entry_remark_by_entry on entry_remark (agency_id, entry_id);
create index entry_remark_by_account on entry_remark (account_id);

-- Fields that were copied into the competition's own site.
alter table entry add column copied text[] not null default '{}';

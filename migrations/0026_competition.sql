-- Entries for the national competition (KIPP): what a chosen project answers in the form of one edition. The rules of
-- an edition are files of the program; an entry names its edition, and an answer its field, by their keys.

create type entry_state as enum ('draft', 'ready', 'sent');

create table entry (
  agency_id   uuid not null references agency,
  id          uuid not null,
  code        text not null,
  project_id  uuid not null,
  edition     text not null check (edition <> ''),
  state       entry_state not null default 'draft',
  title       text not null default '',
  -- First day of implementation, and the document that proves it: the innovation's age is counted from there.
  started_on  date,
  start_proof text not null default '',
  -- When registration closes, where the edition's own rules do not know.
  closing_on  date,
  category    text,
  video_url   text not null default '',
  -- Goals that it serves, and letters and statements that are there, by their keys in the edition.
  goals       text[] not null default '{}',
  checked     text[] not null default '{}',
  ready_at    timestamptz,
  -- When and under which number it went to Sinovik; kept when it is opened again.
  sent_on     date,
  sent_number text not null default '',
  revision    integer not null default 1,
  changed_at  timestamptz not null,
  created_at  timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, code),
  constraint one_entry_of_a_project_in_an_edition unique (agency_id, project_id, edition),
  foreign key (agency_id, project_id) references project,
  constraint ready_entries_say_since_when check (state = 'draft' or ready_at is not null),
  constraint sent_entries_say_when check (state <> 'sent' or sent_on is not null)
);

create table entry_answer (
  agency_id   uuid not null references agency,
  entry_id    uuid not null,
  field       text not null check (field <> ''),
  text        text not null default '',
  -- Documents that prove what is said, one a line; files are attached to the entry, with the field as their part.
  evidence    text not null default '',
  -- Keys of the sources whose words it still holds.
  filled_from text[] not null default '{}',
  revision    integer not null default 1,
  primary key (agency_id, entry_id, field),
  foreign key (agency_id, entry_id) references entry
);

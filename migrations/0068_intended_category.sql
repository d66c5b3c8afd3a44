-- At which category of an edition each project aims, long before there is an entry; what was known of the candidates
-- when the best was chosen is kept rule by rule; and an entry that goes no further after all is withdrawn, not lost.

create table intended_category (
  agency_id  uuid not null references agency,
  project_id uuid not null,
  -- Keys of the edition and of the category in it; null where a category was named and taken back.
  edition    text not null check (edition <> ''),
  category   text check (category <> ''),
  reason     text not null default '',
  account_id uuid not null references account,
  chosen_at  timestamptz not null,
  revision   integer not null default 1,
  primary key (agency_id, project_id, edition),
  foreign key (agency_id, project_id) references project
);
create index intended_category_by_account on intended_category (account_id);

alter table assessment_choice
  -- Each rule of the editions as it was checked for the chosen project: what it went by, and where that stands.
  add column rules jsonb not null default '[]',
  -- At which category of which edition each project of the assessment aimed.
  add column aims  jsonb not null default '[]';

alter table withdrawn_choice
  add column rules jsonb not null default '[]',
  add column aims  jsonb not null default '[]';

alter type entry_state add value 'withdrawn';

alter table entry
  add column withdrawn_at     timestamptz,
  add column withdrawn_reason text not null default '',
  add constraint withdrawn_entries_say_why check ((withdrawn_at is null) = (withdrawn_reason = '')),
  drop constraint ready_entries_say_since_when,
  add constraint ready_entries_say_since_when
    check (state = 'draft' or ready_at is not null or withdrawn_at is not null);

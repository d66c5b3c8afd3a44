-- An edition that is being corrected in its pages, part by part, until it is whole and becomes the next version. One for
-- each edition, which all who may correct it share; what is wrong in it stays in it until it is mended.

create table edition_draft (
  agency_id  uuid not null references agency,
  key        text not null check (key <> ''),
  -- What the file of the edition would hold, right or wrong.
  body       jsonb not null,
  -- The version from which it was begun; 0 where that was the program's own.
  drawn_from integer not null check (drawn_from >= 0),
  revision   integer not null check (revision > 0),
  account_id uuid not null references account,
  changed_at timestamptz not null,
  primary key (agency_id, key)
);
create index edition_draft_by_account on edition_draft (account_id);

-- An entry that several people write at once, field by field, and what its answers said before.

-- Where somebody stands in an open entry. A row lives for seconds: nothing is lost when all of them are.
create unlogged table writing_place (
  agency_id  uuid not null references agency,
  entry_id   uuid not null,
  account_id uuid not null references account,
  -- As the others read it; it goes with the row.
  name       text not null,
  -- Key of the field; null while no field is chosen.
  field      text,
  seen_at    timestamptz not null,
  primary key (agency_id, entry_id, account_id),
  foreign key (agency_id, entry_id) references entry
);
create index writing_place_by_account on writing_place (account_id);

-- What an answer said each time that somebody left it: one person's writing at a stretch is one version.
create table answer_version (
  agency_id  uuid not null references agency,
  entry_id   uuid not null,
  field      text not null,
  number     integer not null check (number > 0),
  text       text not null,
  evidence   text not null,
  -- Null where it was written before versions were kept.
  account_id uuid references account,
  begun_at   timestamptz not null,
  saved_at   timestamptz not null,
  primary key (agency_id, entry_id, field, number),
  foreign key (agency_id, entry_id, field) references entry_answer
);
create index answer_version_by_account on answer_version (account_id);

insert into answer_version (agency_id, entry_id, field, number, text, evidence, account_id, begun_at, saved_at)
select answer.agency_id, answer.entry_id, answer.field, 1, answer.text, answer.evidence, null, entry.changed_at,
  entry.changed_at
from entry_answer answer
join entry on entry.agency_id = answer.agency_id and entry.id = answer.entry_id;

-- Jejak audit: what somebody decided, written in the deciding transaction, of ids and codes only (no typed text).
-- Append-only: the application's role may insert and read. A hash chain for each agency shows any later change.
create table journal (
  agency_id     uuid not null references agency,
  sequence      bigint not null,
  id            uuid not null,
  at            timestamptz not null,
  account_id    uuid,
  person_id     uuid,
  -- Atas nama: the person in whose place the secretariat acted.
  on_behalf_of  uuid,
  event         text not null check (event ~ '^[a-z-]+\.[a-z-]+$'),
  thing_kind    thing_kind not null,
  thing_id      uuid not null,
  -- What else the event is about, as ids, codes, dates and numbers.
  details       jsonb not null default '{}',
  previous_hash bytea not null,
  hash          bytea not null,
  primary key (agency_id, sequence),
  unique (agency_id, id),
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, on_behalf_of) references person,
  foreign key (account_id) references account
);
create index journal_by_thing on journal (agency_id, thing_id, sequence);
create index journal_by_account on journal (account_id);
create index journal_by_person on journal (agency_id, person_id);
create index journal_by_behalf on journal (agency_id, on_behalf_of);

-- Notices: what the system told whom, and of which entry of the journal. Written by a job after the act, never in its
-- transaction; told twice it stands once.
create table notice (
  agency_id  uuid not null references agency,
  id         uuid not null,
  entry_id   uuid not null,
  event      text not null,
  thing_id   uuid not null,
  -- To one of the two: a person, who may get an account later, or an account that is no person of the agency.
  person_id  uuid,
  account_id uuid references account,
  -- As it was said then: a title that changes later changes no letter that was sent.
  subject    text not null,
  sentence   text not null,
  button     text not null,
  path       text not null check (path like '/%' and path not like '//%'),
  created_at timestamptz not null,
  read_at    timestamptz,
  mailed_at  timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, entry_id) references journal (agency_id, id),
  foreign key (agency_id, person_id) references person,
  constraint notice_has_one_addressee check (num_nonnulls(person_id, account_id) = 1),
  constraint nobody_is_told_twice unique nulls not distinct (agency_id, entry_id, person_id, account_id)
);
create index notice_of_person on notice (agency_id, person_id, created_at);
create index notice_of_account on notice (agency_id, account_id, created_at);
create index notice_by_account on notice (account_id);

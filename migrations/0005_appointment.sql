-- Decrees appoint persons to seats. A project belongs to a seat, so that replacing an agent is one appointment that
-- ends and one that begins, and the project passes on with its history.

create table decree (
  agency_id       uuid not null references agency,
  id              uuid not null,
  code            text not null,
  programme_id    uuid not null,
  -- As the agency writes it: forms differ, so it is never parsed.
  number          text not null check (number <> ''),
  about           text not null,
  decided_on      date not null,
  signer_name     text not null default '',
  signer_position text not null default '',
  from_on         date not null,
  until_on        date not null,
  -- The earlier decree that this one amends.
  amends_id       uuid,
  revision        integer not null default 1,
  created_at      timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, code),
  unique (agency_id, number, decided_on),
  foreign key (agency_id, programme_id) references programme,
  foreign key (agency_id, amends_id) references decree,
  constraint decree_ends_after_it_begins check (until_on > from_on),
  constraint decree_does_not_amend_itself check (amends_id <> id)
);
create index decree_by_programme on decree (agency_id, programme_id);
create index decree_by_amended on decree (agency_id, amends_id);

create type seat_level as enum ('central', 'unit');

create table seat (
  agency_id    uuid not null references agency,
  id           uuid not null,
  programme_id uuid not null,
  number       integer not null check (number > 0),
  level        seat_level not null,
  unit_id      uuid not null,
  created_at   timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, programme_id, number),
  foreign key (agency_id, programme_id) references programme,
  foreign key (agency_id, unit_id) references unit
);
create index seat_by_unit on seat (agency_id, unit_id);

create table appointment (
  agency_id        uuid not null references agency,
  id               uuid not null,
  seat_id          uuid not null,
  person_id        uuid not null,
  decree_id        uuid not null,
  from_on          date not null,
  -- The last day on which it holds.
  until_on         date not null,
  -- When it ended before its time: by which decree where there was one, and why.
  ended_by_id      uuid,
  end_reason       text,
  created_at       timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, seat_id) references seat,
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, decree_id) references decree,
  foreign key (agency_id, ended_by_id) references decree,
  constraint appointment_ends_after_it_begins check (until_on >= from_on),
  constraint one_person_in_a_seat_at_a_time exclude using gist (
    agency_id with =, seat_id with =, daterange(from_on, until_on, '[]') with &&
  )
);
create index appointment_by_person on appointment (agency_id, person_id);
create index appointment_by_decree on appointment (agency_id, decree_id);
create index appointment_by_ending on appointment (agency_id, ended_by_id);

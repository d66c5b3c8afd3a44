-- Follow-ups: what was agreed in a return, a sitting, a report or a meeting: who does it, until when, and its proof.

create type follow_up_state as enum ('open', 'done', 'closed', 'dropped');
create type follow_up_source as enum ('return', 'sitting', 'report', 'meeting');

create table follow_up (
  agency_id    uuid not null references agency,
  id           uuid not null,
  programme_id uuid not null,
  -- The project that it is about; none where it is about the programme as a whole.
  project_id   uuid,
  -- The seat and unit of that project: its agent and its head may read it.
  seat_id      uuid,
  unit_id      uuid,
  source       follow_up_source not null,
  -- The sitting or return in which it was agreed.
  source_id    uuid,
  what         text not null check (what <> ''),
  owner_id     uuid not null,
  due_on       date not null,
  state        follow_up_state not null default 'open',
  -- What its owner says was done.
  outcome      text not null default '',
  done_at      timestamptz,
  closed_at    timestamptz,
  -- Why it was sent back or dropped.
  remark       text not null default '',
  revision     integer not null default 1,
  created_at   timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, programme_id) references programme,
  foreign key (agency_id, project_id) references project,
  foreign key (agency_id, seat_id) references seat,
  foreign key (agency_id, unit_id) references unit,
  foreign key (agency_id, owner_id) references person,
  constraint done_follow_ups_say_when check (state not in ('done', 'closed') or done_at is not null),
  constraint closed_follow_ups_say_when check ((state = 'closed') = (closed_at is not null))
);
create index follow_up_by_programme on follow_up (agency_id, programme_id, due_on);
create index follow_up_by_project on follow_up (agency_id, project_id);
create index follow_up_by_owner on follow_up (agency_id, owner_id, state);
create index follow_up_by_seat on follow_up (agency_id, seat_id);
create index follow_up_by_unit on follow_up (agency_id, unit_id);
create index follow_up_by_source on follow_up (agency_id, source_id);

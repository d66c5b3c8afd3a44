-- A bag that somebody asked for in a page: a worker makes it as a ZIP, which lies among what can be made again until it
-- is taken away by itself. A worker that has it writes its mark and says every few seconds that it is still there;
-- whoever lost the mark keeps nothing, so a bag that was cancelled is never there all the same.

create type bag_scope as enum ('project', 'programme', 'agency');
create type bag_state as enum ('waiting', 'running', 'done', 'failed', 'cancelled', 'removed');

create table bag_request (
  agency_id     uuid not null references agency,
  id            uuid not null,
  scope         bag_scope not null,
  -- Of a project also its programme, whose steward keeps it too.
  project_id    uuid,
  programme_id  uuid,
  account_id    uuid not null references account,
  person_id     uuid,
  asked_at      timestamptz not null,
  state         bag_state not null default 'waiting',
  percent       smallint not null default 0 check (percent between 0 and 100),
  -- In words, for whoever asked.
  reason        text,
  attempts      smallint not null default 0,
  -- The mark of the worker that has it, and when it was last heard of.
  run           uuid,
  heard_at      timestamptz,
  ended_at      timestamptz,
  -- The ZIP, and until when it is kept.
  objects       integer,
  sha256        text check (sha256 ~ '^[0-9a-f]{64}$'),
  size          bigint,
  kept_until    timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, project_id) references project,
  foreign key (agency_id, programme_id) references programme,
  foreign key (agency_id, person_id) references person,
  constraint scopes_say_of_what check (
    case scope
      when 'project' then project_id is not null and programme_id is not null
      when 'programme' then project_id is null and programme_id is not null
      else project_id is null and programme_id is null
    end),
  constraint failed_bags_say_why check ((state = 'failed') = (reason is not null)),
  constraint running_bags_say_who check ((state = 'running') = (run is not null and heard_at is not null)),
  constraint made_bags_are_somewhere check (
    state not in ('done', 'removed')
    or (objects is not null and sha256 is not null and size is not null and kept_until is not null)),
  constraint ended_bags_say_when check ((state in ('waiting', 'running')) = (ended_at is null))
);
create unique index one_open_bag_of_a_thing on bag_request (agency_id, coalesce(project_id, programme_id, agency_id))
  where state in ('waiting', 'running');
create index bag_request_by_time on bag_request (agency_id, asked_at desc, id desc);
create index bag_request_by_project on bag_request (agency_id, project_id);
create index bag_request_by_programme on bag_request (agency_id, programme_id);
create index bag_request_by_person on bag_request (agency_id, person_id);
create index bag_request_by_account on bag_request (account_id);

-- Projects and their action plans. A project has one life, each version of its plan another; what was agreed is frozen
-- and stays readable beside every later version.

create type project_state as enum ('preparing', 'running', 'finished', 'closed', 'stopped');
create type innovation_kind as enum ('new', 'adapted', 'extended', 'raised');

create table project (
  agency_id         uuid not null references agency,
  id                uuid not null,
  code              text not null,
  programme_id      uuid not null,
  seat_id           uuid not null,
  unit_id           uuid not null,
  state             project_state not null default 'preparing',
  title             text not null default '',
  present_condition text not null default '',
  problem           text not null default '',
  wanted_condition  text not null default '',
  is_public_service boolean not null default false,
  innovation_kind   innovation_kind,
  -- Start of implementation: the competition counts an innovation's age from it. Its proof is a file of the project.
  started_on        date,
  stopped_reason    text,
  revision          integer not null default 1,
  created_at        timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, code),
  unique (agency_id, seat_id),
  foreign key (agency_id, programme_id) references programme,
  foreign key (agency_id, seat_id) references seat,
  foreign key (agency_id, unit_id) references unit,
  constraint stopped_projects_say_why check ((state = 'stopped') = (stopped_reason is not null))
);
create index project_by_programme on project (agency_id, programme_id);
create index project_by_unit on project (agency_id, unit_id);

create table project_area (
  agency_id  uuid not null references agency,
  project_id uuid not null,
  set_code   text not null,
  area_code  text not null,
  primary key (agency_id, project_id, set_code, area_code),
  foreign key (agency_id, project_id) references project,
  foreign key (set_code, area_code) references reform_area
);
create index project_area_by_area on project_area (set_code, area_code);

create table project_target (
  agency_id   uuid not null references agency,
  project_id  uuid not null,
  set_code    text not null,
  target_code text not null,
  primary key (agency_id, project_id, set_code, target_code),
  foreign key (agency_id, project_id) references project,
  foreign key (set_code, target_code) references reform_target
);
create index project_target_by_target on project_target (set_code, target_code);

-- Who works on it beside its agent, and with which part.
create table project_member (
  agency_id  uuid not null references agency,
  id         uuid not null,
  project_id uuid not null,
  person_id  uuid not null,
  part       text not null default '',
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, project_id, person_id),
  foreign key (agency_id, project_id) references project,
  foreign key (agency_id, person_id) references person
);
create index project_member_by_person on project_member (agency_id, person_id);

create type plan_state as enum ('draft', 'submitted', 'approved', 'verified', 'agreed', 'superseded', 'returned');
create type plan_gate as enum ('approval', 'verification', 'presentation');

create table action_plan (
  agency_id     uuid not null references agency,
  id            uuid not null,
  project_id    uuid not null,
  version       integer not null check (version > 0),
  state         plan_state not null default 'draft',
  -- Why there is a version after the first.
  reason        text,
  submitted_at  timestamptz,
  approved_at   timestamptz,
  verified_at   timestamptz,
  agreed_at     timestamptz,
  superseded_at timestamptz,
  -- The last return: at which gate, when, and what is to be mended. Earlier ones are in plan_return.
  returned_gate plan_gate,
  returned_at   timestamptz,
  revision      integer not null default 1,
  created_at    timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, project_id, version),
  foreign key (agency_id, project_id) references project,
  constraint later_versions_say_why check (version = 1 or reason is not null),
  constraint states_say_since_when check (
    case state
      when 'submitted' then submitted_at is not null
      when 'approved' then approved_at is not null
      when 'verified' then verified_at is not null
      when 'agreed' then agreed_at is not null
      when 'superseded' then superseded_at is not null
      when 'returned' then returned_at is not null and returned_gate is not null
      else true
    end
  )
);
-- At most one version is open, and at most one is the baseline.
create unique index one_open_plan on action_plan (agency_id, project_id)
  where state in ('draft', 'submitted', 'approved', 'verified', 'returned');
create unique index one_agreed_plan on action_plan (agency_id, project_id) where state = 'agreed';

create table plan_return (
  agency_id   uuid not null references agency,
  id          uuid not null,
  plan_id     uuid not null,
  gate        plan_gate not null,
  note        text not null check (note <> ''),
  returned_at timestamptz not null,
  -- Who returned it, and in whose place where that was somebody else's to do.
  account_id  uuid not null references account,
  person_id   uuid,
  on_behalf_of uuid,
  primary key (agency_id, id),
  foreign key (agency_id, plan_id) references action_plan,
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, on_behalf_of) references person
);
create index plan_return_by_plan on plan_return (agency_id, plan_id);
create index plan_return_by_account on plan_return (account_id);
create index plan_return_by_person on plan_return (agency_id, person_id);
create index plan_return_by_behalf on plan_return (agency_id, on_behalf_of);

create table initiative (
  agency_id  uuid not null references agency,
  id         uuid not null,
  plan_id    uuid not null,
  -- The same in every version of the plan, so that versions can be compared.
  line_id    uuid not null,
  position   integer not null,
  title      text not null default '',
  revision   integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, plan_id, line_id),
  foreign key (agency_id, plan_id) references action_plan
);

create table activity (
  agency_id      uuid not null references agency,
  id             uuid not null,
  plan_id        uuid not null,
  initiative_id  uuid not null,
  line_id        uuid not null,
  position       integer not null,
  title          text not null default '',
  output         text not null default '',
  indicator      text not null default '',
  indicator_unit text not null default '',
  baseline       numeric,
  target         numeric,
  starts_on      date,
  ends_on        date,
  in_charge      text not null default '',
  resources      text not null default '',
  risk           text not null default '',
  revision       integer not null default 1,
  created_at     timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, plan_id, line_id),
  foreign key (agency_id, plan_id) references action_plan,
  foreign key (agency_id, initiative_id) references initiative,
  constraint activity_ends_after_it_begins check (ends_on >= starts_on)
);
create index activity_by_initiative on activity (agency_id, initiative_id, position);

-- What lists and national pages show of a project, written in the transaction of every command that changes it.
create table project_summary (
  agency_id     uuid not null references agency,
  project_id    uuid not null,
  programme_id  uuid not null,
  state         project_state not null,
  -- The stage in which the project stands, whose turn it is and since when: the rule is turnOf().
  stage         stage_kind not null,
  turn          text not null,
  since         timestamptz not null,
  plan_version  integer not null,
  plan_state    plan_state not null,
  activities    integer not null default 0,
  primary key (agency_id, project_id),
  foreign key (agency_id, project_id) references project,
  foreign key (agency_id, programme_id) references programme
);
create index project_summary_by_programme on project_summary (agency_id, programme_id, stage);

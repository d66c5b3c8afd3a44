-- Sittings and presentations: a plan that was verified is presented in a slot of a sitting, what was said is kept, and
-- what was decided either agrees the plan, asks for changes first, or sends it back.

create type presentation_decision as enum ('accepted', 'accepted_with_changes', 'again');

create table sitting (
  agency_id  uuid not null references agency,
  id         uuid not null,
  title      text not null check (title <> ''),
  held_on    date not null,
  -- On the clock of the agency's zone, as it is written on an invitation.
  begins_at  text not null check (begins_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ends_at    text not null check (ends_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  place      text not null default '',
  link       text not null default '' check (link = '' or link ~* '^https?://'),
  -- Who was present and is no person of the agency.
  guests     text not null default '',
  revision   integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  constraint sitting_ends_after_it_begins check (ends_at > begins_at),
  constraint sittings_are_somewhere check (place <> '' or link <> '')
);
create index sitting_by_day on sitting (agency_id, held_on);

create table sitting_attendee (
  agency_id  uuid not null references agency,
  sitting_id uuid not null,
  person_id  uuid not null,
  primary key (agency_id, sitting_id, person_id),
  foreign key (agency_id, sitting_id) references sitting,
  foreign key (agency_id, person_id) references person
);
create index sitting_attendee_by_person on sitting_attendee (agency_id, person_id);

create table presentation (
  agency_id  uuid not null references agency,
  id         uuid not null,
  project_id uuid not null,
  -- The version that is presented. One that is sent back is presented again, as another presentation.
  plan_id    uuid not null,
  -- Its slot; none where something small was decided without a sitting, and then why.
  sitting_id uuid,
  position   integer,
  minutes    integer check (minutes between 5 and 480),
  reason     text check (reason <> ''),
  decision   presentation_decision,
  note       text not null default '',
  decided_at timestamptz,
  revision   integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, project_id) references project,
  foreign key (agency_id, plan_id) references action_plan,
  foreign key (agency_id, sitting_id) references sitting,
  constraint slots_have_their_place_and_length check (
    (sitting_id is null) = (position is null) and (sitting_id is null) = (minutes is null)
  ),
  constraint decisions_without_a_sitting_say_why check ((sitting_id is null) = (reason is not null)),
  constraint what_has_no_slot_is_decided check (sitting_id is not null or decision is not null),
  constraint decisions_say_when check ((decision is null) = (decided_at is null)),
  constraint repeats_say_what_is_missing check (decision is distinct from 'again' or note <> '')
);
create index presentation_by_project on presentation (agency_id, project_id);
create index presentation_by_plan on presentation (agency_id, plan_id);
create index presentation_by_sitting on presentation (agency_id, sitting_id, position);
-- A plan waits for one presentation at a time.
create unique index one_open_presentation on presentation (agency_id, project_id) where decision is null;

create table feedback (
  agency_id       uuid not null references agency,
  id              uuid not null,
  presentation_id uuid not null,
  -- Who said it: a person of the agency, or a guest by name.
  person_id       uuid,
  guest           text not null default '',
  words           text not null check (words <> ''),
  created_at      timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, presentation_id) references presentation,
  foreign key (agency_id, person_id) references person,
  constraint somebody_said_it check ((person_id is null) = (guest <> ''))
);
create index feedback_by_presentation on feedback (agency_id, presentation_id, created_at);
create index feedback_by_person on feedback (agency_id, person_id);

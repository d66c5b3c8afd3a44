-- Finishing: an agent declares a project finished, with the final value of every activity and words for before and
-- after; the head confirms it or sends it back. Every declaration stays as it was made, so that one that was sent back
-- can be read beside what followed. Pictures of before and after are files of the project.

create table finish (
  agency_id    uuid not null references agency,
  id           uuid not null,
  project_id   uuid not null,
  -- The plan version whose activities the final values are of.
  plan_id      uuid not null,
  before_words text not null check (before_words <> ''),
  after_words  text not null check (after_words <> ''),
  finished_at  timestamptz not null,
  sent_back_at timestamptz,
  -- Why it was sent back.
  note         text not null default '',
  confirmed_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, project_id) references project,
  foreign key (agency_id, plan_id) references action_plan,
  constraint finishes_have_one_answer check (sent_back_at is null or confirmed_at is null),
  constraint finishes_sent_back_say_why check ((sent_back_at is null) = (note = ''))
);
create index finish_by_project on finish (agency_id, project_id, finished_at);
create index finish_by_plan on finish (agency_id, plan_id);
create unique index one_finish_in_force on finish (agency_id, project_id) where sent_back_at is null;

create table final_value (
  agency_id uuid not null references agency,
  finish_id uuid not null,
  plan_id   uuid not null,
  -- The activity, by what is the same of it in every version of the plan.
  line_id   uuid not null,
  value     numeric not null,
  primary key (agency_id, finish_id, line_id),
  foreign key (agency_id, finish_id) references finish,
  foreign key (agency_id, plan_id, line_id) references activity (agency_id, plan_id, line_id)
);
create index final_value_by_activity on final_value (agency_id, plan_id, line_id);

-- Assessments: judges mark projects by a rubric, blind to each other. The ranking is never stored: it is computed from
-- the marks whenever it is read. What people decided is stored: who stays out and why, who goes first of those that
-- stay equal, and which project was chosen.

create type assessment_state as enum ('preparing', 'open', 'decided', 'closed');
create type recusal_cause as enum ('agent', 'head', 'member', 'unit', 'declared');

create table assessment (
  agency_id     uuid not null references agency,
  id            uuid not null,
  programme_id  uuid not null,
  title         text not null check (title <> ''),
  state         assessment_state not null default 'preparing',
  opened_at     timestamptz,
  -- Why it was closed without a choice.
  closed_reason text not null default '',
  revision      integer not null default 1,
  created_at    timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, programme_id) references programme,
  constraint open_assessments_say_since_when check (state not in ('open', 'decided') or opened_at is not null),
  constraint closed_assessments_say_why check ((state = 'closed') = (closed_reason <> ''))
);
create index assessment_by_programme on assessment (agency_id, programme_id);

create table criterion (
  agency_id     uuid not null references agency,
  id            uuid not null,
  assessment_id uuid not null,
  position      integer not null,
  name          text not null check (name <> ''),
  description   text not null default '',
  -- Percent of the whole; null while it is unknown, and then the rubric cannot rank.
  weight        numeric(5, 2) check (weight > 0 and weight <= 100),
  min_mark      numeric(6, 2) not null,
  max_mark      numeric(6, 2) not null,
  -- Which place it takes among the criteria that part equal projects; null where it parts none.
  tie_order     integer check (tie_order > 0),
  primary key (agency_id, id),
  unique (agency_id, assessment_id, position),
  foreign key (agency_id, assessment_id) references assessment,
  constraint marks_have_a_range check (min_mark >= 0 and min_mark < max_mark),
  constraint one_criterion_a_place_among_ties unique (agency_id, assessment_id, tie_order)
);

create table assessed_project (
  agency_id     uuid not null references agency,
  assessment_id uuid not null,
  project_id    uuid not null,
  primary key (agency_id, assessment_id, project_id),
  foreign key (agency_id, assessment_id) references assessment,
  foreign key (agency_id, project_id) references project
);
create index assessed_project_by_project on assessed_project (agency_id, project_id);

-- The choice of the best: one project, with its reason, and why it is not the first of the ranking where it is not.
create table assessment_choice (
  agency_id     uuid not null references agency,
  assessment_id uuid not null,
  project_id    uuid not null,
  reason        text not null check (reason <> ''),
  departure     text not null default '',
  decided_at    timestamptz not null,
  primary key (agency_id, assessment_id),
  foreign key (agency_id, assessment_id, project_id) references assessed_project (agency_id, assessment_id, project_id)
);
create index assessment_choice_by_project on assessment_choice (agency_id, assessment_id, project_id);

create table scoresheet (
  agency_id     uuid not null references agency,
  id            uuid not null,
  assessment_id uuid not null,
  project_id    uuid not null,
  judge_id      uuid not null,
  -- When the judge declared that there is no conflict of interest; before that there is no sheet.
  declared_at   timestamptz not null,
  note          text not null default '',
  -- From then on it is locked.
  submitted_at  timestamptz,
  revision      integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, assessment_id, project_id) references assessed_project (agency_id, assessment_id, project_id),
  foreign key (agency_id, judge_id) references person,
  constraint one_sheet_a_judge_and_project unique (agency_id, assessment_id, project_id, judge_id)
);
create index scoresheet_by_judge on scoresheet (agency_id, judge_id);

create table mark (
  agency_id     uuid not null references agency,
  scoresheet_id uuid not null,
  criterion_id  uuid not null,
  mark          numeric(6, 2) not null check (mark >= 0),
  primary key (agency_id, scoresheet_id, criterion_id),
  foreign key (agency_id, scoresheet_id) references scoresheet,
  foreign key (agency_id, criterion_id) references criterion
);
create index mark_by_criterion on mark (agency_id, criterion_id);

-- A judge who does not mark a project. It has neither sheet nor marks.
create table recusal (
  agency_id     uuid not null references agency,
  assessment_id uuid not null,
  project_id    uuid not null,
  judge_id      uuid not null,
  cause         recusal_cause not null,
  -- What the judge declared, in words.
  note          text not null default '',
  recused_at    timestamptz not null,
  primary key (agency_id, assessment_id, project_id, judge_id),
  foreign key (agency_id, assessment_id, project_id) references assessed_project (agency_id, assessment_id, project_id),
  foreign key (agency_id, judge_id) references person
);
create index recusal_by_judge on recusal (agency_id, judge_id);

-- Of projects that the marks leave equal, the panel says which goes first, and why.
create table tie_ruling (
  agency_id     uuid not null references agency,
  assessment_id uuid not null,
  project_id    uuid not null,
  position      integer not null,
  reason        text not null check (reason <> ''),
  ruled_at      timestamptz not null,
  primary key (agency_id, assessment_id, project_id),
  unique (agency_id, assessment_id, position),
  foreign key (agency_id, assessment_id, project_id) references assessed_project (agency_id, assessment_id, project_id)
);

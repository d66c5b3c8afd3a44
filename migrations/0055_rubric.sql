-- Rubrics as versioned data. An assessment holds its own copy of the criteria, which freezes when it is opened; the
-- rubric as it was then is kept as a version of its name, so that later assessments can begin from it. A version that
-- was used never changes: other criteria under the same name are the next number.

create table rubric (
  agency_id  uuid not null references agency,
  id         uuid not null,
  name       text not null check (name <> ''),
  number     integer not null check (number > 0),
  criteria   jsonb not null constraint criteria_are_a_list check (jsonb_typeof(criteria) = 'array'),
  first_used_at timestamptz not null,
  primary key (agency_id, id),
  constraint one_version_a_number unique (agency_id, name, number)
);

alter table assessment
  add column rubric_name text not null default 'Rubrik penilaian' check (rubric_name <> ''),
  -- Which version it was opened with; null before that.
  add column rubric_id   uuid,
  add foreign key (agency_id, rubric_id) references rubric;
create index assessment_by_rubric on assessment (agency_id, rubric_id);

alter table criterion
  -- What marks from a value on mean, the highest first: [{"from": "85", "words": "…"}].
  add column levels        jsonb not null default '[]' constraint levels_are_a_list check (jsonb_typeof(levels) = 'array'),
  -- Below the one and above the other a judge says why; null where that is not asked.
  add column comment_below numeric(6, 2),
  add column comment_above numeric(6, 2);

alter table mark add column comment text not null default '';

-- Whether everybody of the agency may read what was chosen: a decision of its own, and not every choice is announced.
alter table assessment
  add column announced_at timestamptz,
  add constraint only_what_was_decided_is_announced check (announced_at is null or state = 'decided');

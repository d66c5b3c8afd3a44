-- What changes on a panel after its marks could be seen, and a choice that is taken back. Whoever has a conflict of
-- interest never judges, however late it comes to light; but whoever reads the order then must read that it was changed
-- by somebody who knew the marks, and what it was before.

create type late_kind as enum ('kept-out', 'replaced', 'released');

create table late_change (
  agency_id     uuid not null references agency,
  id            uuid not null,
  assessment_id uuid not null,
  kind          late_kind not null,
  -- Who no longer judges; and who does instead.
  judge_id      uuid not null,
  successor_id  uuid,
  -- From which project somebody is kept out; null where it is about the whole panel.
  project_id    uuid,
  reason        text not null check (reason <> ''),
  changed_at    timestamptz not null,
  account_id    uuid not null references account,
  person_id     uuid,
  -- How every project stood before: [{"projectId": "…", "place": 1, "value": "82.333333", "mean": "82.333333"}];
  -- empty where some marks were covered again by an earlier such change.
  before        jsonb not null constraint what_stood_before_is_a_list check (jsonb_typeof(before) = 'array'),
  primary key (agency_id, id),
  foreign key (agency_id, assessment_id) references assessment,
  foreign key (agency_id, assessment_id, project_id) references assessed_project (agency_id, assessment_id, project_id),
  foreign key (agency_id, judge_id) references person,
  foreign key (agency_id, successor_id) references person,
  foreign key (agency_id, person_id) references person,
  constraint a_kept_out_judge_is_kept_from_a_project check ((kind = 'kept-out') = (project_id is not null)),
  constraint a_replaced_judge_has_a_successor check ((kind = 'replaced') = (successor_id is not null))
);
create index late_change_by_project on late_change (agency_id, assessment_id, project_id);
create index late_change_by_judge on late_change (agency_id, judge_id);
create index late_change_by_successor on late_change (agency_id, successor_id);
create index late_change_by_person on late_change (agency_id, person_id);
create index late_change_by_account on late_change (account_id);

-- A choice that was taken back, as it was said then, and why it was.
create table withdrawn_choice (
  agency_id     uuid not null references agency,
  id            uuid not null,
  assessment_id uuid not null,
  project_id    uuid not null,
  reason        text not null check (reason <> ''),
  departure     text not null,
  decided_at    timestamptz not null,
  because       text not null check (because <> ''),
  withdrawn_at  timestamptz not null,
  account_id    uuid not null references account,
  person_id     uuid,
  primary key (agency_id, id),
  foreign key (agency_id, assessment_id, project_id) references assessed_project (agency_id, assessment_id, project_id),
  foreign key (agency_id, person_id) references person
);
create index withdrawn_choice_by_project on withdrawn_choice (agency_id, assessment_id, project_id);
create index withdrawn_choice_by_person on withdrawn_choice (agency_id, person_id);
create index withdrawn_choice_by_account on withdrawn_choice (account_id);

-- Whether the chosen project can enter the national competition, in words as it was known when it was chosen, and why
-- it was chosen where it cannot.
alter table assessment_choice
  add column eligibility text not null default '',
  add column despite     text not null default '';

-- What the panel said of equals lapses when one of its judges is kept out of the project afterwards: it says it anew.
alter table tie_ruling drop constraint tie_ruling_pkey;
alter table tie_ruling drop constraint tie_ruling_agency_id_assessment_id_position_key;
alter table tie_ruling add primary key (agency_id, assessment_id, position);
create index tie_ruling_by_project on tie_ruling (agency_id, assessment_id, project_id);

-- From marks to a choice: what the panel agreed on after it spoke about a project, what a judge's sheet held before,
-- and which judge is asked for which project where not everybody marks everything.

-- The value on which the panel agreed, beside the mean of the marks, which stays as it is. It is only added to: the
-- last one counts, and those before it show how the panel came there.
create table final_mark (
  agency_id     uuid not null references agency,
  id            uuid not null,
  assessment_id uuid not null,
  project_id    uuid not null,
  value         numeric(6, 2) not null check (value >= 0),
  reason        text not null check (reason <> ''),
  agreed_at     timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, assessment_id, project_id) references assessed_project (agency_id, assessment_id, project_id)
);
create index final_mark_by_project on final_mark (agency_id, assessment_id, project_id);

-- What a judge's sheet held each time that it was saved with other marks or words: its judge sees how it came about.
create table sheet_version (
  agency_id     uuid not null references agency,
  scoresheet_id uuid not null,
  revision      integer not null,
  -- {"<criterion>": {"mark": "82.5", "comment": "…"}}
  marks         jsonb not null constraint marks_are_an_object check (jsonb_typeof(marks) = 'object'),
  note          text not null,
  saved_at      timestamptz not null,
  primary key (agency_id, scoresheet_id, revision),
  foreign key (agency_id, scoresheet_id) references scoresheet
);

alter type recusal_cause add value 'found';

-- How many judges mark each project; null where every judge marks every project, which is the usual way.
alter table assessment add column per_project integer check (per_project >= 3);

-- Where not everybody marks everything: who is asked for which sheet, settled when the assessment is opened.
create table assigned_sheet (
  agency_id     uuid not null references agency,
  assessment_id uuid not null,
  project_id    uuid not null,
  judge_id      uuid not null,
  primary key (agency_id, assessment_id, project_id, judge_id),
  foreign key (agency_id, assessment_id, project_id) references assessed_project (agency_id, assessment_id, project_id),
  foreign key (agency_id, judge_id) references person
);
create index assigned_sheet_by_judge on assigned_sheet (agency_id, judge_id);

-- In which reform areas a judge is at home: they are given its projects first.
create table judge_field (
  agency_id     uuid not null references agency,
  assessment_id uuid not null,
  judge_id      uuid not null,
  set_code      text not null,
  area_code     text not null,
  primary key (agency_id, assessment_id, judge_id, set_code, area_code),
  foreign key (agency_id, assessment_id) references assessment,
  foreign key (agency_id, judge_id) references person,
  foreign key (set_code, area_code) references reform_area
);
create index judge_field_by_judge on judge_field (agency_id, judge_id);
create index judge_field_by_area on judge_field (set_code, area_code);

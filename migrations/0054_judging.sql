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

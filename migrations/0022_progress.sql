-- Progress: what is reported of each activity of an agreed plan, and the evidence that proves it. A report is never
-- overwritten: each is a row, and the latest of an activity counts.

create type progress_state as enum ('reported', 'verified', 'returned');
create type evidence_state as enum ('submitted', 'verified', 'returned', 'withdrawn');

create table progress_report (
  agency_id   uuid not null references agency,
  id          uuid not null,
  project_id  uuid not null,
  -- The activity by its line, which is the same in every version of the plan: there is no one row to refer to.
  line_id     uuid not null,
  percent     smallint not null,
  -- The indicator so far, in the activity's own unit.
  value       numeric,
  note        text not null check (note <> ''),
  obstacle    text not null default '',
  solution    text not null default '',
  state       progress_state not null default 'reported',
  reported_at timestamptz not null,
  account_id  uuid not null references account,
  person_id   uuid,
  on_behalf_of uuid,
  -- When it was last verified or sent back, by whom, and why it was sent back.
  decided_at  timestamptz,
  decided_by  uuid references account,
  remark      text not null default '',
  created_at  timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, project_id) references project,
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, on_behalf_of) references person,
  constraint percentages_are_of_a_hundred check (percent between 0 and 100),
  constraint decided_reports_say_when_and_by_whom check (
    (state = 'reported') = (decided_at is null) and (decided_at is null) = (decided_by is null)
  ),
  constraint returned_reports_say_why check (state <> 'returned' or remark <> '')
);
create index progress_report_by_line on progress_report (agency_id, project_id, line_id, reported_at desc, id desc);
create index progress_report_by_account on progress_report (account_id);
create index progress_report_by_person on progress_report (agency_id, person_id);
create index progress_report_by_behalf on progress_report (agency_id, on_behalf_of);
create index progress_report_by_decider on progress_report (decided_by);

create table evidence (
  agency_id  uuid not null references agency,
  -- Of a file: the id of the file as well.
  id         uuid not null,
  project_id uuid not null,
  -- The activity that it proves, by its line.
  line_id    uuid not null,
  -- The report with which it came.
  report_id  uuid not null,
  -- The name of the file, which stays when a withdrawn file is gone; or the address itself.
  name       text not null check (name <> ''),
  link       text,
  -- The day of what it proves: of the meeting whose minutes they are, not of the upload.
  proves_on  date not null,
  state      evidence_state not null default 'submitted',
  added_at   timestamptz not null,
  account_id uuid not null references account,
  person_id  uuid,
  decided_at timestamptz,
  decided_by uuid references account,
  remark     text not null default '',
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, project_id) references project,
  foreign key (agency_id, report_id) references progress_report,
  foreign key (agency_id, person_id) references person,
  constraint links_lead_to_the_web check (link ~* '^https?://'),
  constraint decided_evidence_says_when_and_by_whom check (
    (state = 'submitted') = (decided_at is null) and (decided_at is null) = (decided_by is null)
  ),
  constraint returned_evidence_says_why check (state <> 'returned' or remark <> '')
);
create index evidence_by_project on evidence (agency_id, project_id, line_id);
create index evidence_by_report on evidence (agency_id, report_id);
create index evidence_by_account on evidence (account_id);
create index evidence_by_person on evidence (agency_id, person_id);
create index evidence_by_decider on evidence (decided_by);

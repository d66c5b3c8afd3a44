-- Evidence by itself, and for more than one activity. One proof often serves several activities: which ones stands in a
-- table of its own, so that an activity has its proof wherever it was brought. Evidence may also come without a report.

create table evidence_line (
  agency_id   uuid not null references agency,
  evidence_id uuid not null,
  -- The activity that it proves, by its line, which is the same in every version of the plan.
  line_id     uuid not null,
  primary key (agency_id, evidence_id, line_id),
  foreign key (agency_id, evidence_id) references evidence
);
create index evidence_line_by_line on evidence_line (agency_id, line_id);

insert into evidence_line (agency_id, evidence_id, line_id) select agency_id, id, line_id from evidence;

drop index evidence_by_project;
alter table evidence drop column line_id;
alter table evidence alter column report_id drop not null;
create index evidence_by_project on evidence (agency_id, project_id, added_at);

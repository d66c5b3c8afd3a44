-- National pages count tens of thousands of projects at once. What they count of each stands in its summary row, written
-- in the transaction of every command that changes it, and in one index, so that no page visits the projects themselves.

alter table project_summary
  add column area_codes text[] not null default '{}',
  add column target_codes text[] not null default '{}',
  -- Whether the document that proves the change's integration was verified.
  add column integrated boolean not null default false;

update project_summary set
  area_codes = array(
    select area_code from project_area
    where project_area.agency_id = project_summary.agency_id and project_area.project_id = project_summary.project_id
    order by 1),
  target_codes = array(
    select target_code from project_target
    where project_target.agency_id = project_summary.agency_id
      and project_target.project_id = project_summary.project_id
    order by 1),
  integrated = exists (
    select from integration
    where integration.agency_id = project_summary.agency_id and integration.project_id = project_summary.project_id
      and verified_at is not null);

drop index project_summary_by_programme;
create index project_summary_by_programme on project_summary (agency_id, programme_id, stage, state, integrated)
  include (area_codes, target_codes);

-- Who is an agent of an agency on a day.
create index appointment_in_force on appointment (agency_id, until_on, from_on) include (person_id);

-- What a project does is found as well: its initiatives and activities, of the version that was agreed for the office,
-- and of the version that the public page shows for everybody. An agreed version is never written again
-- (`project/action-plan.ts`), so that an entry follows the plan's state and the publication, and no row of the matrix.

-- What the public page shows of a plan (`gallery/shown-plan-store.ts`): no persons, resources and risks.
create function plan_words(of_agency uuid, of_project uuid, of_version integer) returns text language sql stable as $$
  select string_agg(
    concat_ws('. ', nullif(initiative.title, ''), (
      select string_agg(concat_ws(', ', nullif(activity.title, ''), nullif(activity.output, ''),
        nullif(activity.indicator, ''), nullif(activity.indicator_unit, '')), '. ' order by activity.position)
      from activity where activity.agency_id = of_agency and activity.initiative_id = initiative.id)),
    '. ' order by initiative.position)
  from action_plan
  join initiative on initiative.agency_id = of_agency and initiative.plan_id = action_plan.id
  where action_plan.agency_id = of_agency and action_plan.project_id = of_project and action_plan.version = of_version;
$$;

create or replace function search_project(of_agency uuid, of_project uuid) returns void language plpgsql as $$
declare
  one     record;
  finishing record;
  agents  text;
  agreed  integer;
  is_shown boolean;
begin
  select project.*, unit.name as unit_name, agency.name as agency_name, publication.published_at,
    publication.plan_version, person.name as agreed_name
  into one
  from project
  join agency on agency.id = project.agency_id
  join unit on unit.agency_id = project.agency_id and unit.id = project.unit_id
  left join publication on publication.agency_id = project.agency_id and publication.project_id = project.id
  left join person on person.agency_id = publication.agency_id and person.id = publication.agreed_by_id
  where project.agency_id = of_agency and project.id = of_project;
  if one.id is null then return; end if;
  is_shown := one.published_at is not null and one.state in ('running', 'finished', 'closed');
  select before_words, after_words, coalesce(confirmed_at <= one.published_at and one.state = 'closed', false) as is_shown
  into finishing
  from finish where agency_id = of_agency and project_id = of_project and sent_back_at is null;
  select string_agg(person.name, ' ') into agents
  from appointment
  join person on person.agency_id = appointment.agency_id and person.id = appointment.person_id
  where appointment.agency_id = of_agency and appointment.seat_id = one.seat_id;
  select version into agreed
  from action_plan where agency_id = of_agency and project_id = of_project and state = 'agreed';
  perform search_put(of_agency, 'project', of_project, false, of_project,
    case when is_shown then 'public'::search_access else 'team' end, one.created_at, one.title, one.title,
    concat_ws(' ', one.code, one.unit_name, agents),
    concat_ws(' ', one.present_condition, one.problem, one.wanted_condition),
    concat_ws(' ', finishing.before_words, finishing.after_words, plan_words(of_agency, of_project, agreed)));
  if is_shown then
    perform search_put(of_agency, 'project', of_project, true, of_project, 'public', one.published_at, one.title,
      one.title, concat_ws(' ', one.code, one.unit_name, one.agency_name, one.agreed_name),
      concat_ws(' ', one.present_condition, one.problem, one.wanted_condition),
      concat_ws(' ', case when finishing.is_shown then concat_ws(' ', finishing.before_words, finishing.after_words) end,
        plan_words(of_agency, of_project, one.plan_version)));
  else
    perform search_drop(of_agency, 'project', of_project, true);
  end if;
end
$$;

-- A plan made while there were no entries yet would read them all, each time, when there are a hundred thousand: making
-- everything anew took hours.
alter function search_drop(uuid, search_kind, uuid, boolean) set enable_seqscan = off;

create function follow_plan_in_search() returns trigger language plpgsql as $$
begin
  perform search_project(new.agency_id, new.project_id);
  return null;
end
$$;
-- When the transaction ends: a plan that is brought in agreed, from a bag, comes before its rows.
create constraint trigger follow_in_search after insert or update of state on action_plan
  deferrable initially deferred for each row
  when (new.state in ('agreed', 'superseded')) execute function follow_plan_in_search();

select search_project(agency_id, project_id)
from (select distinct action_plan.agency_id, action_plan.project_id
  from action_plan
  join initiative on initiative.agency_id = action_plan.agency_id and initiative.plan_id = action_plan.id) as planned;

-- The newest of a kind, where one is chosen: without it the entries of all kinds were read for them.
create index search_entry_by_kind on search_entry (agency_id, kind, at desc, thing_id) where not is_public;

-- What was chosen beside the words is now asked in words that PostgreSQL can estimate.
drop function search_holds(boolean);

analyze search_entry;

-- Open data says how it stands by what a job noted: nothing is written, and no row looked through, when somebody asks.
delete from open_data;
alter table open_data add column count integer not null;

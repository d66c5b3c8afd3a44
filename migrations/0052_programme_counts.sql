-- National pages show some numbers of each programme, and counted tens of thousands of projects for them. Now each
-- programme keeps its own: how many projects stand where, and how many serve each area and target. A trigger follows
-- every change of a summary in its transaction, when that ends: whatever a command does, the same locks are taken last,
-- and are held for no longer than it takes to write them. `count_programmes_anew()` makes all of them from the
-- summaries; a test holds what the trigger left to what it makes.

create table programme_standing (
  agency_id    uuid not null,
  programme_id uuid not null,
  stage        stage_kind not null,
  state        project_state not null,
  projects     integer not null,
  -- Those whose change is part of the management system, by a document that was verified.
  integrated   integer not null,
  primary key (agency_id, programme_id, stage, state),
  foreign key (agency_id, programme_id) references programme on delete cascade
);

create type aim_kind as enum ('area', 'target');
create table programme_aim (
  agency_id    uuid not null,
  programme_id uuid not null,
  kind         aim_kind not null,
  code         text not null,
  projects     integer not null,
  primary key (agency_id, programme_id, kind, code),
  foreign key (agency_id, programme_id) references programme on delete cascade
);

create function follow_in_programme() returns trigger language plpgsql as $$
begin
  -- What was is taken away, and what is, added; whatever stays as it was is not touched. Always in one order, so that
  -- two transactions that end together do not wait for each other. A programme that went with its projects counts none.
  insert into programme_standing as kept
  select changed.agency_id, changed.programme_id, changed.stage, changed.state, sum(one), sum(one * integrated::int)
  from (values
    (old.agency_id, old.programme_id, old.stage, old.state, old.integrated, -1),
    (new.agency_id, new.programme_id, new.stage, new.state, new.integrated, 1)
  ) as changed (agency_id, programme_id, stage, state, integrated, one)
  where exists (select from programme where agency_id = changed.agency_id and id = changed.programme_id)
  group by 1, 2, 3, 4
  having sum(one) <> 0 or sum(one * integrated::int) <> 0
  order by 1, 2, 3, 4
  on conflict (agency_id, programme_id, stage, state) do update
  set projects = kept.projects + excluded.projects, integrated = kept.integrated + excluded.integrated;

  insert into programme_aim as kept
  select changed.agency_id, changed.programme_id, changed.kind, code, sum(one)
  from (values
    (old.agency_id, old.programme_id, 'area'::aim_kind, old.area_codes, -1),
    (old.agency_id, old.programme_id, 'target', old.target_codes, -1),
    (new.agency_id, new.programme_id, 'area', new.area_codes, 1),
    (new.agency_id, new.programme_id, 'target', new.target_codes, 1)
  ) as changed (agency_id, programme_id, kind, codes, one)
  cross join lateral (select distinct code from unnest(codes) as code) as served
  where exists (select from programme where agency_id = changed.agency_id and id = changed.programme_id)
  group by 1, 2, 3, 4
  having sum(one) <> 0
  order by 1, 2, 3, 4
  on conflict (agency_id, programme_id, kind, code) do update
  set projects = kept.projects + excluded.projects;
  return null;
end
$$;

create constraint trigger follow_in_programme
  after insert or delete or update of programme_id, stage, state, integrated, area_codes, target_codes
  on project_summary deferrable initially deferred for each row execute function follow_in_programme();

create function count_programmes_anew() returns void language sql begin atomic
  delete from programme_standing;
  delete from programme_aim;
  insert into programme_standing
  select agency_id, programme_id, stage, state, count(*), count(*) filter (where integrated)
  from project_summary group by 1, 2, 3, 4;
  insert into programme_aim
  select agency_id, programme_id, kind, code, count(*)
  from project_summary
  cross join lateral (
    select distinct 'area'::aim_kind as kind, code from unnest(area_codes) as code
    union all
    select distinct 'target'::aim_kind, code from unnest(target_codes) as code
  ) as served
  group by 1, 2, 3, 4;
end;
select count_programmes_anew();

-- A programme belongs to one agency, a report to one project of it, and so on; PostgreSQL does not know that by itself.
-- It took the rows of an agency's programme for one row, and looked up each of fifty by itself where reading them at once
-- costs half.
create statistics project_of_programme (dependencies, ndistinct) on agency_id, programme_id from project;
create statistics summary_of_programme (dependencies, ndistinct) on agency_id, programme_id from project_summary;
create statistics seat_of_programme (dependencies, ndistinct) on agency_id, programme_id from seat;
create statistics appointment_of_seat (dependencies, ndistinct) on agency_id, seat_id from appointment;
create statistics plan_of_project (dependencies, ndistinct) on agency_id, project_id from action_plan;
create statistics activity_of_plan (dependencies, ndistinct) on agency_id, plan_id from activity;
create statistics report_of_project (dependencies, ndistinct) on agency_id, project_id from progress_report;

-- Whether the latest report of a line was looked at is read from the index alone.
drop index progress_report_by_line;
create index progress_report_by_line on progress_report (agency_id, project_id, line_id, reported_at desc, id desc)
  include (state);

analyze project, project_summary, seat, appointment, action_plan, activity, progress_report, programme_standing,
  programme_aim;

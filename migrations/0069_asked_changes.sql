-- A plan that was accepted with changes is its agent's to carry on first, and then whoever agrees it: a project said that
-- it was the secretariat's turn throughout.

alter table action_plan
  -- Since when the changes with which it was accepted are asked for, and since when none of them is left to be done.
  add column changes_asked_at timestamptz,
  add column changes_done_at  timestamptz,
  add constraint changes_are_asked_of_verified_plans
    check (changes_asked_at is null or state in ('verified', 'agreed', 'superseded')),
  add constraint done_changes_were_asked_for check (changes_done_at is null or changes_asked_at is not null);

alter table project_summary
  -- Whether the plan waits for nothing but to be agreed.
  add column changes_done boolean not null default false;

with asked as (
  select presentation.agency_id, presentation.plan_id, max(presentation.decided_at) as asked_at,
    bool_or(follow_up.state = 'open') is not true as is_done,
    coalesce(max(follow_up.done_at), max(presentation.decided_at)) as done_at
  from presentation
  join action_plan on action_plan.agency_id = presentation.agency_id and action_plan.id = presentation.plan_id
  left join follow_up
    on follow_up.agency_id = presentation.agency_id and follow_up.source_id = presentation.id
  where action_plan.state = 'verified' and presentation.decision = 'accepted_with_changes'
    and presentation.decided_at >= action_plan.verified_at
  group by 1, 2
)
update action_plan
set changes_asked_at = asked.asked_at, changes_done_at = case when asked.is_done then asked.done_at end
from asked
where action_plan.agency_id = asked.agency_id and action_plan.id = asked.plan_id;

update project_summary
set turn = case when changes_done_at is null then 'agent' else 'secretariat' end,
  since = coalesce(changes_done_at, changes_asked_at),
  changes_done = changes_done_at is not null
from action_plan
where action_plan.agency_id = project_summary.agency_id and action_plan.project_id = project_summary.project_id
  and action_plan.changes_asked_at is not null and action_plan.state = 'verified'
  and project_summary.state not in ('stopped', 'closed');

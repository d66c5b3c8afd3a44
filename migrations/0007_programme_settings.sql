-- What a programme settles for itself where the sources are silent, and why facts about a person were corrected.

alter table programme add column agent_count text not null default 'last-day'
  constraint programme_counts_agents_one_way check (agent_count in ('last-day', 'any-time'));

-- Koreksi: the typed reason for a correction. The journal, which holds no typed text, names it by its id.
create table correction (
  agency_id  uuid not null references agency,
  id         uuid not null,
  person_id  uuid not null,
  -- The facts that were corrected; what they were before is not kept.
  fields     text[] not null check (fields <> '{}'),
  reason     text not null check (reason <> ''),
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person
);
create index correction_by_person on correction (agency_id, person_id);

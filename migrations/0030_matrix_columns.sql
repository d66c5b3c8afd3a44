-- The matrix holds what offices' own tables hold: who takes part, how a risk is met, which areas a row serves. Which
-- columns a programme shows, and what it calls them, is its own template; no regulation fixes them.

alter table activity
  add column parties    text not null default '',
  add column mitigation text not null default '',
  -- Areas of the project's own set: reform_area, checked by the command that writes them.
  add column area_codes text[] not null default '{}',
  -- What stands in the programme's own columns, by the key of the column.
  add column more       jsonb not null default '{}' constraint own_columns_are_an_object check (jsonb_typeof(more) = 'object');

create table matrix_template (
  agency_id    uuid not null references agency,
  programme_id uuid not null,
  -- In their order: [{"key", "label", "isShown"}]. What is not named stands behind, as it is by default.
  columns      jsonb not null constraint columns_are_a_list check (jsonb_typeof(columns) = 'array'),
  revision     integer not null default 1,
  created_at   timestamptz not null default now(),
  primary key (agency_id, programme_id),
  foreign key (agency_id, programme_id) references programme
);

-- A matrix that several people write at once, cell by cell.

-- Grows with every change to the matrix of a plan: an open grid asks by it whether there is anything new.
alter table action_plan add column matrix_revision integer not null default 1;

-- Where somebody stands in an open grid. A row lives for seconds: nothing is lost when all of them are.
create unlogged table grid_place (
  agency_id    uuid not null references agency,
  plan_id      uuid not null,
  account_id   uuid not null references account,
  -- As the others read it; it goes with the row.
  name         text not null,
  -- The row and column of the cell; null while no cell is chosen. Rows come and go, so none is referenced.
  activity_id  uuid,
  column_key   text,
  seen_at      timestamptz not null,
  primary key (agency_id, plan_id, account_id),
  foreign key (agency_id, plan_id) references action_plan,
  constraint a_cell_has_row_and_column check (num_nulls(activity_id, column_key) in (0, 2))
);
create index grid_place_by_account on grid_place (account_id);

-- A step that finds no room on the server's disk is not at its end: it waits, says why, and is begun again by itself.
alter table processing
  drop constraint failed_steps_say_why,
  add constraint failed_steps_say_why check (state <> 'failed' or reason is not null),
  add constraint reasons_are_of_failing_or_waiting check (reason is null or state in ('failed', 'waiting'));

-- A choice that was taken back keeps all that was said with it: whether the project could enter the national
-- competition, and why it was chosen where it could not.
alter table withdrawn_choice
  add column eligibility text not null default '',
  add column despite     text not null default '';

-- Who may reach a recording is said of each one: everybody, the agency, or the people of its project. Until now films
-- were shown with their published project and everything else to the agency; that stays so for what is there. An
-- embargo keeps a public one within the agency until a day.

create type recording_access as enum ('public', 'agency', 'team');

alter table recording
  add column access recording_access not null default 'agency',
  -- The first day, in the agency's zone, on which the public may see it.
  add column embargo_until date;
update recording set access = 'public' where kind = 'film';
alter table recording alter column access drop default;

-- What was said about a follow-up each time (done, sent back, corrected, dropped), so that nothing of it is lost when it
-- is said anew; where one came from in words; whom its delay was told; and whether a project may end with open ones.

create type follow_up_note_kind as enum ('finish', 'reopen', 'change', 'drop');

-- Catatan tindak lanjut. The files with which its owner proves that it is done belong to the note that says so.
create table follow_up_note (
  agency_id    uuid not null references agency,
  id           uuid not null,
  follow_up_id uuid not null,
  kind         follow_up_note_kind not null,
  words        text not null check (words <> ''),
  noted_at     timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, follow_up_id) references follow_up
);
create index follow_up_note_by_follow_up on follow_up_note (agency_id, follow_up_id);

insert into follow_up_note (agency_id, id, follow_up_id, kind, words, noted_at)
select agency_id, uuidv7(), id, 'finish', outcome, done_at
from follow_up where outcome <> '' and done_at is not null;

-- "rapat 12 Maret"; empty where the source says enough.
alter table follow_up add column origin text not null default '';

-- How many of those who hear of a delay (owner, head, secretariat) have heard of this one.
alter table follow_up add column told_steps smallint not null default 0
  constraint three_hear_of_a_delay check (told_steps between 0 and 3);
create index follow_up_open_by_due on follow_up (agency_id, due_on) where state = 'open';

-- Off unless the agency wants it: no source asks for it.
alter table programme add column finish_needs_closed boolean not null default false;

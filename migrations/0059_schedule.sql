-- Slots stand at an hour of their own instead of one behind the other: with breaks, several rooms at once, and people
-- who cannot be in two of them, the hour of one no longer follows from the one before it.

alter table presentation
  -- On the clock of the agency's zone, as the hours of its sitting are.
  add column begins_at text check (begins_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  -- Put where it is by hand: a schedule that is made anew leaves it there.
  add column is_fixed boolean not null default false,
  -- How often its invitation changed (RFC 5545, SEQUENCE).
  add column sequence integer not null default 0,
  -- When it was begun and ended on the stage.
  add column started_at timestamptz,
  add column ended_at timestamptz;

update presentation set begins_at = timed.at
from (
  select p.agency_id, p.id, to_char(
    s.begins_at::time + make_interval(mins => (sum(p.minutes) over (
      partition by p.agency_id, p.sitting_id order by p.position, p.id
    ) - p.minutes)::integer), 'HH24:MI') as at
  from presentation p
  join sitting s on s.agency_id = p.agency_id and s.id = p.sitting_id
) timed
where timed.agency_id = presentation.agency_id and timed.id = presentation.id;

alter table presentation drop constraint slots_have_their_place_and_length;
drop index presentation_by_sitting;
alter table presentation drop column position;
alter table presentation
  add constraint slots_have_their_hour_and_length check (
    (sitting_id is null) = (begins_at is null) and (sitting_id is null) = (minutes is null)
  ),
  add constraint what_was_ended_was_begun check (ended_at is null or started_at <= ended_at);
create index presentation_by_sitting on presentation (agency_id, sitting_id, begins_at);
-- One presents at a time.
create unique index one_on_stage on presentation (agency_id, sitting_id)
  where started_at is not null and ended_at is null;

-- Until when agents may attach slides; the secretariat may later too.
alter table sitting add column slides_due_on date,
  add constraint slides_are_due_by_the_sitting check (slides_due_on <= held_on);

-- Who sits as judge through a whole sitting, and so can be in no other one at that hour.
create table sitting_judge (
  agency_id  uuid not null references agency,
  sitting_id uuid not null,
  person_id  uuid not null,
  primary key (agency_id, sitting_id, person_id),
  foreign key (agency_id, sitting_id) references sitting,
  foreign key (agency_id, person_id) references person
);
create index sitting_judge_by_person on sitting_judge (agency_id, person_id);

-- When somebody can sit in none. Why is nobody's business here.
create table absence (
  agency_id  uuid not null references agency,
  id         uuid not null,
  person_id  uuid not null,
  on_day     date not null,
  begins_at  text not null check (begins_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ends_at    text not null check (ends_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person,
  constraint absences_end_after_they_begin check (ends_at > begins_at)
);
create index absence_by_day on absence (agency_id, on_day);
create index absence_by_person on absence (agency_id, person_id, on_day);

-- What was moved by hand, so that it can be undone; two rows of one move where two slots were exchanged.
create table slot_move (
  agency_id       uuid not null references agency,
  move_id         uuid not null,
  presentation_id uuid not null,
  from_sitting_id uuid not null,
  from_begins_at  text not null,
  to_sitting_id   uuid not null,
  to_begins_at    text not null,
  was_fixed       boolean not null,
  moved_at        timestamptz not null,
  primary key (agency_id, move_id, presentation_id),
  foreign key (agency_id, presentation_id) references presentation,
  foreign key (agency_id, from_sitting_id) references sitting,
  foreign key (agency_id, to_sitting_id) references sitting
);
create index slot_move_by_presentation on slot_move (agency_id, presentation_id);
create index slot_move_by_origin on slot_move (agency_id, from_sitting_id);
create index slot_move_by_place on slot_move (agency_id, to_sitting_id);

-- What was said at a presentation may become something to do.
alter table feedback add column follow_up_id uuid,
  add foreign key (agency_id, follow_up_id) references follow_up;
create index feedback_by_follow_up on feedback (agency_id, follow_up_id);

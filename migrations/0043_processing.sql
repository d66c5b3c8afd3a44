-- What is made of a film that came in, step by step, and what is said in it.
--
-- Processing: one row for each step of a recording. A worker that takes a step writes its own mark and says every few
-- seconds that it is still there; whoever lost the mark writes nothing more, so a step is never done twice at once.
-- What the steps make is a derivative: bytes in a store of their own, which can be made again at any time. Both tables
-- are left out of backups.

create type processing_step as enum ('look', 'light', 'ladder');
create type processing_state as enum ('waiting', 'toolless', 'running', 'done', 'failed');

create table processing (
  agency_id     uuid not null references agency,
  recording_id  uuid not null,
  step          processing_step not null,
  state         processing_state not null default 'waiting',
  percent       smallint not null default 0 check (percent between 0 and 100),
  -- In words, for whoever looks at the recording.
  reason        text,
  attempts      smallint not null default 0,
  -- The mark of the worker that has it, and when it was last heard of.
  run           uuid,
  heard_at      timestamptz,
  primary key (agency_id, recording_id, step),
  foreign key (agency_id, recording_id) references recording on delete cascade,
  constraint failed_steps_say_why check ((state = 'failed') = (reason is not null)),
  constraint running_steps_say_who check ((state = 'running') = (run is not null and heard_at is not null))
);
create index open_processing on processing (agency_id, state) where state in ('waiting', 'toolless', 'running');

create table derivative (
  agency_id     uuid not null references agency,
  recording_id  uuid not null,
  -- As in its address: film.mp4, v360/00001.m4s.
  name          text not null,
  sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size          bigint not null,
  media_type    text not null,
  primary key (agency_id, recording_id, name),
  foreign key (agency_id, recording_id) references recording on delete cascade
);

create table media_facts (
  agency_id     uuid not null references agency,
  recording_id  uuid not null,
  -- Of which content all this was found.
  sha256        text not null,
  container     text not null,
  seconds       double precision not null check (seconds >= 0),
  -- As it is seen, after turning; null where there is no picture.
  width         integer,
  height        integer,
  frame_rate    double precision,
  video_codec   text,
  audio_codec   text,
  primary key (agency_id, recording_id),
  foreign key (agency_id, recording_id) references recording on delete cascade
);

-- Posters were files of the recording until now; they are made anew as derivatives.
delete from file where thing_kind = 'recording' and part = 'poster';

-- Captions: what is said in a film or recording of sound, in a language (id, jv, en, …), or its chapters. The cues are
-- rows, so that what is said can be found and jumped to; the file that was uploaded stays a part of the recording.

create table caption (
  agency_id     uuid not null references agency,
  recording_id  uuid not null,
  track         text not null check (track ~ '^([a-z]{2,3}|chapters)$'),
  account_id    uuid not null references account,
  person_id     uuid,
  revision      integer not null default 1,
  changed_at    timestamptz not null,
  primary key (agency_id, recording_id, track),
  foreign key (agency_id, recording_id) references recording on delete cascade,
  foreign key (agency_id, person_id) references person
);
create index caption_by_account on caption (account_id);
create index caption_by_person on caption (agency_id, person_id);

create table recording_cue (
  agency_id      uuid not null references agency,
  recording_id   uuid not null,
  track          text not null,
  -- Its place among the cues of the track, from 1.
  number         integer not null,
  start_seconds  numeric(9, 3) not null check (start_seconds >= 0),
  end_seconds    numeric(9, 3) not null,
  text           text not null check (text <> ''),
  words          tsvector not null generated always as (to_tsvector('indonesian', text)) stored,
  primary key (agency_id, recording_id, track, number),
  foreign key (agency_id, recording_id, track) references caption on delete cascade,
  constraint cues_end_after_their_start check (end_seconds > start_seconds)
);
create index recording_cue_by_words on recording_cue using gin (words);

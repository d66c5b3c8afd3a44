-- A recording of pictures may be a set of them. All are files of the recording: the first is its `master`, as the
-- original of any other recording, the others are its part `picture`. Here stands in which order they are seen and what
-- each shows; what is taken out keeps its words. A picture that has no row yet stands behind those that have one.
create table recording_picture (
  agency_id    uuid not null references agency,
  recording_id uuid not null,
  file_id      uuid not null,
  position     integer not null check (position > 0),
  -- What it shows, for whoever sees it and whoever does not.
  caption      text not null default '',
  primary key (agency_id, recording_id, file_id),
  foreign key (agency_id, recording_id) references recording,
  foreign key (agency_id, file_id) references file
);
create index recording_picture_by_file on recording_picture (agency_id, file_id);

-- An original of the past was replaced by another, or was a picture that was taken out of its set.
alter table recording_version add column is_taken_out boolean not null default false;

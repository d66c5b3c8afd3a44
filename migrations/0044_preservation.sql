-- What makes documentation last: an address that never changes (an ARK), and that what once stood before the public
-- leaves a trace when it goes, so that its address still says what lay there and why it is gone.

alter table recording
  -- Null for a moment only: those that were there before are given theirs when the worker starts.
  add column ark_naan text,
  add column ark_name text,
  add constraint recording_by_ark unique (ark_naan, ark_name),
  add constraint arks_are_whole check ((ark_naan is null) = (ark_name is null));
create index recording_without_ark on recording (agency_id, id) where ark_name is null;

create table appearance (
  agency_id     uuid not null references agency,
  recording_id  uuid not null,
  -- When it was first seen to stand before the public.
  first_at      timestamptz not null,
  primary key (agency_id, recording_id),
  foreign key (agency_id, recording_id) references recording
);

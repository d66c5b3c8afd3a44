-- What catalogues elsewhere (Indonesia OneSearch and any other) harvest by OAI-PMH: for each recording that is or was
-- public, its metadata as last given out and when that last changed. A row stays when its recording is public no
-- longer: a harvester that comes later must hear that it is gone.

create table harvest_record (
  agency_id     uuid not null,
  recording_id  uuid not null,
  ark_naan      text not null,
  ark_name      text not null,
  -- The protocol counts in seconds.
  changed_at    timestamptz not null check (changed_at = date_trunc('second', changed_at)),
  sets          text[] not null,
  -- As oai_dc; null once it is gone.
  metadata      text,
  primary key (agency_id, recording_id),
  foreign key (agency_id, recording_id) references recording,
  unique (ark_name)
);
create index harvest_record_by_change on harvest_record (changed_at, ark_name);
create index harvest_record_by_set on harvest_record using gin (sets);

-- What the groups are called, as their own agency calls them.
create table harvest_set (
  agency_id  uuid not null references agency,
  spec       text not null,
  name       text not null,
  primary key (agency_id, spec)
);

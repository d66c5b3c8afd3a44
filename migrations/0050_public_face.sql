-- Replicating what is public: which project a draft was begun from, and what the original was called before the public
-- then. The original may stand in another agency, whose rows may one day lie in another installation: nothing refers
-- to it, and its withdrawal or its agency's removal takes nothing away here.
create table lineage (
  agency_id           uuid not null references agency,
  -- The copy.
  project_id          uuid not null,
  source_agency_id    uuid not null,
  source_project_id   uuid not null,
  source_code         text not null,
  source_title        text not null,
  source_agency_name  text not null,
  taken_at            timestamptz not null,
  -- Since when the copy itself is published; before that only its own agency hears of it.
  public_since        timestamptz,
  primary key (agency_id, project_id),
  foreign key (agency_id, project_id) references project,
  constraint no_project_replicates_itself check (project_id <> source_project_id)
);
create index lineage_by_source on lineage (source_agency_id, source_project_id);

-- What was shown last outlives the showing: an address that was cited says what stood there.
alter table publication
  -- The version of the plan whose initiatives and activities are shown; null while none is: what was published before
  -- this column came had not promised it.
  add column plan_version integer,
  -- The title when it was taken back; null while it is published or never was.
  add column last_title text;

update publication
set last_title = (select title from project where project.agency_id = publication.agency_id and project.id = project_id)
where taken_back is not null;

-- Empty where a bag from before this column brought the row: then it is called what it is called today.
alter table appearance add column title text not null default '';
update appearance
set title = (select title from recording where recording.agency_id = appearance.agency_id and recording.id = recording_id);

-- Open data: since when each file of it says what it says, told by a fingerprint of its rows. It is of the whole
-- installation, as its public pages are, and holds nothing of them.
create table open_data (
  name         text primary key,
  fingerprint  text not null,
  changed_at   timestamptz not null
);

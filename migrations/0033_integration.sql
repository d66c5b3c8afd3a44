-- Integration: whether the change that a finished project made was taken into the agency's management system, and the
-- document that proves it. The LKE counts it only once somebody other than its agent verified it; every statement stays
-- as it was made, so that one that was sent back can be read beside what followed. The document is a file of the project.
create table integration (
  agency_id     uuid not null references agency,
  id            uuid not null,
  project_id    uuid not null,
  kind          text not null check (kind in ('regulation', 'procedure', 'circular', 'memorandum')),
  -- As the agency writes it: forms differ, so it is never parsed.
  number        text not null check (number <> ''),
  dated_on      date not null,
  stated_at     timestamptz not null,
  sent_back_at  timestamptz,
  -- Why it was sent back.
  note          text not null default '',
  verified_at   timestamptz,
  -- Who verified it or sent it back; null where that account is no person of the agency.
  decided_by_id uuid,
  primary key (agency_id, id),
  foreign key (agency_id, project_id) references project,
  foreign key (agency_id, decided_by_id) references person,
  constraint integrations_have_one_answer check (sent_back_at is null or verified_at is null),
  constraint integrations_sent_back_say_why check ((sent_back_at is null) = (note = ''))
);
create index integration_by_project on integration (agency_id, project_id, stated_at);
create index integration_by_decider on integration (agency_id, decided_by_id);
create unique index one_integration_in_force on integration (agency_id, project_id) where sent_back_at is null;
create index integration_waiting on integration (agency_id) where sent_back_at is null and verified_at is null;

-- The LKE asks for what was confirmed and verified within a year.
create index finish_by_confirmation on finish (agency_id, confirmed_at) where confirmed_at is not null;

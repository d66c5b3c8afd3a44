-- Publishing: the public face of a project. Its agent agrees to be named; the secretariat publishes, and may take it
-- back with a reason. Nobody without an account reads anything of a project that has no row here.
create table publication (
  agency_id     uuid not null references agency,
  project_id    uuid not null,
  -- When the agent agreed to be named; null once the agreement was taken back.
  agreed_at     timestamptz,
  agreed_by_id  uuid,
  published_at  timestamptz,
  -- Why it was taken back; null while it is published or never was.
  taken_back    text,
  revision      integer not null default 1,
  primary key (agency_id, project_id),
  foreign key (agency_id, project_id) references project,
  foreign key (agency_id, agreed_by_id) references person,
  constraint published_projects_were_agreed_to check (published_at is null or agreed_at is not null),
  constraint agreement_says_by_whom check ((agreed_at is null) = (agreed_by_id is null)),
  constraint what_was_taken_back_is_not_published check (taken_back is null or published_at is null)
);
create index publication_by_time on publication (published_at desc) where published_at is not null;
create index publication_by_agreement on publication (agency_id, agreed_by_id);

-- What became of an entry at each national stage, and what became of the innovation in the years after.

create table entry_result (
  agency_id  uuid not null references agency,
  entry_id   uuid not null,
  -- Key of the stage in the edition.
  stage      text not null check (stage <> ''),
  outcome    text not null check (outcome in ('passed', 'failed')),
  decided_on date not null,
  note       text not null default '',
  revision   integer not null default 1,
  primary key (agency_id, entry_id, stage),
  foreign key (agency_id, entry_id) references entry
);

create table innovation_news (
  agency_id     uuid not null references agency,
  project_id    uuid not null,
  year          integer not null check (year between 2000 and 2100),
  state         text not null check (state in ('continues', 'grew', 'stopped')),
  replicated_by text not null default '',
  note          text not null default '',
  account_id    uuid not null references account,
  told_at       timestamptz not null,
  revision      integer not null default 1,
  primary key (agency_id, project_id, year),
  foreign key (agency_id, project_id) references project
);
create index innovation_news_by_account on innovation_news (account_id);

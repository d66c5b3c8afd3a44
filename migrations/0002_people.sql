-- Who there is: agencies, their units, the persons in them, the accounts that sign in, and how each stands to what.
-- An account (an e-mail address) is not a person (a civil servant of one agency): one account may act in several
-- agencies, and most persons never sign in.

create type relation as enum ('agent', 'head', 'judge', 'steward', 'chair', 'member');
create type thing_kind as enum (
  'agency', 'unit', 'person', 'account', 'access', 'invitation', 'programme', 'decree', 'seat', 'appointment', 'project',
  'action_plan', 'activity', 'sitting', 'presentation', 'progress_report', 'evidence', 'follow_up', 'recording',
  'assessment', 'entry', 'forum', 'topic', 'guideline', 'file'
);
create type head_kind as enum ('definitive', 'plt', 'plh');

-- Global tables: they belong to no agency. Their shape is better-auth's, their names are ours.
create table account (
  id             uuid primary key,
  name           text not null,
  email          text not null,
  email_verified boolean not null default false,
  image          text,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  constraint account_email_is_lower_case check (email = lower(email)),
  constraint account_email_is_unique unique (email)
);

create table session (
  id         uuid primary key,
  account_id uuid not null references account on delete cascade,
  token      text not null unique,
  -- The agency for which the session acts, chosen in the head of the page.
  agency_id  uuid,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_of_account on session (account_id);

create table credential (
  id                       uuid primary key,
  account_id               uuid not null references account on delete cascade,
  provider_id              text not null,
  provider_account_id      text not null,
  password                 text,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  created_at               timestamptz not null default now(),
  updated_at               timestamptz not null default now()
);
create index credential_of_account on credential (account_id);

create table verification (
  id         uuid primary key,
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_by_identifier on verification (identifier);

create table agency (
  id            uuid primary key,
  slug          text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name          text not null check (name <> ''),
  zone          text not null default 'Asia/Jakarta' check (zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  contact_email text,
  -- Filled with the invented demonstration: marked on every page, removable as a whole.
  is_demo       boolean not null default false,
  revision      integer not null default 1,
  created_at    timestamptz not null default now()
);
alter table session add constraint session_acts_for_agency foreign key (agency_id) references agency on delete set null;
create index session_by_agency on session (agency_id);

create table unit (
  agency_id  uuid not null references agency,
  id         uuid not null,
  parent_id  uuid,
  name       text not null check (name <> ''),
  slug       text not null,
  position   integer not null default 0,
  -- Reorganisations: a unit exists from a day and until another; what it did stays under its name of then.
  from_on    date,
  until_on   date,
  revision   integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, parent_id) references unit,
  unique (agency_id, slug),
  constraint unit_is_not_its_own_parent check (parent_id <> id),
  constraint unit_ends_after_it_begins check (until_on > from_on)
);
create index unit_by_parent on unit (agency_id, parent_id);

create table person (
  agency_id      uuid not null references agency,
  id             uuid not null,
  titles_before  text not null default '',
  name           text not null check (name <> ''),
  titles_after   text not null default '',
  -- The NIP shows birth date and sex: sealed (AES-256-GCM), and found by its keyed hash.
  nip_sealed     bytea,
  nip_index      bytea,
  no_nip_reason  text,
  position       text not null default '',
  grade          text not null default '',
  unit_id        uuid,
  email          text,
  -- Two records of one person: the one that was given up points to the one that stays.
  merged_into_id uuid,
  revision       integer not null default 1,
  created_at     timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, unit_id) references unit,
  foreign key (agency_id, merged_into_id) references person,
  constraint person_email_is_lower_case check (email = lower(email)),
  constraint person_nip_is_sealed_and_indexed check ((nip_sealed is null) = (nip_index is null)),
  constraint person_is_not_merged_into_itself check (merged_into_id <> id)
);
create unique index person_by_nip on person (agency_id, nip_index) where merged_into_id is null;
create index person_by_unit on person (agency_id, unit_id);
create index person_by_merged on person (agency_id, merged_into_id);
create index person_by_name on person using gin (plain(name) gin_trgm_ops);

-- Akses: that an account may act for an agency, as which person and in which roles.
create table access (
  agency_id  uuid not null references agency,
  id         uuid not null,
  account_id uuid not null references account,
  person_id  uuid,
  roles      text[] not null default '{}' check (roles <@ array['admin', 'secretariat', 'leadership', 'evaluator']),
  ended_at   timestamptz,
  revision   integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person,
  unique (agency_id, account_id)
);
create index access_by_account on access (account_id);
create unique index access_by_person on access (agency_id, person_id) where person_id is not null and ended_at is null;

create table invitation (
  agency_id    uuid not null references agency,
  id           uuid not null,
  email        text not null check (email = lower(email)),
  name         text not null,
  person_id    uuid,
  roles        text[] not null default '{}' check (roles <@ array['admin', 'secretariat', 'leadership', 'evaluator']),
  -- SHA-256 of the token in the link; the link itself is nowhere stored.
  token_hash   bytea not null unique,
  expires_at   timestamptz not null,
  accepted_at  timestamptz,
  withdrawn_at timestamptz,
  created_at   timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person
);
create index invitation_by_person on invitation (agency_id, person_id);

-- Hubungan tugas: what a person is to one thing, from and until. Every policy looks at it.
create table standing (
  agency_id  uuid not null references agency,
  id         uuid not null,
  person_id  uuid not null,
  relation   relation not null,
  thing_kind thing_kind not null,
  thing_id   uuid not null,
  head_kind  head_kind,
  from_on    date not null,
  -- The last day on which it holds; open while null.
  until_on   date,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person,
  constraint standing_ends_after_it_begins check (until_on >= from_on),
  constraint only_heads_have_a_kind check ((relation = 'head') = (head_kind is not null)),
  constraint one_standing_at_a_time exclude using gist (
    agency_id with =, person_id with =, relation with =, thing_id with =, daterange(from_on, until_on, '[]') with &&
  ),
  constraint one_head_of_a_kind_at_a_time exclude using gist (
    agency_id with =, thing_id with =, head_kind with =, daterange(from_on, until_on, '[]') with &&
  ) where (relation = 'head')
);
create index standing_of_person on standing (agency_id, person_id);
create index standing_by_thing on standing (agency_id, thing_id, relation);

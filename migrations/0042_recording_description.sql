-- What is said of a recording, after Dublin Core: enough for a catalogue, a harvester and a reader in twenty years. Areas
-- and targets are its project's own until it is given others. Contributors stand by role and name, never by NIP.

create type recording_licence as enum ('agency', 'cc-by-4.0', 'cc-by-sa-4.0', 'cc0-1.0');
create type contributor_role as enum (
  'camera', 'editor', 'director', 'writer', 'speaker', 'presenter', 'photographer', 'sound', 'sign-language',
  'translator', 'support'
);
-- Whether those who can be recognised agreed: not asked yet, nobody can be recognised, all agreed, somebody refused.
create type recording_consent as enum ('unasked', 'nobody', 'all', 'refused');

alter table recording
  add column alternative_title  text not null default '',
  add column keywords           text[] not null default '{}',
  -- BCP 47.
  add column language           text not null default 'id' check (language ~ '^[a-z]{2,3}$'),
  add column place              text not null default '',
  add column source             text not null default '',
  add column licence            recording_licence not null default 'agency',
  add column rights_note        text not null default '',
  -- Films that were public before anybody was asked stay so; they are the secretariat's to mend.
  add column consent            recording_consent not null default 'unasked',
  -- The day on which it was given, as the form says; and who wrote it down.
  add column consent_on         date,
  add column consent_at         timestamptz,
  add column consent_account_id uuid references account,
  add column consent_person_id  uuid,
  add foreign key (agency_id, consent_person_id) references person,
  add constraint refused_recordings_are_not_public check (consent <> 'refused' or access <> 'public');
create index recording_by_consent_account on recording (consent_account_id);
create index recording_by_consent_person on recording (agency_id, consent_person_id);

create table recording_area (
  agency_id    uuid not null references agency,
  recording_id uuid not null,
  set_code     text not null,
  area_code    text not null,
  primary key (agency_id, recording_id, set_code, area_code),
  foreign key (agency_id, recording_id) references recording,
  foreign key (set_code, area_code) references reform_area
);
create index recording_area_by_area on recording_area (set_code, area_code);

create table recording_target (
  agency_id    uuid not null references agency,
  recording_id uuid not null,
  set_code     text not null,
  target_code  text not null,
  primary key (agency_id, recording_id, set_code, target_code),
  foreign key (agency_id, recording_id) references recording,
  foreign key (set_code, target_code) references reform_target
);
create index recording_target_by_target on recording_target (set_code, target_code);

create table recording_contributor (
  agency_id    uuid not null references agency,
  recording_id uuid not null,
  position     integer not null check (position > 0),
  role         contributor_role not null,
  name         text not null check (name <> ''),
  -- The person of the agency whom the name was chosen for.
  person_id    uuid,
  primary key (agency_id, recording_id, position),
  foreign key (agency_id, recording_id) references recording,
  foreign key (agency_id, person_id) references person
);
create index recording_contributor_by_person on recording_contributor (agency_id, person_id);

-- Earlier originals of a recording, kept when another took their place. The file of the newest is the part `master`.
create table recording_version (
  agency_id    uuid not null references agency,
  recording_id uuid not null,
  number       integer not null check (number > 0),
  file_id      uuid not null,
  -- Why another took its place, when, and by whom.
  reason       text not null check (reason <> ''),
  replaced_at  timestamptz not null,
  account_id   uuid not null references account,
  person_id    uuid,
  primary key (agency_id, recording_id, number),
  foreign key (agency_id, recording_id) references recording,
  foreign key (agency_id, file_id) references file,
  foreign key (agency_id, person_id) references person
);
create index recording_version_by_file on recording_version (agency_id, file_id);
create index recording_version_by_account on recording_version (account_id);
create index recording_version_by_person on recording_version (agency_id, person_id);

-- Whoever stands in for a steward.
alter type relation add value 'deputy';

-- By when the projects of a programme have a steward and a film, where the secretariat set another day than the
-- programme's own stage gives.
create table documentation_due (
  agency_id    uuid not null references agency,
  programme_id uuid not null,
  due_on       date not null,
  revision     integer not null default 1,
  primary key (agency_id, programme_id),
  foreign key (agency_id, programme_id) references programme
);

-- Jadwal retensi arsip (UU 43/2009): how long a kind of recording is active, then inactive, and what becomes of it.
create type retention_fate as enum ('destroy', 'permanent', 'reassess');
create type retention_basis as enum ('programme-end', 'recorded');
create table retention_rule (
  agency_id      uuid not null references agency,
  id             uuid not null,
  code           text not null check (code <> ''),
  name           text not null check (name <> ''),
  active_years   integer not null check (active_years between 0 and 100),
  inactive_years integer not null check (inactive_years between 0 and 100),
  fate           retention_fate not null,
  -- From which day the years run.
  basis          retention_basis not null,
  -- The kinds of recordings that are put under it when they come in; a rule may be chosen for any other.
  kinds          text[] not null default '{}' check (kinds <@ array['film', 'sound', 'picture', 'document']),
  retired_at     timestamptz,
  revision       integer not null default 1,
  created_at     timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, code)
);

alter table recording
  add column retention_rule_id uuid,
  -- The day to which a decision extended it; its rule's own day counts where there is none.
  add column kept_until date,
  -- When it was destroyed by decision, or handed to an archive or made permanent: it is due no longer.
  add column settled_at timestamptz,
  add column destroyed_at timestamptz,
  add foreign key (agency_id, retention_rule_id) references retention_rule,
  add constraint destroyed_recordings_are_out check (destroyed_at is null or removed_at is not null);
create index recording_by_retention_rule on recording (agency_id, retention_rule_id);

create type retention_verdict as enum ('extend', 'permanent', 'transfer', 'destroy');
create table retention_decision (
  agency_id    uuid not null references agency,
  id           uuid not null,
  recording_id uuid not null,
  verdict      retention_verdict not null,
  until_on     date,
  reason       text not null check (reason <> ''),
  -- The minutes (berita acara).
  file_id      uuid,
  decided_at   timestamptz not null,
  account_id   uuid not null references account,
  person_id    uuid,
  -- To destroy needs a second person; until then it is a proposal.
  confirmed_at         timestamptz,
  confirmed_account_id uuid references account,
  confirmed_person_id  uuid,
  refused_at           timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, recording_id) references recording,
  foreign key (agency_id, file_id) references file,
  foreign key (agency_id, person_id) references person,
  foreign key (agency_id, confirmed_person_id) references person,
  constraint extensions_have_a_day check ((verdict = 'extend') = (until_on is not null)),
  constraint nobody_confirms_what_they_proposed check (confirmed_account_id is null or confirmed_account_id <> account_id)
);
create unique index one_open_destruction on retention_decision (agency_id, recording_id)
  where verdict = 'destroy' and confirmed_at is null and refused_at is null;
create index retention_decision_by_recording on retention_decision (agency_id, recording_id);
create index retention_decision_by_file on retention_decision (agency_id, file_id);
create index retention_decision_by_account on retention_decision (account_id);
create index retention_decision_by_person on retention_decision (agency_id, person_id);
create index retention_decision_by_confirmer on retention_decision (confirmed_account_id);
create index retention_decision_by_confirming_person on retention_decision (agency_id, confirmed_person_id);

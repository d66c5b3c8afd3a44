-- Karantina: where a virus scanner is configured, an upload that has arrived whole stays among the uploads, where nothing
-- can show, attach or work on it, until the scanner found it clean. Why before it becomes a file, and not after:
-- docs/decisions/0026.

create type quarantine as enum (
  'waiting',    -- whole, and not yet checked: its turn comes, or the scanner is away
  'clean',
  'too_large',  -- the scanner takes no stream of this size: an admin decides
  'let_in',     -- by an admin, unchecked
  'infected'
);

alter table upload
  -- Null: not whole yet, or there is no scanner.
  add column quarantine quarantine,
  -- When it came to this state.
  add column quarantine_at timestamptz,
  -- What the scanner calls what it found.
  add column threat text,
  -- Until then somebody is at checking it; after that whoever comes first may.
  add column check_until timestamptz,
  add constraint quarantine_has_its_time check ((quarantine is null) = (quarantine_at is null)),
  add constraint infected_uploads_say_by_what check ((quarantine = 'infected') = (threat is not null) or quarantine is null),
  -- What has content can be claimed.
  add constraint nothing_in_quarantine_is_settled check (
    sha256 is null or quarantine is null or quarantine in ('clean', 'let_in')
  );
create index upload_in_quarantine on upload (agency_id, quarantine_at)
  where quarantine in ('waiting', 'too_large', 'infected');

-- What sign-in keeps beyond better-auth's own tables: how long a session lives, who guessed wrongly how often, and in
-- which browsers an account was used before.
alter table session
  -- "Ingat saya": lives for seven days instead of twelve hours.
  add column remembered boolean not null default false,
  -- When it was last used, to the minute; long idle sessions end.
  add column seen_at timestamptz not null default now();

-- Keyed by a hash of the e-mail that was typed, whether it has an account or not: people type passwords there, too.
create table sign_in_failure (
  key      bytea primary key,
  failures integer not null,
  last_at  timestamptz not null
);
create index sign_in_failure_by_age on sign_in_failure (last_at);

create table address_failure (
  address  text primary key,
  from_at  timestamptz not null,
  failures integer not null
);
create index address_failure_by_age on address_failure (from_at);

-- A browser in which the account has signed in: there a right password passes the wait that somebody else's guesses
-- brought about.
create table known_device (
  account_id uuid not null references account on delete cascade,
  -- SHA-256 of the token in the browser's cookie.
  token_hash bytea not null,
  seen_at    timestamptz not null,
  primary key (account_id, token_hash)
);

-- Annexes rarely hold e-mails: whoever is invited by a link alone types the own one when accepting.
alter table invitation alter column email drop not null;

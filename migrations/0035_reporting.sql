-- Reporting periods: how often the agents of a programme report, and until when. The periods themselves are derived
-- from it and stand in no table. A programme that began before this asks for nothing until somebody chooses.

alter table programme
  add column reporting text not null default 'none'
    constraint programme_reports_in_one_rhythm check (reporting in ('none', 'monthly', 'quarterly', 'half-yearly')),
  add column report_days integer not null default 5
    constraint reports_are_due_within_a_month check (report_days between 0 and 30);

alter table agency
  add column mails_from text not null default '07:00' check (mails_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  add column mails_until text not null default '18:00' check (mails_until ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  add constraint working_hours_end_after_they_begin check (mails_until > mails_from);

-- What letters an account wants from this agency; see mailing.ts.
alter table access
  add column mail_choice text not null default 'usual'
    constraint letters_are_chosen_in_one_way check (mail_choice in ('usual', 'each', 'office-hours', 'decisions'));

alter table notice
  -- How its letter waits: as one of its own for the next working hours, or for the digest of the day.
  add column awaits text check (awaits in ('opening', 'digest')),
  -- When it went out in a digest: a person gets one a day.
  add column digested_at timestamptz,
  add constraint what_waits_was_not_mailed check (awaits is null or mailed_at is null);
create index notice_that_awaits on notice (agency_id) where awaits is not null;

-- Reporting periods: how often the agents of a programme report, and until when. The periods themselves are derived
-- from it and stand in no table. A programme that began before this asks for nothing until somebody chooses.

alter table programme
  add column reporting text not null default 'none'
    constraint programme_reports_in_one_rhythm check (reporting in ('none', 'monthly', 'quarterly', 'half-yearly')),
  add column report_days integer not null default 5
    constraint reports_are_due_within_a_month check (report_days between 0 and 30);

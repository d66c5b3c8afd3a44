-- The history of a project holds what was decided about everything that belongs to it: progress, sittings, films, entries.
-- Each entry names its project among its details.
create index journal_by_project on journal (agency_id, (details ->> 'projectId'), sequence);

-- Every minute is asked in which agencies somebody waits to be told of a schedule. What was told stays, so the index
-- over all of it grows: among 200,000 rows of 600 agencies the question read 2,076 pages, and of those that wait two.
create index gathered_entry_waiting on gathered_entry (agency_id, person_id) where notice_id is null;

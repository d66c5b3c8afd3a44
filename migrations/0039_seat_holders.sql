-- Who holds each seat of a list is asked on most pages, once for every seat. Until now it was found in the index that
-- keeps two persons out of one seat at a time, which is made for spans of days and dear to look into.

create index appointment_by_seat on appointment (agency_id, seat_id, until_on, from_on) include (person_id);

-- What is said in a film, and the words that its steward gave it, are found as well: its other title and keywords weigh
-- more than its description, what is said in it less. Cues come many at a time, so one statement asks for its entry once.

create or replace function search_recording(of_agency uuid, of_recording uuid) returns void language plpgsql as $$
declare
  one record;
  said text;
begin
  select recording.*, concat_ws(' ', recording.alternative_title, array_to_string(recording.keywords, ' ')) as called,
    concat_ws(' ', recording.description, recording.place) as described,
    recording.access = 'public' and project.state in ('running', 'finished', 'closed')
      and coalesce(recording.created_at <= publication.published_at, false) as is_shown
  into one
  from recording
  join project on project.agency_id = recording.agency_id and project.id = recording.project_id
  left join publication on publication.agency_id = recording.agency_id and publication.project_id = recording.project_id
  where recording.agency_id = of_agency and recording.id = of_recording and recording.removed_at is null;
  select string_agg(text, ' ' order by track, number) into said
  from recording_cue where agency_id = of_agency and recording_id = of_recording;
  if one.id is null then
    perform search_drop(of_agency, 'recording', of_recording, false);
  else
    perform search_put(of_agency, 'recording', of_recording, false, one.project_id, one.access::text::search_access,
      one.created_at, one.title, one.title, one.called, one.described, said);
  end if;
  if one.is_shown then
    perform search_put(of_agency, 'recording', of_recording, true, one.project_id, 'public', one.created_at, one.title,
      one.title, one.called, one.described, said);
  else
    perform search_drop(of_agency, 'recording', of_recording, true);
  end if;
end
$$;

drop trigger follow_in_search on recording;
create trigger follow_in_search after insert or update of
  project_id, title, alternative_title, keywords, description, place, access, removed_at, created_at
  on recording for each row execute function follow_in_search();

create function follow_cues_in_search() returns trigger language plpgsql as $$
begin
  perform search_recording(agency_id, recording_id) from (select distinct agency_id, recording_id from changed) as once;
  return null;
end
$$;
create trigger follow_in_search_added after insert on recording_cue
  referencing new table as changed for each statement execute function follow_cues_in_search();
create trigger follow_in_search_removed after delete on recording_cue
  referencing old table as changed for each statement execute function follow_cues_in_search();

select search_recording(agency_id, id) from recording;

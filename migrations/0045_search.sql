-- One search over what many rooms keep. Each thing that can be found has an entry: the words by which it is found and
-- what is needed to narrow and to order. Entries are written by triggers, in the transaction that changes the thing,
-- whichever room changes it: no answer is behind what is stored. Who may read a thing is not written here; the query
-- asks the thing itself. What everybody may read has entries of its own, made of what the public page shows.

create extension if not exists btree_gin;

create type search_kind as enum ('project', 'recording', 'guideline', 'evidence', 'person');
create type search_access as enum ('public', 'agency', 'team', 'forum');

create table search_entry (
  agency_id  uuid not null references agency on delete cascade,
  kind       search_kind not null,
  thing_id   uuid not null,
  -- Of what the public page says of it, not of what the office knows.
  is_public  boolean not null,
  -- What it belongs to; null for what belongs to the agency as a whole.
  project_id uuid,
  access     search_access,
  at         timestamptz not null,
  title      text not null,
  words      tsvector not null,
  primary key (agency_id, kind, thing_id, is_public),
  foreign key (agency_id, project_id) references project on delete cascade
);
-- Many are visited for one answer, so rows are kept short: the words of a long text lie beside the table.
alter table search_entry set (toast_tuple_target = 256);
create index search_entry_by_project on search_entry (agency_id, project_id);
-- No list of pending words: it would make searching slower the more is written.
create index search_entry_by_words on search_entry using gin (agency_id, words) with (fastupdate = off)
  where not is_public;
create index public_entry_by_words on search_entry using gin (words) with (fastupdate = off) where is_public;

-- Every whole word that an agency has used, for whoever misspells one. None is shown unless it finds something that
-- the asker may read, so that it does not matter whose text it is from, nor whether that text is still there. Two
-- transactions may write the same word at once, neither waiting for the other: so it may stand here more than once.
create table search_word (
  agency_id uuid not null references agency on delete cascade,
  word      text not null,
  number    bigint not null generated always as identity,
  primary key (agency_id, word, number)
);
create index search_word_by_likeness on search_word using gin (agency_id, word gin_trgm_ops);

-- Words too common to find anything by; `stop-words.ts` leaves them out of what is asked.
create function search_stop_words() returns text[] language sql immutable parallel safe
return array['ada', 'adalah', 'agar', 'akan', 'antara', 'atas', 'atau', 'bagi', 'bahwa', 'dalam', 'dan', 'dapat',
  'dari', 'dengan', 'di', 'ini', 'itu', 'juga', 'karena', 'ke', 'kepada', 'lain', 'maka', 'oleh', 'pada', 'para', 'per',
  'saat', 'sebagai', 'secara', 'seperti', 'serta', 'setiap', 'sudah', 'telah', 'terhadap', 'tersebut', 'untuk', 'yang'];

-- Letters and digits alone: otherwise "notulen_rapat.pdf" would be one word, the name of a computer.
create function search_letters(value text) returns text language sql immutable parallel safe
return regexp_replace(plain(left(coalesce(value, ''), 200000)), '[^[:alnum:]]+', ' ', 'g');

-- Each word as it stands and by its stem: the beginning of "perpustakaan" is not the beginning of its stem "pustaka".
create function search_vector(value text, weight "char") returns tsvector language sql immutable parallel safe
begin atomic
  select case when value <> '' then setweight(
    ts_delete(to_tsvector('indonesian', letters) || to_tsvector('simple', letters), search_stop_words()), weight
  ) else '' end
  from search_letters(value) as letters;
end;

-- Writes an entry from texts of falling weight, and the words that the agency has not used yet. An entry that says the
-- same is left alone.
create function search_put(
  of_agency uuid, of_kind search_kind, of_thing uuid, for_public boolean, of_project uuid, for_whom search_access,
  since timestamptz, heading text, a text, b text, c text, d text
) returns void language plpgsql
-- A plan made while an agency had no words yet would read them all, each time, when it has thousands.
set enable_seqscan = off
as $$
declare
  vector tsvector := search_vector(a, 'A') || search_vector(b, 'B') || search_vector(c, 'C') || search_vector(d, 'D');
begin
  insert into search_entry as entry
  values (of_agency, of_kind, of_thing, for_public, of_project, for_whom, since, heading, vector)
  on conflict (agency_id, kind, thing_id, is_public) do update
  set project_id = excluded.project_id, access = excluded.access, at = excluded.at, title = excluded.title,
    words = excluded.words
  where (entry.project_id, entry.access, entry.at, entry.title, entry.words)
    is distinct from (excluded.project_id, excluded.access, excluded.at, excluded.title, excluded.words);
  if not found then return; end if;
  -- Each word is looked up by itself: a join would read all words of the agency for every text that is saved.
  insert into search_word (agency_id, word)
  select of_agency, word
  from unnest(tsvector_to_array(to_tsvector('simple', search_letters(concat_ws(' ', a, b, c, d))))) as used (word)
  left join lateral (
    select true as is_known from search_word as known
    where known.agency_id = of_agency and known.word = used.word limit 1
  ) as known on true
  where is_known is null and length(word) between 3 and 40 and word !~ '[0-9]';
end
$$;

create function search_drop(of_agency uuid, of_kind search_kind, of_thing uuid, for_public boolean) returns void
language sql begin atomic
  delete from search_entry
  where agency_id = of_agency and kind = of_kind and thing_id = of_thing and is_public = for_public;
end;

-- A recording: for the office while it is kept, for everybody while it is shown (`gallery/shown-recording-store.ts`; the
-- embargo, which ends by itself, is asked when somebody searches).
create function search_recording(of_agency uuid, of_recording uuid) returns void language plpgsql as $$
declare
  one record;
begin
  select recording.*,
    recording.access = 'public' and project.state in ('running', 'finished', 'closed')
      and coalesce(recording.created_at <= publication.published_at, false) as is_shown
  into one
  from recording
  join project on project.agency_id = recording.agency_id and project.id = recording.project_id
  left join publication on publication.agency_id = recording.agency_id and publication.project_id = recording.project_id
  where recording.agency_id = of_agency and recording.id = of_recording and recording.removed_at is null;
  if one.id is null then
    perform search_drop(of_agency, 'recording', of_recording, false);
  else
    perform search_put(of_agency, 'recording', of_recording, false, one.project_id, one.access::text::search_access,
      one.created_at, one.title, one.title, null, one.description, null);
  end if;
  if one.is_shown then
    perform search_put(of_agency, 'recording', of_recording, true, one.project_id, 'public', one.created_at, one.title,
      one.title, null, one.description, null);
  else
    perform search_drop(of_agency, 'recording', of_recording, true);
  end if;
end
$$;

-- A project: for the office with its unit and whoever held its seat, for everybody while it is shown, with whoever
-- agreed to be named alone (`gallery/shown-store.ts`, `shown-finish-store.ts`).
create function search_project(of_agency uuid, of_project uuid) returns void language plpgsql as $$
declare
  one     record;
  finishing record;
  agents  text;
  is_shown boolean;
begin
  select project.*, unit.name as unit_name, agency.name as agency_name, publication.published_at, person.name as agreed
  into one
  from project
  join agency on agency.id = project.agency_id
  join unit on unit.agency_id = project.agency_id and unit.id = project.unit_id
  left join publication on publication.agency_id = project.agency_id and publication.project_id = project.id
  left join person on person.agency_id = publication.agency_id and person.id = publication.agreed_by_id
  where project.agency_id = of_agency and project.id = of_project;
  if one.id is null then return; end if;
  is_shown := one.published_at is not null and one.state in ('running', 'finished', 'closed');
  select before_words, after_words, coalesce(confirmed_at <= one.published_at and one.state = 'closed', false) as is_shown
  into finishing
  from finish where agency_id = of_agency and project_id = of_project and sent_back_at is null;
  select string_agg(person.name, ' ') into agents
  from appointment
  join person on person.agency_id = appointment.agency_id and person.id = appointment.person_id
  where appointment.agency_id = of_agency and appointment.seat_id = one.seat_id;
  perform search_put(of_agency, 'project', of_project, false, of_project,
    case when is_shown then 'public'::search_access else 'team' end, one.created_at, one.title, one.title,
    concat_ws(' ', one.code, one.unit_name, agents),
    concat_ws(' ', one.present_condition, one.problem, one.wanted_condition),
    concat_ws(' ', finishing.before_words, finishing.after_words));
  if is_shown then
    perform search_put(of_agency, 'project', of_project, true, of_project, 'public', one.published_at, one.title,
      one.title, concat_ws(' ', one.code, one.unit_name, one.agency_name, one.agreed),
      concat_ws(' ', one.present_condition, one.problem, one.wanted_condition),
      case when finishing.is_shown then concat_ws(' ', finishing.before_words, finishing.after_words) end);
  else
    perform search_drop(of_agency, 'project', of_project, true);
  end if;
end
$$;

create function search_evidence(of_agency uuid, of_evidence uuid) returns void language plpgsql as $$
declare
  one record;
begin
  select * into one from evidence where agency_id = of_agency and id = of_evidence and state <> 'withdrawn';
  if one.id is null then
    perform search_drop(of_agency, 'evidence', of_evidence, false);
  else
    perform search_put(of_agency, 'evidence', of_evidence, false, one.project_id, 'team', one.added_at, one.name,
      one.name, null, null, null);
  end if;
end
$$;

-- Each version of a guideline: one that is published is for the agency, one that is not for its forum.
create function search_guideline(of_agency uuid, of_version uuid) returns void language plpgsql as $$
declare
  one record;
begin
  select guideline_version.*, (
    select string_agg(concat_ws(' ', heading, text), ' ' order by position)
    from guideline_section where agency_id = of_agency and version_id = of_version) as written
  into one
  from guideline_version where agency_id = of_agency and id = of_version;
  if one.id is null then return; end if;
  perform search_put(of_agency, 'guideline', of_version, false, null,
    case when one.state = 'published' then 'agency'::search_access else 'forum' end, one.since, one.title, one.title,
    one.number, one.written, null);
end
$$;

create function search_person(of_agency uuid, of_person uuid) returns void language plpgsql as $$
declare
  one record;
begin
  select * into one from person where agency_id = of_agency and id = of_person and merged_into_id is null;
  if one.id is null then
    perform search_drop(of_agency, 'person', of_person, false);
  else
    perform search_put(of_agency, 'person', of_person, false, null, null, one.created_at, one.name, one.name, null,
      one.position, null);
  end if;
end
$$;

-- What is said of a project elsewhere: its own entry, and where its public face depends on it, those of its recordings.
create function search_whole_project(of_agency uuid, of_project uuid) returns void language plpgsql as $$
begin
  perform search_project(of_agency, of_project);
  perform search_recording(of_agency, id) from recording where agency_id = of_agency and project_id = of_project;
end
$$;

create function follow_in_search() returns trigger language plpgsql as $$
declare
  row record := coalesce(new, old);
begin
  case tg_table_name
    when 'recording' then perform search_recording(row.agency_id, row.id);
    when 'evidence' then perform search_evidence(row.agency_id, row.id);
    when 'guideline_version' then perform search_guideline(row.agency_id, row.id);
    when 'guideline_section' then perform search_guideline(row.agency_id, row.version_id);
    when 'finish' then perform search_project(row.agency_id, row.project_id);
    when 'publication' then perform search_whole_project(row.agency_id, row.project_id);
    when 'appointment' then
      perform search_project(agency_id, id) from project where agency_id = row.agency_id and seat_id = row.seat_id;
    when 'project' then
      if tg_op = 'UPDATE' and new.state <> old.state then
        perform search_whole_project(row.agency_id, row.id);
      else
        perform search_project(row.agency_id, row.id);
      end if;
    when 'person' then
      perform search_person(row.agency_id, row.id);
      if tg_op = 'UPDATE' and new.name <> old.name then
        perform search_project(project.agency_id, project.id)
        from project
        where project.agency_id = row.agency_id and (
          exists (select from appointment where appointment.agency_id = project.agency_id
            and appointment.seat_id = project.seat_id and appointment.person_id = row.id)
          or exists (select from publication where publication.agency_id = project.agency_id
            and publication.project_id = project.id and publication.agreed_by_id = row.id));
      end if;
    when 'unit' then
      perform search_project(agency_id, id) from project where agency_id = row.agency_id and unit_id = row.id;
    when 'agency' then
      perform search_project(project.agency_id, project.id)
      from project join publication on publication.agency_id = project.agency_id
        and publication.project_id = project.id and publication.published_at is not null
      where project.agency_id = row.id;
  end case;
  return null;
end
$$;

-- A thing that is gone is found no more; what belongs to a project goes with it.
create function leave_search() returns trigger language plpgsql as $$
begin
  delete from search_entry
  where agency_id = old.agency_id and thing_id = old.id
    and kind = (case tg_table_name when 'guideline_version' then 'guideline' else tg_table_name end)::search_kind;
  return null;
end
$$;

create trigger follow_in_search after insert or update of
  code, unit_id, seat_id, state, title, present_condition, problem, wanted_condition
  on project for each row execute function follow_in_search();
create trigger follow_in_search after insert or update of
  project_id, title, description, access, removed_at, created_at
  on recording for each row execute function follow_in_search();
create trigger follow_in_search after insert or update of project_id, name, state, added_at
  on evidence for each row execute function follow_in_search();
create trigger follow_in_search after insert or update of title, state, since, number
  on guideline_version for each row execute function follow_in_search();
create trigger follow_in_search after insert or delete or update of heading, text, position
  on guideline_section for each row execute function follow_in_search();
create trigger follow_in_search after insert or delete or update
  on finish for each row execute function follow_in_search();
create trigger follow_in_search after insert or delete or update
  on publication for each row execute function follow_in_search();
create trigger follow_in_search after insert or delete or update of seat_id, person_id
  on appointment for each row execute function follow_in_search();
create trigger follow_in_search after insert or update of name, position, merged_into_id
  on person for each row execute function follow_in_search();
create trigger follow_in_search after update of name on unit for each row execute function follow_in_search();
create trigger follow_in_search after update of name on agency for each row execute function follow_in_search();

create trigger leave_search after delete on project for each row execute function leave_search();
create trigger leave_search after delete on recording for each row execute function leave_search();
create trigger leave_search after delete on evidence for each row execute function leave_search();
create trigger leave_search after delete on guideline_version for each row execute function leave_search();
create trigger leave_search after delete on person for each row execute function leave_search();

-- The words of an agency that are like a word, the likest first.
create function search_near(of_agency uuid, typed text, most integer) returns setof text
language sql stable set pg_trgm.word_similarity_threshold = 0.5 as $$
  select word from search_word
  where typed <% word and (of_agency is null or agency_id = of_agency)
  group by word
  order by similarity(typed, word) desc, word
  limit most
$$;

-- All entries anew, from what is stored: for what is here now, and after rows were brought in without triggers.
create function search_anew() returns void language plpgsql as $$
begin
  delete from search_entry;
  delete from search_word;
  perform search_project(agency_id, id) from project;
  perform search_recording(agency_id, id) from recording;
  perform search_evidence(agency_id, id) from evidence;
  perform search_guideline(agency_id, id) from guideline_version;
  perform search_person(agency_id, id) from person;
end
$$;
select search_anew();

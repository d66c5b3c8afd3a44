-- Of what matches, a search looks at the newest thousand. Where a word is common they are soonest found by reading the
-- entries from the newest on; where it is rarer, by gathering what matches.

create index search_entry_by_time on search_entry (agency_id, at desc, thing_id) where not is_public;
create index public_entry_by_time on search_entry (at desc, thing_id) where is_public;

-- PostgreSQL holds looking through an entry's words for as cheap as comparing two numbers, and read sixty thousand entries
-- where eight thousand matched. This says what it costs to look at one, so that it takes the way that looks at fewer.
create function search_reads(search_kind) returns boolean language plpgsql immutable parallel safe cost 200 as $$
begin
  return true;
end
$$;

-- What is chosen beside the words: PostgreSQL took what it cannot estimate for one in two hundred, and gathered all that
-- matches to find so few. Of a function it expects one in three.
create function search_holds(boolean) returns boolean language plpgsql immutable parallel safe cost 10 as $$
begin
  return $1;
end
$$;

analyze search_entry;

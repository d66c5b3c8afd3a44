-- The demonstration is removable as a whole, its journal too, which nobody else may delete from: so its removal is a
-- function of the owner's that refuses every agency but a demonstration. It finds the tables by itself, so that one
-- added later is emptied too: whatever is still referred to waits until what refers to it has gone.
create function remove_demo(removed uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  waiting text[];
  blocked text[];
  name    text;
begin
  if not exists (select from agency where id = removed and is_demo) then
    raise exception 'Agency % is no demonstration.', removed;
  end if;
  select array_agg(table_name order by table_name desc) into waiting
  from information_schema.columns
  join information_schema.tables using (table_schema, table_name)
  where table_schema = 'public' and table_type = 'BASE TABLE' and column_name = 'agency_id';
  while cardinality(waiting) > 0 loop
    blocked := '{}';
    foreach name in array waiting loop
      begin
        execute format('delete from %I where agency_id = $1', name) using removed;
      exception when foreign_key_violation then
        blocked := blocked || name;
      end;
    end loop;
    if cardinality(blocked) = cardinality(waiting) then
      raise exception 'Tables that refer to each other in a circle: %', blocked;
    end if;
    waiting := blocked;
  end loop;
  delete from agency where id = removed;
  delete from account
  where email like '%@demo.example'
    and not exists (select from access where access.account_id = account.id)
    and not exists (select from journal where journal.account_id = account.id);
end
$$;

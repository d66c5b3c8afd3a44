-- The ground that every other migration stands on: the extensions, the sort order of Indonesian names, and the role
-- under which web and worker speak to the database (it may not change the schema).
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

create collation if not exists id_num (provider = icu, locale = 'id-u-kn-true');

do $$
begin
  if not exists (select from pg_roles where rolname = 'rintis_app') then
    create role rintis_app nologin;
  end if;
  execute format('grant rintis_app to %I', current_user);
exception
  when insufficient_privilege then
    raise exception 'The database user % needs the right CREATEROLE once, to make the role rintis_app.', current_user;
end
$$;

-- unaccent() is STABLE because its dictionary may change; ours does not, and indexes ask for IMMUTABLE.
create function plain(value text) returns text
language sql immutable strict parallel safe
return lower(public.unaccent('public.unaccent', value));

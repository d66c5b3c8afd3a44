-- Programmes: rounds of the agents of change, with free dates and a due day for each stage. The areas that a project
-- may strengthen are data: road maps change, and an older programme keeps the set under which it ran.

-- Global reference data, the same for all agencies.
create table reform_set (
  code     text primary key check (code ~ '^[a-z0-9-]+$'),
  name     text not null,
  from_on  date,
  until_on date
);
create table reform_area (
  set_code text not null references reform_set,
  code     text not null check (code ~ '^[a-z0-9-]+$'),
  name     text not null,
  position integer not null,
  primary key (set_code, code)
);
create table reform_target (
  set_code text not null references reform_set,
  code     text not null check (code ~ '^[a-z0-9-]+$'),
  name     text not null,
  position integer not null,
  primary key (set_code, code)
);
-- Which area of another set says the same (the areas of Zona Integritas against those of the road map).
create table reform_area_mapping (
  set_code   text not null,
  code       text not null,
  other_set  text not null,
  other_code text not null,
  primary key (set_code, code, other_set, other_code),
  foreign key (set_code, code) references reform_area,
  foreign key (other_set, other_code) references reform_area
);
create index reform_area_mapping_by_other on reform_area_mapping (other_set, other_code);

insert into reform_set values
  ('peta-jalan-2020-2024', 'Peta jalan reformasi birokrasi 2020–2024', '2020-01-01', '2024-12-31'),
  ('zona-integritas', 'Pembangunan Zona Integritas', null, null);
insert into reform_area values
  ('peta-jalan-2020-2024', 'manajemen-perubahan', 'Manajemen Perubahan', 1),
  ('peta-jalan-2020-2024', 'pengawasan', 'Penguatan Sistem Pengawasan', 2),
  ('peta-jalan-2020-2024', 'akuntabilitas', 'Penguatan Akuntabilitas Kinerja', 3),
  ('peta-jalan-2020-2024', 'kelembagaan', 'Penguatan Kelembagaan', 4),
  ('peta-jalan-2020-2024', 'tatalaksana', 'Penguatan Tatalaksana', 5),
  ('peta-jalan-2020-2024', 'sdm-asn', 'Penguatan Sistem Manajemen SDM ASN', 6),
  ('peta-jalan-2020-2024', 'deregulasi', 'Deregulasi Kebijakan / Peraturan Perundang-undangan', 7),
  ('peta-jalan-2020-2024', 'pelayanan-publik', 'Peningkatan Kualitas Pelayanan Publik', 8),
  ('zona-integritas', 'manajemen-perubahan', 'Manajemen Perubahan', 1),
  ('zona-integritas', 'tatalaksana', 'Penataan Tatalaksana', 2),
  ('zona-integritas', 'sdm', 'Penataan Sistem Manajemen SDM Aparatur', 3),
  ('zona-integritas', 'akuntabilitas', 'Penguatan Akuntabilitas', 4),
  ('zona-integritas', 'pengawasan', 'Penguatan Pengawasan', 5),
  ('zona-integritas', 'pelayanan-publik', 'Peningkatan Kualitas Pelayanan Publik', 6);
insert into reform_target values
  ('peta-jalan-2020-2024', 'bersih', 'Pemerintah yang bersih dan bebas korupsi, kolusi, dan nepotisme', 1),
  ('peta-jalan-2020-2024', 'pelayanan', 'Peningkatan kualitas pelayanan publik', 2),
  ('peta-jalan-2020-2024', 'kapasitas', 'Peningkatan kapasitas dan akuntabilitas kinerja birokrasi', 3),
  ('zona-integritas', 'bersih', 'Birokrasi yang bersih dan akuntabel', 1),
  ('zona-integritas', 'pelayanan', 'Pelayanan publik yang prima', 2);
insert into reform_area_mapping values
  ('zona-integritas', 'manajemen-perubahan', 'peta-jalan-2020-2024', 'manajemen-perubahan'),
  ('zona-integritas', 'tatalaksana', 'peta-jalan-2020-2024', 'tatalaksana'),
  ('zona-integritas', 'sdm', 'peta-jalan-2020-2024', 'sdm-asn'),
  ('zona-integritas', 'akuntabilitas', 'peta-jalan-2020-2024', 'akuntabilitas'),
  ('zona-integritas', 'pengawasan', 'peta-jalan-2020-2024', 'pengawasan'),
  ('zona-integritas', 'pelayanan-publik', 'peta-jalan-2020-2024', 'pelayanan-publik');

create table programme (
  agency_id  uuid not null references agency,
  id         uuid not null,
  slug       text not null,
  name       text not null check (name <> ''),
  set_code   text not null references reform_set,
  from_on    date not null,
  until_on   date not null,
  revision   integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, slug),
  constraint programme_ends_after_it_begins check (until_on > from_on)
);
create index programme_by_set on programme (set_code);

-- The order is the way of a project.
create type stage_kind as enum (
  'preparing', 'approval', 'verification', 'presentation', 'running', 'finishing', 'assessment', 'entry'
);
create table stage (
  agency_id    uuid not null references agency,
  programme_id uuid not null,
  kind         stage_kind not null,
  -- The last day on which a project may still be in this stage without being late.
  due_on       date not null,
  primary key (agency_id, programme_id, kind),
  foreign key (agency_id, programme_id) references programme
);

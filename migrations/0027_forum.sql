-- The forum: where the agents of a programme speak with each other, and the technical guideline that they write there.
-- What was said is never lost: an edited post keeps its former texts, a hidden one stays, and a published version of
-- the guideline is frozen.

create table forum (
  agency_id    uuid not null references agency,
  id           uuid not null,
  programme_id uuid not null,
  created_at   timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, programme_id) references programme,
  constraint a_programme_has_one_forum unique (agency_id, programme_id)
);

create table topic (
  agency_id  uuid not null references agency,
  id         uuid not null,
  forum_id   uuid not null,
  title      text not null check (title <> ''),
  opened_at  timestamptz not null,
  account_id uuid not null references account,
  person_id  uuid,
  closed_at  timestamptz,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, forum_id) references forum,
  foreign key (agency_id, person_id) references person
);
create index topic_by_forum on topic (agency_id, forum_id);
create index topic_by_account on topic (account_id);
create index topic_by_person on topic (agency_id, person_id);

create table post (
  agency_id     uuid not null references agency,
  id            uuid not null,
  topic_id      uuid not null,
  text          text not null check (text <> ''),
  posted_at     timestamptz not null,
  account_id    uuid not null references account,
  person_id     uuid,
  edited_at     timestamptz,
  hidden_at     timestamptz,
  -- In which part it was hidden, for readers to know who answers for it.
  hidden_as     text not null default '' check (hidden_as in ('', 'chair', 'secretariat')),
  hidden_reason text not null default '',
  revision      integer not null default 1,
  created_at    timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, topic_id) references topic,
  foreign key (agency_id, person_id) references person,
  constraint hidden_posts_say_why_and_by_whom check (
    (hidden_at is null) = (hidden_reason = '') and (hidden_at is null) = (hidden_as = '')
  )
);
create index post_by_topic on post (agency_id, topic_id, posted_at, id);
create index post_by_account on post (account_id);
create index post_by_person on post (agency_id, person_id);

-- What a post said before it was edited.
create table post_version (
  agency_id  uuid not null references agency,
  post_id    uuid not null,
  revision   integer not null,
  text       text not null,
  written_at timestamptz not null,
  primary key (agency_id, post_id, revision),
  foreign key (agency_id, post_id) references post
);

-- One row a person and post, but not by a key: two records of one person may be merged later.
create table mention (
  agency_id uuid not null references agency,
  id        uuid not null,
  post_id   uuid not null,
  person_id uuid not null,
  -- With which revision of the post: an edit tells only those whom it newly mentions.
  revision  integer not null,
  primary key (agency_id, id),
  foreign key (agency_id, post_id) references post,
  foreign key (agency_id, person_id) references person
);
create index mention_by_post on mention (agency_id, post_id, revision);
create index mention_by_person on mention (agency_id, person_id);

-- Until when somebody has read a topic.
create table topic_read (
  agency_id  uuid not null references agency,
  topic_id   uuid not null,
  account_id uuid not null references account,
  read_at    timestamptz not null,
  primary key (agency_id, topic_id, account_id),
  foreign key (agency_id, topic_id) references topic
);
create index topic_read_by_account on topic_read (account_id);

create type guideline_state as enum ('draft', 'discussed', 'approved', 'published');

create table guideline (
  agency_id  uuid not null references agency,
  id         uuid not null,
  forum_id   uuid not null,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, forum_id) references forum
);
create index guideline_by_forum on guideline (agency_id, forum_id);

create table guideline_version (
  agency_id    uuid not null references agency,
  id           uuid not null,
  guideline_id uuid not null,
  version      integer not null check (version > 0),
  title        text not null check (title <> ''),
  state        guideline_state not null default 'draft',
  -- Why it last went back to draft.
  remark       text not null default '',
  -- Since when it stands so.
  since        timestamptz not null,
  number       text,
  published_on date,
  revision     integer not null default 1,
  created_at   timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, guideline_id) references guideline,
  constraint versions_of_a_guideline_are_counted unique (agency_id, guideline_id, version),
  constraint published_guidelines_have_number_and_date check (
    (state = 'published') = (number is not null) and (number is null) = (published_on is null)
  )
);
create unique index one_open_version_of_a_guideline on guideline_version (agency_id, guideline_id)
  where state <> 'published';

create table guideline_section (
  agency_id  uuid not null references agency,
  id         uuid not null,
  version_id uuid not null,
  -- The same in every version of the guideline.
  line_id    uuid not null,
  position   integer not null,
  heading    text not null check (heading <> ''),
  text       text not null,
  revision   integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, version_id) references guideline_version,
  constraint a_line_stands_once_in_a_version unique (agency_id, version_id, line_id)
);

-- Who wrote in a version, and who approved it: its author alone is not enough.
create table guideline_part (
  agency_id  uuid not null references agency,
  version_id uuid not null,
  part       text not null check (part in ('writer', 'approver')),
  account_id uuid not null references account,
  person_id  uuid,
  at         timestamptz not null,
  primary key (agency_id, version_id, part, account_id),
  foreign key (agency_id, version_id) references guideline_version,
  foreign key (agency_id, person_id) references person
);
create index guideline_part_by_account on guideline_part (account_id);
create index guideline_part_by_person on guideline_part (agency_id, person_id);

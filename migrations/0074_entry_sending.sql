-- An entry can be opened again after it went out, and sent a second time. Each sending is kept: when, under which
-- number, who noted it, and which kept copy of the entry it was.
create table entry_sending (
  agency_id   uuid not null references agency,
  entry_id    uuid not null,
  number      integer not null check (number > 0),
  sent_on     date not null,
  sent_number text not null,
  -- Null where it is older than sendings, or nobody was noted.
  account_id  uuid references account,
  noted_at    timestamptz,
  copy_number integer,
  primary key (agency_id, entry_id, number),
  foreign key (agency_id, entry_id) references entry,
  foreign key (agency_id, entry_id, copy_number) references entry_copy
);
create index entry_sending_by_account on entry_sending (account_id);
create index entry_sending_by_copy on entry_sending (agency_id, entry_id, copy_number);

-- What is known of those before: the last sending of each entry, and its copy unless it was opened again since.
insert into entry_sending (agency_id, entry_id, number, sent_on, sent_number, copy_number)
select entry.agency_id, entry.id, 1, entry.sent_on, entry.sent_number,
  case when entry.state = 'sent' then max(entry_copy.number) end
from entry
  left join entry_copy on entry_copy.agency_id = entry.agency_id and entry_copy.entry_id = entry.id
where entry.sent_on is not null
group by entry.agency_id, entry.id, entry.sent_on, entry.sent_number, entry.state;

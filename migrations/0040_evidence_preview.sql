-- Pictures and PDFs of evidence are made beside it, and not all come when the evidence does: some was brought before they
-- were made at all, some waits for LibreOffice to be installed. What a file came to is seen in its files; a row here says
-- how often that was tried, so that one that is broken is not tried for ever.
create table evidence_preview (
  agency_id   uuid not null references agency,
  evidence_id uuid not null,
  tries       smallint not null check (tries > 0),
  -- When the last of them began.
  tried_at    timestamptz not null,
  primary key (agency_id, evidence_id),
  foreign key (agency_id, evidence_id) references evidence
);

-- One proof may also serve questions of the LKE about agents of change. A question is named by its code; its wording
-- stands beside the rules.

create table evidence_question (
  agency_id   uuid not null references agency,
  evidence_id uuid not null,
  question    text not null check (question in ('concrete', 'integrated', 'appointed')),
  primary key (agency_id, evidence_id, question),
  foreign key (agency_id, evidence_id) references evidence
);
create index evidence_question_by_question on evidence_question (agency_id, question);

-- A meeting of which nothing is noted is not marked: nobody knows who came. Those who were not marked may say that they were there.
alter table evidence drop constraint evidence_kind_check;
alter table evidence add constraint evidence_kind_check check (kind in ('Joined', 'Code', 'OwnWord', 'ByHand'));

-- Marks that one press has made together can be taken back together.
create sequence evidence_batch;
alter table evidence add column batch bigint;
create index evidence_of_batch on evidence (batch) where batch is not null;

-- When its leader was reminded once more to mark who came.
alter table seminar add column mark_asked_at timestamptz;

-- A link that lets somebody into a group carries a secret. Links sent before named the group's number: whoever follows one is sent for a new one.
alter table consultation add column open_code text unique check (length(open_code) between 16 and 40);
alter table consultation add constraint consultation_open_code check (open_code is null or (kind = 'Group' and open_since is not null));

-- A place that was taken on a seat held for a school: whose seat it is, until when, and whose place it was before. Given back before that
-- moment, it is the school's again.
alter table sign_up add column held_for bigint references school,
                    add column held_until timestamptz,
                    add column held_made_for bigint references nomination,
                    add constraint sign_up_held check ((held_for is null) = (held_until is null));
create index sign_up_held_for on sign_up (held_for) where held_for is not null;
create index sign_up_held_made_for on sign_up (held_made_for) where held_made_for is not null;

-- Participation by school does not move when people do: what has ended stays with the school where the person worked then. Null: they
-- still work there, so their own school is meant: coalesce(m.school_id, p.school_id). Nothing is written while nobody leaves a school.
alter table sign_up add column school_id bigint references school on delete set null;
alter table consultation add column school_id bigint references school on delete set null;        -- the teacher's
alter table consultation_member add column school_id bigint references school on delete set null;
create index sign_up_school on sign_up (school_id) where school_id is not null;
create index consultation_school on consultation (school_id) where school_id is not null;
create index consultation_member_school on consultation_member (school_id) where school_id is not null;

-- What a statement that changes person.school_id says: the moment up to which things have ended. It is taken out again, so that none can
-- leave it out.
alter table person add column leaves_school_at timestamptz,
                   add constraint person_leaves_school_at_taken check (leaves_school_at is null);
-- What a statement that is going to delete a school says: who takes over what names it. Its people move before, and leave nothing.
alter table school add column merged_into bigint references school;

create function person_leaves_school() returns trigger language plpgsql as $body$
declare
    left_at timestamptz := new.leaves_school_at;
begin
    new.leaves_school_at := null;
    if old.school_id is null or new.school_id is not distinct from old.school_id
        or exists (select from school s where s.id = old.school_id and s.merged_into = new.school_id) then
        return new;
    end if;
    if left_at is null then
        raise exception 'person % leaves school %, and leaves_school_at does not say when', old.id, old.school_id;
    end if;
    update sign_up m set school_id = old.school_id
    from seminar s
    where m.person_id = old.id and m.school_id is null and s.id = m.seminar_id and s.ends_at <= left_at;
    update consultation c set school_id = old.school_id
    where c.teacher_id = old.id and c.school_id is null and c.ends_at <= left_at;
    update consultation_member g set school_id = old.school_id
    from consultation c
    where g.person_id = old.id and g.school_id is null and c.id = g.consultation_id and c.ends_at <= left_at;
    return new;
end
$body$;
create trigger person_left_school before update of school_id, leaves_school_at on person
    for each row execute function person_leaves_school();

-- A school that goes leaves what names it to the one it was merged into. One that nobody accepted stays while somebody who works elsewhere
-- now took part from there: else that would follow them.
create function school_goes() returns trigger language plpgsql as $body$
begin
    if old.merged_into is not null then
        update sign_up set school_id = old.merged_into where school_id = old.id;
        update consultation set school_id = old.merged_into where school_id = old.id;
        update consultation_member set school_id = old.merged_into where school_id = old.id;
    elsif exists (select from sign_up m join person p on p.id = m.person_id where m.school_id = old.id and p.erased_at is null)
        or exists (select from consultation c join person p on p.id = c.teacher_id where c.school_id = old.id and p.erased_at is null)
        or exists (select from consultation_member g join person p on p.id = g.person_id
                   where g.school_id = old.id and p.erased_at is null) then
        return null;
    end if;
    return old;
end
$body$;
create trigger school_left before delete on school for each row execute function school_goes();

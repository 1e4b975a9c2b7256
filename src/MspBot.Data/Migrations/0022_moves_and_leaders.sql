-- A seminar that moves so far that nobody is let in any more is another meeting: what was noted for the old time is void,
-- in the transaction of the move, whoever makes it. The word may have been said aloud: a new one is made.
create function forget_old_time() returns trigger language plpgsql as $body$
begin
    if new.starts_at - interval '15 minutes' > new.timed_at then
        delete from evidence e using sign_up m where m.seminar_id = new.id and e.sign_up_id = m.id;
        update sign_up set came = null where seminar_id = new.id and came is not null;
        if new.code_word = old.code_word then
            loop
                new.code_word := new_code_word();
                exit when new.code_word <> old.code_word;
            end loop;
        end if;
    end if;
    return new;
end
$body$;
create trigger seminar_old_time_forgotten before update of starts_at on seminar
    for each row when (old.starts_at is distinct from new.starts_at) execute function forget_old_time();

-- What moves before this migration have left behind, of meetings that are not over: nobody is let in earlier than 15 minutes before.
with stale as (
    delete from evidence e
    using sign_up m, seminar s
    where m.id = e.sign_up_id and s.id = m.seminar_id and s.ended_told_at is null and e.at < s.starts_at - interval '15 minutes'
    returning m.id
)
update sign_up set came = null where id in (select id from stale);

-- When a seat went past somebody who waits and could not be told: they hear of it when they are back.
alter table sign_up add column passed_at timestamptz;

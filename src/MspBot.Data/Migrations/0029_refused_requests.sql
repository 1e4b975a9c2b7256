-- Tutors who said no to a request, also to taking it over from a colleague: they are offered last when another tutor is looked for.
create table consultation_refusal (
    consultation_id bigint not null references consultation,
    tutor_id        bigint not null references person,
    refused_at      timestamptz not null,
    primary key (consultation_id, tutor_id)
);

insert into consultation_refusal (consultation_id, tutor_id, refused_at)
select consultation_id, tutor_id, min(refused_at)
from (
    select id as consultation_id, tutor_id, coalesce(closed_at, asked_at) as refused_at from consultation where state = 'Declined' and tutor_id is not null
    union all
    select consultation_id, to_tutor_id, coalesce(answered_at, asked_at) from consultation_handover where state = 'Declined') r
group by consultation_id, tutor_id;

-- Meetings outside the plan, for what stands beside the plan's own.
create view unplanned_meeting as
select s.id as seminar_id, s.starts_at, s.ends_at
from seminar s
where s.plan_item_id is null and s.state = 'Published';

-- Whether somebody came, without reading all who had a place.
create index sign_up_came on sign_up (seminar_id) where came;

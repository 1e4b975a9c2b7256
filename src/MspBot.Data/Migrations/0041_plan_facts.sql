-- Meetings outside the plan, for what stands beside the plan's own.
create view unplanned_meeting as
select s.id as seminar_id, s.starts_at, s.ends_at
from seminar s
where s.plan_item_id is null and s.state = 'Published';

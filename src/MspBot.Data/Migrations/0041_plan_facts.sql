-- Meetings outside the plan, for what stands beside the plan's own: an item that was taken out of it takes its meetings along.
create view unplanned_meeting as
select s.id as seminar_id, s.starts_at, s.ends_at
from seminar s
left join plan_item i on i.id = s.plan_item_id
where s.state = 'Published' and (s.plan_item_id is null or i.state = 'Excluded');

-- Whether somebody came, without reading all who had a place.
create index sign_up_came on sign_up (seminar_id) where came;

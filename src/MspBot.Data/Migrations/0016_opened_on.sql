-- The day on which a filing came into the views, instead of the mere fact. Figures of a week or a month count by it: counted
-- by the day of filing, an answer that waited for two others would, once in, change an earlier week's mean by itself alone.
alter table feedback add opened_on date;                    -- null: in no view and no figure yet
update feedback set opened_on = filed_on where opened;      -- so they were told
alter table feedback drop column opened;

drop index feedback_filed;
create index feedback_opened on feedback (opened_on) where opened_on is not null;

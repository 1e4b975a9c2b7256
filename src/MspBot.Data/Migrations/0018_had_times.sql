-- Of a request that waits for a time: whether there was one for it when it was last looked at (null: not looked at yet), and since
-- when there was none, the last time that there was none.
alter table consultation add had_times boolean, add none_since timestamptz;

-- Of a request that waits for a time: whether there was one for it when it was last looked at; null: not looked at yet.
alter table consultation add had_times boolean;

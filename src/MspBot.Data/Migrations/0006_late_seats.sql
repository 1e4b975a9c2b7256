-- Shortly before the start a freed seat is offered to several who wait: the first to take it has it.
alter table sign_up add column asked_at timestamptz;   -- whoever waits and may take a seat that is free now

-- Each messenger takes so many messages a second, and pauses by itself.
alter table pace add column messenger text not null default 'Telegram' check (messenger in ('Telegram', 'Max'));
alter table pace drop column single;
alter table pace alter column messenger drop default;
alter table pace add primary key (messenger);
insert into pace (messenger) values ('Max');

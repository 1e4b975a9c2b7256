-- What is still to be said to somebody who was erased: once it is sent, its row forgets the chat.
alter table outbox add forget boolean not null default false;

-- A chat is a number with its messenger in it (ChatId); what a messenger calls an update, a message or a file is text, read in its folder.
lock table instance, inbox, person, dialog, outbox, material in access exclusive mode;

alter table person rename column telegram_id to chat_id;
alter table person rename constraint person_telegram_id_key to person_chat_id_key;

-- An update has the messenger in its key, for all of them share this table. A message needs none: its chat says whose it is.
alter table inbox alter column update_id type text using 'telegram:' || update_id;
alter table inbox rename column update_id to update_key;
alter table outbox alter column message_id type text, alter column replaces_message type text;

-- A file is kept by one messenger and can be sent on only there.
alter table material drop constraint material_file_check;
update material set file = 'telegram:' || file where file is not null;
alter table material add constraint material_file_check check (length(file) between 1 and 600);

-- Earlier versions do not ask whether the database is newer than they are. Without their journal they stop at their first script.
alter table if exists schemaversions rename to migration;

-- Which card a message shows («k:123»), where that card is kept up to date in messages sent earlier. Set when the row is
-- written and never changed, so that marking it sent still touches no index.
alter table outbox add shows text;
create index outbox_shows on outbox (shows) where shows is not null;

-- What was written over a message since: whoever asks begins with the message.
create index outbox_edits on outbox (chat_id, replaces_message) where replaces_message is not null;

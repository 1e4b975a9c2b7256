-- Edits that name their message by its row: of these, too, an earlier edit asks whether it was overtaken.
create index outbox_follows on outbox (chat_id, replaces) where replaces is not null;

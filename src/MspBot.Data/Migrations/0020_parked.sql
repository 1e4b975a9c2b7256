-- Updates that failed as often as they are tried: /health counts them. Of the others nothing is written here.
create index inbox_parked on inbox (received_at) where attempts >= 5;

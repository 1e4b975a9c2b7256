-- A reminder that still waits and says that the school's question is open is taken back with the answer, and derived anew without it. With a
-- no, the seat goes, and the reminder with it.
create trigger nomination_reminders_withdrawn after update of state on nomination
    for each row when (old.state = 'Asked' and new.state = 'Accepted') execute function withdraw_reminders_of_seat();

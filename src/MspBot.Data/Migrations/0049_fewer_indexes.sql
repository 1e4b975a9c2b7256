-- Each sign-up opens every index of its tables. One served what another serves; the others only a school that is merged or deleted, which
-- happens a few times a year and can read the table.
drop index seminar_led, sign_up_school, sign_up_held_for, sign_up_held_made_for;

-- A demo that begins anew deletes nothing, because receipts exist for ever: it puts away.

-- A bill that is put away leaves its number and remembers whose it was. Whoever asks for the bills of a number thus gets
-- the live ones alone, and "unique (number, period)" holds among them alone, as no null equals another.
alter table bill add column withdrawn_from varchar(16) references phone_number;
alter table bill alter column number drop not null;
alter table bill add constraint bill_live_or_withdrawn check ((number is null) <> (withdrawn_from is null));

-- A payment that is put away has its receipt, and no place in its customer's history.
alter table payment add column archived boolean default false not null;

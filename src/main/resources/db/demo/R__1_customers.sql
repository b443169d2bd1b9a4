-- Demo customers, their numbers and bills. Flyway runs this file again whenever it has changed: add a row and restart.
-- Every customer here has the password billpay.demo.password. The numbers are reserved for fiction.

insert into account (name, role, demo, created_at)
select v.name, 'CUSTOMER', true, current_timestamp
from (values
	('mark'),
	('phil'),
	('jan')
) as v (name)
where not exists (select 1 from account a where a.name = v.name);

insert into phone_number (number, owner)
select v.number, v.owner
from (values
	('+12125550142', 'mark'),
	('+12125550143', 'mark'),
	('+16465550117', 'phil'),
	('+17185550188', 'jan'),
	('+17185550189', 'jan')
) as v (number, owner)
where not exists (select 1 from phone_number p where p.number = v.number);

-- months: how many months ago the bill is from; days: in how many days it is due
insert into bill (number, period, amount, due_on)
select v.number, date_trunc('month', current_date) - v.months * interval '1' month, v.amount, current_date + v.days
from (values
	('+12125550142', 0, 42.50, 9),
	('+12125550143', 0, 18.75, 12),
	('+16465550117', 1, 31.20, -3),
	('+16465550117', 0, 29.90, 20),
	('+17185550188', 0, 64.00, 15)
) as v (number, months, amount, days)
where not exists (select 1 from bill b where b.number = v.number
	and b.period = date_trunc('month', current_date) - v.months * interval '1' month);

-- In H2 2.4.240 "check (a in (...))" works only until the connection that created it is closed, and the connection pool
-- closes it after half an hour (h2database #4291, #4308). "= any (array[...])" says the same and works for every
-- connection. The columns are made anew because their old constraints have no name that both databases know.
alter table account add column new_role varchar(20);
update account set new_role = role;
alter table account drop column role;
alter table account rename column new_role to role;
alter table account alter column role set not null;
alter table account add constraint account_role check (role = any (array['CUSTOMER', 'INSTRUCTOR']));

alter table payment add column new_status varchar(10);
update payment set new_status = status;
alter table payment drop column status;
alter table payment rename column new_status to status;
alter table payment alter column status set not null;
alter table payment add constraint payment_status check (status = any (array['PENDING', 'APPROVED', 'DECLINED']));

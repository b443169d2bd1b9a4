-- The cart that a payment pays. open_cart holds it until the payment is declined, and is unique: a cart has one payment
-- at most that is or may yet be charged.
alter table payment add column cart varchar(40);
alter table payment add column open_cart varchar(40);
alter table payment add constraint payment_open_cart unique (open_cart);

-- What the gateway said in the end.
alter table payment add column answer varchar(30);

-- When to ask the gateway again what became of the payment; null once that is known.
alter table payment add column ask_at timestamp with time zone;
alter table payment add column asked integer default 0 not null;
update payment set ask_at = created_at where status = 'PENDING';
create index payment_ask_at on payment (ask_at);

-- The part of what is paid of a bill for which the money may yet not come: those payments are pending.
alter table bill add column being_paid numeric(12, 2) default 0 not null;
update bill set being_paid = coalesce((select sum(l.amount) from payment_line l join payment p on p.reference = l.payment
	where l.bill = bill.id and p.status = 'PENDING'), 0);
alter table bill add constraint bill_being_paid check (being_paid >= 0 and being_paid <= paid);

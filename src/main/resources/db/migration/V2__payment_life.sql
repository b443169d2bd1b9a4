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

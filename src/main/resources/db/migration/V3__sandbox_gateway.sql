-- The sandbox gateway's own books. Nothing here refers to the shop's tables, and nothing there to this one: the gateway
-- is an outside party.
create table sandbox_charge (
	idempotency_key varchar(40) primary key,
	amount numeric(12, 2) not null,
	currency char(3) not null,
	answer varchar(30) not null,
	answered_at timestamp with time zone not null
);

-- What was charged before the gateway kept books.
insert into sandbox_charge (idempotency_key, amount, currency, answer, answered_at)
select reference, total, currency, 'APPROVED', created_at from payment where status = 'APPROVED';

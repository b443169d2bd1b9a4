-- What all nodes sign with, and only they know. Made here, so that it is made once, whichever node comes first.
create table server_secret (
	name varchar(30) primary key,
	secret varchar(80) not null
);

insert into server_secret (name, secret) values ('browser-cookie', concat(gen_random_uuid(), gen_random_uuid()));

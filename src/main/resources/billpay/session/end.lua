-- Ends a session.
--
-- KEYS  1 the session   2 the strangers   ARGV  1 prefix of the sessions of accounts
local account = redis.call('HGET', KEYS[1], 'account')
if account then
	redis.call('ZREM', ARGV[1] .. account, KEYS[1])
end
redis.call('ZREM', KEYS[2], KEYS[1])
redis.call('DEL', KEYS[1])
return {}

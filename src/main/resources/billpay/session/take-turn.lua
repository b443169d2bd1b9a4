-- Reads a session for a request that will write to it. Answers its fields and takes its turn; an empty list when there is no
-- such session, one word when another request has the turn.
--
-- KEYS  1 the session   2 its turn
-- ARGV  1 turn   2 how long it may be kept (ms): a node that dies gives nothing back
local fields = redis.call('HGETALL', KEYS[1])
if #fields > 0 and not redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then
	return {'wait'}
end
return fields

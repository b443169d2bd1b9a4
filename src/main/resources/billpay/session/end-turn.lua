-- Gives a turn back, if it has not been given to somebody else meanwhile.
--
-- KEYS  1 the turn of a session   ARGV  1 turn
if redis.call('GET', KEYS[1]) == ARGV[1] then
	redis.call('DEL', KEYS[1])
end
return {}

-- Writes what one request has done to a session, in one step. Answers what the store holds by now: one word when the session
-- has been ended meanwhile (it stays ended) or the turn has passed to others who wrote, an empty list when nobody else has written since the request read it, and
-- otherwise the fields of the session.
--
-- KEYS  1 the session as it was read   2 the session as it is to be (another one when the id has changed)
--       3 its turn   4 the strangers by their beginning
-- ARGV  1 version that was read, empty for a new session   2 last access (ms)   3 time left (ms)   4 account, or empty
--       5 turn, or empty   6 most strangers   7 most sessions of one account   8 prefix of the sessions of accounts
--       9... fields and values to be set; a field without a value is preceded by "-"
local session, moved = KEYS[1], KEYS[2]
local version, access, left, account, turn = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4], ARGV[5]

local in_turn = turn ~= '' and redis.call('GET', KEYS[3]) == turn
if in_turn then
	redis.call('DEL', KEYS[3])
end
local known = redis.call('HMGET', session, 'version', 'lastAccessedTime', 'account')
if version ~= '' and not known[1] then
	return {'ended'}
end
-- Whoever has taken so long that another had its turn meanwhile knows an older session than there is.
if turn ~= '' and not in_turn and known[1] ~= version and #ARGV > 8 then
	return {'late'}
end
if left <= 0 then
	redis.call('DEL', session)
	redis.call('ZREM', KEYS[4], session)
	if known[3] then
		redis.call('ZREM', ARGV[8] .. known[3], session)
	end
	return {}
end
local place = false
if session ~= moved and version ~= '' then
	redis.call('RENAME', session, moved)
	place = redis.call('ZSCORE', KEYS[4], session)
	redis.call('ZREM', KEYS[4], session)
	if known[3] then
		redis.call('ZREM', ARGV[8] .. known[3], session)
	end
end
local i = 9
while i <= #ARGV do
	if ARGV[i] == '-' then
		redis.call('HDEL', moved, ARGV[i + 1])
	else
		redis.call('HSET', moved, ARGV[i], ARGV[i + 1])
	end
	i = i + 2
end
if #ARGV > 8 then
	redis.call('HINCRBY', moved, 'version', 1)
end
if access > tonumber(known[2] or 0) then
	redis.call('HSET', moved, 'lastAccessedTime', access)
end
redis.call('PEXPIRE', moved, left)

-- Strangers and accounts have so many sessions and no more: the first to come goes, or the one that was longest unused.
local crowd, most, rank = KEYS[4], tonumber(ARGV[6]), false
if account ~= '' then
	redis.call('HSET', moved, 'account', account)
	redis.call('ZREM', KEYS[4], moved)
	crowd, most, rank = ARGV[8] .. account, tonumber(ARGV[7]), access
elseif version == '' then
	rank = access
else
	rank = place
end
if rank then
	redis.call('ZADD', crowd, rank, moved)
	redis.call('PEXPIRE', crowd, math.max(left, redis.call('PTTL', crowd)))
	while redis.call('ZCARD', crowd) > most do
		redis.call('DEL', redis.call('ZPOPMIN', crowd)[1])
	end
end

if version ~= '' and known[1] ~= version then
	return redis.call('HGETALL', moved)
end
return {}

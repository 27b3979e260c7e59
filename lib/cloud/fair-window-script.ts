// `planSlot` and `planKept` of `lib/models/fair-window.ts` as Redis scripts, by Redis's own clock: one atomic step for all processes.
// Numbers are written without exponent. Owners, sessions and questions are hashes without spaces.
// KEYS: the list of slots, the end of a block, the tickets by question, the uses by owner and `owner/session`, the kept slots by owner.
import { createHash } from "node:crypto";
import {
  HALF_LIFE_WINDOWS,
  IDLE_WINDOWS,
  KEPT_SLOTS,
  KEPT_WINDOWS,
  MOST_KEPT,
  MOST_TICKETS,
  MOST_USES,
  type QuotaWindow,
  SLOT_VALID_MS,
  type SlotRequest,
} from "../models/fair-window.ts";

/** The time, the uses, and the kept slots, without those that lapsed. Expects `window` to be set. */
const SHARED = `
local time = redis.call('TIME')
local now = time[1] * 1000.0 + math.floor(time[2] / 1000)
local function whole(number) return string.format('%.0f', number) end
local uses = {}
local function useOf(key)
  if uses[key] == nil then
    local text = redis.call('HGET', KEYS[4], key)
    if text then
      local amount, at, waits, asked = string.match(text, '^(%S+) (%S+) (%S+) (%S+)$')
      uses[key] = {amount = amount * 1.0, at = at * 1.0, waits = waits * 1.0, asked = asked * 1.0}
    else uses[key] = false end
  end
  return uses[key]
end
local function decayed(use) return use.amount * 2 ^ (-(now - use.at) / (${HALF_LIFE_WINDOWS} * window)) end
local function write(key, use)
  redis.call('HSET', KEYS[4], key, string.format('%.6f %.0f %.0f %.0f', use.amount, use.at, use.waits, use.asked))
  redis.call('PEXPIRE', KEYS[4], whole(8 * ${HALF_LIFE_WINDOWS} * window))
end
local kept = {}
local function writeKept(owner)
  local own = kept[owner]
  if own and own.slots > 0 then
    redis.call('HSET', KEYS[5], owner, whole(own.slots) .. ' ' .. whole(own.till))
    redis.call('PEXPIRE', KEYS[5], whole(8 * ${HALF_LIFE_WINDOWS} * window))
  else
    kept[owner] = nil
    redis.call('HDEL', KEYS[5], owner)
  end
end
local allKept = redis.call('HGETALL', KEYS[5])
for index = 1, #allKept, 2 do
  local owner = allKept[index]
  local slots, till = string.match(allKept[index + 1], '^(%S+) (%S+)$')
  kept[owner] = {slots = slots * 1.0, till = till * 1.0}
  if kept[owner].till <= now then
    local use = useOf(owner) or {amount = 0, at = now, waits = now, asked = now}
    use.amount = tonumber(string.format('%.6f', decayed(use) + kept[owner].slots))
    use.at = now
    uses[owner] = use
    write(owner, use)
    kept[owner].slots = 0
    writeKept(owner)
  end
end
`;

export const EXPECT = `
local window, owner = tonumber(ARGV[1]), ARGV[2]
${SHARED}
if kept[owner] or redis.call('HLEN', KEYS[5]) < ${MOST_KEPT} then
  kept[owner] = {slots = ${KEPT_SLOTS}, till = now + ${KEPT_WINDOWS} * window}
  writeKept(owner)
end
return 1
`;

export const TAKE = `
local limit, window, ahead = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local question, owner, session = ARGV[4], ARGV[5], ARGV[6]
local valid, mostTickets, mostUses, idle = ${SLOT_VALID_MS}, ${MOST_TICKETS}, ${MOST_USES}, ${IDLE_WINDOWS}
${SHARED}
local held = tonumber(redis.call('GET', KEYS[2]) or '0') * 1.0
local function sessionKey(ticket) return ticket.owner .. '/' .. ticket.session end

local others, known = {}, nil
local stored = redis.call('HGETALL', KEYS[3])
for at = 1, #stored, 2 do
  local o, s, since, due = string.match(stored[at + 1], '^(%S*) (%S*) (%S+) (%S+)$')
  local ticket = {question = stored[at], owner = o, session = s, since = since * 1.0, due = due * 1.0}
  if ticket.due + valid < now then redis.call('HDEL', KEYS[3], ticket.question)
  elseif ticket.question == question then known = ticket
  else others[#others + 1] = ticket end
end
local mine = {question = question, owner = owner, session = session, since = known and known.since or now, due = known and known.due or math.huge}

local own = {owner, sessionKey(mine)}
for _, key in ipairs(own) do
  local use = useOf(key) or {amount = 0, at = now, waits = now, asked = now}
  if now - use.asked > idle * window then use.waits = now end
  use.asked = now
  uses[key] = use
end
local weights = {}
local function weightOf(key)
  if weights[key] == nil then
    local use = useOf(key)
    if not use then weights[key] = 0
    else
      local waited = 0
      if now - use.asked <= idle * window then waited = (now - use.waits) / window end
      weights[key] = decayed(use) - waited
    end
  end
  return weights[key]
end

local function byDue(a, b)
  if a.due ~= b.due then return a.due < b.due end
  return a.question < b.question
end
local order = {}
for at, ticket in ipairs(others) do order[at] = ticket end
order[#order + 1] = mine
table.sort(order, function(a, b)
  if a.since ~= b.since then return a.since < b.since end
  return byDue(a, b)
end)
local function rank(keyOf)
  local counts = {}
  for at, ticket in ipairs(order) do
    local key = keyOf(ticket)
    local count = counts[key] or 0
    counts[key] = count + 1
    ticket.at, ticket.tag = at, weightOf(key) + count
  end
  table.sort(order, function(a, b)
    if a.tag ~= b.tag then return a.tag < b.tag end
    return a.at < b.at
  end)
end
rank(sessionKey)
rank(function(ticket) return ticket.owner end)
local before = {}
for _, ticket in ipairs(order) do
  if ticket.question == question then break end
  before[#before + 1] = ticket
end
table.sort(before, byDue)

local slots = redis.call('LRANGE', KEYS[1], -limit, -1)
for at = 1, #slots do slots[at] = slots[at] * 1.0 end
local from = math.min(mine.due, now)
-- A list, because it is searched for each ticket.
local left, leftOf = {}, {}
for key, one in pairs(kept) do
  leftOf[key] = {owner = key, weight = weightOf(key), slots = one.slots, till = one.till}
  left[#left + 1] = leftOf[key]
end
local count, step = #slots, math.ceil(window / limit)
local function openAt(most)
  local at = math.max(from, held)
  local last, oldest = slots[count], slots[count - most + 1]
  if last then at = math.max(at, last) end
  if oldest then at = math.max(at, oldest + window) end
  return at
end
local function isOpenFor(who) return leftOf[who] and leftOf[who].slots > 0 end
-- By owner: what is kept for others with less use, until one of those slots is taken.
local closedFor = {}
local function keptFrom(who)
  if closedFor[who] == nil then
    local closed, till, weight = 0, math.huge, weightOf(who)
    for index = 1, #left do
      local one = left[index]
      if one.weight < weight and one.slots > 0 and one.owner ~= who then
        closed = closed + one.slots
        if one.till < till then till = one.till end
      end
    end
    closedFor[who] = {closed = closed, till = till}
  end
  return closedFor[who].closed, closedFor[who].till
end
local function nextSlot(who)
  local closed, till = keptFrom(who)
  local last = slots[count]
  local at = openAt(limit)
  if closed > 0 then
    at = math.max(at, till)
    if closed < limit then at = math.min(at, openAt(limit - closed)) end
  end
  if last and ((#others > 0 and not isOpenFor(who)) or at < held + window) then at = math.max(at, last + step) end
  return at
end
local at = nextSlot(owner)
for _, ticket in ipairs(before) do
  if ticket.due > at then break end
  local granted = nextSlot(ticket.owner)
  count = count + 1
  slots[count] = granted
  if isOpenFor(ticket.owner) then
    leftOf[ticket.owner].slots = leftOf[ticket.owner].slots - 1
    closedFor = {}
  end
  at = nextSlot(owner)
end

local wait = math.ceil(at - now)
if wait <= 0 then
  redis.call('HDEL', KEYS[3], question)
  redis.call('RPUSH', KEYS[1], whole(at))
  redis.call('LTRIM', KEYS[1], -limit, -1)
  redis.call('PEXPIRE', KEYS[1], whole(window))
  for _, key in ipairs(own) do
    local use = uses[key]
    write(key, {amount = decayed(use) + 1, at = now, waits = now, asked = now})
  end
  if kept[owner] then
    kept[owner] = {slots = kept[owner].slots - 1, till = now + ${KEPT_WINDOWS} * window}
    writeKept(owner)
  end
else
  for _, key in ipairs(own) do write(key, uses[key]) end
end
if redis.call('HLEN', KEYS[4]) > mostUses then
  local all = redis.call('HGETALL', KEYS[4])
  local least = {}
  for index = 1, #all, 2 do
    local use = useOf(all[index])
    least[#least + 1] = {key = all[index], amount = use and decayed(use) or 0}
  end
  table.sort(least, function(a, b) return a.amount > b.amount end)
  for index = mostUses / 2 + 1, #least do redis.call('HDEL', KEYS[4], least[index].key) end
end
if wait <= 0 then return {'now', now - at} end
if wait > ahead or #others >= mostTickets then
  redis.call('HDEL', KEYS[3], question)
  return {'full', math.max(1, wait - ahead)}
end
redis.call('HSET', KEYS[3], question, owner .. ' ' .. session .. ' ' .. whole(mine.since) .. ' ' .. whole(now + wait))
redis.call('PEXPIRE', KEYS[3], whole(2 * window + valid + wait))
return {'kept', wait}
`;

/** ARGV of `TAKE`. Redis gets no id of an owner or a session. */
export function takeArguments(
  { limit, windowMs }: QuotaWindow,
  { aheadMs, question, owner, session }: SlotRequest,
): (string | number)[] {
  return [limit, Math.ceil(windowMs), Math.ceil(aheadMs), question, hashOf(owner), hashOf(session)];
}

/** ARGV of `EXPECT`. */
export const expectArguments = ({ windowMs }: QuotaWindow, owner: string): (string | number)[] => [
  Math.ceil(windowMs),
  hashOf(owner),
];

const hashOf = (id: string) => createHash("sha256").update(id).digest("base64url").slice(0, 16);

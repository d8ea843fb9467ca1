-- Fifty analysts at once, each asking something a little different, for wrk:
--   wrk -t2 -c50 -d60s --latency -H "Authorization: Bearer KEY" -s bench/analysts.lua http://127.0.0.1:PORT
-- Every request to /api/what-if moves another number by another amount, so that none is answered from memory; one in
-- ten asks for a whole assessment under one of eight suppositions.
local facts = { "request(BLR)", "hostile", "lawful(BLR)", "in-control(BLR)" }
local asked = 0
math.randomseed(20200817)

request = function()
  asked = asked + 1
  local fact = facts[math.random(#facts)]
  local value = math.random(2) == 1
  if asked % 10 == 0 then
    local suppose = (value and "" or "not%20") .. fact
    return wrk.format("GET", "/api/assess?dossier=belarus-2020&full=false&suppose=" .. suppose)
  end
  local number = string.format("%.6f", 0.2 + 0.25 * math.random())
  return wrk.format("GET", "/api/what-if?dossier=belarus-2020&n.prior%20request(BLR)=" .. number .. "&f." .. fact .. "=" .. tostring(value))
end


done = function(summary, latency)
  io.write(string.format("%d answers, %d of them not 200; p50 %.1f ms, p99 %.1f ms, most %.1f ms\n", summary.requests,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end

// The middleware's dependencies for every HTTP function: authentication, rate limits, CORS.
import type { JWTVerifyGetKey } from "jose";
import type { WayIn } from "../lib/api/audit.ts";
import { createAuthenticate } from "../lib/api/authenticate.ts";
import type { Gate } from "../lib/api/base-app.ts";
import { addressRanges } from "../lib/api/client-address.ts";
import { TokenRefusedError } from "../lib/api/identity.ts";
import type { Limiter } from "../lib/api/limits.ts";
import { memoryLimiter } from "../lib/api/memory-limiter.ts";
import type { IsOperator } from "../lib/api/operators.ts";
import { auditLog } from "../lib/cloud/audit-log.ts";
import { readSetting } from "../lib/cloud/config.ts";
import { logError, logWarning } from "../lib/cloud/log.ts";
import { redisLimiter } from "../lib/cloud/redis-limiter.ts";
import { redis } from "./clients.ts";
import { once, onceLoaded } from "./once.ts";

export const limiter = once<Limiter>(() => {
  const shared = redis();
  if (shared === undefined) return memoryLimiter(Date.now);
  return redisLimiter({ redis: shared, clock: Date.now, say: (message) => logWarning(message) });
});

/** Loaded with the first valid token. */
const families = onceLoaded(async () => {
  const [{ firestoreFamilies }, { database }] = await Promise.all([
    import("../lib/cloud/firestore-identity.ts"),
    import("./database.ts"),
  ]);
  return firestoreFamilies(database());
});

const isOperator: IsOperator = async (ownerId) => {
  const [{ firestoreUsers }, { database }] = await Promise.all([
    import("../lib/cloud/firestore-identity.ts"),
    import("./database.ts"),
  ]);
  return (await firestoreUsers(database()).read(ownerId))?.operator?.isGranted === true;
};

/** For a function with public routes only. */
export function keylessGate(way: WayIn): Gate {
  const refuse: JWTVerifyGetKey = () => {
    throw new TokenRefusedError("invalid", "this function has no keys");
  };
  return gateWith(refuse, way);
}

/** `keys`: finds the public keys that verify tokens. */
export function gateWith(keys: JWTVerifyGetKey, way: WayIn): Gate {
  return {
    authenticate: createAuthenticate({
      issuer: readSetting("MEKURI_TOKEN_ISSUER"),
      keys,
      families: { read: async (familyId) => (await families()).read(familyId) },
      clock: Date.now,
    }),
    isOperator,
    limiter: limiter(),
    limits: {
      trustedProxies: readSetting("MEKURI_TRUSTED_PROXIES"),
      proxyRanges: addressRanges(readSetting("MEKURI_PROXY_RANGES")),
      frontKey: readSetting("MEKURI_FRONT_KEY"),
      loopbackFactor: readSetting("MEKURI_LOOPBACK_LIMIT_FACTOR"),
    },
    allowedOrigins: readSetting("MEKURI_ALLOWED_ORIGINS"),
    onError: (error) => logError("a request failed", error),
    ...{ audit: auditLog, way },
  };
}

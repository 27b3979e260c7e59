// Passwords, stored as scrypt hashes that name their parameters, so that these can be raised later: `$scrypt$ln=15,r=8,p=3$salt$hash`.
// Parameters: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { takeTurns } from "../take-turns.ts";

const scryptAsync: (
  password: string,
  salt: Buffer,
  length: number,
  options: ScryptOptions,
) => Promise<Buffer> = promisify(scrypt);

export interface ScryptCost {
  /** N = 2^log2N. */
  log2N: number;
  r: number;
  p: number;
}

/** 32 MB and about a fifth of a second. */
const STANDARD_COST: ScryptCost = { log2N: 15, r: 8, p: 3 };
/** Concurrent hashes: each takes 32 MB, and a function has little memory. */
const AT_ONCE = 2;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes equally long without a hash (unknown account), so that the time does not reveal which accounts exist. */
  check(password: string, hash: string | undefined): Promise<boolean>;
  /** Whether a hash was made with other parameters than the current ones. */
  isOutdated(hash: string): boolean;
}

export function scryptPasswords(cost: ScryptCost = STANDARD_COST): Passwords {
  const inTurn = takeTurns(AT_ONCE);
  const derive = (password: string, salt: Buffer, { log2N, r, p }: ScryptCost) =>
    inTurn(() =>
      scryptAsync(password.normalize("NFKC"), salt, HASH_BYTES, {
        ...{ N: 2 ** log2N, r, p },
        maxmem: 256 * 2 ** log2N * r,
      }),
    );
  // Dummy hash that is compared for unknown accounts.
  const nobody = { cost, salt: randomBytes(SALT_BYTES), hash: randomBytes(HASH_BYTES) };
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES);
      return format(cost, salt, await derive(password, salt, cost));
    },
    async check(password, stored) {
      const known = stored === undefined ? nobody : parseHash(stored);
      const derived = await derive(password, known.salt, known.cost);
      return timingSafeEqual(derived, known.hash) && stored !== undefined;
    },
    isOutdated(stored) {
      const { log2N, r, p } = parseHash(stored).cost;
      return log2N !== cost.log2N || r !== cost.r || p !== cost.p;
    },
  };
}

function format({ log2N, r, p }: ScryptCost, salt: Buffer, hash: Buffer): string {
  return `$scrypt$ln=${log2N},r=${r},p=${p}$${salt.toString("base64url")}$${hash.toString("base64url")}`;
}

export interface ScryptHash {
  cost: ScryptCost;
  salt: Buffer;
  hash: Buffer;
}

/** Throws `RangeError` for a text that is no such hash. */
export function parseHash(stored: string): ScryptHash {
  const found = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]{43})$/.exec(stored);
  if (found === null) throw new RangeError("a stored password hash is not a scrypt hash");
  const [, log2N, r, p, salt = "", hash = ""] = found;
  return {
    cost: { log2N: Number(log2N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64url"),
    hash: Buffer.from(hash, "base64url"),
  };
}

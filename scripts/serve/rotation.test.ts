// Signing keys rotate at a running service while users sign in, refresh and make requests. `ROTATION_SECONDS` sets the duration; without
// it, `lib/api/token-keys.test.ts` covers it without processes.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { decodeProtectedHeader } from "jose";
import { expect, it } from "vitest";
import * as z from "zod";
import { newSigningKeys, rotateKeys, type SigningKeys, SigningKeysSchema } from "../../lib/api/token-keys.ts";
import { startService } from "./service.ts";

const seconds = Number(process.env.ROTATION_SECONDS ?? 0);
const CLIENTS = 4;

const PairSchema = z.object({ accessToken: z.string(), refreshToken: z.string() });

/** Makes the next key look as if it had been published long ago. */
function aged({ keys }: SigningKeys): SigningKeys {
  const long = { createdAt: "2026-01-01T00:00:00.000Z" };
  const [current, next, ...before] = keys;
  return { keys: [{ ...current, ...long }, { ...next, ...long }, ...before] };
}

it.skipIf(seconds === 0)(
  "no valid request is refused while the keys of a running service rotate",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "mekuri-rotation-"));
    const file = join(folder, "keys.json");
    writeFileSync(file, JSON.stringify(aged(await newSigningKeys(Date.now()))));
    Object.assign(process.env, { MEKURI_SIGNING_KEYS_FILE: file, MEKURI_LOOPBACK_LIMIT_FACTOR: "100000" });
    const service = await startService({
      dataDir: "memory",
      isolate: true,
      apiPort: 0,
      heapLimits: [],
      onTrouble: () => {},
    });
    const answers: Record<string, number> = {};
    const signers = new Set<string | undefined>();
    const until = Date.now() + seconds * 1_000;

    async function ask(path: string, init: RequestInit): Promise<Response> {
      const response = await fetch(`${service.api}${path}`, init);
      const name = `${path} ${response.status}`;
      answers[name] = (answers[name] ?? 0) + 1;
      return response;
    }
    const post = (path: string, body: object) =>
      ask(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });

    async function client(): Promise<void> {
      let pair = PairSchema.parse(await (await post("/api/v1/auth/guest", {})).json());
      for (let round = 1; Date.now() < until; round++) {
        signers.add(decodeProtectedHeader(pair.accessToken).kid);
        const headers = { authorization: `Bearer ${pair.accessToken}` };
        await (await ask("/api/v1/manga/sessions", { headers })).arrayBuffer();
        await (await ask("/api/v1/auth/me", { headers })).arrayBuffer();
        if (round % 5 !== 0) continue;
        const { refreshToken } = pair;
        pair = PairSchema.parse(await (await post("/api/v1/auth/refresh", { refreshToken })).json());
      }
    }
    async function rotate(): Promise<void> {
      await sleep((seconds * 1_000) / 3);
      const known = SigningKeysSchema.parse(JSON.parse(readFileSync(file, "utf8")));
      writeFileSync(file, JSON.stringify(await rotateKeys(known, Date.now())));
    }

    await Promise.all([rotate(), ...Array.from({ length: CLIENTS }, client)]);
    await service.stop();
    rmSync(folder, { recursive: true });
    process.stdout.write(`${JSON.stringify(answers)}\n`);
    expect(Object.keys(answers).filter((name) => !name.endsWith(" 200"))).toEqual([]);
    expect(signers.size).toBe(2);
  },
  120_000 + seconds * 1_000,
);

// The emulator suite as a child process of the local service.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { openDatabase } from "../../emulators/database.ts";
import {
  type ServiceAccount,
  serviceAccountOf,
  writeKeyFile,
} from "../../emulators/storage/service-account.ts";
import { startSuite } from "../../emulators/suite.ts";
import { portsOf } from "../../emulators/suite-environment.ts";
import { endWithParent, report } from "./channel.ts";

const RULES_FILE = fileURLToPath(new URL("../../firestore.rules", import.meta.url));
const SuiteEnv = z.record(z.string(), z.string());

endWithParent();
const [dataDir = "memory", before] = process.argv.slice(2);
try {
  const suite = await startSuite({
    dataDir,
    rulesFile: RULES_FILE,
    redisThread: true,
    // After a restart, workers know its old ports. At the first start, stored subscriptions wait for the workers' new ports.
    ...(before === undefined
      ? { ports: "auto", holdStoredPush: true }
      : { ports: portsOf(SuiteEnv.parse(JSON.parse(before))) }),
  });
  process.once("SIGTERM", () => {
    suite.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
  const signer = await signingAccountFile(dataDir, suite.storageAccount);
  const callerKeys = suite.pushKeysUrl && { MEKURI_CALLER_KEYS_URL: suite.pushKeysUrl };
  report({ kind: "suite", env: { ...suite.env, ...callerKeys, MEKURI_SIGNING_ACCOUNT_FILE: signer } });
} catch (error) {
  report({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  process.disconnect();
}

/** Key file of the account that signs URLs. Google's own emulator accepts any. */
async function signingAccountFile(dataDir: string, account: ServiceAccount | undefined): Promise<string> {
  if (process.env.MEKURI_SIGNING_ACCOUNT_FILE) return process.env.MEKURI_SIGNING_ACCOUNT_FILE;
  const folder = dataDir === "memory" ? mkdtempSync(join(tmpdir(), "mekuri-memory-")) : dataDir;
  return writeKeyFile(account ?? (await serviceAccountOf(openDatabase("memory"))), folder);
}

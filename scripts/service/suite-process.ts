// The emulator suite as a child of the local service.
import { fileURLToPath } from "node:url";
import * as z from "zod";
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
    // Started again: the workers know its old ports. Started first: what is stored waits for the workers' new ones.
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
  report({ kind: "suite", env: suite.env });
} catch (error) {
  report({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  process.disconnect();
}

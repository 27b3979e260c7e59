// The emulator suite as a child of the local service.
import { startSuite } from "../../emulators/suite.ts";
import { endWithParent, report } from "./channel.ts";

endWithParent();
const [dataDir = "memory"] = process.argv.slice(2);
try {
  const suite = await startSuite({ dataDir, ports: "auto" });
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

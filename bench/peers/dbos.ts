// DBOS on PostgreSQL with its default settings (every commit synced to disk): a workflow of seven steps in one process. The workflow
// records a step's result and then calls the next, so recording and entering are the same moment. Arguments: a folder for PostgreSQL, and
// the user it runs as if this process runs as root.
import { spawn, spawnSync } from "node:child_process";
import { chownSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { DBOS } from "@dbos-inc/dbos-sdk";
import { measureChain, print, RESULT, STEPS, versionOf } from "./chain.ts";

const folder = process.argv[2] ?? "";
const who = process.getuid?.() === 0 ? ownerOf("postgres") : {};
if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid);
const data = `${folder}/data`;
const made = spawnSync("initdb", ["-D", data, "-U", "bench", "-A", "trust"], {
  ...who,
  cwd: folder,
  encoding: "utf8",
});
if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr ?? made.error}`);
const server = spawn("postgres", ["-D", data, "-k", folder, "-h", ""], {
  ...who,
  cwd: folder,
  stdio: "ignore",
});
process.on("exit", () => server.kill("SIGQUIT"));
while (spawnSync("psql", ["-h", folder, "-U", "bench", "-c", "select 1", "postgres"]).status !== 0)
  await sleep(100);

function ownerOf(name: string): { uid?: number; gid?: number } {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  if (uid === undefined || gid === undefined)
    throw new Error("PostgreSQL does not run as root, and there is no user postgres");
  return { uid: Number(uid), gid: Number(gid) };
}

const handoverMs: number[] = [];

const chain = DBOS.registerWorkflow(
  async () => {
    let last: number | undefined;
    for (const name of STEPS) {
      await DBOS.runStep(
        async () => {
          const now = performance.now();
          if (last !== undefined) handoverMs.push(now - last);
          last = performance.now();
          return RESULT;
        },
        { name },
      );
    }
  },
  { name: "chain" },
);

DBOS.setConfig({
  name: "bench",
  systemDatabaseUrl: `postgresql://bench@localhost/postgres?host=${encodeURIComponent(folder)}`,
  systemDatabasePoolSize: 20,
  logLevel: "error",
});
await DBOS.launch();
const { stepsPerSecond } = await measureChain({ run: async () => chain() }, () => {
  handoverMs.length = 0;
});
const alone = { handoverMs: [...handoverMs] };
print({ who: `DBOS ${versionOf("@dbos-inc/dbos-sdk")}`, ...alone, stepsPerSecond: await stepsPerSecond() });
process.exit(0);

// Processes of the local service whose parent has died.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const CHANNEL = new URL("./channel.ts", import.meta.url).href;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mekuri-channel-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function child(name: string, before: string) {
  const file = join(folder, `${name}.mjs`);
  const program = `${before}\nconst { endWithParent } = await import("${CHANNEL}");\nendWithParent();\nsetInterval(() => {}, 1_000);`;
  writeFileSync(file, `${program}\nif (process.connected) process.send("up");`);
  return fork(file, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
}

describe("a process of the service", () => {
  it("ends with its parent, even if a regular exit would hang", async () => {
    const orphan = child("hangs", 'process.on("exit", () => { for (;;); });');
    await once(orphan, "message");
    orphan.disconnect();
    expect(await once(orphan, "exit")).toEqual([null, "SIGKILL"]);
  });

  it("ends if its parent died while it was loading", async () => {
    const orphan = child("loads", 'await new Promise((resolve) => process.once("disconnect", resolve));');
    orphan.disconnect();
    expect(await once(orphan, "exit")).toEqual([null, "SIGKILL"]);
  });
});

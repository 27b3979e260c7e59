import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { memoryOfTree, watchMemory } from "./process-memory.ts";

const MEGABYTES = 150;

/** A process whose child allocates memory and then reports it. */
const PARENT = `
  const { spawn } = require("node:child_process");
  const held = "const held = Buffer.alloc(${MEGABYTES} << 20, 1); console.log(held.length); setInterval(() => held[0]++, 1000);";
  const child = spawn(process.execPath, ["-e", held], { stdio: ["ignore", "inherit", "inherit"] });
  process.on("SIGTERM", () => { child.kill(); process.exit(); });
`;

describe.skipIf(!existsSync("/proc/self/smaps_rollup"))("the memory of a process", () => {
  test("counts its children's memory, names them, and keeps the peak after they end", async () => {
    const parent = spawn(process.execPath, ["-e", PARENT], { stdio: ["ignore", "pipe", "inherit"] });
    await once(parent.stdout, "data");
    const pid = parent.pid ?? 0;
    const watch = watchMemory(pid, 20);
    expect(memoryOfTree(pid).map(({ command }) => command.includes("spawn"))).toEqual([true, false]);
    parent.kill();
    await once(parent, "exit");
    expect(memoryOfTree(pid)).toEqual([]);
    const { megabytes, processes, samples } = watch.stop();
    expect(megabytes).toBeGreaterThan(MEGABYTES);
    expect(megabytes).toBeLessThan(MEGABYTES + 250);
    expect(Math.max(...processes.map((process) => process.megabytes))).toBeGreaterThan(MEGABYTES);
    expect(samples).toBeGreaterThan(0);
  });
});

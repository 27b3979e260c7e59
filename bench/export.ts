// Memory and time for a book of a hundred pages with all its files: the real command, all of its processes measured together.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import type { Bench, Row } from "./row.ts";

const PAGES = 100;
const FORMATS = "pdf,print-pdf,cbz,epub,psd,webtoon,png,csv";
const MOST_MEGABYTES = 1000;

const MemorySchema = z.object({ peakMegabytes: z.number(), seconds: z.number() });

export const exported: Bench = {
  name: "export",
  minutes: 4,
  async run({ tell }) {
    tell(`${PAGES} pages in ${FORMATS.split(",").length} formats`);
    const folder = mkdtempSync(join(tmpdir(), "mekuri-export-"));
    try {
      const { peakMegabytes, seconds } = await makeBook(folder);
      const row = (what: string, unit: string, value: number, limits: Row["limits"]): Row => ({
        ...{ figure: `${PAGES} pages in eight formats, ${what}`, unit, limits },
        ...{ who: "mekuri", n: 1, p50: value, clock: "real" },
        note: "all processes together, from the story to the last file",
      });
      const most = { of: "p50", kind: "at most", value: MOST_MEGABYTES } as const;
      return [row("memory", "MB", peakMegabytes, [most]), row("time", "s", seconds, [])];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function makeBook(folder: string): Promise<z.infer<typeof MemorySchema>> {
  const script = (name: string) => fileURLToPath(new URL(`../scripts/${name}.ts`, import.meta.url));
  const child = spawn(
    process.execPath,
    [
      ...["--disable-warning=ExperimentalWarning", script("prove/measure-memory"), "--"],
      ...[process.execPath, "--max-semi-space-size=2", "--max-old-space-size=256", script("mekuri"), "make"],
      ...["--pages", String(PAGES), "--formats", FORMATS],
      ...["--data", join(folder, "data"), "--out", join(folder, "book")],
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new Error(`the export ended with ${code}`);
  return MemorySchema.parse(JSON.parse(printed));
}

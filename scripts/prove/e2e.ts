// `npm run e2e`: the studio's journeys in Chromium, with screenshots of every screen in out/e2e/.
// `npm run e2e -- revising screens`: of all but the main journey, those alone.
// `npm run e2e -- film-strip`: docs/images/two-tabs.webp.
// `npm run e2e -- reader-picture`: docs/images/reader.png.
// `npm run e2e -- editing --sessions 200 --seed 1 --lanes 2 [--restarts]`: random editing sessions; the last line is their result as JSON.
import { mkdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { runEditingSessions } from "./e2e/editing/run-sessions.ts";
import { filmStrip } from "./e2e/film-strip.ts";
import { runJourneys } from "./e2e/journeys.ts";
import { readerPicture } from "./e2e/reader-picture.ts";
import { openStudio } from "./e2e/studio.ts";

const OUT = "out/e2e";

/** Gives the exit code: 0 when everything holds. */
async function editing(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      sessions: { type: "string", default: "200" },
      seed: { type: "string", default: "1" },
      lanes: { type: "string", default: "2" },
      restarts: { type: "boolean", default: false },
    },
  });
  const [sessions, seed, lanes] = [values.sessions, values.seed, values.lanes].map(Number);
  const studio = await openStudio();
  try {
    const wanted = { seed: seed ?? 1, sessions: sessions ?? 200, lanes: lanes ?? 2 };
    const result = await runEditingSessions(studio, { ...wanted, hasRestarts: values.restarts }, (line) =>
      process.stderr.write(`${line}\n`),
    );
    const { faults, ...figures } = result;
    process.stdout.write(`${JSON.stringify({ ...figures, faults: faults.length })}\n`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await studio.close();
  }
}

const [first, ...others] = process.argv.slice(2);
if (first === "editing") process.exitCode = await editing(others);
else if (first === "film-strip" || first === "reader-picture") {
  const studio = await openStudio();
  await (first === "film-strip" ? filmStrip : readerPicture)(studio).finally(() => studio.close());
} else {
  mkdirSync(OUT, { recursive: true });
  process.exitCode = await runJourneys(OUT, process.argv.slice(2));
}

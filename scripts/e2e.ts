// `npm run e2e`: the studio's journeys in Chromium, with screenshots of every screen in out/e2e/.
// `npm run e2e -- revising screens`: of all but the main journey, those alone.
import { mkdirSync } from "node:fs";
import { runJourneys } from "./e2e/journeys.ts";

const OUT = "out/e2e";
mkdirSync(OUT, { recursive: true });
process.exitCode = await runJourneys(OUT, process.argv.slice(2));

// `npm run e2e`: the studio's journeys in Chromium, with screenshots of every screen in out/e2e/.
import { mkdirSync } from "node:fs";
import { runJourneys } from "./e2e/journeys.ts";

const OUT = "out/e2e";
mkdirSync(OUT, { recursive: true });
process.exitCode = await runJourneys(OUT);

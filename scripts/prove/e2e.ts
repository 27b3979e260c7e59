// `npm run e2e`: the studio's journeys in Chromium, with screenshots of every screen in out/e2e/. A test runs the main ones.
import { mkdirSync } from "node:fs";
import {
  EXIT,
  newCommand,
  runCommand,
  runs,
  subCommand,
  UsageError,
  wholeNumber,
} from "../command/command.ts";
import { runEditingSessions } from "./e2e/editing/run-sessions.ts";
import { filmStrip } from "./e2e/film-strip.ts";
import { JOURNEY_NAMES, runJourneys } from "./e2e/journeys.ts";
import { readerPicture } from "./e2e/reader-picture.ts";
import { storm } from "./e2e/storm.ts";
import { openStudio, type Studio } from "./e2e/studio.ts";
import { studioPictures } from "./e2e/studio-pictures.ts";

const OUT = "out/e2e";

const program = newCommand(
  "npm run e2e --",
  "run the studio's journeys in Chromium; exit status 1 if one finds a fault",
)
  .argument("[journeys...]", `only these of the further journeys: ${JOURNEY_NAMES.join(", ")}`)
  .option("--screens <start>", "of the journey `screens`, only the screens whose names start so")
  .usage("[JOURNEY...] | COMMAND");
runs<{ screens?: string }>(program, ({ screens }, named: string[]) => {
  const stranger = named.find((name) => !JOURNEY_NAMES.includes(name));
  if (stranger !== undefined)
    throw new UsageError(`There is no journey "${stranger}". Journeys: ${JOURNEY_NAMES.join(", ")}.`);
  mkdirSync(OUT, { recursive: true });
  return runJourneys(OUT, named, screens);
});

interface EditingOptions {
  sessions: number;
  seed: number;
  lanes: number;
  restarts: boolean;
}

const editing = subCommand(
  program,
  "editing",
  "random editing sessions; the last line is their result as JSON",
)
  .option("--sessions <n>", "how many", wholeNumber("--sessions", 1), 200)
  .option("--seed <n>", "the first seed", wholeNumber("--seed", 0), 1)
  .option("--lanes <n>", "how many at once", wholeNumber("--lanes", 1), 2)
  .option("--restarts", "restart the service in some", false);
runs<EditingOptions>(editing, ({ restarts: hasRestarts, ...counts }) =>
  inStudio(async (studio) => {
    const { faults, ...figures } = await runEditingSessions(studio, { ...counts, hasRestarts }, (line) =>
      process.stderr.write(`${line}\n`),
    );
    process.stdout.write(`${JSON.stringify({ ...figures, faults: faults.length })}\n`);
    return faults.length === 0 ? EXIT.done : EXIT.failed;
  }),
);
runs<object>(subCommand(program, "film-strip", "docs/images/two-tabs.webp"), () => inStudio(filmStrip));
runs<object>(subCommand(program, "reader-picture", "docs/images/reader.png"), () => inStudio(readerPicture));
runs<object>(subCommand(program, "studio-pictures", "docs/images/watch.png and gate.png"), () =>
  inStudio(studioPictures),
);

runs<{ sessions: number }>(
  subCommand(
    program,
    "storm",
    "many books while their models are down, with the operators' desk open",
  ).option("--sessions <n>", "how many", wholeNumber("--sessions", 2), 200),
  async ({ sessions }) => {
    const { faults, ...figures } = await storm(sessions, (line) => process.stderr.write(`${line}\n`));
    for (const fault of faults) process.stdout.write(`${fault}\n`);
    process.stdout.write(`${JSON.stringify({ ...figures, faults: faults.length })}\n`);
    return faults.length === 0 ? EXIT.done : EXIT.failed;
  },
);

async function inStudio<T>(act: (studio: Studio) => Promise<T>): Promise<T> {
  const studio = await openStudio();
  try {
    return await act(studio);
  } finally {
    await studio.close();
  }
}

process.exitCode = await runCommand(program, process.argv.slice(2), { name: "e2e", hasStacks: true });

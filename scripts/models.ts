// `npm run models`: asks each configured model once and says what it cost, or serves the local model server.
import { parseArgs } from "node:util";
import { PROFILES } from "../emulators/models/profile.ts";
import { startModelServer } from "../emulators/models/server.ts";
import { LOCAL_MODELS_PORT } from "../lib/models/hosted/access.ts";
import { checkModels } from "./models/check.ts";
import { catalogOffers } from "./models/offers.ts";
import { offlineAnswers } from "./models/offline-answers.ts";

const USAGE = `npm run models -- check | serve [options]

  check                     one small call to each configured model, and what it cost
  serve                     a local server that speaks the protocols of Google's models, until Ctrl-C
    --port N                its port (default: ${LOCAL_MODELS_PORT}; 0 takes a free one)
    --profile NAME          how long it takes and how often it fails: ${Object.keys(PROFILES).join(", ")} (default: instant)
    --seed N                which calls fail (default: 0)
    --requests-per-minute N more are answered with 429, for each model
    --window-seconds N      the window that they are counted in (default: 60)
  --help                    this text
`;

class UsageError extends Error {
  override readonly name = "UsageError";
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  if (values.help === true) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [command] = positionals;
  if (command === "check") return checkModels((line) => process.stdout.write(`${line}\n`));
  if (command === "serve") return serve(values);
  throw new UsageError(
    `say check or serve${command === undefined ? "" : `, not ${command}`}; --help tells more`,
  );
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        port: { type: "string" },
        profile: { type: "string" },
        seed: { type: "string" },
        "requests-per-minute": { type: "string" },
        "window-seconds": { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function serve(values: ReturnType<typeof readArguments>["values"]): Promise<number> {
  const name = values.profile ?? "instant";
  const profile = Object.entries(PROFILES).find(([known]) => known === name)?.[1];
  if (profile === undefined) {
    throw new UsageError(`--profile takes ${Object.keys(PROFILES).join(", ")}; got ${name}`);
  }
  const quota = whole("--requests-per-minute", values["requests-per-minute"]);
  const windowSeconds = whole("--window-seconds", values["window-seconds"]);
  const server = await startModelServer({
    ...{ offers: catalogOffers(new Date().toISOString().slice(0, 10)), answer: offlineAnswers(), profile },
    seed: whole("--seed", values.seed) ?? 0,
    port: whole("--port", values.port) ?? LOCAL_MODELS_PORT,
    ...(quota === undefined ? {} : { requestsPerMinute: quota }),
    ...(windowSeconds === undefined ? {} : { windowMs: windowSeconds * 1_000 }),
  });
  process.stdout.write(`GEMINI_API_KEY=test GEMINI_BASE_URL=${server.url}\n`);
  await new Promise((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  process.stdout.write(`${JSON.stringify(server.counts())}\n`);
  await server.close();
  return 0;
}

function whole(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`${name} takes a whole number; got ${text}`);
  return Number(text);
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`mekuri: ${error instanceof Error ? error.message : String(error)}\n`);
  return error instanceof UsageError ? 2 : 1;
});

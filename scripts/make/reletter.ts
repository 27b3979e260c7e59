// `npm run reletter -- SESSION [lettering.csv]`: letters a finished book again, in other words, another language or the other
// direction, in the service of a data folder. Pictures stay as they are.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { decodeStory } from "../../lib/manga/decode-story.ts";
import { FinishedBookSchema } from "../../lib/manga/finished-book.ts";
import { type Direction, DirectionSchema, type Language, LanguageSchema } from "../../lib/manga/language.ts";
import { CsvError, readLetteringCsv } from "../../lib/manga/lettering-csv.ts";
import { RequestRefusedError } from "../serve/guest.ts";
import { openService } from "../serve/shared-service.ts";
import { ArgumentError, DEFAULT_DATA } from "./arguments.ts";
import { deliverBook } from "./deliver.ts";
import { claimFolder, claimRight, DEFAULT_PLACE, defaultFolder } from "./output-folder.ts";
import { openProgress } from "./progress.ts";
import { type Relettered, sessionClient } from "./session-client.ts";
import { sessionFile } from "./session-file.ts";

const USAGE = `Usage: npm run reletter -- SESSION [lettering.csv] [options]
  SESSION              a finished book's id, as session.json has it
  lettering.csv        its words, edited: UTF-8 or Shift_JIS; without it, they stay or a hosted model translates them
  --language ja|en     the language of the lettering (default: as it is)
  --direction rtl|ltr  the other one turns every page (default: as it is)
  --redraw             draw the panels again whose speakers would talk in the wrong order: one picture each
  --out DIR            where the book goes (default: out/<title>)
  --data DIR           where the service keeps its data (default: .local)
  --json               print one JSON object on standard output, and nothing else`;

const EXIT = { complete: 0, failed: 1, unusable: 2 } as const;

/** An unusable command line; the usage is shown. */
class UsageError extends Error {}

interface Arguments {
  sessionId: string;
  csv: string | undefined;
  language: Language | undefined;
  direction: Direction | undefined;
  redraw: boolean;
  out: string | undefined;
  data: string;
  json: boolean;
}

function readArguments(args: readonly string[]): Arguments {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const options = {
    ...{ language: text, direction: text, out: text, data: { ...text, default: DEFAULT_DATA } },
    ...{ redraw: flag, json: flag, help: flag },
  } as const;
  const { values, positionals } = parsed(() =>
    parseArgs({ args: [...args], options, allowPositionals: true }),
  );
  if (values.help) throw new UsageError("");
  const [sessionId, csv, ...more] = positionals;
  if (sessionId === undefined) throw new UsageError("Name the session.");
  if (!/^[\w-]{1,64}$/.test(sessionId)) throw new UsageError(`"${sessionId}" is no session's id.`);
  if (more.length > 0) throw new UsageError(`One lettering.csv at a time; got ${more.join(", ")} too.`);
  if (values.data === "memory")
    throw new UsageError("--data must name a folder: nothing in memory is left to letter.");
  const language = LanguageSchema.optional().safeParse(values.language);
  if (!language.success) throw new UsageError(`--language takes ja or en; got ${values.language}.`);
  const direction = DirectionSchema.optional().safeParse(values.direction);
  if (!direction.success) throw new UsageError(`--direction takes rtl or ltr; got ${values.direction}.`);
  if (csv === undefined && language.data === undefined && direction.data === undefined) {
    throw new UsageError("Give a lettering.csv, --language or --direction: there is nothing to change.");
  }
  const { out, data, redraw, json } = values;
  return { sessionId, csv, language: language.data, direction: direction.data, redraw, out, data, json };
}

function parsed<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Read here as the API reads it, so that a broken file costs no start. Throws `ArgumentError` and `CsvError`. */
function readCsv(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    throw new ArgumentError(
      code === "ENOENT" ? `there is no file ${path}` : `${path} cannot be read (${code})`,
    );
  }
  const text = decodeStory(bytes);
  readLetteringCsv(text);
  return text;
}

async function main(): Promise<number> {
  const asked = readArguments(process.argv.slice(2));
  const { sessionId, language, direction, redraw, out, data, json } = asked;
  const csv = asked.csv === undefined ? undefined : readCsv(asked.csv);
  if (out === undefined) claimRight(DEFAULT_PLACE);
  else claimFolder(out, sessionId);
  process.env.MEKURI_LOG_LEVEL ||= "warning";
  const progress = openProgress(process.stderr);
  const service = await openService({
    ...{ dataDir: data, isolate: false, apiPort: 0 },
    onTrouble: (message) => progress.say(`reletter: ${message}`),
  });
  const client = sessionClient(service);
  try {
    const relettered = await client.reletter(sessionId, { csv, language, direction, redraw });
    const stop = new AbortController();
    const session = await client.follow(sessionId, (state) => progress.show(state), stop.signal);
    progress.end();
    const notices = await client.readNotices(sessionId);
    const shown = { ...sessionFile(session, notices), outOfOrder: relettered.outOfOrder };
    if (json) process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
    if (session.status !== "completed") {
      process.stderr.write(`reletter: no book: ${session.error?.message ?? session.status}\n`);
      return EXIT.failed;
    }
    const finished = FinishedBookSchema.parse(session.result);
    const folder = out ?? defaultFolder(finished.title, sessionId);
    await deliverBook(client, session, { folder, data, notices });
    const told = `${finished.title}: ${session.pages} pages lettered again, in ${folder}\n`;
    (json ? process.stderr : process.stdout).write(told);
    tellOrder(relettered, redraw);
    return EXIT.complete;
  } finally {
    await client.close();
    await service.close((others) =>
      progress.say(`reletter: ${others} other command(s) still use this service; waiting`),
    );
  }
}

function tellOrder({ outOfOrder }: Relettered, redrawn: boolean): void {
  if (outOfOrder.length === 0) return;
  const panels = outOfOrder.map(({ page, panel }) => `page ${page} ${panel}`).join(", ");
  const said = redrawn
    ? `drawn again, so that people stand in the order in which they speak: ${panels}`
    : `read in this direction, people in these panels speak before they are met: ${panels}. --redraw with the direction draws them anew; or draw single ones again by POST …/panels/{panel}/redraw`;
  process.stderr.write(`reletter: ${said}\n`);
}

function explain(error: unknown): string {
  if (error instanceof RequestRefusedError && error.status === 404 && error.code === "session-not-found") {
    return `${error.message}; its id is in the session.json of its folder`;
  }
  return error instanceof Error ? error.message : String(error);
}

function isUnusable(error: unknown): boolean {
  if (error instanceof RequestRefusedError) return error.status === 422 || error.status === 404;
  return error instanceof UsageError || error instanceof ArgumentError || error instanceof CsvError;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const usage = error instanceof UsageError ? `${USAGE}\n` : "";
    const message = explain(error);
    process.stderr.write(`${message === "" ? "" : `reletter: ${message}\n`}${usage}`);
    process.exit(isUnusable(error) ? EXIT.unusable : EXIT.failed);
  },
);

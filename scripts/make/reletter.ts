// `mekuri reletter SESSION [lettering.csv]`: letters a finished book again with other words, in another language or reading direction, in a
// data folder's service. Pictures are not changed.
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { decodeStory } from "../../lib/manga/decode-story.ts";
import { FinishedBookSchema } from "../../lib/manga/finished-book.ts";
import { type Direction, DirectionSchema, type Language, LanguageSchema } from "../../lib/manga/language.ts";
import { CsvError, readLetteringCsv } from "../../lib/manga/lettering-csv.ts";
import {
  DEFAULT_DATA,
  dataFolder,
  EXIT,
  InputError,
  newCommand,
  oneOf,
  runs,
  sessionIdOf,
  UsageError,
} from "../command/command.ts";
import { RequestRefusedError } from "../serve/guest.ts";
import { openService } from "../serve/shared-service.ts";
import { deliverBook } from "./deliver.ts";
import { claimFolder, claimRight, DEFAULT_PLACE, defaultFolder } from "./output-folder.ts";
import { openProgress } from "./progress.ts";
import { type Relettered, sessionClient } from "./session-client.ts";
import { sessionFile } from "./session-file.ts";

interface Options {
  language?: Language;
  direction?: Direction;
  redraw: boolean;
  out?: string;
  data: string;
  json: boolean;
}

export function reletter(): Command {
  const command = newCommand(
    "reletter",
    "letter a finished book again with other words, language or direction",
  )
    .argument("<session>", "a finished book's id, from session.json", sessionIdOf)
    .argument(
      "[lettering.csv]",
      "the edited lettering.csv, UTF-8 or Shift_JIS (default: the words stay, or a hosted model translates them)",
    )
    .option(
      "--language <name>",
      "ja or en: the language of the lettering (default: unchanged)",
      oneOf("--language", LanguageSchema.options),
    )
    .option(
      "--direction <name>",
      "rtl or ltr: the reading direction; a change mirrors every page's layout (default: unchanged)",
      oneOf("--direction", DirectionSchema.options),
    )
    .option(
      "--redraw",
      "draw panels again in which the speakers would stand in the wrong order; each costs one picture",
      false,
    )
    .option("--out <folder>", "output folder of the book (default: out/<title>)")
    .option("--data <folder>", "data folder of the service", dataFolder("letter"), DEFAULT_DATA)
    .option("--json", "print only one JSON object on standard output", false);
  return runs<Options>(command, (options, sessionId: string, csv: string | undefined) => {
    if (csv === undefined && options.language === undefined && options.direction === undefined)
      throw new UsageError("Nothing to change: give a lettering.csv, --language or --direction.");
    return letterAgain(sessionId, csv, options).catch((error: unknown) => {
      throw explained(error);
    });
  });
}

/** Validated here with the API's code, so that a broken file fails before the service starts. Throws `InputError` and `CsvError`. */
function readCsv(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    throw new InputError(code === "ENOENT" ? `there is no file ${path}` : `${path} cannot be read (${code})`);
  }
  const text = decodeStory(bytes);
  readLetteringCsv(text);
  return text;
}

async function letterAgain(
  sessionId: string,
  file: string | undefined,
  { language, direction, redraw, out, data, json }: Options,
): Promise<number> {
  const csv = file === undefined ? undefined : readCsv(file);
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
    return EXIT.done;
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
    ? `drawn again with people in their order of speech: ${panels}`
    : `in this reading direction, the people of these panels do not stand in their order of speech: ${panels}. Draw all again with --redraw and the direction, or single ones by POST …/panels/{panel}/redraw`;
  process.stderr.write(`reletter: ${said}\n`);
}

/** Converts errors that the user can fix to messages. */
function explained(error: unknown): unknown {
  if (error instanceof CsvError) return new InputError(error.message, { cause: error });
  if (!(error instanceof RequestRefusedError) || ![404, 422].includes(error.status)) return error;
  const isUnknown = error.status === 404 && error.code === "session-not-found";
  const where = isUnknown ? "; its id is in the session.json of its folder" : "";
  return new InputError(`${error.message}${where}`, { cause: error });
}

// `mekuri make` and `mekuri resume`: makes a finished book of a story, with the real service on this machine.
import { readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { lowestLimit, planGeneration } from "../../lib/api/generation.ts";
import { ApiProblem } from "../../lib/api/problems.ts";
import { GenerateRequestSchema } from "../../lib/api/session-routes.ts";
import { readMoney } from "../../lib/cloud/config.ts";
import { decodeStory, StoryUnusableError } from "../../lib/manga/decode-story.ts";
import { FinishedBookSchema } from "../../lib/manga/finished-book.ts";
import { pooledReader } from "../../lib/models/reading/pooled-reader.ts";
import type { ClientSession } from "../../lib/pipeline/client-documents.ts";
import { inlineWork } from "../../lib/work/inline-work.ts";
import { EXIT, InputError } from "../command/command.ts";
import { onSignal } from "../command/signals.ts";
import { openService, type SharedService } from "../serve/shared-service.ts";
import { type MangaArguments, makeCommand, resumeCommand } from "./arguments.ts";
import { deliverBook } from "./deliver.ts";
import { guessLine } from "./guess-lines.ts";
import { noticesOf } from "./model-notices.ts";
import { noticeLines } from "./notice-lines.ts";
import { claimFolder, claimRight, DEFAULT_PLACE, defaultFolder, writeWhole } from "./output-folder.ts";
import { openProgress, type Progress } from "./progress.ts";
import { qualityLines } from "./quality-lines.ts";
import { openReview } from "./review.ts";
import { type SessionClient, sessionClient } from "./session-client.ts";
import { sessionFile } from "./session-file.ts";

/** The sample stories. */
const SAMPLES = {
  ja: "../../examples/amayadori-no-tokeiya.txt",
  en: "../../examples/the-last-loaf.txt",
} as const;

/** Ctrl-C was pressed. */
class InterruptedError extends Error {
  override readonly name = "InterruptedError";
}

/** Returns the exit status. Throws `InputError`, and errors of the service. */
async function makeManga(arguments_: MangaArguments): Promise<number> {
  try {
    const request = arguments_.resume === undefined ? await planRequest(arguments_) : undefined;
    if (arguments_.out === undefined) claimRight(DEFAULT_PLACE);
    else if (arguments_.resume === undefined) claimFolder(arguments_.out, undefined);
    // Success is shown as progress, so the log has only warnings and errors.
    process.env.MEKURI_LOG_LEVEL ||= "warning";
    const interruption = new AbortController();
    onSignal(() => interruption.abort(new InterruptedError("interrupted")), EXIT.interrupted);
    return await makeBook(arguments_, request, openProgress(process.stderr), interruption.signal);
  } catch (error) {
    if (error instanceof InterruptedError) {
      process.stderr.write(`mekuri: ${error.message}\n`);
      return EXIT.interrupted;
    }
    const isTheirs = error instanceof StoryUnusableError || error instanceof ApiProblem;
    throw isTheirs ? new InputError(error.message, { cause: error }) : error;
  }
}

export const make = () => makeCommand(makeManga);
export const resume = () => resumeCommand(makeManga);

interface PlannedRequest {
  body: Record<string, unknown>;
  /** Notices that were printed already. */
  said: readonly string[];
}

/** The request, validated here with the API's code, so that invalid input fails before the service starts. */
async function planRequest(arguments_: MangaArguments): Promise<PlannedRequest> {
  const { pages, language, direction, style, artDirection, colorMode } = arguments_;
  const { dropPunctuation, experimental } = arguments_;
  const { title, seed, review, models, tier, slow, formats } = arguments_;
  const text = decodeStory(await storyBytes(arguments_));
  const body = {
    ...{ text, pages, language, direction, style, artDirection, colorMode, dropPunctuation, experimental },
    ...{ title, seed, review, models, tier, slow, formats },
  };
  const settings = { limitMicros: lowestLimit(readMoney().limits) };
  const reader = pooledReader(inlineWork());
  const { estimate } = await planGeneration(GenerateRequestSchema.parse(body), reader, settings);
  const said = noticesOf(models, estimate, { isRead: process.stderr.isTTY === true });
  for (const line of said) process.stderr.write(`mekuri: ${line}\n`);
  return { body, said };
}

async function storyBytes({ story, language }: MangaArguments): Promise<Uint8Array> {
  if (story === "-") return buffer(process.stdin);
  const path = story ?? fileURLToPath(new URL(SAMPLES[language ?? "ja"], import.meta.url));
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") throw new InputError(`there is no file ${path}`);
    if (code === "EISDIR") throw new InputError(`${path} is a folder, not a story`);
    throw new InputError(`${path} cannot be read (${code})`);
  }
}

/** Reopens the service if the command that owns it ends before the session. */
async function makeBook(
  arguments_: MangaArguments,
  request: PlannedRequest | undefined,
  progress: Progress,
  interruption: AbortSignal,
): Promise<number> {
  let sessionId: string | undefined;
  const begun = new Date();
  for (;;) {
    const service = await openService({
      dataDir: arguments_.data,
      isolate: arguments_.isolate,
      isBuilt: arguments_.built,
      apiPort: 0,
      onTrouble: (message) => progress.say(`mekuri: ${message}`),
    });
    const client = sessionClient(service);
    try {
      interruption.throwIfAborted();
      sessionId ??= await chooseSession(arguments_, request, { client, begun });
      const ended = await followSession(sessionId, { service, client, progress, interruption });
      if (ended === "service lost") continue;
      const code = await conclude(arguments_, ended, client, progress);
      await service.close((others) =>
        progress.say(`mekuri: ${others} other command(s) still use this service; waiting`),
      );
      return code;
    } catch (error) {
      if (error instanceof InterruptedError && sessionId !== undefined)
        await cancelQuietly(client, sessionId);
      await service.abandon();
      throw error;
    } finally {
      await client.close();
    }
  }
}

/** The session: a new one, the named one, or the newest unfinished one. */
async function chooseSession(
  { resume, out, tier, slow }: MangaArguments,
  request: PlannedRequest | undefined,
  { client, begun }: { client: SessionClient; begun: Date },
): Promise<string> {
  if (resume === undefined) {
    // With `auto` the service detects local programs again, because they may have changed in the meantime.
    return client.generate(request?.body ?? {}, (notices) => {
      for (const line of notices.filter((one) => !request?.said.includes(one)))
        process.stderr.write(`mekuri: found meanwhile: ${line}\n`);
    });
  }
  const found =
    resume.session === undefined ? await client.toResume(begun) : await client.read(resume.session);
  if (found === undefined) {
    throw new InputError(
      resume.session === undefined
        ? "there is no unfinished session to resume"
        : `there is no session ${resume.session}`,
    );
  }
  if (out !== undefined) claimFolder(out, found.sessionId);
  if (tier === "final") {
    // The idempotency key is the same however often the service is reopened, so the panels are drawn again once.
    const { artist } = await client.drawFinal(found.sessionId, { slow, key: `final-${begun.getTime()}` });
    process.stderr.write(
      `mekuri: ${artist} draws the panels again, each with its present picture as reference\n`,
    );
  }
  return found.sessionId;
}

interface Following {
  service: SharedService;
  client: SessionClient;
  progress: Progress;
  interruption: AbortSignal;
}

/** Follows the session until it ends, and answers its gates. */
async function followSession(
  sessionId: string,
  { service, client, progress, interruption }: Following,
): Promise<ClientSession | "service lost"> {
  const review = openReview(client, progress, { input: process.stdin, output: process.stderr });
  const stop = new AbortController();
  const trouble = Promise.withResolvers<never>();
  let reviewed = 0;
  const onChange = (session: ClientSession) => {
    progress.show(session);
    const revision = session.waiting?.revision ?? 0;
    const key = session.waiting === undefined ? 0 : session.seq;
    if (session.status !== "waiting" || revision === 0 || key === reviewed) return;
    reviewed = key;
    review(session).catch(trouble.reject);
  };
  interruption.addEventListener("abort", () => trouble.reject(interruption.reason));
  interruption.throwIfAborted();
  const lost = service.lost.then((reason) => {
    if (!service.joined) throw new Error(`the service cannot continue: ${reason}`);
    progress.say(`mekuri: ${reason}; this command runs the service itself now`);
    return "service lost" as const;
  });
  try {
    return await Promise.race([client.follow(sessionId, onChange, stop.signal), lost, trouble.promise]);
  } finally {
    stop.abort();
    progress.end();
  }
}

async function conclude(
  arguments_: MangaArguments,
  session: ClientSession,
  client: SessionClient,
  progress: Progress,
): Promise<number> {
  const notices = await client.readNotices(session.sessionId);
  const file = `${JSON.stringify(sessionFile(session, notices), null, 2)}\n`;
  if (arguments_.json) process.stdout.write(file);
  if (session.status !== "completed") {
    const reason =
      session.error === undefined ? session.status : `${session.error.message} (${session.error.code})`;
    process.stderr.write(`mekuri: no book: ${reason}\n`);
    if (arguments_.out !== undefined) writeWhole(`${arguments_.out}/session.json`, file);
    return EXIT.failed;
  }
  const finished = FinishedBookSchema.parse(session.result);
  const folder = arguments_.out ?? defaultFolder(finished.title, session.sessionId);
  const delivery = { folder, data: arguments_.data, notices };
  const { leftOut, quality } = await deliverBook(client, session, delivery);
  if (leftOut.length > 0) {
    progress.say(
      `mekuri: ${leftOut.length} sentence(s) are not lettered: they only say who speaks, or there was no room. book.json lists them under leftOut; more --pages give more room.`,
    );
  }
  for (const line of noticeLines(notices)) progress.say(`mekuri: ${line}`);
  for (const line of qualityLines(quality)) progress.say(`mekuri: ${line}`);
  const told = `${finished.title}: ${session.pages} pages, ${session.panels} panels, in ${folder}\n`;
  (arguments_.json ? process.stderr : process.stdout).write(told);
  const guesses = guessLine(quality);
  if (guesses !== undefined) progress.say(`mekuri: ${guesses}`);
  return EXIT.done;
}

/** A session that has already ended needs no cancellation. */
async function cancelQuietly(client: SessionClient, sessionId: string): Promise<void> {
  try {
    await client.cancel(sessionId);
    process.stderr.write(`mekuri: session ${sessionId} is cancelled\n`);
  } catch (error) {
    process.stderr.write(`mekuri: session ${sessionId} was not cancelled: ${messageOf(error)}\n`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// `npm run models -- check` for self-hosted servers: one small request to each, and a fix for each failure.
import * as z from "zod";
import { AUTO, autoModels } from "../../lib/models/auto-models.ts";
import { knownModel } from "../../lib/models/catalog.ts";
import { isOwn, type ModelChoice } from "../../lib/models/hosted/access.ts";
import { answerSchema } from "../../lib/models/hosted/json-schema.ts";
import { loadHosted } from "../../lib/models/hosted/load.ts";
import { findJson } from "../../lib/models/hosted/loose-json.ts";
import { OWN_TIMEOUT_MS, type Question, type Reply } from "../../lib/models/hosted/model.ts";
import { parseHostedId } from "../../lib/models/hosted/settings.ts";
import { decode } from "../../lib/models/hosted/shape.ts";
import { upToMicros } from "../../lib/models/hosted/upper-price.ts";
import type { Environment } from "../../lib/models/own-servers.ts";
import { halfSet, namedServers } from "./own-list.ts";

const SeenSchema = z.object({ name: z.string(), age: z.int(), animal: z.string() });

const WORDS: Question = {
  task: "concept",
  turns: [
    {
      role: "user",
      parts: [
        {
          text: "Mina, a girl of 15, found a black cat at the station. Say her name, her age and the animal.",
        },
      ],
    },
  ],
  wanted: { kind: "json", schema: answerSchema(SeenSchema), maxOutputTokens: 500 },
  seed: 1,
};

const picture = (of: "portrait" | "panel", text: string): Question => ({
  ...{ task: "picture", of, seed: 1 },
  turns: [{ role: "user", parts: [{ text }] }],
  wanted: { kind: "image", aspectRatio: "1:1", size: "1K" },
});
const PORTRAIT = picture("portrait", "A black and white ink drawing of a black cat, plain background.");
/** A panel without people, for which a graph must work without references. */
const PANEL = picture("panel", "A black and white ink drawing of an empty street at night.");

/** 0: every server answers, or there is none. 1: one does not, or a setting is invalid. Reads the process's settings. */
export async function checkOwn(environment: Environment, say: (line: string) => void): Promise<number> {
  let choices: ModelChoice[];
  try {
    choices = await choicesIn(environment, say);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    say(`fix: ${error.message}`);
    return 1;
  }
  const lacking = halfSet(environment);
  for (const line of lacking) say(`fix: ${line}`);
  const asked = choices.flatMap((choice) => questionsFor(choice).map((question) => ({ choice, question })));
  const most = asked.reduce((sum, { choice, question }) => sum + upToMicros(choice.model, question), 0);
  if (asked.length > 0)
    say(
      `your own servers: ${asked.length} question${asked.length === 1 ? "" : "s"}, at most $${(most / 1e6).toFixed(4)} together`,
    );
  let failures = lacking.length;
  // Sequentially, because they may share one graphics card.
  for (const { choice, question } of asked) failures += (await isAnswered(choice, question, say)) ? 0 : 1;
  return failures > 0 ? 1 : 0;
}

/** The configured servers, and those that `auto` detects. */
async function choicesIn(environment: Environment, say: (line: string) => void): Promise<ModelChoice[]> {
  const named = namedServers(environment).map(({ adapter, key }): ModelChoice => ({ adapter, model: key }));
  const { ids, summary } = await autoModels({ environment });
  say(`--models ${AUTO}: ${summary}`);
  const found = [ids.reader, ids.artist].flatMap((id) => parseHostedId(id) ?? []);
  return [...named, ...found.filter(({ adapter }) => isOwn(adapter))];
}

/** One request; for ComfyUI, one for each graph. */
function questionsFor({ adapter, model }: ModelChoice): Question[] {
  if (knownModel(model)?.kind !== "image") return [WORDS];
  return adapter === "comfyui" ? [PORTRAIT, PANEL] : [PORTRAIT];
}

async function isAnswered(
  choice: ModelChoice,
  question: Question,
  say: (line: string) => void,
): Promise<boolean> {
  const begun = performance.now();
  const told = (words: string) =>
    say(
      `${choice.model}${question === PANEL ? " (panels)" : ""}  ${((performance.now() - begun) / 1_000).toFixed(1)} s  ${words}`,
    );
  try {
    const reply = await (await loadHosted(choice)).ask(question, AbortSignal.timeout(OWN_TIMEOUT_MS));
    const fault = question.wanted.kind === "image" ? await pictureFault(reply) : wordsFault(reply);
    told(fault === undefined ? `works${saidIn(reply)}` : `fails: ${fault}`);
    if (fault !== undefined) say(`fix: ${choice.model}: ${fault}`);
    return fault === undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    told("fails");
    say(`fix: ${reason}`);
    return false;
  }
}

/** The answer's text, so that the user can judge the model's understanding. */
const saidIn = ({ text }: Reply): string =>
  text.trim() === "" ? "" : `: ${text.trim().replaceAll(/\s+/g, " ").slice(0, 120)}`;

function wordsFault({ end, reason, text }: Reply): string | undefined {
  if (end === "refused" || end === "empty") return `it returned no answer (${reason}); choose another model`;
  const fits = SeenSchema.safeParse(findJson(text)?.value).success;
  return fits
    ? undefined
    : "its answer does not have the requested form; choose a larger model, or a server that supports response_format";
}

async function pictureFault({ images, reason }: Reply): Promise<string | undefined> {
  const bytes = images.at(-1)?.bytes;
  if (bytes === undefined) return `it returned no picture (${reason}); check the server's log`;
  const decoded = await decode(bytes, "1:1");
  return decoded.kind === "picture"
    ? undefined
    : `its picture cannot be used: ${decoded.reason}; make the model or the graph use the width and height that are sent`;
}

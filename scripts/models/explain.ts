// `models explain`: the request to the artist for a panel's picture, readable by the session's owner.
import * as z from "zod";
import { type Guest, guestOf, refusalOf } from "../serve/guest.ts";
import { openService } from "../serve/shared-service.ts";

export const AskedAnswerSchema = z.object({
  prompt: z.string(),
  own: z.boolean().default(false),
  references: z.array(z.object({ role: z.string(), step: z.string(), sha256: z.string() })).default([]),
  model: z.string().nullable(),
  size: z.string().nullable(),
  notices: z.array(z.string()).default([]),
  found: z.array(z.string()).optional(),
});
export type AskedAnswer = z.infer<typeof AskedAnswerSchema>;

/** Parses `p003/k2`. Undefined if it does not name a panel. */
export function panelOf(name: string): { page: number; panel: string } | undefined {
  const [, page, panel] = /^p(\d{3,})\/(k\d+)$/.exec(name) ?? [];
  return page === undefined || panel === undefined ? undefined : { page: Number(page), panel };
}

/** Purpose of a reference picture, by its label in the request. */
const MEANT: Readonly<Record<string, string>> = {
  person: "who is in it",
  place: "where it is",
  style: "how it is drawn",
  anchor: "the first picture of the scene",
  rough: "a rough, for the composition",
  draft: "its draft, for the composition",
};

/** Number of words that image models follow well. */
const MOST_WORDS = 180;

/**
 * The request line by line: its attachments in the order sent, then its words, one sentence a line. Numbers in the words refer to the
 * pictures.
 */
export function explained(
  name: string,
  { prompt, own, references, model, size, notices, found }: AskedAnswer,
): string[] {
  return [
    model === null
      ? `No model was asked for ${name}: a program drew it, or it is not drawn yet.`
      : `${name} was requested from ${model} at ${size}.`,
    references.length === 0
      ? "No reference pictures were sent."
      : "Reference pictures, in the order in which they were sent (number, use, step, start of its sha-256):",
    ...references.map(
      ({ role, step, sha256 }, index) =>
        `  ${index + 1}  ${(MEANT[role] ?? role).padEnd(30)}  ${step.padEnd(20)}  ${sha256.slice(0, 12)}`,
    ),
    `Prompt ${own ? "of a person's own" : `by code, at most ${MOST_WORDS} words`}: ${wordsOf(prompt)} words.`,
    ...prompt.split(own ? "\n" : /(?<=[.。]) (?=\p{Lu})/u).map((sentence) => `  ${sentence}`),
    ...(found === undefined ? [] : [foundIn(found)]),
    ...notices.map((notice) => `notice: ${notice}`),
  ];
}

const foundIn = (found: readonly string[]) =>
  `The check of the first picture found ${found.length === 0 ? "no faults" : found.join(", ")}.`;

/**
 * The pictures of a session, one a line, then the faults found in pictures made with and without a rough. With `MEKURI_ROUGH=half` this
 * measures whether a model draws better with a rough.
 */
export function compared(asked: readonly { name: string; answer: AskedAnswer }[]): string[] {
  const looked = asked.filter(({ answer }) => answer.found !== undefined);
  const [rough, plain] = [true, false].map((wanted) =>
    looked.filter(({ answer }) => answer.references.some(({ role }) => role === "rough") === wanted),
  );
  return [
    ...asked.map(({ name, answer: { model, size, references, found } }) =>
      [name, model, size, `${references.length} references`, ...(found ? [foundIn(found)] : [])].join("  "),
    ),
    ...[["with a rough", rough ?? []] as const, ["without", plain ?? []] as const].map(([how, of]) => {
      const faults = of.reduce((sum, { answer }) => sum + (answer.found?.length ?? 0), 0);
      const share = of.length === 0 ? "" : `, ${(faults / of.length).toFixed(2)} a picture`;
      return `${how}: ${of.length} pictures were checked, ${faults} faults found${share}.`;
    }),
  ];
}

const wordsOf = (prompt: string) => prompt.split(/\s+/u).filter((word) => word !== "").length;

/** Through the API of the data folder's service, which is started if necessary. Throws `RequestRefusedError`. */
export async function explainPanel(
  { sessionId, panel, data }: { sessionId: string; panel: string | undefined; data: string },
  say: (line: string) => void,
): Promise<void> {
  process.env.MEKURI_LOG_LEVEL ??= "warning";
  const note = (line: string) => process.stderr.write(`mekuri: ${line}\n`);
  const service = await openService({ dataDir: data, isolate: false, apiPort: 0, onTrouble: note });
  try {
    const guest = guestOf(service.api, service.guestKey, service.tokenFile);
    const lines =
      panel === undefined
        ? compared(await allAsked(guest, sessionId))
        : explained(panel, await askedFor(guest, sessionId, panel));
    for (const line of lines) say(line);
  } finally {
    await service.close();
  }
}

const PagesSchema = z.object({
  pages: z.array(z.object({ number: z.int(), panels: z.array(z.object({ id: z.string() })) })),
});

/** Returns the request of every panel for which a model was asked. Throws `RequestRefusedError`. */
export async function allAsked(guest: Pick<Guest, "fetch">, sessionId: string) {
  const response = await guest.fetch(`/api/v1/manga/sessions/${sessionId}/pages`);
  if (!response.ok) throw await refusalOf(response);
  const { pages } = PagesSchema.parse(await response.json());
  const asked: { name: string; answer: AskedAnswer }[] = [];
  for (const { number, panels } of pages) {
    for (const { id } of panels) {
      const name = `p${String(number).padStart(3, "0")}/${id}`;
      const answer = await askedFor(guest, sessionId, name);
      if (answer.model !== null) asked.push({ name, answer });
    }
  }
  return asked;
}

/** Throws `RangeError` for an invalid panel name, `RequestRefusedError` for a panel that does not exist or that no model was asked for. */
export async function askedFor(
  guest: Pick<Guest, "fetch">,
  sessionId: string,
  name: string,
): Promise<AskedAnswer> {
  const at = panelOf(name);
  if (at === undefined) throw new RangeError(`a panel is named like p003/k2, not ${name}`);
  const path = `/api/v1/manga/sessions/${sessionId}/pages/${at.page}/panels/${at.panel}/prompt`;
  const response = await guest.fetch(path);
  if (!response.ok) throw await refusalOf(response);
  return AskedAnswerSchema.parse(await response.json());
}

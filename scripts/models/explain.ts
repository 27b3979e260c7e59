// `models explain`: what an artist was asked for the picture of a panel, as the session's owner may read it.
import * as z from "zod";
import { type Guest, guestOf, refusalOf } from "../service/guest.ts";
import { openService } from "../service/shared-service.ts";

export const AskedAnswerSchema = z.object({
  prompt: z.string(),
  own: z.boolean().default(false),
  references: z.array(z.object({ role: z.string(), step: z.string(), sha256: z.string() })).default([]),
  model: z.string(),
  size: z.string(),
  notices: z.array(z.string()).default([]),
});
export type AskedAnswer = z.infer<typeof AskedAnswerSchema>;

/** Of `p003/k2`. Undefined where that names no panel. */
export function panelOf(name: string): { page: number; panel: string } | undefined {
  const [, page, panel] = /^p(\d{3,})\/(k\d+)$/.exec(name) ?? [];
  return page === undefined || panel === undefined ? undefined : { page: Number(page), panel };
}

/** What a reference picture is for, as its label in the request says. */
const MEANT: Readonly<Record<string, string>> = {
  person: "who is in it",
  place: "where it is",
  style: "how it is drawn",
  anchor: "the first picture of the scene",
  rough: "a rough, for the composition",
  draft: "its draft, for the composition",
};

/** The most words that image models follow well. */
const MOST_WORDS = 180;

/**
 * The request line by line: what went with it in the order in which it was sent, then its words, a sentence a line. Numbers in the words
 * are those of the pictures.
 */
export function explained(
  name: string,
  { prompt, own, references, model, size, notices }: AskedAnswer,
): string[] {
  return [
    `${name} was asked of ${model}, at ${size}.`,
    references.length === 0
      ? "No reference pictures went along."
      : "Reference pictures, in the order in which they were sent (number, use, step, start of its sha-256):",
    ...references.map(
      ({ role, step, sha256 }, index) =>
        `  ${index + 1}  ${(MEANT[role] ?? role).padEnd(30)}  ${step.padEnd(20)}  ${sha256.slice(0, 12)}`,
    ),
    `Prompt ${own ? "of a person's own" : `by code, at most ${MOST_WORDS} words`}: ${wordsOf(prompt)} words.`,
    ...prompt.split(own ? "\n" : /(?<=[.。]) (?=\p{Lu})/u).map((sentence) => `  ${sentence}`),
    ...notices.map((notice) => `notice: ${notice}`),
  ];
}

const wordsOf = (prompt: string) => prompt.split(/\s+/u).filter((word) => word !== "").length;

/** By the API of the data folder's service, which is started unless it runs. Throws `RequestRefusedError`. */
export async function explainPanel(
  { sessionId, panel, data }: { sessionId: string; panel: string; data: string },
  say: (line: string) => void,
): Promise<void> {
  process.env.MEKURI_LOG_LEVEL ??= "warning";
  const note = (line: string) => process.stderr.write(`mekuri: ${line}\n`);
  const service = await openService({ dataDir: data, isolate: false, apiPort: 0, onTrouble: note });
  try {
    const guest = guestOf(service.api, service.guestKey, service.tokenFile);
    for (const line of explained(panel, await askedFor(guest, sessionId, panel))) say(line);
  } finally {
    await service.close();
  }
}

/** Throws `RangeError` for a panel that is none, `RequestRefusedError` for one that the session lacks or that no model was asked for. */
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

// Latency of listeners: from the commit of a step's result to the snapshot that shows it. A page's document is written with each of its
// steps; the session's at most once a second.
import { readFileSync } from "node:fs";
import * as z from "zod";
import { sessionPath } from "../lib/cloud/firestore-paths.ts";
import { parseStepId } from "../lib/pipeline/step-id.ts";
import { type Bench, percentilesOf, type Row } from "./row.ts";
import { type Entry, measureService } from "./service.ts";

const STORY = readFileSync(new URL("story.txt", import.meta.url), "utf8");
const SESSION = { text: STORY, pages: 8, seed: 1, models: "offline", formats: ["csv"] };
const TIMES = 4;
/** A tenth of the seed's times, so that steps are spread out as in a book. */
const PACE = "0.1";

const SeqSchema = z.object({ seq: z.number() });

interface Seen {
  at: number;
  seq: number;
}

export const listener: Bench = {
  name: "listener",
  minutes: 1,
  async run({ tell }) {
    const service = await measureService({ tell, env: { BENCH_INSTANT: "1", BENCH_PACE: PACE } });
    await service.make(SESSION);
    const seen = new Map<string, Map<string, Seen[]>>();
    for (let time = 1; time <= TIMES; time++) {
      tell(`a book that is listened to, ${time} of ${TIMES}`);
      const sessionId = await service.client.generate(SESSION);
      const documents = new Map<string, Seen[]>();
      seen.set(sessionId, documents);
      const note = (document: string, data: unknown) => {
        const at = performance.timeOrigin + performance.now();
        const { seq } = SeqSchema.parse(data);
        documents.set(document, [...(documents.get(document) ?? []), { at, seq }]);
      };
      const stop = service.firestore.collection(`${sessionPath(sessionId)}/pages`).onSnapshot((snapshot) => {
        for (const { doc } of snapshot.docChanges()) note(doc.id, doc.data());
      });
      await service.client.follow(
        sessionId,
        (session) => note("session", session),
        new AbortController().signal,
      );
      stop();
    }
    const journal = (await service.end()).filter(
      ({ kind, sessionId }) => kind === "recorded" && seen.has(sessionId),
    );
    return rowsOf(journal, seen);
  },
};

function rowsOf(journal: readonly Entry[], seen: ReadonlyMap<string, ReadonlyMap<string, Seen[]>>): Row[] {
  const pages: number[] = [];
  const sessions: number[] = [];
  for (const { at, sessionId, step, seq = Number.NaN } of journal) {
    const firstSight = (document: string) =>
      seen
        .get(sessionId)
        ?.get(document)
        ?.find((sight) => sight.seq >= seq && sight.at >= at)?.at;
    const ref = parseStepId(step);
    const page =
      ref.of === "page" || ref.of === "panel" ? firstSight(String(ref.page).padStart(3, "0")) : undefined;
    if (page !== undefined) pages.push(page - at);
    const session = firstSight("session");
    if (session !== undefined) sessions.push(session - at);
  }
  const row = { who: "mekuri", unit: "ms", clock: "real", limits: [] } as const;
  return [
    {
      ...row,
      figure: "from record to a listener, a page's document",
      ...percentilesOf(pages),
      limits: [],
    },
    {
      ...{
        ...row,
        figure: "from record to a listener, the session's document",
        ...percentilesOf(sessions),
      },
      limits: [],
      note: "written at most once a second",
    },
  ];
}

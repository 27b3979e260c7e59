// Latency of the liveness probe under load: one process serves the API and letters a crowded page, as `npm start` does.
import { setTimeout as sleep } from "node:timers/promises";
import { HEAP_LIMITS } from "../scripts/serve/memory-limits.ts";
import { type Bench, percentilesOf, type Row } from "./row.ts";
import { type Entry, measureService } from "./service.ts";

/** On one page: nine panels at most, and no end of balloons. */
const LINES = [
  "待って、行かないで",
  "どうして言ってくれなかったの",
  "もう決めたことなんだ",
  "まだ間に合うよ、いっしょに行こう",
];
const TEXT = `駅のホームで、ミナはレンを呼び止めた。${Array.from({ length: 4 }, () => LINES)
  .flat()
  .map((line, index) => `「${line}」と${index % 2 === 0 ? "ミナ" : "レン"}は言った。`)
  .join("\n")}`;
const SESSION = { text: TEXT, pages: 1, seed: 1, models: "offline", formats: ["pdf"] };

const TIMES = 3;
/** How often somebody asks, in ms. */
const EVERY_MS = 20;
/** The most that one of a hundred waits, in ms. */
const LIMIT_MS = 250;

interface Asked {
  /** Milliseconds since 1970. */
  at: number;
  ms: number;
}

export const live: Bench = {
  name: "live",
  minutes: 0.5,
  async run({ tell }) {
    const service = await measureService({ tell, heapLimits: HEAP_LIMITS });
    const address = `${service.api}/health/live`;
    const asked: Asked[] = [];
    const asking = new AbortController();
    const ask = async () => {
      const at = performance.timeOrigin + performance.now();
      const answer = await fetch(address);
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
      asked.push({ at, ms: performance.timeOrigin + performance.now() - at });
    };
    // A request does not wait for the previous answer.
    const watch = async () => {
      const answers: Promise<void>[] = [];
      for (; !asking.signal.aborted; await sleep(EVERY_MS)) answers.push(ask());
      await Promise.all(answers);
    };
    // What is loaded at the first request is no part of it.
    await ask();
    const watching = watch();
    for (let time = 1; time <= TIMES; time++) {
      tell(`a crowded page, ${time} of ${TIMES}`);
      await service.make({ ...SESSION, seed: time });
    }
    asking.abort();
    await watching;
    return rowsOf(asked, await service.end());
  },
};

function rowsOf(asked: readonly Asked[], journal: readonly Entry[]): Row[] {
  const ofPages = spansOf(journal, (step) => step.startsWith("lettering/"));
  const lettered = spansOf(journal, (step) => /^lettering\/p\d+$/.test(step));
  const during = (spans: readonly Span[]) =>
    asked.filter(({ at, ms }) => spans.some(({ from, to }) => at < to && at + ms > from)).map(({ ms }) => ms);
  const row = { who: "mekuri", unit: "ms", clock: "real" } as const;
  return [
    {
      ...{ ...row, figure: "GET /health/live while a crowded page is lettered" },
      ...percentilesOf(during(ofPages)),
      limits: [{ of: "p99", kind: "at most", value: LIMIT_MS }],
      note: "requested every 20 ms; one process serves requests, and its worker pool draws",
    },
    {
      ...{ ...row, figure: "GET /health/live while a book is made" },
      ...percentilesOf(during(spansOf(journal, () => true))),
      limits: [{ of: "p99", kind: "at most", value: LIMIT_MS }],
    },
    {
      ...{ ...row, figure: "a crowded page, lettered and composed" },
      ...percentilesOf(lettered.map(({ from, to }) => to - from)),
      limits: [],
    },
  ];
}

interface Span {
  from: number;
  to: number;
}

/** When the phases' own work on these steps began and ended. */
function spansOf(journal: readonly Entry[], isMeant: (step: string) => boolean): Span[] {
  return journal.flatMap(({ kind, sessionId, step, at }) => {
    if (kind !== "run" || !isMeant(step)) return [];
    const end = journal.find(
      (entry) => entry.kind === "ran" && entry.sessionId === sessionId && entry.step === step,
    );
    return end === undefined ? [] : [{ from: at, to: end.at }];
  });
}

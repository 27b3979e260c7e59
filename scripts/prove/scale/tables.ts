// The tables of docs/operate/scale.md: the requests of a book, their sums for books a day, and the time of books under quotas.
import { SIMULATED_PRICES } from "../../../lib/models/simulated.ts";
import { FUNCTIONS } from "../../../lib/topology.ts";
import {
  busiest,
  type ConcurrentBooksReport,
  PAGES,
  PICTURES,
  runConcurrentBooks,
} from "./concurrent-books.ts";
import { PRICES } from "./prices.ts";

/** The default limits of a project, without a raised quota, and those of `prod` in infra/settings.ts. */
const LIMITS = [
  { name: "pictures of the model", most: 60, of: (day: Day) => day.picturesPerMinute, unit: "a minute" },
  { name: "instances of `artwork`", most: 200, of: (day: Day) => day.artworkInstances, unit: "" },
  {
    name: "writes that grow one index (`ledger.at`)",
    most: 500,
    of: (day: Day) => day.ledgerWrites,
    unit: "a second",
  },
  { name: "Firestore's writes", most: 10_000, of: (day: Day) => day.writes, unit: "a second" },
] as const;

export interface PerBook {
  reads: number;
  writes: number;
  messages: number;
  objects: number;
  scheduleWrites: number;
  busiestSecond: number;
  artworkSeconds: number;
  infraDollars: number;
  modelDollars: number;
}

export function perBook({ counted }: ConcurrentBooksReport): PerBook {
  const { reads, writes, messages, objects, requestMs, scheduleWrites } = counted;
  const times = [...scheduleWrites.values()].flat();
  const run = FUNCTIONS.reduce((dollars, { name, concurrency, memoryMb }) => {
    const seconds = (requestMs.get(name) ?? 0) / 1_000 / concurrency;
    return dollars + seconds * (PRICES.cpuSecond + (memoryMb / 1_024) * PRICES.gigabyteSecond);
  }, messages * PRICES.request);
  const stores = reads * PRICES.read + writes * PRICES.write;
  const carried = messages * PRICES.message + objects * PRICES.objectWrite;
  const { writing, panel } = SIMULATED_PRICES;
  const texts = writing.concept + writing.characters + writing.plot + PAGES * writing.storyboard;
  return {
    ...{ reads, writes, messages, objects },
    scheduleWrites: times.length,
    busiestSecond: busiest(times, 1_000),
    artworkSeconds: (requestMs.get("artwork") ?? 0) / 1_000,
    infraDollars: run + stores + carried,
    modelDollars: (texts + PICTURES * panel) / 1e6,
  };
}

export interface Day {
  books: number;
  picturesPerMinute: number;
  messages: number;
  writes: number;
  ledgerWrites: number;
  artworkInstances: number;
}

/** Books evenly distributed over a day; rates are for a second unless stated otherwise. */
export function dayOf(books: number, book: PerBook): Day {
  const each = books / 86_400;
  const rows = PICTURES + 3 + PAGES;
  return {
    books,
    picturesPerMinute: each * 60 * PICTURES,
    messages: each * book.messages,
    writes: each * book.writes,
    // Each row of the ledger is written twice: when it is reserved and when it is settled.
    ledgerWrites: each * rows * 2,
    artworkInstances: each * book.artworkSeconds,
  };
}

/** The exceeded limits with their values. */
export function exceededLimits(day: Day): string {
  const over = LIMITS.filter(({ most, of }) => of(day) > most);
  if (over.length === 0) return "none";
  return over
    .map(({ name, most, of, unit }) => `${name}: ${short(of(day))} of ${short(most)} ${unit}`.trim())
    .join("; ");
}

const BOOKS_A_DAY = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

export function bookTable(book: PerBook): string {
  return table(
    ["of a book", "number"],
    [
      ["requested pictures", String(PICTURES)],
      ["messages", String(book.messages)],
      ["documents read", String(book.reads)],
      ["documents written", String(book.writes)],
      [
        "writes of its schedule, all and within the busiest second",
        `${book.scheduleWrites}, ${book.busiestSecond}`,
      ],
      ["objects stored", String(book.objects)],
      ["Google Cloud without models", `$${book.infraDollars.toFixed(4)}`],
      ["models", `$${book.modelDollars.toFixed(2)}`],
    ],
  );
}

export function dayTable(book: PerBook): string {
  return table(
    [
      "books a day",
      "pictures a minute",
      "messages a second",
      "writes a second",
      "instances of `artwork`",
      "models a day",
      "Google Cloud a day",
      "limits exceeded",
    ],
    BOOKS_A_DAY.map((books) => {
      const day = dayOf(books, book);
      const { picturesPerMinute, messages, writes, artworkInstances } = day;
      return [
        books.toLocaleString("en-US"),
        ...[picturesPerMinute, messages, writes, artworkInstances].map(short),
        ...[books * book.modelDollars, books * book.infraDollars].map(dollars),
        exceededLimits(day),
      ];
    }),
  );
}

/** Books started at the same moment; a test runs the first rows. */
export const QUOTA_ROWS = [
  { books: 1, picturesPerMinute: 20 },
  { books: 1, picturesPerMinute: 60 },
  { books: 10, picturesPerMinute: 60 },
  { books: 10, picturesPerMinute: 600 },
] as const;

export async function quotaRow({ books, picturesPerMinute }: (typeof QUOTA_ROWS)[number]): Promise<string> {
  const { tookMs, busiestMinute } = await runConcurrentBooks({ books, picturesPerMinute, everyMs: 0 });
  const leastMs = (books * PICTURES * 60_000) / picturesPerMinute;
  return row([
    String(books),
    String(picturesPerMinute),
    ...times(tookMs),
    minutes(leastMs),
    String(busiestMinute),
  ]);
}

export const QUOTA_HEAD = head([
  "books at once",
  "pictures a minute",
  "p50",
  "last",
  "time of the window alone",
  "busiest minute",
]);

export const PUSH_ROWS = [{ books: 1 }, { books: 10 }, { books: 30 }] as const;
/** Concurrent pushes of a subscription before its first answer: Google says “a few”. */
export const PUSH_START = 3;

export async function pushRow({ books }: (typeof PUSH_ROWS)[number]): Promise<string> {
  const slow = await runConcurrentBooks({ books, everyMs: 0, pushStart: PUSH_START });
  const warm = await runConcurrentBooks({ books, everyMs: 0 });
  return row([String(books), ...times(warm.tookMs), ...times(slow.tookMs)]);
}

export const PUSH_HEAD = head(["books at once", "warm: p50", "last", "cold: p50", "last"]);

const times = (tookMs: readonly number[]) =>
  [tookMs[Math.floor((tookMs.length - 1) / 2)] ?? Number.NaN, tookMs.at(-1) ?? Number.NaN].map(minutes);
const minutes = (ms: number) =>
  ms < 120_000 ? `${(ms / 1_000).toFixed(1)} s` : `${(ms / 60_000).toFixed(1)} min`;
const short = (number: number) =>
  number >= 100 ? Math.round(number).toLocaleString("en-US") : Number(number.toPrecision(2)).toString();
const dollars = (amount: number) =>
  amount >= 100 ? `$${Math.round(amount).toLocaleString("en-US")}` : `$${amount.toFixed(2)}`;

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function head(cells: readonly string[]): string {
  return `${row(cells)}\n${row(cells.map(() => "---"))}`;
}
const table = (columns: readonly string[], rows: readonly (readonly string[])[]) =>
  [head(columns), ...rows.map(row)].join("\n");

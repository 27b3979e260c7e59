// A table of which steps run after each kind of change to a finished book: exactly the affected ones.
import { beforeAll, describe, expect, test } from "vitest";
import { CastSchema } from "../manga/cast.ts";
import type { CsvLine } from "../manga/lettering-csv.ts";
import { PlotSchema } from "../manga/plot.ts";
import { StoryboardPageSchema } from "../manga/storyboard.ts";
import type { WorkRef } from "../pipeline/step-kinds.ts";
import { sampleBook } from "../sample-book.ts";

const STORY = [
  "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。",
  "ミナは路地を走った。「どこへ行くの」とミナは聞いた。猫は振り返った。",
  "ミナは橋の上で立ち止まった。「見つけた」とミナは言った。猫は鳴いた。",
  "朝になった。ミナは猫を抱いて家に帰った。「ただいま」とミナは笑った。",
].join("\n\n");

type Book = ReturnType<typeof sampleBook>;

const session = { sessionId: "s1", by: "ann" };
const CONCEPT: WorkRef = { phase: "concept", of: "book" };
const CAST: WorkRef = { phase: "characters", of: "book" };
const PLOT: WorkRef = { phase: "plot", of: "book" };
const board = (page: number): WorkRef => ({ phase: "storyboard", of: "page", page });

const edit = (book: Book, step: WorkRef, patch: unknown) =>
  book.revisions.editStep({ ...session, step, patch });
const plotOf = async (book: Book) => PlotSchema.parse(await book.output("plot"));
const pageOf = async (book: Book, page: number) =>
  StoryboardPageSchema.parse(await book.output(`storyboard/p00${page}`));

/** Moves the first page's last beat to the second page's start. */
async function moveBeat(book: Book) {
  const { pages } = await plotOf(book);
  const [first, second, ...rest] = pages;
  const beat = first?.beats.at(-1);
  if (first === undefined || second === undefined || beat === undefined)
    throw new Error("there are too few pages");
  const moved = [
    { ...first, beats: first.beats.slice(0, -1) },
    { ...second, beats: [beat, ...second.beats] },
  ];
  return edit(book, PLOT, { pages: [...moved, ...rest] });
}

async function rewordBeat(book: Book) {
  const { pages } = await plotOf(book);
  const reworded = pages.map((page) =>
    page.number === 4
      ? { ...page, beats: page.beats.map((beat) => ({ ...beat, action: `${beat.action}。` })) }
      : page,
  );
  return edit(book, PLOT, { pages: reworded });
}

async function putOnGlasses(book: Book) {
  const { characters } = CastSchema.parse(await book.output("characters"));
  const changed = characters.map((design) =>
    design.id === "c1"
      ? { ...design, accessories: design.accessories.includes("glasses") ? [] : ["glasses"] }
      : design,
  );
  return edit(book, CAST, { characters: changed });
}

const otherShot = (shot: string) => (shot === "long" ? "full" : "long");

async function stepBack(book: Book) {
  const { panels } = await pageOf(book, 2);
  const changed = panels.map((panel) =>
    panel.id === "k1"
      ? { ...panel, picture: { ...panel.picture, shot: otherShot(panel.picture.shot) } }
      : panel,
  );
  return edit(book, board(2), { panels: changed });
}

async function saySomethingElse(book: Book) {
  const { panels } = await pageOf(book, 3);
  const panel = panels.find(({ words }) => words.texts.length > 0);
  const text = `${panel?.id}/${panel?.words.texts[0]?.id}`;
  return book.revisions.editTexts({ ...session, edits: [{ page: 3, text, change: { text: "おかえり" } }] });
}

/** The book in English with words for every text, so that no translator is needed. */
async function translate(book: Book) {
  const lines: CsvLine[] = [];
  for (const page of [1, 2, 3, 4]) {
    for (const { id: panel, words } of (await pageOf(book, page)).panels) {
      const ids = [...words.texts.map(({ id }) => id), ...words.sounds.map((_, index) => `s${index + 1}`)];
      for (const balloon of ids) lines.push({ line: lines.length + 2, page, panel, balloon, text: "Yes" });
    }
  }
  return book.revisions.reletter({ ...session, lines, language: "en", translates: false });
}

/** A page's lettering, and its renditions after it. */
const lettered = (...pages: number[]): string[] =>
  pages.flatMap((page) => [`lettering/p00${page}`, `lettering/p00${page}/renditions`]);
const LETTERED = ["finish", ...lettered(1, 2, 3, 4)];

/** The pages whose words contain a name are lettered again. */
async function letteredWith(book: Book, name: string): Promise<string[]> {
  const numbers = [1, 2, 3, 4];
  const boards = await Promise.all(numbers.map((number) => pageOf(book, number)));
  const named = numbers.filter((_, at) =>
    boards[at]?.panels.some(({ words }) => words.texts.some(({ text }) => text.includes(name))),
  );
  expect(named.length).toBeGreaterThan(0);
  return ["finish", ...lettered(...named)];
}

/** The steps that run; `pages 1 2` means any steps of these pages. */
const CHANGES: readonly [
  string,
  (book: Book) => Promise<unknown>,
  readonly string[] | ((book: Book) => Promise<readonly string[]>),
][] = [
  ["a theme", (book) => edit(book, CONCEPT, { themes: ["帰り道"] }), ["characters", "finish", "plot"]],
  [
    "the title",
    (book) => book.revisions.changeParams({ ...session, params: { title: "夜の猫" } }),
    ["finish"],
  ],
  ["a beat's page", moveBeat, ["finish", "pages 1 2 3"]],
  ["a beat's action", rewordBeat, ["finish", "pages 4"]],
  ["somebody's looks", putOnGlasses, ["characters/c1", "finish", "pages 1 2 3 4"]],
  ["a panel's shot", stepBack, ["artwork/p002/k1", "finish", ...lettered(2)]],
  ["a line", saySomethingElse, ["finish", ...lettered(3)]],
  [
    "another take",
    (book) => book.revisions.redrawPanel({ ...session, page: 1, panel: "k1" }),
    ["artwork/p001/k1", "finish", ...lettered(1)],
  ],
  [
    "another description",
    (book) => book.revisions.redrawPanel({ ...session, page: 4, panel: "k1", prompt: "ミナが振り返る" }),
    ["artwork/p004/k1", "finish", ...lettered(4)],
  ],
  [
    "the files",
    (book) => book.revisions.changeParams({ ...session, params: { formats: ["cbz"] } }),
    ["finish"],
  ],
  [
    "the stops in balloons",
    (book) => book.revisions.changeParams({ ...session, params: { dropPunctuation: true } }),
    LETTERED,
  ],
  [
    "the direction",
    (book) => book.revisions.changeParams({ ...session, params: { direction: "ltr" } }),
    ["finish", "plot", "pages 1 2 3 4"],
  ],
  [
    "the direction of the lettering alone",
    (book) => book.revisions.reletter({ ...session, direction: "ltr", translates: false }),
    LETTERED,
  ],
  ["the language", translate, LETTERED],
  [
    "the number of pages",
    (book) => book.revisions.changeParams({ ...session, params: { pages: 3 } }),
    ["finish", "plot", "pages 1 2 3"],
  ],
  [
    "somebody's name",
    (book) => book.revisions.renamePerson({ ...session, from: "ミナ", to: "ハナ" }),
    (book) => letteredWith(book, "ミナ"),
  ],
  [
    "the content of two panels",
    (book) => {
      const [a, b] = [
        { page: 1, panel: "k1" },
        { page: 3, panel: "k1" },
      ];
      return book.revisions.swapPanels({ ...session, a, b });
    },
    ["artwork/p001/k1", "artwork/p003/k1", "finish", ...lettered(1, 3)],
  ],
  ["nothing", (book) => edit(book, PLOT, {}), []],
  ["the same parameters", (book) => book.revisions.changeParams({ ...session, params: { pages: 4 } }), []],
];

/** Pages of which any step ran, and the other steps. */
function summed(ran: readonly string[], isWhole: boolean): string[] {
  const pages = new Set(ran.flatMap((step) => /\/p00(\d)/.exec(step)?.[1] ?? []));
  const others = ran.filter((step) => !isWhole || !/\/p00\d/.test(step));
  return isWhole && pages.size > 0 ? [...others, `pages ${[...pages].toSorted().join(" ")}`] : [...others];
}

describe("after a change of", () => {
  let book: Book;
  let whole: number;
  beforeAll(async () => {
    book = sampleBook();
    await book.start(STORY, { pages: 4, language: "ja", direction: "rtl" });
    whole = (await book.schedule()).versions.length;
  });

  test.each(CHANGES)("%s", async (_what, change, steps) => {
    const expected = typeof steps === "function" ? await steps(book) : steps;
    const { ran, drawn } = await book.follow(() => change(book));
    const { versions, state } = await book.schedule();
    // Reverts the change, so that the next one starts from the same book.
    if (versions.length > whole) {
      await book.follow(() => book.revisions.restoreVersion({ ...session, version: 1 }));
    }
    const isWhole = expected.some((step) => step.startsWith("pages"));
    expect(summed(ran, isWhole)).toEqual(expected);
    expect(drawn).toHaveLength(ran.filter((step) => /^artwork|^characters\//.test(step)).length);
    expect(state.status).toBe("completed");
  });

  test("the number of pages: pages after the last are removed from what clients see", async () => {
    const shown = () => [...book.projector.pages.values()].map(({ number }) => number).toSorted();
    expect(shown()).toEqual([1, 2, 3, 4]);
    await book.follow(() => book.revisions.changeParams({ ...session, params: { pages: 2 } }));
    expect((await book.schedule()).state.status).toBe("completed");
    expect(shown()).toEqual([1, 2]);
    expect(book.projector.sessions.get("s1")?.pages).toBe(2);
    const { ran, drawn } = await book.follow(() => book.revisions.restoreVersion({ ...session, version: 1 }));
    expect([ran, drawn]).toEqual([[], []]);
    expect(shown()).toEqual([1, 2, 3, 4]);
  });
});

// Scores a reader on the project's own twelve stories, by the labels of `stories/own/labels.tsv` (its top says what they are).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Person } from "../../../lib/manga/concept.ts";
import type { Language } from "../../../lib/manga/language.ts";
import { inHandsOf } from "../../../lib/manga/moment.ts";
import { segmentStory } from "../../../lib/manga/segment.ts";
import type { Story } from "../../../lib/manga/story.ts";
import type { PanelDraft } from "../../../lib/manga/storyboard.ts";
import { shareInside } from "../../../lib/models/offline/artist/camera/shown.ts";
import { thingsIn } from "../../../lib/models/offline/artist/panel.ts";
import { closedRequest } from "../../../lib/models/offline/artist/vocabulary/closed-request.ts";
import { placeCalled } from "../../../lib/models/offline/artist/vocabulary/place.ts";
import { thingCalled } from "../../../lib/models/offline/artist/vocabulary/thing.ts";
import type { WholeBook } from "./made-book.ts";
import { makeBook } from "./make-book.ts";

const FOLDER = join(import.meta.dirname, "../../../stories/own");
const PARTS = [
  ...(["person", "place", "hour", "weather", "speaker", "voice"] as const),
  ...(["sound", "mood", "thing", "hand"] as const),
];
export type Part = (typeof PARTS)[number];

interface Label {
  part: Part;
  words: string;
  found: string;
}

interface OwnStory {
  name: string;
  language: Language;
  text: string;
  labels: readonly Label[];
}

/** A label's expectation and the book's content; `wrong` is absent if they agree. */
export interface Judged {
  part: Part;
  wrong?: string;
}

export function ownStories(): OwnStory[] {
  const rows = readFileSync(join(FOLDER, "labels.tsv"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("//"))
    .slice(1)
    .map((line) => line.split("\t"));
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".txt"))
    .toSorted()
    .map((file) => {
      const [name = "", language = ""] = file.split(".");
      const labels = rows.filter(([story]) => story === name).map(labelIn);
      const text = readFileSync(join(FOLDER, file), "utf8");
      return { name, language: language === "ja" ? "ja" : "en", text, labels };
    });
}

function labelIn([name, part, words = "", found = ""]: readonly string[]): Label {
  const known = PARTS.find((one) => one === part);
  if (known === undefined || words === "" || found === "")
    throw new RangeError(`labels.tsv: ${name} ${part} ${words} ${found}`);
  return { part: known, words, found };
}

/** Judges every label of a story by the book, and additionally unknown people and sounds. */
export async function judgeOwn(reader: string, own: OwnStory): Promise<Judged[]> {
  const story = segmentStory(own.text, own.language);
  const read: Read = { story, book: await makeBook(reader, story) };
  const labelled = (part: Part) =>
    own.labels.filter((label) => label.part === part).map(({ words }) => words);
  const judged = own.labels.map(({ part, words, found }): Judged => {
    const wrong = MISSED[part](read, words, found);
    return wrong === undefined ? { part } : { part, wrong: `${own.name}: ${words}: ${wrong}` };
  });
  const people = labelled("person");
  const strangers = read.book.concept.people.filter(
    (one) => people.length > 0 && !people.some((name) => isCalled(one, name)),
  );
  const heard = own.labels.flatMap(({ part, words, found }) =>
    part === "sound" && found === HEARD ? soundsOf(read, words) : [],
  );
  const expected = new Set([...labelled("sound"), ...heard]);
  const noises = people.length > 0 ? soundsOf(read).filter((text) => !expected.has(text)) : [];
  return [
    ...judged,
    ...strangers.map(
      ({ name }): Judged => ({ part: "person", wrong: `${own.name}: ${name} is nobody of the labels` }),
    ),
    ...noises.map((text): Judged => ({ part: "sound", wrong: `${own.name}: ${text} is no labelled sound` })),
  ];
}

interface Read {
  story: Story;
  book: WholeBook;
}

/** For each kind of label, what the book has instead; undefined if it agrees. */
const MISSED: Readonly<Record<Part, (read: Read, words: string, found: string) => string | undefined>> = {
  person: ({ book }, name) =>
    book.concept.people.some((one) => isCalled(one, name)) ? undefined : "is not found",
  place: (read, words, found) => {
    const { scene, place } = settingOf(read, words);
    const own = place && (placeCalled(place.kind) ?? placeCalled(place.name))?.value;
    return unless(own, found, `${place?.name} (${place?.kind}, drawn as ${own}) in ${scene?.id}`);
  },
  hour: (read, words, found) => unless(settingOf(read, words).scene?.hour, found),
  weather: (read, words, found) => unless(settingOf(read, words).scene?.weather, found),
  speaker: ({ book, ...read }, words, found) => {
    const speaker = lineOf({ book, ...read }, words)?.speaker;
    const person = book.concept.people.find(({ id }) => id === speaker);
    if (person === undefined) return found === "nobody" ? undefined : `nobody, not ${found}`;
    return isCalled(person, found) ? undefined : `${person.name}, not ${found}`;
  },
  voice: (read, words, found) => unless(lineOf(read, words)?.voice, found),
  sound: (read, words, found) => {
    const isDrawn = found === HEARD ? soundsOf(read, words).length > 0 : soundsOf(read).includes(words);
    return isDrawn ? undefined : "is not drawn";
  },
  mood: (read, words, found) => unless(settingOf(read, words).scene?.mood, found),
  thing: (read, words, thing) =>
    shownWith(read, words).some((panel) => drawnIn(panel, read).some(({ what }) => isOneOf(what, thing)))
      ? undefined
      : `no ${thing} is seen`,
  hand: (read, words, found) => {
    const [thing = "", holder = ""] = found.split(" by ");
    const ids = read.book.concept.people.filter((one) => isCalled(one, holder)).map(({ id }) => id);
    const isHeld = (panel: PanelDraft) =>
      drawnIn(panel, read).some(
        ({ what, by }) => isOneOf(what, thing) && by !== undefined && ids.includes(by),
      ) ||
      panel.picture.figures.some(
        (figure) =>
          ids.includes(figure.character) &&
          inHandsOf(figure).some((what) => isOneOf(thingCalled(what)?.value, thing)),
      );
    return shownWith(read, words).some(isHeld) ? undefined : `no ${found}`;
  },
};

const isOneOf = (own: string | undefined, found: string): boolean =>
  own !== undefined && found.split("/").includes(own);

const unless = (own: string | undefined, found: string, told = String(own)): string | undefined =>
  isOneOf(own, found) ? undefined : `${told}, not ${found}`;

/** Honorifics are optional: トメ or トメさん. */
const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the /u, "")
    .replace(/(?<=.)(?:さん|さま|様|ちゃん|くん)$/u, "");

const isCalled = ({ name, aliases }: Person, label: string): boolean =>
  [name, ...aliases].some((one) => bare(one) === bare(label));

const beatsOf = ({ book }: Read) => book.plot.pages.flatMap(({ beats }) => beats);

/** A sound that the text mentions without letters: any letters count. */
const HEARD = "heard";

/** The sounds of all beats, or of those with some words. */
function soundsOf(read: Read, words = ""): string[] {
  const units = read.story.units.filter(({ text }) => text.includes(words)).map(({ id }) => id);
  return beatsOf(read)
    .filter((beat) => words === "" || beat.units.some((id) => units.includes(id)))
    .flatMap(({ sounds }) => sounds.map(({ text }) => text));
}

const lineOf = (read: Read, words: string) =>
  beatsOf(read)
    .flatMap(({ lines }) => lines)
    .find(({ text }) => text.includes(words));

function settingOf(read: Read, words: string) {
  const unit = read.story.units.find(({ text }) => text.includes(words))?.id;
  const beat = beatsOf(read).find(({ units }) => unit !== undefined && units.includes(unit));
  const { scenes, places } = read.book.plot;
  const scene = scenes.find(({ id }) => id === beat?.scene);
  return { scene, place: places.find(({ id }) => id === scene?.place) };
}

/** The panels of the scene that contains the words. */
function shownWith(read: Read, words: string): PanelDraft[] {
  const { scene } = settingOf(read, words);
  return read.book.boards
    .flatMap(({ panels }) => panels)
    .filter(({ picture }) => scene !== undefined && picture.scene === scene.id);
}

/** A panel of average shape. */
const SIZE = { width: 800, height: 700 };
/** Share of a thing that must be inside the panel to count as visible. */
const SEEN = 0.5;

/** The things that the offline artist draws inside a panel's frame. */
function drawnIn({ picture }: PanelDraft, { book: { plot, cast, concept } }: Read) {
  const place = plot.places.find(({ id }) => id === picture.place);
  if (!place) throw new RangeError(`the plot has no place ${picture.place}`);
  const asked = { picture, place, style: concept.style, cast: cast.characters, references: [] };
  const { request } = closedRequest({ kind: "panel", ...asked, ...SIZE, seed: 7 });
  if (request.kind !== "panel") throw new TypeError("a panel was asked for");
  return thingsIn(request).filter((thing) => shareInside(thing, SIZE) >= SEEN);
}

/** By kind, the number of correct labels; unknown people and sounds count as wrong labels. */
export function countRight(judged: readonly Judged[]): Record<Part, { right: number; of: number }> {
  const shares = PARTS.map((part) => {
    const own = judged.filter((one) => one.part === part);
    return [part, { right: own.filter(({ wrong }) => wrong === undefined).length, of: own.length }] as const;
  });
  return Object.fromEntries(shares) as Record<Part, { right: number; of: number }>;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { reader: { type: "string", default: "offline-reader" } } });
  const judged = (await Promise.all(ownStories().map((own) => judgeOwn(values.reader, own)))).flat();
  for (const [part, { right, of }] of Object.entries(countRight(judged))) {
    process.stdout.write(`${part}: ${right} of ${of} (${((100 * right) / of).toFixed(1)} %)\n`);
    for (const one of judged) if (one.part === part && one.wrong) process.stdout.write(`  ${one.wrong}\n`);
  }
}

if (import.meta.main) await main();

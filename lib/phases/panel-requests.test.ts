// Checks the rules of a panel's request on the requests themselves: those that the panels of five different books send to a model with
// reference pictures, as the strict server received them. No page is painted or lettered, and no picture is checked.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { startModelServer } from "../../emulators/models/server.ts";
import type { GenerateContent } from "../../emulators/models/wire.ts";
import { catalogOffers } from "../../scripts/models/offers.ts";
import { CastSchema } from "../manga/cast.ts";
import { PlotSchema } from "../manga/plot.ts";
import { StoryboardPageSchema } from "../manga/storyboard.ts";
import { hostedArtist } from "../models/hosted/artist.ts";
import { IMAGE_MODEL, program } from "../models/hosted/artist-studio.ts";
import { genaiModel } from "../models/hosted/genai.ts";
import { wordsIn } from "../models/prompts/paragraph.ts";
import { ANGLE_WORDS, PLACE_SHOT_WORDS, SHOT_WORDS } from "../models/prompts/picture-words.ts";
import { sampleBook } from "../sample-book.ts";
import { appearing } from "./references.ts";

const BOOKS = [
  ["stories/en/my-financial-career.txt", "en"],
  ["stories/en/the-three-sillies.txt", "en"],
  ["stories/ja/nonsensu.txt", "ja"],
  ["examples/amayadori-no-tokeiya.txt", "ja"],
  ["examples/the-last-loaf.txt", "en"],
] as const;
const PAGES = 2;
/** Length of a story's beginning that is used, in whole paragraphs: text for two pages. */
const OPENING = { en: 1_000, ja: 700 };
/** Pixels of the shorter side at 1K: just enough for a print picture. */
const SIDE = { shorter: 256 };
/** The most pictures of people and things that the model's catalog entry allows. */
const MOST = { people: 4, things: 10 };

const PictureHashSchema = z.object({ image: z.string() });

interface Request {
  /** The texts before the pictures, in order, each with its picture's hash. */
  labels: { text: string; sha256: string }[];
  prompt: string;
}

const sha256 = (base64: string) => createHash("sha256").update(Buffer.from(base64, "base64")).digest("hex");

/** Undefined unless labels, each with its picture, and one final text were sent. */
function readRequest({ contents }: GenerateContent): Request | undefined {
  const parts = contents.flatMap((content) => content.parts);
  const last = parts.at(-1)?.text;
  if (last === undefined || parts.length % 2 === 0) return undefined;
  const labels: Request["labels"] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [text, data] = [parts[at]?.text, parts[at + 1]?.inlineData?.data];
    if (text === undefined || data === undefined) return undefined;
    labels.push({ text, sha256: sha256(data) });
  }
  return { labels, prompt: last };
}

function openingOf(file: string, language: "en" | "ja"): string {
  const story = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
  const end = story.lastIndexOf("\n", OPENING[language]);
  return end < 0 || story.length <= OPENING[language] ? story : story.slice(0, end);
}

async function bookOf(file: string, language: "en" | "ja") {
  const requests: (Request | undefined)[] = [];
  const server = await startModelServer({
    ...{ offers: catalogOffers("2026-11-29"), side: SIDE },
    onAsked: (_model, request) => void requests.push(readRequest(request)),
  });
  try {
    const access = { kind: "key" as const, apiKey: "test", baseUrl: server.url };
    const artist = hostedArtist("a", {
      images: [genaiModel(IMAGE_MODEL, access)],
      visionModels: [],
      program,
    });
    const isWanted = (step: string) => !/^(?:lettering|finish)/.test(step);
    const book = sampleBook(undefined, { artist: () => artist, isWanted });
    const direction = language === "ja" ? "rtl" : "ltr";
    await book.start(openingOf(file, language), { language, direction, pages: PAGES, sheets: true });
    return { book, requests, errors: server.counts().errors };
  } finally {
    await server.close();
  }
}

/** Roles by the words of their labels, in sending order. */
const ROLES = [
  ["person", /somebody who is in the picture/],
  ["place", /the place of the picture, without people/],
  ["style", /the drawing style of the book/],
  ["anchor", /an earlier picture of the same scene/],
] as const;
type Role = (typeof ROLES)[number][0];

const roleOf = (text: string): Role | undefined => ROLES.find(([, words]) => words.test(text))?.[0];

const oneOf = (...words: Readonly<Record<string, string>>[]) =>
  `(?:${words.flatMap((some) => Object.values(some)).join("|")})`;
const OF_REFERENCE = "The \\p{L}[\\p{L} -]* of reference \\d+\\b";

/** The sentences of a panel's prompt in order; `+` and `?` as in regular expressions. */
const SENTENCES = [
  ["camera", "", new RegExp(`^${oneOf(SHOT_WORDS, PLACE_SHOT_WORDS)}, ${oneOf(ANGLE_WORDS)}\\.$`, "iu")],
  ["how many", "", /^(?:Exactly \d+ in the picture|The place and its things alone are in the picture)\.$/u],
  ["who, doing", "*", new RegExp(`^(?:${OF_REFERENCE}|(?:An?|\\d+ more people)\\b).*\\.$`, "u")],
  ["things", "?", /^Also to be seen: .*\.$/u],
  ["where", "", new RegExp(`^(?!${OF_REFERENCE}|Light|Underfoot|Manga|Drawn|Exactly).*\\.$`, "u")],
  ["light", "?", /^(?:Light: |Underfoot |Manga effects: ).*\.$/u],
  [
    "empty zone",
    "?",
    /^The .* of the picture is plain (?:sky or wall|ground or floor), calm and nearly empty\.$/u,
  ],
  ["anchor", "?", /^The same scene as reference \d+: same hand, same light, new camera\.$/u],
  ["finish", "", /^(?:Drawn as reference \d+, )?.*manga artwork.*fills the picture to its edges\.$/iu],
] as const;

/** The first sentence of a prompt that breaks the order, with the rule; undefined where the order is right. */
function brokenOrder(prompt: string): string | undefined {
  const sentences = prompt.split(/(?<=\.) (?=\p{Lu}|\d)/u);
  let at = 0;
  for (const [name, times, words] of SENTENCES) {
    const here = () => words.test(sentences[at] ?? "");
    if (times === "" && !here()) return `${name}: ${sentences[at]}`;
    if (times === "*") {
      // The place follows the people, and its sentence may begin like theirs.
      const people = Number(/Exactly (\d+)/u.exec(prompt)?.[1] ?? 0);
      const told = Math.min(people, 5) + (people > 5 ? 1 : 0);
      for (let one = 0; one < told; one += 1, at += 1) if (!here()) return `${name}: ${sentences[at]}`;
    } else if (here()) at += 1;
  }
  return at === sentences.length ? undefined : `after the finish: ${sentences[at]}`;
}

describe.each(BOOKS)("the panels of %s", (file, language) => {
  it("obey each rule of a panel's request", { timeout: 120_000 }, async () => {
    const { book, requests, errors } = await bookOf(file, language);
    expect(errors).toEqual({});
    const schedule = await book.schedule();
    expect(schedule.state).toMatchObject({ status: "running" });
    const [{ characters }, { places }] = await Promise.all([
      book.output("characters").then((output) => CastSchema.parse(output)),
      book.output("plot").then((output) => PlotSchema.parse(output)),
    ]);
    // A gull named "Gull" is named by its kind, so that name may occur.
    const names = characters
      .flatMap(({ name, kind }) =>
        [name, ...(name.match(/\p{Lu}\p{L}{2,}/gu) ?? [])].filter((one) => one.toLowerCase() !== kind),
      )
      .filter((one) => one !== "");
    const stepIds = Object.keys(schedule.results);
    const imageOf = async (step: string) => PictureHashSchema.parse(await book.output(step)).image;
    const anchors = new Map<string, string>();
    let [anchored, placed, seen] = [0, 0, 0];
    for (const page of stepIds.filter((id) => id.startsWith("storyboard/")).toSorted()) {
      const board = StoryboardPageSchema.parse(await book.output(page));
      for (const { id, picture } of board.panels) {
        const step = `artwork/${page.replace("storyboard/", "")}/${id}`;
        const asked = await book.revisions.promptOf("s1", { page: Number(page.slice(-3)), panel: id });
        const where = `${file} ${step}`;
        const hashes = asked.references.map((one) => one.sha256).join();
        const sent = requests.filter(
          (one) => one?.prompt === asked.prompt && one.labels.map((label) => label.sha256).join() === hashes,
        );
        // Two panels of a scene may send equal requests.
        expect(sent.length, where).toBeGreaterThan(0);
        const [request] = sent;
        if (request === undefined) continue;
        seen += 1;
        const { prompt, labels } = request;
        // The prompt is one paragraph, with its sentences in order.
        expect(prompt, where).not.toMatch(/\n/);
        expect(brokenOrder(prompt), `${where}: ${prompt}`).toBeUndefined();
        expect(wordsIn(prompt), where).toBeLessThanOrEqual(180);
        // No quotation marks, and no names.
        for (const text of [prompt, ...labels.map((label) => label.text)]) {
          expect(text, where).not.toMatch(/["“”„«»「」『』]|(?<!\p{L})['‘][^'’]+['’](?!\p{L})/u);
          for (const name of names) expect(isNamed(text, name), `${where}: ${name} in ${text}`).toBe(false);
        }
        // Each picture follows its own label, numbered in sending order, and the prompt uses each picture.
        for (const [index, { text }] of labels.entries()) {
          expect(text, where).toMatch(new RegExp(`^Reference ${index + 1}: `, "u"));
          expect(prompt, where).toMatch(new RegExp(`reference ${index + 1}\\b`, "u"));
        }
        for (const [, number] of prompt.matchAll(/reference (\d+)/gu)) {
          expect(Number(number), where).toBeLessThanOrEqual(labels.length);
        }
        // Order: people, place, style, anchor. Not more than the model allows. Hashes as recorded by the step.
        const roles = labels.map(({ text }) => roleOf(text));
        const order = roles.map((role) => ROLES.findIndex(([one]) => one === role));
        expect(order, where).toEqual(order.toSorted((a, b) => a - b));
        expect(order, where).not.toContain(-1);
        const people = roles.filter((role) => role === "person").length;
        expect(people, where).toBeLessThanOrEqual(MOST.people);
        expect(roles.length - people, where).toBeLessThanOrEqual(MOST.things);
        expect(
          asked.references.map(({ role, sha256: hash }) => [role, hash]),
          where,
        ).toEqual(labels.map(({ text, sha256: hash }) => [roleOf(text), hash]));
        // The most important people come first.
        const sheets = asked.references
          .filter(({ role }) => role === "person")
          .map((one) => one.step.replace(/^characters\/(c\d+).*$/u, "$1"));
        expect(sheets, where).toEqual(appearing(picture).filter((one) => sheets.includes(one)));
        expect(sheets, where).toHaveLength(Math.min(MOST.people, new Set(appearing(picture)).size));
        expect(
          roles.filter((role) => role === "style"),
          where,
        ).toHaveLength(1);
        if (stepIds.includes(`artwork/place.${picture.place}`)) {
          placed += 1;
          expect(prompt, where).toMatch(/the same as in reference \d+\./u);
          expect(places.map((place) => place.id)).toContain(picture.place);
        }
        // The first panel of a scene has no anchor; the others all send the first one's picture and no other panel.
        const anchor = labels.find(({ text }) => roleOf(text) === "anchor");
        const first = anchors.get(picture.scene);
        if (first === undefined) {
          expect(anchor, where).toBeUndefined();
          anchors.set(picture.scene, await imageOf(step));
        } else {
          anchored += 1;
          expect(anchor?.sha256, where).toBe(first);
          expect(prompt, where).toMatch(/same scene as reference \d+: same hand, same light, new camera/u);
        }
      }
    }
    expect(seen).toBeGreaterThanOrEqual(PAGES * 2);
    expect(anchored + placed).toBeGreaterThan(0);
  });
});

it("names the sentence of a prompt that is out of order", () => {
  const parts = [
    "Close-up of the face, at eye level.",
    "Exactly 1 in the picture.",
    "The person of reference 1, waves.",
    "A harbor, by day.",
    "Light: a lamp.",
    "Drawn as reference 2, black-and-white Japanese manga artwork, the drawing alone fills the picture to its edges.",
  ];
  expect(brokenOrder(parts.join(" "))).toBeUndefined();
  const swapped = (a: number, b: number) =>
    parts
      .with(a, parts[b] ?? "")
      .with(b, parts[a] ?? "")
      .join(" ");
  expect(brokenOrder(swapped(0, 1))).toMatch(/^camera/);
  expect(brokenOrder(swapped(2, 3))).toMatch(/^where/);
  expect(brokenOrder(swapped(3, 5))).toMatch(/^(?:where|finish|after)/);
  expect(brokenOrder(swapped(4, 5))).toMatch(/^finish|^after/);
});

/** A Latin name must be a whole word; a Japanese one may stand anywhere. */
function isNamed(text: string, name: string): boolean {
  if (!/^[\p{Script=Latin}]/u.test(name)) return [...name].length > 1 && text.includes(name);
  return new RegExp(`(?<!\\p{L})${name.replaceAll(/[^\p{L}\p{N} ]/gu, ".")}(?!\\p{L})`, "u").test(text);
}

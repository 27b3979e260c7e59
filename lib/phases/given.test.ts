// What a person said of a story before its book was made holds in the results of phases 1 to 3, whichever reader reads it: the offline one,
// or a hosted model that does not follow it.
import { describe, expect, test } from "vitest";
import { CastSchema } from "../manga/cast.ts";
import { ConceptSchema } from "../manga/concept.ts";
import { GivenSchema } from "../manga/given.ts";
import { PlotSchema } from "../manga/plot.ts";
import { segmentStory } from "../manga/segment.ts";
import type { HostedModel, Question } from "../models/hosted/model.ts";
import { hostedWriter } from "../models/hosted/writer.ts";
import { plainAnswer } from "../models/prompts/plain-story.ts";
import { canonicalJson } from "../pipeline/canonical-json.ts";
import { sampleBook } from "../sample-book.ts";

const STORY = [
  "It rained all night. Mina found a cat at the station. “Wait,” said Mina. The cat ran away.",
  "Mina ran down the alley after Tom. “Where are you going?” Mina asked. “Home,” said Tom.",
  "In the morning Mina carried the cat home. “I am back,” Mina laughed. Tom smiled. “Good.”",
].join("\n\n");
const unitOf = (words: string) =>
  segmentStory(STORY, "en").units.find(({ kind, text }) => kind === "speech" && text.startsWith(words))?.id ??
  "";
const [WAIT, HOME, BACK] = [unitOf("Wait"), unitOf("Home"), unitOf("I am back")];

interface Asked {
  system: string;
  data: Record<string, unknown>;
}

const textOf = ({ turns }: Question): string =>
  turns.flatMap(({ parts }) => parts.flatMap((part) => ("text" in part ? part.text : []))).join("");

/** A hosted model that answers the same whatever the person said. */
function stubbornModel(asked: Asked[]): HostedModel {
  const person = { aliases: [], notes: "", kind: "human", age: "adult", sex: "unknown" };
  const concept = {
    ...{ world: "A town.", genre: "drama", themes: [], mood: "neutral", audience: "all", title: "Rain" },
    people: [
      { ...person, name: "Mina", role: "protagonist" },
      { ...person, name: "Tom", role: "support" },
      { ...person, name: "The cat", role: "support", kind: "cat" },
    ],
  };
  return {
    id: "gemini-3.8-flash",
    async ask(question) {
      const data = JSON.parse(/<data>\n(.*)\n<\/data>/s.exec(textOf(question))?.[1] ?? "null");
      asked.push({ system: question.system ?? "", data });
      const answer = data.task === "concept" ? concept : plainAnswer(data);
      return {
        ...{ end: "done", reason: "STOP", text: JSON.stringify(answer), images: [] },
        usage: { model: "gemini-3.8-flash", inputTokens: 1, outputTokens: 1, images: 0, costMicros: 1 },
      };
    },
  };
}

const HOSTED = "gemini/gemini-3.8-flash@7";

async function make(reader: "offline" | "hosted", told: unknown, text = STORY) {
  const asked: Asked[] = [];
  const book = sampleBook(undefined, {
    ...(reader === "hosted" && { reader: hostedWriter(HOSTED, [stubbornModel(asked)]) }),
    isWanted: (step) => ["concept", "characters", "plot"].includes(step),
  });
  const given = told === undefined ? undefined : canonicalJson(GivenSchema.parse(told));
  await book.start(text, { pages: 2, language: "en", direction: "ltr" }, given);
  const concept = ConceptSchema.parse(await book.output("concept"));
  const { characters } = CastSchema.parse(await book.output("characters"));
  const plot = PlotSchema.parse(await book.output("plot"));
  const nameOf = (id: string | null) => characters.find((one) => one.id === id)?.name ?? null;
  const beats = plot.pages.flatMap((page) => page.beats);
  return {
    ...{ book, asked, concept, characters, plot, beats },
    names: characters.map(({ name }) => name),
    design: (name: string) => characters.find((one) => one.name === name),
    speakerOf: (unit: string | undefined) => {
      const line = beats.flatMap(({ lines }) => lines).find((one) => one.unit === unit);
      return line && { speaker: nameOf(line.speaker), guessed: line.guessed };
    },
    ids: new Set(
      beats.flatMap(({ figures, around = [], lines }) => [
        ...[...figures, ...around].map(({ character }) => character),
        ...lines.flatMap(({ speaker }) => speaker ?? []),
      ]),
    ),
  };
}

type Made = Awaited<ReturnType<typeof make>>;

const CORRECTIONS: [string, unknown, (made: Made) => void][] = [
  [
    "another name",
    { people: [{ name: "Tom", rename: "Thomas" }] },
    ({ names, concept, design }) => {
      expect(names).toContain("Thomas");
      expect(names).not.toContain("Tom");
      expect(concept.people.find(({ name }) => name === "Thomas")?.aliases).toContain("Tom");
      expect(design("Thomas")?.id).toBe(concept.people.find(({ name }) => name === "Thomas")?.id);
    },
  ],
  [
    "two who are one",
    { people: [{ name: "Tom", into: "Mina" }] },
    ({ names, concept, ids, speakerOf }) => {
      expect(names).not.toContain("Tom");
      const mina = concept.people.find(({ name }) => name === "Mina");
      expect(mina?.aliases).toContain("Tom");
      expect(concept.merged).toMatchObject([{ name: "Tom", into: mina?.id }]);
      expect(ids.has(concept.merged?.[0]?.id ?? "")).toBe(false);
      expect(speakerOf(HOME)?.speaker).toBe("Mina");
    },
  ],
  [
    "somebody who is not in the book",
    { people: [{ name: "tom", removed: true }] },
    ({ names, concept, ids, plot }) => {
      expect(names).not.toContain("Tom");
      const known = new Set(concept.people.map(({ id }) => id));
      expect([...ids].filter((id) => !known.has(id))).toEqual([]);
      expect(plot.scenes.flatMap(({ people }) => people).filter((id) => !known.has(id))).toEqual([]);
    },
  ],
  [
    "somebody whom the text does not name, with a line",
    {
      people: [{ name: "Aunt Vera", sex: "female", age: "61", traits: "glasses" }],
      speakers: [{ unit: HOME, speaker: "Aunt Vera" }],
    },
    ({ design, concept, speakerOf }) => {
      expect(design("Aunt Vera")).toMatchObject({ sex: "female", age: "61", kind: "human" });
      const vera = concept.people.find(({ name }) => name === "Aunt Vera");
      expect(vera).toMatchObject({ notes: expect.stringContaining("glasses") });
      expect(vera?.role).not.toBe("protagonist");
      expect(speakerOf(HOME)).toEqual({ speaker: "Aunt Vera", guessed: false });
    },
  ],
  [
    "sex, age, kind and role",
    { people: [{ name: "Tom", sex: "male", age: "72", kind: "fox", role: "protagonist" }] },
    ({ design, concept }) => {
      expect(design("Tom")).toMatchObject({ sex: "male", age: "72", kind: "fox" });
      expect(concept.people[0]).toMatchObject({ name: "Tom", role: "protagonist" });
      expect(concept.people.filter(({ role }) => role === "protagonist")).toHaveLength(1);
    },
  ],
  [
    "another speaker, by the name of the reading",
    { people: [{ name: "Tom", rename: "Thomas" }], speakers: [{ unit: WAIT, speaker: "Tom" }] },
    ({ speakerOf }) => expect(speakerOf(WAIT)).toEqual({ speaker: "Thomas", guessed: false }),
  ],
  [
    "a speaker who is somebody else",
    {
      people: [
        { name: "Tom", into: "Mina" },
        { name: "Mina", rename: "Nora" },
      ],
      speakers: [{ unit: WAIT, speaker: "Tom" }],
    },
    ({ speakerOf }) => expect(speakerOf(WAIT)).toEqual({ speaker: "Nora", guessed: false }),
  ],
  [
    "a line that nobody of the book says",
    { speakers: [{ unit: BACK, speaker: null }] },
    ({ speakerOf }) => expect(speakerOf(BACK)).toEqual({ speaker: null, guessed: false }),
  ],
  [
    "another kind of place",
    { places: [{ place: "station", kind: "lighthouse", name: "Cape" }] },
    ({ plot }) => {
      expect(plot.places).toContainEqual(
        expect.objectContaining({ kind: "lighthouse", name: "Cape", landmarks: [] }),
      );
      expect(plot.places.map(({ kind }) => kind)).not.toContain("station");
    },
  ],
];

describe.each(["offline", "hosted"] as const)("a book by the %s reader", (reader) => {
  test.each(CORRECTIONS)("has %s", async (_what, told, check) => {
    check(await make(reader, told));
  });

  test("is the same, with the same inputs, where nothing is said", async () => {
    const [plain, other] = [await make(reader, undefined), await make(reader, undefined)];
    expect(other.plot).toEqual(plain.plot);
    const { params } = await plain.book.schedule();
    expect(params).not.toHaveProperty("given");
    expect(plain.asked.every(({ data }) => !("given" in data))).toBe(true);
  });
});

test("a hosted reader is told what concerns its question, in the prompt and by labels", async () => {
  const told = {
    people: [{ name: "Tom", rename: "Thomas" }],
    speakers: [{ unit: WAIT, speaker: "Tom" }],
    places: [{ place: "station", kind: "lighthouse" }],
  };
  const { asked } = await make("hosted", told);
  const of = (task: string) => asked.filter(({ data }) => data.task === task);
  expect(of("concept")[0]?.data.given).toEqual({ people: told.people });
  expect(of("concept")[0]?.system).toContain("follow it");
  expect(of("plan")[0]?.data.given).toEqual({ places: told.places });
  expect(of("beats")[0]?.system).not.toContain("follow it");
  expect(JSON.stringify(of("beats"))).toContain(`["${WAIT}","speech","Wait,","Tom"]`);
});

test("the offline reader shows the given speaker with the line", async () => {
  const { beats, characters } = await make("offline", { speakers: [{ unit: WAIT, speaker: "Tom" }] });
  const tom = characters.find(({ name }) => name === "Tom")?.id;
  const beat = beats.find(({ lines }) => lines.some(({ unit }) => unit === WAIT));
  expect(beat?.figures.map(({ character }) => character)).toContain(tom);
});

test("a message that is delivered twice changes nothing", async () => {
  const { book } = await make("offline", { people: [{ name: "Tom", into: "Mina" }] });
  const before = await book.schedule();
  const inputHash = before.results.concept?.input ?? "";
  await book.follow(async () => {
    book.services.publisher.queue.push({ v: 1, sessionId: "s1", step: "concept", inputHash });
  });
  const after = await book.schedule();
  expect(after.results).toEqual(before.results);
});

test("a renamed person keeps what was said of them", async () => {
  const { book } = await make("offline", {
    people: [{ name: "Tom", age: "72" }],
    speakers: [{ unit: WAIT, speaker: "Tom" }],
  });
  await book.follow(() =>
    book.revisions.renamePerson({ sessionId: "s1", by: "ann", from: "Tom", to: "Otto" }),
  );
  const { characters } = CastSchema.parse(await book.output("characters"));
  expect(characters.find(({ name }) => name === "Otto")?.age).toBe("72");
});

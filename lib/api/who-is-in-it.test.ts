// Who is in a book: people who join it, who leave it, and two who are one, at the review of the people and in a finished book.
import { describe, expect, it } from "vitest";
import { CastSchema, type Character } from "../manga/cast.ts";
import { ConceptSchema } from "../manga/concept.ts";
import { PlotSchema } from "../manga/plot.ts";
import { type StoryboardPage, StoryboardPageSchema } from "../manga/storyboard.ts";
import { sampleService } from "./sample-service.ts";

const SESSION = "/api/v1/manga/sessions/s1";
const STORY = [
  "One rainy night Mina met Tom at the station. “Wait,” said Mina. “I am late,” said Tom.",
  "Ken came to the station. “Where are you going?” asked Ken. Tom laughed.",
].join("\n\n");

interface Preview {
  version: number;
  hash: string;
  changes: { id: string; what: string; who?: { name: string }; to?: string }[];
  again: Record<string, number>;
}

async function book(review: string[] = []) {
  const service = sampleService();
  const request = { text: STORY, pages: 2, seed: 3, formats: [], review, language: "en" };
  await service.send("POST", "/api/v1/manga/generate", request);
  await service.deliver();
  const send = (path: string, body: unknown) => service.send("POST", `${SESSION}/${path}`, body);
  const cast = async () => CastSchema.parse(await service.output("s1", "characters"));
  const named = async (name: string) => {
    const found = (await cast()).characters.find((one) => one.name === name);
    if (found === undefined) throw new Error(`the book has no ${name}`);
    return found;
  };
  const boards = async (): Promise<StoryboardPage[]> => {
    const pages = await Promise.all(
      ["p001", "p002"].map((page) => service.output("s1", `storyboard/${page}`)),
    );
    return pages.map((page) => StoryboardPageSchema.parse(page));
  };
  const edit = async (patch: object, gate: object = {}) => {
    const answer = await send("feedback", { phase: "characters", kind: "edit", ...gate, patch });
    await service.deliver();
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const preview = async (patch: object): Promise<Preview> =>
    (await (await send("feedback/preview", { phase: "characters", kind: "edit", patch })).json()) as Preview;
  return { service, send, cast, named, boards, edit, preview };
}

const NEWCOMER = {
  ...{ id: "c9", name: "Grandmother", kind: "human", age: "elder", sex: "female", look: 5 },
  ...{ marks: [], accessories: ["glasses"], outfits: [{ id: "o1", worn: ["apron"], scenes: [] }] },
} satisfies Omit<Character, "description">;

const panelsOf = (pages: readonly StoryboardPage[]) => pages.flatMap(({ panels }) => panels);
const drawnIn = (pages: readonly StoryboardPage[]) =>
  panelsOf(pages).flatMap(({ picture }) => picture.figures.map(({ character }) => character));
const speakersIn = (pages: readonly StoryboardPage[]) =>
  panelsOf(pages).flatMap(({ words }) => words.texts.map(({ speaker }) => speaker));

describe("a person who is added to a finished book", () => {
  it("gets a portrait and a description, is in no panel, and can be added to one", async () => {
    const { service, cast, boards, edit, preview } = await book();
    const before = await boards();
    const { characters } = await cast();
    const patch = { characters: [...characters, NEWCOMER] };
    const { changes, again } = await preview(patch);
    expect(changes).toMatchObject([{ what: "person-added", who: { name: "Grandmother" } }]);
    // The file of the book lists everybody.
    expect(again).toEqual({ portrait: 1, cover: 1, finish: 1 });
    expect((await edit(patch)).status).toBe(200);
    const after = (await cast()).characters.at(-1);
    expect(after).toMatchObject(NEWCOMER);
    expect(after?.description).toMatch(/glasses/u);
    expect(await boards()).toEqual(before);
    expect(ConceptSchema.parse(await service.output("s1", "concept")).people.at(-1)).toMatchObject({
      ...{ id: "c9", name: "Grandmother", role: "support", sex: "female" },
    });

    const [page] = before;
    const [panel] = page?.panels ?? [];
    if (page === undefined || panel === undefined) throw new Error("the book has no panel");
    const figure = {
      ...{ character: "c9", doing: "stand", feeling: "calm", hands: [], view: "front", facing: "left" },
      ...{ side: 0.5, depth: 1 },
    };
    const text = { ...panel.words.texts[0], id: "w7", unit: null, kind: "balloon", voice: "speech" };
    const spoken = { ...text, speaker: "c9", guessed: false, text: "Hello!", ruby: [] };
    const changed = {
      ...panel,
      picture: { ...panel.picture, figures: [...panel.picture.figures, figure] },
      words: { ...panel.words, texts: [...panel.words.texts, spoken] },
    };
    const body = {
      ...{ phase: "storyboard", kind: "edit", page: 1 },
      patch: { panels: [changed, ...page.panels.slice(1)] },
    };
    expect((await service.send("POST", `${SESSION}/feedback`, body)).status).toBe(200);
    await service.deliver();
    expect(drawnIn(await boards())).toContain("c9");
    expect(service.projector.sessions.get("s1")).toMatchObject({ status: "completed" });
  });

  it("is refused with the id of another person", async () => {
    const { cast, edit } = await book();
    const { characters } = await cast();
    const [first] = characters;
    const twice = await edit({ characters: [...characters, { ...NEWCOMER, id: first?.id }] });
    expect(twice).toMatchObject({ status: 422, body: { code: "invalid-edit", field: "characters" } });
  });
});

describe("a person who is removed from a finished book", () => {
  it("stays if panels show them, and the refusal names the panels", async () => {
    const { cast, named, boards, edit } = await book();
    const tom = await named("Tom");
    const { characters } = await cast();
    const before = await boards();
    const refused = await edit({ characters: characters.filter(({ id }) => id !== tom.id) });
    expect(refused).toMatchObject({ status: 422, body: { code: "invalid-edit" } });
    expect(refused.body.detail).toMatch(/page 1, k\d/u);
    expect((await cast()).characters).toEqual(characters);
    expect(await boards()).toEqual(before);
  });

  it("leaves if no panel shows them, and only the cover and the files are made again", async () => {
    const { service, cast, edit, preview } = await book();
    const { characters } = await cast();
    await edit({ characters: [...characters, NEWCOMER] });
    const patch = { characters };
    const shown = await preview(patch);
    expect(shown).toMatchObject({ changes: [{ what: "person-removed" }] });
    expect(Object.keys(shown.again)).toEqual(["cover", "finish"]);
    expect((await edit(patch)).status).toBe(200);
    expect((await cast()).characters).toEqual(characters);
    const { people } = ConceptSchema.parse(await service.output("s1", "concept"));
    expect(people.map(({ id }) => id)).toEqual(characters.map(({ id }) => id));
  });
});

describe("two people who are merged", () => {
  it("have every line, beat and panel under one name in a finished book, and restoring the earlier version separates them", async () => {
    const { service, cast, named, boards, edit, preview } = await book();
    const [tom, ken] = [await named("Tom"), await named("Ken")];
    const [before, castBefore] = [await boards(), await cast()];
    const files = await service.schedule("s1");
    expect(drawnIn(before)).toContain(ken.id);
    const patch = {
      characters: castBefore.characters.filter(({ id }) => id !== ken.id),
      merged: [{ id: ken.id, into: tom.id }],
    };
    const { changes, again } = await preview(patch);
    expect(changes[0]).toMatchObject({ what: "person-merged", who: { name: "Ken" }, to: "Tom" });
    expect(again.artwork).toBeGreaterThan(0);
    expect(again).not.toHaveProperty("plot");
    expect(again).not.toHaveProperty("storyboard");
    expect((await edit(patch)).status).toBe(200);
    const after = await boards();
    expect(drawnIn(after)).not.toContain(ken.id);
    expect(speakersIn(after)).toEqual(speakersIn(before).map((one) => (one === ken.id ? tom.id : one)));
    for (const { picture } of panelsOf(after)) {
      const drawn = picture.figures.map(({ character }) => character);
      expect(new Set(drawn).size).toBe(drawn.length);
    }
    const plot = PlotSchema.parse(await service.output("s1", "plot"));
    expect(JSON.stringify(plot)).not.toContain(`"${ken.id}"`);
    expect((await named("Tom")).id).toBe(tom.id);
    const concept = ConceptSchema.parse(await service.output("s1", "concept"));
    expect(concept.people.find(({ id }) => id === tom.id)?.aliases).toContain("Ken");
    expect(concept.merged).toMatchObject([{ id: ken.id, name: "Ken", into: tom.id }]);

    expect((await service.send("POST", `${SESSION}/versions/1/restore`)).status).toBe(200);
    await service.deliver();
    expect(await boards()).toEqual(before);
    expect((await service.schedule("s1"))?.results).toEqual(files?.results);
  });

  it("are one person in the plot that is made after the review", async () => {
    const { service, cast, named, boards, edit } = await book(["characters"]);
    const [tom, ken] = [await named("Tom"), await named("Ken")];
    const { characters } = await cast();
    const patch = {
      characters: characters.filter(({ id }) => id !== ken.id),
      merged: [{ id: ken.id, into: tom.id }],
    };
    expect((await edit(patch, { revision: 1 })).status).toBe(200);
    const { waiting } = service.projector.sessions.get("s1") ?? {};
    if (waiting !== undefined) {
      const approve = { phase: "characters", revision: waiting.revision, kind: "approve" };
      await service.send("POST", `${SESSION}/feedback`, approve);
      await service.deliver();
    }
    expect(service.projector.sessions.get("s1")).toMatchObject({ status: "completed" });
    const pages = await boards();
    expect(JSON.stringify(pages)).not.toContain(`"${ken.id}"`);
    const said = panelsOf(pages).flatMap(({ words }) => words.texts);
    expect(said.find(({ text }) => text.includes("Where are you going"))?.speaker).toBe(tom.id);
  });
});

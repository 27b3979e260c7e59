// Open vocabulary: words that the artist does not know are accepted by the API and kept verbatim through every phase.
import { expect, it } from "vitest";
import { BookSchema } from "../manga/book.ts";
import { CastSchema } from "../manga/cast.ts";
import { FinishedBookSchema } from "../manga/finished-book.ts";
import { PlotSchema } from "../manga/plot.ts";
import { StoryboardPageSchema } from "../manga/storyboard.ts";
import { pictureQuestion } from "../models/hosted/picture-question.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const FEEDBACK = "/api/v1/manga/sessions/s1/feedback";

it("a camel with a red saddle, a halberd and free words about the style reach the book", async () => {
  const service = sampleService();
  const artDirection = "thick outlines, as in a woodcut";
  const review = ["characters", "plot", "storyboard"];
  const wanted = { text: SAMPLE_STORY, pages: 1, seed: 3, formats: [], artDirection, review };
  expect((await service.send("POST", "/api/v1/manga/generate", wanted)).status).toBe(202);
  await service.deliver();
  expect(service.projector.sessions.get("s1")?.params.artDirection).toBe(artDirection);
  const edit = async (phase: string, patch: unknown, page?: number) => {
    const body = { kind: "edit", phase, revision: 1, patch, ...(page && { page }) };
    const answer = await service.send("POST", FEEDBACK, body);
    expect(answer.status, await answer.clone().text()).toBe(200);
    await service.deliver();
    // A changed design gets a new portrait, and its review opens again.
    const { waiting } = service.projector.sessions.get("s1") ?? {};
    if (waiting?.phase !== phase) return;
    await service.send("POST", FEEDBACK, { kind: "approve", phase, revision: waiting.revision });
    await service.deliver();
  };

  const { characters } = CastSchema.parse(await service.output("s1", "characters"));
  const saddled = [{ id: "o1", worn: ["red saddle"], scenes: [] }];
  const camel = { kind: "camel", age: "72", hair: "golden mane", outfits: saddled, marks: ["one hump"] };
  await edit("characters", {
    characters: characters.map((one) => (one.id === "c2" ? { ...one, ...camel } : one)),
  });

  const plot = PlotSchema.parse(await service.output("s1", "plot"));
  const [place, ...places] = plot.places;
  if (place === undefined) throw new Error("the plot has no place");
  const caravanserai = { ...place, kind: "caravanserai", landmarks: [{ what: "a dry well", side: "left" }] };
  await edit("plot", { places: [caravanserai, ...places] });

  const page = StoryboardPageSchema.parse(await service.output("s1", "storyboard/p001"));
  const armed = page.panels.map((panel) => ({
    ...panel,
    picture: {
      ...panel.picture,
      figures: panel.picture.figures.map((figure) => ({
        ...figure,
        ...{ doing: "polishes a halberd", hands: [{ what: "halberd", how: "over the shoulder" }] },
      })),
      things: [{ what: "water skins", count: 3, where: "on the saddle" }],
    },
  }));
  await edit("storyboard", { panels: armed }, 1);

  expect(service.projector.sessions.get("s1")?.status).toBe("completed");
  const { book } = FinishedBookSchema.parse(await service.output("s1", "finish"));
  const bound = BookSchema.parse(await service.output("s1", book));
  expect(bound.cast.characters.find(({ id }) => id === "c2")).toMatchObject(camel);
  expect(bound.places[0]).toEqual(caravanserai);
  expect(bound.artStyle.artDirection).toBe(artDirection);
  // The prompt of an image model contains the user's own words.
  const panel = bound.pages
    .flatMap(({ panels }) => panels)
    .find(({ picture }) => picture.figures.some(({ character }) => character === "c2"));
  if (panel === undefined) throw new Error("the camel is in no panel");
  const shown = new Set(panel.picture.figures.map(({ character }) => character));
  const question = pictureQuestion(
    "gemini-3.1-flash-image",
    {
      ...{ kind: "panel", picture: panel.picture, place: caravanserai, style: bound.artStyle },
      ...{ cast: bound.cast.characters.filter(({ id }) => shown.has(id)), references: [] },
      ...{ width: 700, height: 500, seed: 1 },
    },
    { telling: "moment", seed: 1 },
  );
  const asked = JSON.stringify(question);
  for (const word of ["camel", "red saddle", "one hump", "halberd", "caravanserai", "as in a woodcut"])
    expect(asked).toContain(word);
  const pictures = bound.pages.flatMap(({ panels }) => panels.map(({ picture }) => picture));
  expect(pictures.every(({ things }) => things[0]?.what === "water skins")).toBe(true);
  expect(pictures.flatMap(({ figures }) => figures).every(({ hands }) => hands[0]?.what === "halberd")).toBe(
    true,
  );

  // The timeline notes what the artist draws instead: for a design with the portrait, for a picture once a panel.
  const noted = [...service.projector.events.values()].filter(({ kind }) => kind === "note");
  const stepsOf = (said: RegExp) =>
    noted.filter(({ message = "" }) => said.test(message)).map(({ step }) => step);
  expect(noted.map(({ message }) => message)).toContain('Nothing is drawn for "red saddle".');
  expect(new Set(stepsOf(/^"camel" is drawn as a horse, without its hump\.$/))).toEqual(
    new Set(["characters/c2"]),
  );
  const armedSteps = stepsOf(/^"halberd" is drawn as /);
  const withPeople = page.panels.filter(({ picture }) => picture.figures.length > 0);
  expect(armedSteps.toSorted()).toEqual(withPeople.map(({ id }) => `artwork/p001/${id}`).toSorted());
}, 60_000);

it("a value that does not fit its field is refused with the field's path", async () => {
  const service = sampleService();
  const request = { text: SAMPLE_STORY, pages: 1, seed: 3, formats: [], review: ["characters"] };
  await service.send("POST", "/api/v1/manga/generate", request);
  await service.deliver();
  const { characters } = CastSchema.parse(await service.output("s1", "characters"));
  const refused = async (change: object) => {
    const patch = { characters: characters.map((one) => ({ ...one, ...change })) };
    const body = { kind: "edit", phase: "characters", revision: 1, patch };
    const answer = await service.send("POST", FEEDBACK, body);
    expect(answer.status).toBe(422);
    return (await answer.json()) as { code: string; field: string };
  };
  // The earlier format: hair as a value of a list.
  const listed = await refused({ hair: { style: "bob", fill: "black" } });
  expect(listed).toMatchObject({ code: "invalid-edit", field: "characters.0.hair" });
  expect(await refused({ kind: "x".repeat(121) })).toMatchObject({ field: "characters.0.kind" });
  expect(await refused({ clothes: {} })).toMatchObject({ field: "characters.0.clothes" });
}, 60_000);

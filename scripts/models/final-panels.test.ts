// A draft on the strict server with one panel changed and another kept and drawn as final: the requests, which bytes stay, and the
// provenance of each picture.
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ModelServer, startModelServer } from "../../emulators/models/server.ts";
import type { GenerateContent } from "../../emulators/models/wire.ts";
import { ArtworkSchema } from "../../lib/manga/artwork.ts";
import { BookSchema } from "../../lib/manga/book.ts";
import { FinishedBookSchema } from "../../lib/manga/finished-book.ts";
import { hostedArtist } from "../../lib/models/hosted/artist.ts";
import { program } from "../../lib/models/hosted/artist-studio.ts";
import { genaiModel } from "../../lib/models/hosted/genai.ts";
import { modelIds, parseModels } from "../../lib/models/model-sets.ts";
import { sampleBook } from "../../lib/sample-book.ts";
import { catalogOffers } from "./offers.ts";

const STORY =
  "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。ミナは駅の外へ走った。";
const DRAFT = "gemini-3.1-flash-lite-image";
const BEST = "gemini-3-pro-image";

let server: ModelServer;
let asked: { model: string; request: GenerateContent }[] = [];
beforeAll(async () => {
  server = await startModelServer({
    ...{ offers: catalogOffers("2026-11-29"), side: 768 },
    onAsked: (model, request) => void asked.push({ model, request }),
  });
});
afterAll(() => server.close());

const textsOf = ({ contents }: GenerateContent) =>
  contents.flatMap(({ parts }) => parts.flatMap(({ text }) => text ?? []));
const picturesOf = ({ contents }: GenerateContent) =>
  contents.flatMap(({ parts }) => parts.flatMap(({ inlineData }) => inlineData?.data ?? []));

it("draws the kept panels over their drafts, and no other picture", {
  timeout: 120_000,
}, async () => {
  const access = { kind: "key" as const, apiKey: "test", baseUrl: server.url };
  const book = sampleBook(undefined, {
    artist: (id) =>
      hostedArtist(id, {
        images: [genaiModel(id === "best" ? BEST : DRAFT, access)],
        visionModels: [],
        program,
      }),
  });
  const { blobs } = book.services;
  const artOf = async (step: string) => ArtworkSchema.parse(await book.output(step));
  const bookNow = async () => {
    const { book: hash } = FinishedBookSchema.parse(await book.output("finish"));
    return BookSchema.parse(JSON.parse(new TextDecoder().decode(await blobs.get("s1", hash))));
  };
  const by = { sessionId: "s1", by: "ann" };

  await book.start(STORY, {
    ...{ language: "ja", direction: "rtl", pages: 1, sheets: true, tier: "draft" },
    models: { ...modelIds(parseModels("offline")), artist: "draft" },
  });
  const drafted = await bookNow();
  const panels = drafted.pages.flatMap((page) => page.panels.map(({ id }) => id));
  expect(panels.length).toBeGreaterThanOrEqual(3);
  const [first = "", second = ""] = panels;
  expect(
    drafted.takes?.map(({ panel, take, made, model, size }) => [panel, take, made, model, size]),
  ).toEqual(panels.map((id) => [`p001/${id}`, 0, "drawn", DRAFT, "1K"]));
  expect(new Set(asked.map(({ model }) => model))).toEqual(new Set([DRAFT]));

  // One panel is changed by an instruction: its picture is sent back, and no other is drawn.
  const before = (await book.schedule()).results;
  asked = [];
  const edited = await book.follow(() =>
    book.revisions.editPicture({ ...by, page: 1, panel: first, instruction: "Make the sky dark." }),
  );
  expect(edited.ran.filter((step) => step.startsWith("artwork/"))).toEqual([`artwork/p001/${first}`]);
  expect(asked.map(({ request }) => picturesOf(request)[0])).toEqual([
    Buffer.from(await blobs.get("s1", await imageIn(before[`artwork/p001/${first}`]?.output))).toString(
      "base64",
    ),
  ]);

  // The other panel is kept, and drawn as final over its draft.
  const draft = await artOf(`artwork/p001/${second}`);
  const standing = (await book.schedule()).results;
  asked = [];
  await book.revisions.keepPicture({ sessionId: "s1", page: 1, panel: second, kept: true });
  const final = await book.follow(() => book.revisions.drawFinal({ ...by, artist: "best" }));
  expect(final.ran).toEqual(
    [`artwork/p001/${second}`, "finish", "lettering/p001", "lettering/p001/renditions"].toSorted(),
  );
  expect(asked.map(({ model }) => model)).toEqual([BEST]);
  const [request] = asked;
  if (request === undefined) throw new Error("nothing was asked");
  const labels = textsOf(request.request);
  const at = labels.findIndex((text) =>
    /: a draft of this very picture, for the composition only\.$/.test(text),
  );
  expect(labels.at(-1)).toContain(`omposed as reference ${at + 1}`);
  expect(picturesOf(request.request)[at]).toBe(
    Buffer.from(await blobs.get("s1", draft.image)).toString("base64"),
  );
  const after = (await book.schedule()).results;
  const changed = Object.keys(after).filter((step) => after[step]?.output !== standing[step]?.output);
  expect(changed.toSorted()).toEqual(
    [`artwork/p001/${second}`, "finish", "lettering/p001", "lettering/p001/renditions"].toSorted(),
  );

  const whole = await bookNow();
  expect(whole.finals).toEqual([`p001/${second}`]);
  const told = new Map(whole.takes?.map((take) => [take.panel, take]));
  expect(told.get(`p001/${first}`)).toMatchObject({ made: "edit", model: DRAFT });
  expect(told.get(`p001/${first}`)?.take).toBeGreaterThan(0);
  expect(told.get(`p001/${second}`)).toMatchObject({ made: "final", model: BEST });
  expect(told.get(`p001/${second}`)?.references.at(-1)).toMatchObject({ role: "draft", sha256: draft.image });
  for (const id of panels.slice(2)) expect(told.get(`p001/${id}`)).toMatchObject({ made: "drawn", take: 0 });
  expect(server.counts().errors).toEqual({});

  /** The image of an artwork's stored output. */
  async function imageIn(output: string | undefined): Promise<string> {
    return ArtworkSchema.parse(JSON.parse(new TextDecoder().decode(await blobs.get("s1", output ?? ""))))
      .image;
  }
});

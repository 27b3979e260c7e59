// The region of an edit reaches the server of every adapter in the form of its protocol: the received images are checked pixel by pixel.
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterEach, describe, expect, it, vi } from "vitest";
import { startComfyServer } from "../../../emulators/models/comfyui/comfyui-server.ts";
import { startImagesServer } from "../../../emulators/models/openai/images-server.ts";
import { startSdapiServer } from "../../../emulators/models/sdapi/sdapi-server.ts";
import { startModelServer } from "../../../emulators/models/server.ts";
import type { GenerateContent } from "../../../emulators/models/wire.ts";
import { catalogOffers } from "../../../scripts/models/offers.ts";
import type { EditRequest } from "../artist.ts";
import { graphsOf } from "../comfy-graphs.ts";
import { comfyKey, picturesKey, SDAPI_KEY } from "../own-models.ts";
import { comfyServer, picturesServer, sdapiServer } from "../own-servers.ts";
import { unmeteredContext } from "../unmetered-context.ts";
import { hostedArtist } from "./artist.ts";
import { editOf, IMAGE_MODEL, png, program } from "./artist-studio.ts";
import { comfyPictures } from "./comfyui.ts";
import { genaiModel } from "./genai.ts";
import type { HostedModel } from "./model.ts";
import { openaiPictures } from "./openai-pictures.ts";
import { sdapiPictures } from "./sdapi.ts";

const GRAPHS = join(import.meta.dirname, "../../../examples/comfyui");
const SIZE = { width: 420, height: 300 };
const picture = await png(SIZE.width, SIZE.height);
/** The upper left quarter. */
const REGION: EditRequest["region"] = [
  [0, 0],
  [0.5, 0],
  [0.5, 0.5],
  [0, 0.5],
];
const EDIT = editOf(picture, { instruction: "Make the sky dark.", region: REGION });

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(closing.splice(0).map((server) => server.close()));
});
function opened<Server extends { close(): Promise<void> }>(server: Server): Server {
  closing.push(server);
  return server;
}

async function edit(model: HostedModel, request: EditRequest = EDIT) {
  const context = unmeteredContext();
  const drawn = await hostedArtist("a", { images: [model], visionModels: [], program }).draw(
    request,
    context,
  );
  expect(context.notices).toEqual([]);
  expect(drawn.content).not.toEqual({ kind: "image", ...picture });
}

type Pixel = [red: number, green: number, blue: number, opacity: number];
const INSIDE = [105, 75] as const;
const OUTSIDE = [315, 225] as const;

/** A pixel inside the region and one outside, in an image of the picture's size. */
async function pixelsOf(bytes: Uint8Array | undefined): Promise<{ inside: Pixel; outside: Pixel }> {
  const image = await loadImage(bytes ?? new Uint8Array());
  expect([image.width, image.height]).toEqual([SIZE.width, SIZE.height]);
  const paper = createCanvas(image.width, image.height).getContext("2d");
  paper.drawImage(image, 0, 0);
  const at = ([x, y]: readonly [number, number]): Pixel => {
    const [red = 0, green = 0, blue = 0, opacity = 0] = paper.getImageData(x, y, 1, 1).data;
    return [red, green, blue, opacity];
  };
  return { inside: at(INSIDE), outside: at(OUTSIDE) };
}

const WHITE_INSIDE = { inside: [255, 255, 255, 255], outside: [0, 0, 0, 255] };

describe("the region of an edit", () => {
  it("reaches Google's server as a copy of the picture with the region in red, and in words", async () => {
    const asked: GenerateContent[] = [];
    const server = opened(
      await startModelServer({
        ...{ offers: catalogOffers("2026-11-29"), side: 448 },
        onAsked: (_model, request) => void asked.push(request),
      }),
    );
    await edit(genaiModel(IMAGE_MODEL, { kind: "key", apiKey: "test", baseUrl: server.url }));
    const parts = asked.flatMap(({ contents }) => contents.flatMap((content) => content.parts));
    const sent = parts.flatMap(({ inlineData }) =>
      inlineData ? [Buffer.from(inlineData.data, "base64")] : [],
    );
    expect(sent).toHaveLength(2);
    expect(sent[0]?.equals(picture.bytes)).toBe(true);
    const { inside, outside } = await pixelsOf(sent[1]);
    expect(inside[0] - inside[2]).toBeGreaterThan(60);
    expect(outside[0]).toBe(outside[2]);
    expect(parts.at(-1)?.text).toMatch(
      /Make the sky dark\. Change nothing outside the area that is marked in red/,
    );
  });

  it("reaches OpenAI's server as a mask that is transparent in the region", async () => {
    const server = opened(await startImagesServer({ models: ["gpt-image-2"] }));
    vi.stubEnv("MEKURI_PICTURES_URL", `${server.url}/v1`);
    vi.stubEnv("MEKURI_PICTURES_MODEL", "gpt-image-2");
    const settings = picturesServer();
    if (settings === undefined) throw new Error(`no ${picturesKey({ model: "gpt-image-2" })}`);
    await edit(openaiPictures(settings));
    const [given] = server.editsGiven();
    expect(given?.pictures.map((bytes) => bytes.equals(picture.bytes))).toEqual([true]);
    const { inside, outside } = await pixelsOf(given?.mask);
    expect([inside[3], outside[3]]).toEqual([0, 255]);
  });

  it("reaches /sdapi/v1 as an inpainting mask that is white in the region", async () => {
    const server = opened(await startSdapiServer());
    vi.stubEnv("MEKURI_SDAPI_URL", server.url);
    const settings = sdapiServer();
    if (settings === undefined) throw new Error(`no ${SDAPI_KEY}`);
    await edit(sdapiPictures(settings));
    const [given] = server.repainted();
    expect(given?.picture.equals(picture.bytes)).toBe(true);
    expect(given?.strength).toBe(0.8);
    expect(await pixelsOf(given?.mask)).toEqual(WHITE_INSIDE);
    await edit(sdapiPictures(settings), { ...EDIT, region: undefined });
    expect(server.repainted()[1]?.mask).toBeUndefined();
  });

  describe("reaches ComfyUI", () => {
    async function comfy(editGraph: string | undefined) {
      const server = opened(await startComfyServer());
      vi.stubEnv("MEKURI_COMFYUI_URL", server.url);
      vi.stubEnv("MEKURI_COMFYUI_PANEL_GRAPH", join(GRAPHS, "panel.json"));
      vi.stubEnv("MEKURI_COMFYUI_PORTRAIT_GRAPH", join(GRAPHS, "portrait.json"));
      if (editGraph !== undefined) vi.stubEnv("MEKURI_COMFYUI_EDIT_GRAPH", join(GRAPHS, editGraph));
      const settings = comfyServer();
      if (settings === undefined) throw new Error("no server is set");
      const graphs = graphsOf(settings);
      return { server, model: comfyPictures(settings, { key: comfyKey(graphs), graphs }) };
    }
    /** The uploaded picture that the first node of a class loads. */
    function loadedBy(server: Awaited<ReturnType<typeof startComfyServer>>, type: string, job = 0) {
      const graph = server.counts().graphs[job] as Record<
        string,
        { class_type: string; inputs: { image?: string } }
      >;
      const node = Object.values(graph).find(({ class_type: name }) => name === type);
      return node && server.uploaded(node.inputs.image ?? "");
    }

    it("as an uploaded mask at %mask% of the graph for edits, with the picture at %reference1%", async () => {
      const { server, model } = await comfy("edit.json");
      await edit(model);
      expect(loadedBy(server, "LoadImage")?.equals(picture.bytes)).toBe(true);
      expect(await pixelsOf(loadedBy(server, "LoadImageMask"))).toEqual(WHITE_INSIDE);
      await edit(model, { ...EDIT, region: undefined });
      expect(loadedBy(server, "LoadImageMask", 1)).toBeUndefined();
      expect(JSON.stringify(server.counts().graphs[1])).not.toContain("SetLatentNoiseMask");
    });

    it("in words where there is no such graph: the panel graph has one placeholder, for the picture", async () => {
      const { server, model } = await comfy(undefined);
      await edit(model);
      expect(loadedBy(server, "LoadImage")?.equals(picture.bytes)).toBe(true);
      expect(JSON.stringify(server.counts().graphs[0])).toMatch(
        /Change nothing but the upper left of the picture/,
      );
    });
  });
});

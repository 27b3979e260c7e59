// The artist of campaign books with sheets: the simulated artist's drawings as images, with reference pictures and edits of areas, like an
// image model. Its result depends only on the request without references.
import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { DrawingItem } from "../../../lib/manga/drawing.ts";
import type {
  Artist,
  DrawingProgram,
  Drawn,
  DrawRequest,
  EditRequest,
  PaintForScreen,
} from "../../../lib/models/artist.ts";
import { programRequest } from "../../../lib/models/program-request.ts";
import { packDrawn, unpackDrawn } from "../../../lib/models/single-call.ts";
import { contentHash } from "../../../lib/pipeline/canonical-json.ts";
import { noUsage, type Usage } from "../../../lib/pipeline/usage.ts";
import { decodeSerially } from "../../../lib/work/decode-serially.ts";
import { type Bill, currentInput, reach } from "./current-delivery.ts";

const [PROGRAM, PAINTER] = ["simulated-artist@", "simulated-painter@"] as const;

export const isPainter = (id: string): boolean => id.startsWith(PAINTER);
/** The painter with the version of a simulated artist. */
export const painterOf = (artist: string): string => artist.replace(PROGRAM, PAINTER);

/** Price of a picture in micro-dollars. */
const PRICE = 70_000;
const MOST_REFERENCES = { people: 4, things: 3 } as const;

/** Adds a mark to each drawing at a position given by the seed, so that all takes of a picture differ. */
export function withMarks(program: DrawingProgram): DrawingProgram {
  return {
    ...program,
    async draw(request, signal) {
      const made = await program.draw(request, signal);
      const { content } = made;
      if (content.kind !== "drawing") return made;
      const { width, height, items } = content.drawing;
      const { seed } = request;
      const d = `M${seed % Math.floor(width)} ${Math.floor(seed / 1_009) % Math.floor(height)}h40`;
      const mark: DrawingItem[] = [
        { d, stroke: "white", width: 40 },
        { d, stroke: "black", width: 16 },
      ];
      return {
        ...made,
        content: { ...content, drawing: { ...content.drawing, items: [...items, ...mark] } },
      };
    },
  };
}

/** `pay` records the bill of a call, or makes it fail. */
export function campaignPainter(program: DrawingProgram, pay: (bill: Bill) => void): Artist {
  const id = painterOf(program.id);
  return {
    ...{ id, references: MOST_REFERENCES, edits: true },
    draw(request, context, { paint, onDrawn } = {}) {
      const key = keyOf(request);
      return context.call<Drawn & { usage: Usage }>({
        ...{ model: id, upToMicros: PRICE * 2 },
        memo: {
          kind: "image",
          key,
          pack: packDrawn,
          unpack: (packed) => ({ ...unpackDrawn(packed), usage: noUsage(id) }),
        },
        async make() {
          pay({ model: id, call: workOf(key), ...(request.kind === "edit" && { isEdit: true }) });
          const drawn = await pictureOf(program, request, { signal: context.signal, paint });
          reach("paid");
          onDrawn?.(drawn);
          return { ...drawn, usage: { ...noUsage(id), images: 1, costMicros: PRICE } };
        },
      });
    },
  };
}

/** The whole request with pictures replaced by their hashes: another reference makes another request. */
function keyOf(request: DrawRequest): Record<string, unknown> {
  const looked = "references" in request ? request.references : [];
  const references = looked.map(({ bytes, ...rest }) => ({ ...rest, sha256: contentHash(bytes) }));
  if (request.kind !== "edit") return { ...request, references };
  const { panel: _shown, picture, ...rest } = request;
  return { ...rest, references, picture: contentHash(picture.bytes) };
}

/**
 * The work that the current delivery pays for, without references: they are chosen once for one input of a step, so a repeat with other
 * ones is still a repeat.
 */
export function workOf(key: unknown): string {
  const { references: _looked, ...work } = key as Record<string, unknown>;
  return contentHash(JSON.stringify([currentInput(), work]));
}

async function pictureOf(
  program: DrawingProgram,
  request: DrawRequest,
  { signal, paint }: { signal: AbortSignal; paint: PaintForScreen | undefined },
): Promise<Drawn> {
  if (request.kind === "edit") return changed(request);
  const drawn = await program.draw(programRequest(request), signal);
  const { content, faces, keep } = drawn;
  if (content.kind !== "drawing" || paint === undefined)
    throw new Error("the painter was given nothing to paint");
  return { content: { kind: "image", ...(await paint(content.drawing)) }, faces, keep };
}

/** Covers the region, or the whole picture, with a veil whose colour depends on instruction and seed. */
function changed({ picture, instruction, region, seed }: EditRequest): Promise<Drawn> {
  return decodeSerially(async () => {
    const image = await loadImage(picture.bytes);
    const { width, height } = image;
    const canvas = createCanvas(width, height);
    const paper = canvas.getContext("2d");
    paper.drawImage(image, 0, 0);
    paper.fillStyle = `#${contentHash(`${instruction} ${seed}`).slice(0, 6)}80`;
    paper.beginPath();
    for (const [x, y] of region ?? WHOLE) paper.lineTo(x * width, y * height);
    paper.fill();
    const bytes = await canvas.encode("png");
    return { content: { kind: "image", bytes, contentType: "image/png" }, faces: [], keep: [] };
  });
}

const WHOLE = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

// Calls of whoever writes and whoever draws, as the till wants them: with the most that they may cost, and what they are remembered by.
import * as z from "zod";
import { FaceSchema, KeepSchema } from "../manga/artwork.ts";
import { DrawingSchema } from "../manga/drawing.ts";
import type { Artist, Drawn, DrawnContent, DrawRequest, PaintForScreen } from "../models/artist.ts";
import {
  WRITING_SCHEMAS,
  type WritingInputs,
  type WritingOutputs,
  type WritingTask,
} from "../models/writer.ts";
import { contentHash } from "../pipeline/canonical-json.ts";
import type { Packed } from "../pipeline/phase.ts";
import { noUsage } from "../pipeline/usage.ts";
import type { MangaContext } from "./tools.ts";

/** Has the session's writer do a task. */
export async function write<T extends WritingTask>(
  context: MangaContext,
  task: T,
  input: WritingInputs[T],
): Promise<WritingOutputs[T]> {
  const writer = await context.tools.writer(context.params.models.writer);
  const { output } = await context.call({
    model: writer.id,
    upToMicros: writer.upToMicros(task, input),
    memo: {
      kind: "answer",
      key: { task, input },
      pack: (made) => ({ value: made.output, bytes: [] }),
      unpack: ({ value }) => ({
        output: WRITING_SCHEMAS[task].parse(value),
        usage: noUsage(writer.id),
      }),
    },
    make: () => writer.write(task, input, context.signal),
  });
  return output;
}

interface Commission {
  artist: Artist;
  request: DrawRequest;
  /** Only such pictures are remembered. */
  usable: (drawn: Drawn) => boolean;
  paint: PaintForScreen;
  /** Told of what the artist drew now, before it is remembered. */
  onDrawn: (drawn: Drawn) => void;
}

/** Has an artist draw. */
export function draw(context: MangaContext, commission: Commission): Promise<Drawn> {
  const { artist, request, usable, paint, onDrawn } = commission;
  return context.call({
    model: artist.id,
    upToMicros: artist.upToMicros(request),
    memo: {
      kind: "image",
      key: keyOf(request),
      pack: (drawn) => (usable(drawn) ? pack(drawn) : undefined),
      unpack: (packed) => ({ ...unpack(packed), usage: noUsage(artist.id) }),
    },
    async make() {
      const drawn = await artist.draw(request, context.signal, paint);
      onDrawn(drawn);
      return drawn;
    },
  });
}

/** Portraits are looked at: they count by their bytes. */
function keyOf(request: DrawRequest): unknown {
  if (request.kind === "portrait") return request;
  const portraits = [...request.portraits].map(([character, { bytes }]) => [character, contentHash(bytes)]);
  return { ...request, portraits };
}

const DrawnSchema = z.object({
  content: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("drawing"), drawing: DrawingSchema }),
    z.object({ kind: z.literal("image"), contentType: z.string() }),
  ]),
  faces: z.array(FaceSchema),
  keep: z.array(KeepSchema),
});

function pack({ content, faces, keep }: Drawn): Packed {
  if (content.kind === "drawing") {
    const { kind, drawing } = content;
    return { value: { content: { kind, drawing }, faces, keep }, bytes: [] };
  }
  const { kind, bytes, contentType } = content;
  return { value: { content: { kind, contentType }, faces, keep }, bytes: [{ bytes, contentType }] };
}

function unpack({ value, bytes }: Packed): Omit<Drawn, "usage"> {
  const { content, faces, keep } = DrawnSchema.parse(value);
  return { content: content.kind === "drawing" ? content : withBytes(content, bytes), faces, keep };
}

function withBytes(content: { kind: "image"; contentType: string }, bytes: Packed["bytes"]): DrawnContent {
  const [image] = bytes;
  if (image === undefined) throw new RangeError("the image's bytes are missing");
  return { ...content, bytes: image.bytes };
}

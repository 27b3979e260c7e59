// Adapts programs to the ports of readers, directors and artists: each task, page or picture is one call of the context.
import * as z from "zod";
import { FaceSchema, KeepSchema } from "../manga/artwork.ts";
import { DrawingSchema } from "../manga/drawing.ts";
import { StoryboardDraftSchema } from "../manga/storyboard.ts";
import type { ModelCall, Packed } from "../pipeline/phase.ts";
import { noUsage } from "../pipeline/usage.ts";
import { type Artist, type DrawingProgram, type Drawn, type DrawnContent, faultOf } from "./artist.ts";
import type { CallContext } from "./call-context.ts";
import type { DirectingProgram, Director } from "./director.ts";
import { programRequest } from "./program-request.ts";
import { type Answered, READING_SCHEMAS, type Reader, type ReadingProgram } from "./reader.ts";

export function singleCallReader(program: ReadingProgram): Reader {
  return {
    id: program.id,
    read: (task, input, context) =>
      answered(context, {
        model: program.id,
        upToMicros: program.upToMicros(task),
        key: { task, input },
        schema: READING_SCHEMAS[task],
        make: () => program.read(task, input, context.signal),
      }),
  };
}

export function singleCallDirector(program: DirectingProgram): Director {
  return {
    id: program.id,
    direct: (input, context) =>
      answered(context, {
        model: program.id,
        upToMicros: program.upToMicros(),
        key: { task: "storyboard", input },
        schema: StoryboardDraftSchema,
        make: () => program.direct(input, context.signal),
      }),
  };
}

interface AnswerCall<T> extends Pick<ModelCall<Answered<T>>, "model" | "upToMicros" | "make"> {
  key: unknown;
  schema: z.ZodType<T>;
}

async function answered<T>(context: CallContext, { key, schema, ...call }: AnswerCall<T>): Promise<T> {
  const { output } = await context.call({
    ...call,
    memo: {
      kind: "answer",
      key,
      pack: (made) => ({ value: made.output, bytes: [] }),
      unpack: ({ value }) => ({ output: schema.parse(value), usage: noUsage(call.model) }),
    },
  });
  return output;
}

export function singleCallArtist(program: DrawingProgram): Artist {
  return {
    id: program.id,
    draw(asked, context, { paint, onDrawn } = {}) {
      const request = programRequest(asked);
      return context.call({
        model: program.id,
        upToMicros: program.upToMicros(request),
        memo: {
          kind: "image",
          // A program takes no reference pictures.
          key: { ...request, references: [] },
          // An unusable picture is not memoized.
          pack: (drawn) => (faultOf(drawn) === undefined ? packDrawn(drawn) : undefined),
          unpack: (packed) => ({ ...unpackDrawn(packed), usage: noUsage(program.id) }),
        },
        async make() {
          const drawn = await program.draw(request, context.signal, paint);
          onDrawn?.(drawn);
          return drawn;
        },
      });
    },
  };
}

const DrawnSchema = z.object({
  content: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("drawing"), drawing: DrawingSchema }),
    z.object({ kind: z.literal("image"), contentType: z.string() }),
  ]),
  faces: z.array(FaceSchema),
  keep: z.array(KeepSchema),
  notices: z.array(z.string()).optional(),
});

/** The form in which calls are memoized. */
export function packDrawn({ content, faces, keep, notices }: Drawn): Packed {
  const rest = { faces, keep, ...(notices && { notices }) };
  if (content.kind === "drawing") {
    const { kind, drawing } = content;
    return { value: { content: { kind, drawing }, ...rest }, bytes: [] };
  }
  const { kind, bytes, contentType } = content;
  return { value: { content: { kind, contentType }, ...rest }, bytes: [{ bytes, contentType }] };
}

/** Throws `RangeError` without bytes, and `ZodError` for another form. */
export function unpackDrawn({ value, bytes }: Packed): Drawn {
  const { content, faces, keep, notices } = DrawnSchema.parse(value);
  return {
    content: content.kind === "drawing" ? content : withBytes(content, bytes),
    ...{ faces, keep },
    ...(notices && { notices }),
  };
}

function withBytes(content: { kind: "image"; contentType: string }, bytes: Packed["bytes"]): DrawnContent {
  const [image] = bytes;
  if (image === undefined) throw new RangeError("the image's bytes are missing");
  return { ...content, bytes: image.bytes };
}

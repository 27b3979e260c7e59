// Common parts of the adapters for picture servers: the size of a picture, the text of a question, and the reply.
import { catalogModel, priceOf } from "../catalog.ts";
import { today } from "../today.ts";
import type { Question, Reply } from "./model.ts";

/** The number of pixels on which the models of these servers are trained. */
const PIXELS = 1_048_576;

/** Sides in whole steps with about `PIXELS` in total and the ratio `W:H`. */
export function sizeFor(aspectRatio: string, step: number): { width: number; height: number } {
  const [across = 1, down = 1] = aspectRatio.split(":").map(Number);
  const side = Math.sqrt(PIXELS / (across * down));
  const stepped = (length: number) => Math.max(step, Math.round((length * side) / step) * step);
  return { width: stepped(across), height: stepped(down) };
}

export interface PictureAsked {
  prompt: string;
  /** Reference pictures, or the picture to edit, in order. */
  pictures: readonly { bytes: Uint8Array; contentType: string }[];
  aspectRatio: string;
  seed: number;
  /** The first picture is to be edited. */
  edit: Question["edit"];
}

/** Throws `RangeError` for a question that wants no picture. */
export function pictureAsked(id: string, { turns, wanted, seed = 0, edit }: Question): PictureAsked {
  if (wanted.kind !== "image") throw new RangeError(`${id} makes pictures only`);
  const parts = turns.flatMap((turn) => turn.parts);
  return {
    prompt: parts.flatMap((part) => ("text" in part ? part.text : [])).join("\n"),
    pictures: parts.flatMap((part) => ("text" in part ? [] : [part])),
    aspectRatio: wanted.aspectRatio,
    seed,
    edit,
  };
}

/** The negative prompt, for protocols with a field for it. */
export const NEGATIVE =
  "text, letters, words, speech balloons, captions, watermark, signature, frame, border";

/** A reply with a picture. `STOP` is the finish reason that `picture-outcomes.ts` expects for one. */
export function pictureReply(id: string, bytes: Uint8Array | undefined): Reply {
  const images = bytes === undefined || bytes.length === 0 ? [] : [{ bytes, contentType: "image/png" }];
  const pieces = { size: "1K", count: images.length } as const;
  return {
    ...{ end: images.length > 0 ? "done" : "empty", reason: images.length > 0 ? "STOP" : "NO_IMAGE" },
    ...{ text: "", images },
    usage: {
      ...{ model: id, inputTokens: 0, outputTokens: 0, images: images.length },
      costMicros: priceOf(
        catalogModel(id),
        { inputTokens: 0, outputTokens: 0, imageTokens: 0, pieces },
        today(),
      ),
    },
  };
}

/** The reply for a picture that a filter of the service blocked; nothing was made. */
export const refusedPicture = (id: string): Reply => ({
  ...{ end: "refused", reason: "SAFETY", heldBack: "prompt", text: "", images: [] },
  usage: { model: id, inputTokens: 0, outputTokens: 0, images: 0, costMicros: 0 },
});

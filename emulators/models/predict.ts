// Imagen's `predict`: pictures for a prompt, charged per picture.
import type { Offer } from "./account.ts";
import { refusalFor } from "./endings.ts";
import { hashOf, remember, type Studio } from "./generate.ts";
import { invalid, refusalOf } from "./google-error.ts";
import { makePicture } from "./picture.ts";
import { type Predict, PredictSchema } from "./wire.ts";

/** Parses a body. Throws Google's error for a refused one. */
export function readPredict(body: unknown, offer: Offer): Predict {
  const parsed = PredictSchema.safeParse(body);
  if (!parsed.success) throw refusalOf(parsed.error);
  const size = parsed.data.parameters?.sampleImageSize;
  if (size !== undefined && offer.images?.micros[size] === undefined) {
    throw invalid(`${offer.id} does not make images of size ${size}.`);
  }
  return parsed.data;
}

export async function predict(
  { account, profile, seed, made: kept, pictures: fault }: Studio,
  offer: Offer,
  { instances, parameters = {} }: Predict,
): Promise<unknown> {
  const prompt = instances[0]?.prompt ?? "";
  const size = parameters.sampleImageSize ?? "1K";
  const requestHash = hashOf(`${prompt}\n${JSON.stringify(parameters)}`);
  const charge = (images: number, ending: string) => {
    const used = { promptText: 0, promptImages: 0, thoughts: 0, text: 0, imageTokens: 0, images };
    account.charge(offer, { used, size, ending });
  };
  if (refusalFor(profile, { kind: "image", texts: [prompt], requestHash, seed }) !== undefined) {
    charge(0, "raiFilteredReason");
    const raiFilteredReason = "Unable to show generated images. Support codes: 56562880";
    return { predictions: parameters.includeRaiReason === true ? [{ raiFilteredReason }] : [] };
  }
  const count = parameters.sampleCount ?? 4;
  const mimeType = parameters.outputOptions?.mimeType ?? "image/png";
  const predictions = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const hash = hashOf(`${requestHash}\n${index}`);
      const aspectRatio = parameters.aspectRatio ?? "1:1";
      const made = await makePicture({ hash, aspectRatio, size, heads: 1, mimeType, fault });
      remember(kept, made.bytes, { heads: made.heads });
      return { mimeType, bytesBase64Encoded: made.bytes.toString("base64"), prompt };
    }),
  );
  charge(count, "STOP");
  return { predictions };
}

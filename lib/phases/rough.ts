// The program's rough of a panel, stored as a reference picture: the model copies its composition.
import type { PanelRequest } from "../models/artist.ts";
import type { Reference } from "../pipeline/reference.ts";
import { type StepRef, stepId } from "../pipeline/step-id.ts";
import { artistOf } from "./parts.ts";
import type { MangaContext } from "./tools.ts";

/** Width in pixels: enough to show positions, too little to copy lines from. */
const WIDTH_PX = 512;

/** Empty if the artist uses no rough for this panel. Throws as the artist's program, the drafter and the blob store do. */
export async function roughOf(
  context: MangaContext,
  step: StepRef,
  request: PanelRequest,
): Promise<Reference[]> {
  const artist = await artistOf(context);
  const picture = await artist.rough?.(request, {
    signal: context.signal,
    async paint(drawing) {
      const drafter = await context.tools.drafter(context.signal);
      return drafter.rasterize(drawing, WIDTH_PX, context.params.colorMode);
    },
  });
  if (picture === undefined) return [];
  const sha256 = await context.putBlob(picture.bytes, picture.contentType);
  return [{ role: "rough", step: stepId(step), sha256, contentType: picture.contentType }];
}

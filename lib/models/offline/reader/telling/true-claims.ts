// The last look at a book's claims: beats that were joined, or whose people changed, show less than they did. What a picture does not show
// any more is lettered.
import { captionPieces } from "./caption-pieces.ts";
import { isShown } from "./claims.ts";
import type { CaptionPart, Draft } from "./draft.ts";
import type { Telling } from "./moment.ts";
import type { ToldUnit } from "./story-facts.ts";

export function withTrueClaims(beats: readonly Draft[], { facts, staged }: Omit<Telling, "room">): Draft[] {
  if (beats.every(({ claims }) => claims.length === 0)) return [...beats];
  const claimed = new Set(beats.flatMap(({ claims }) => claims));
  const units = new Map(
    facts.story.units.flatMap((one, index) =>
      claimed.has(one.unit.id) ? [[one.unit.id, { ...one, index, spoken: undefined }] as const] : [],
    ),
  );
  return beats.map((beat) => {
    const drawn = (unit: ToldUnit) => ({ ...beat, placeName: staged[unit.index]?.place?.name ?? "" });
    const untrue = beat.claims.flatMap((id) => {
      const unit = units.get(id);
      return unit !== undefined && !isShown(unit, drawn(unit), facts) ? [unit] : [];
    });
    if (untrue.length === 0) return beat;
    const told: CaptionPart[] = untrue.flatMap((unit) =>
      captionPieces(unit, Number.POSITIVE_INFINITY).map(({ text, ruby }) => ({
        unit: unit.unit.id,
        text,
        ruby,
      })),
    );
    const order = (id: string) => beat.units.indexOf(id);
    return {
      ...beat,
      captions: [...beat.captions, ...told].toSorted((a, b) => order(a.unit) - order(b.unit)),
      claims: beat.claims.filter((id) => !untrue.some(({ unit }) => unit.id === id)),
    };
  });
}

// The reference pictures (sheets) of phases 2 and 5, as listeners see them.
import type { Place } from "./documents.ts";

export type ShownSheet = { name: string; hash: string } & (
  | { of: "style" }
  | { of: "outfit"; character: string; outfit: number }
  | { of: "place"; number: number; place: Place | undefined }
);

type Previews = Record<string, string> | undefined;

/** Sheets of outfits other than the first, such as `c1.o2`, in the order of people and outfits. */
export function outfitSheets(previews: Previews, character?: string): ShownSheet[] {
  return Object.entries(previews ?? {})
    .flatMap(([name, hash]): (ShownSheet & { of: "outfit" })[] => {
      const [, whose = "", outfit] = /^(c\d+)\.o(\d+)$/.exec(name) ?? [];
      if (outfit === undefined || (character !== undefined && whose !== character)) return [];
      return [{ name, hash, of: "outfit", character: whose, outfit: Number(outfit) }];
    })
    .toSorted((a, b) => numberIn(a.character) - numberIn(b.character) || a.outfit - b.outfit);
}

/** The style plate, then the places in the story's order: `style`, `place.l1`. */
export function settingSheets(previews: Previews, places: readonly Place[]): ShownSheet[] {
  const { style } = previews ?? {};
  const ofPlaces = Object.entries(previews ?? {}).flatMap(
    ([name, hash]): (ShownSheet & { of: "place" })[] => {
      const id = /^place\.(l\d+)$/.exec(name)?.[1];
      if (id === undefined) return [];
      return [{ name, hash, of: "place", number: numberIn(id), place: places.find((one) => one.id === id) }];
    },
  );
  return [
    ...(style === undefined ? [] : [{ name: "style", hash: style, of: "style" as const }]),
    ...ofPlaces.toSorted((a, b) => a.number - b.number),
  ];
}

const numberIn = (id: string): number => Number(id.slice(1));

// What such a place usually has, for whoever asks for more detail where the book names nothing. Words, which any artist reads.

const INDOORS = ["mirror", "clock", "chair", "table", "sofa", "shelf", "drawer", "cupboard"];
const OUTDOORS = ["bench", "flag"];

/** By words of the kind of a place, the most particular first. */
const USUAL: readonly [RegExp, readonly string[]][] = [
  [/\b(?:sky|space)\b|空中|宇宙/iu, []],
  [/\b(?:sea|ocean)\b|海上/iu, ["boat"]],
  [/\b(?:shore|beach|harbour|harbor|lighthouse)\b|浜|港/iu, ["bench", "flag", "boat"]],
  [/\b(?:river|lake|pond)\b|川|湖/iu, ["bench", "boat"]],
  [/\b(?:street|road|alley|city|town|village|bridge)\b|通り|道|街|町|村|橋/iu, ["bench", "bicycle", "flag"]],
  [/\b(?:garden|park|field|meadow)\b|庭|公園|野/iu, ["bench", "bicycle", "flag"]],
  [
    /\b(?:forest|wood|mountain|cave|temple|shrine|castle|graveyard|roof(?:top)?|station|platform)\b/iu,
    OUTDOORS,
  ],
  [/森|山|洞|寺|神社|城|墓|屋上|駅/u, OUTDOORS],
];

/** Of any other place: what rooms have. */
export function furnishingsOf(kind: string): readonly string[] {
  return USUAL.find(([pattern]) => pattern.test(kind))?.[1] ?? INDOORS;
}

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
  [
    /\b(?:(?:bed|bath|class|living|dining)?room|kitchen|corridor|hall(?:way)?|office|shop|store|bakery|café|cafe|restaurant|house|home|flat|apartment|cabin|train|bus|stairs|hospital|church|workshop|dojo|gym|stage|museum|library|bath|tent|school|abstract)\b/iu,
    INDOORS,
  ],
  [/部屋|室|台所|廊下|店|家|電車|バス|階段|病院|教会|工房|道場|体育館|舞台|館|風呂|テント|学校/u, INDOORS],
];

/** Nothing of a kind that no word here is in. */
export function furnishingsOf(kind: string): readonly string[] {
  return USUAL.find(([pattern]) => pattern.test(kind))?.[1] ?? [];
}

// A lighthouse whose light has gone out long ago stands dark, also before anybody says so, until somebody lights it.
import type { Beat, Plot } from "../closed/plot.ts";

const BROKEN =
  /\b(?:light|lamp|lens|lighthouse) (?:broke|is broken|was broken|had (?:gone out|broken|stopped)|has (?:gone out|stopped)|went out|(?:has|had) (?:been|stood) (?:dark|out|cold)|stopped|no longer (?:shone|burned|burns))\b|\bput out the light\b|\bwithout a light\b|\b(?:cold|dead|dark|blind)[^.]{0,14} lamp\b|(?:灯台|灯|明かり)[はがも][^。、]{0,8}(?:消えた|壊れ|ともらな)/iu;
const LIT =
  /\b(?:beam|light) (?:of light )?(?:swept|leaped|leapt|shot|shone|burst|blazed|fell|streamed|went round|was (?:still )?burning|came on)\b|\bbeam\b[^.]{0,20}\bswept\b|光[がは][^。]{0,12}(?:海|沖|照ら|射し|放た)|灯台に灯/iu;

/** Ids of the beats at a lighthouse that is dark. */
export function unlitBeats({ pages, scenes }: Plot): ReadonlySet<string> {
  const towers = new Set(scenes.filter(({ place }) => place.kind === "lighthouse").map(({ id }) => id));
  const beats = pages.flatMap((page) => page.beats);
  const wordsOf = ({ action, lines }: Beat) => `${action} ${lines.map(({ text }) => text).join(" ")}`;
  const lit = beats.findIndex((beat) => LIT.test(beat.action));
  const dark = lit < 0 ? beats : beats.slice(0, lit);
  if (!dark.some((beat) => BROKEN.test(wordsOf(beat)))) return new Set();
  return new Set(dark.filter(({ scene }) => towers.has(scene)).map(({ id }) => id));
}

// The dark stays until there is a light: what a scene's later pictures are of happens in it, although their own words do not say so.
import type { Language } from "../../../manga/language.ts";
import type { Beat, Plot } from "../closed/plot.ts";
import { goesDark } from "../artist/darkness.ts";

const LIGHT =
  /\b(?:lit|lights?|light(?:ed|ing)|switch(?:ed|ing) on|turn(?:ed|ing) on|flick(?:ed|ing) on|match(?:es)?|candles?|torch(?:es)?|flashlight|lantern|lamps?|beam|glow(?:ed|ing|s)?|shone|shin(?:e|ing)|flames?|fire|moonlight|sunlight|daylight|dawn|sunrise|flash(?:ed)?|lightning|spark(?:s|ed)?)\b|明か?り|灯|ともっ|とも[しす]|点[いけ]|つけた|スイッチ|ライト|ランプ|ランタン|蝋燭|ろうそく|マッチ|光|照ら|火|月明|日差|朝日|稲妻|スマホ|スマートフォン/iu;

/** What the words of its picture begin with where nothing else says that it is dark. */
const SAYS: Readonly<Record<Language, string>> = { ja: "真っ暗な中。", en: "It is pitch dark. " };

export function inTheDarkOf(plot: Plot, beat: Beat, language: Language): string {
  const all = known.get(plot) ?? darkBeats(plot);
  known.set(plot, all);
  return all.has(beat.id) && !goesDark(beat.action, "night") ? SAYS[language] : "";
}

const known = new WeakMap<Plot, ReadonlySet<string>>();

function darkBeats({ pages, scenes }: Plot): ReadonlySet<string> {
  const hours = new Map(scenes.map(({ id, hour }) => [id, hour]));
  const dark = new Set<string>();
  let scene: string | undefined;
  let isDark = false;
  for (const beat of pages.flatMap((page) => page.beats)) {
    const words = `${beat.action} ${beat.lines.map(({ text }) => text).join(" ")}`;
    if (beat.scene !== scene) isDark = false;
    scene = beat.scene;
    // What goes out is named as a light, and ends nothing.
    if (goesDark(words, hours.get(beat.scene) ?? "day")) isDark = true;
    else if (LIGHT.test(words)) isDark = false;
    if (isDark) dark.add(beat.id);
  }
  return dark;
}

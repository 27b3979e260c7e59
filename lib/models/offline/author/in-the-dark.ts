// The dark stays until there is a light: later beats of a scene happen in it, although their own words do not say so.
import type { Plot } from "../closed/plot.ts";
import { goesDark } from "./told/light.ts";

const LIGHT =
  /\b(?:lit|lights?|light(?:ed|ing)|switch(?:ed|ing) on|turn(?:ed|ing) on|flick(?:ed|ing) on|match(?:es)?|candles?|torch(?:es)?|flashlight|lantern|lamps?|beam|glow(?:ed|ing|s)?|shone|shin(?:e|ing)|flames?|fire|moonlight|sunlight|daylight|dawn|sunrise|flash(?:ed)?|lightning|spark(?:s|ed)?)\b|明か?り|灯|ともっ|とも[しす]|点[いけ]|つけた|スイッチ|ライト|ランプ|ランタン|蝋燭|ろうそく|マッチ|光|照ら|火|月明|日差|朝日|稲妻|スマホ|スマートフォン/iu;

/** Ids of the beats that happen in the dark, although their own words may not say so. */
export function darkBeats({ pages, scenes }: Plot): ReadonlySet<string> {
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

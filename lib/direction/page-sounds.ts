// Chooses the sounds that a page's panels draw: those that the beats state, and those that follow from visible actions, rain and wind. The
// plot keeps only the stated ones.
import { isGuessed } from "../manga/guesses.ts";
import type { Language } from "../manga/language.ts";
import type { Beat, Plot, Sound } from "../manga/plot.ts";
import type { Shot, Weather } from "../manga/staging.ts";
import type { PageToDraw } from "./page-to-draw.ts";
import { phraseTable, type WordRow } from "./phrase-table.ts";
import type { FramedBeat } from "./pictures.ts";
import { DEED_SOUNDS, type DrawnSound, type SoundRow, THING_SOUNDS } from "./sound-words.ts";
import { wordsOf } from "./words.ts";

/** Maximum number of sounds on a page besides the stated ones. */
const MOST_ADDED = 3;
/** Maximum number of texts of a panel that gets a sound. */
const MOST_TEXTS = 2;

const indexed = (rows: readonly SoundRow[]) =>
  phraseTable<`${number}`>(
    rows.map(([, english, japanese], at): WordRow<`${number}`> => [[`${at}`], english, japanese]),
  );
const findDeed = indexed(DEED_SOUNDS);
const findThing = indexed(THING_SOUNDS);

const WEATHERS: Partial<Record<Weather, DrawnSound>> = {
  rain: { loudness: 2, hard: false, ja: "ザアア", en: "SHAAA" },
  storm: { loudness: 4, hard: false, ja: "ゴオオ", en: "WHOOOM" },
  wind: { loudness: 2, hard: false, ja: "ビュウ", en: "WHOOO" },
};
const WIDE: ReadonlySet<Shot> = new Set(["long", "establishing"]);

/** Sounds by panel, the loudest first and of equals the first panel. A sound occurs once on a page, unless the text states it again. */
export function pageSounds(panels: readonly FramedBeat[], request: PageToDraw): Sound[][] {
  const { language, plot } = request;
  const known = new Set(panels.flatMap(({ beat }) => beat.sounds.map(({ text }) => text)));
  const told = new Set(panels.flatMap(({ beat }) => (beat.sounds.length > 0 ? [beat.id] : [])));
  const wanted = panels
    .flatMap((panel, index) => {
      // The panels of a beat with stated sounds get no others: the bell of 「チリン」 does not ring again.
      const hasRoom = !told.has(panel.beat.id) && wordsOf(panel.beat, language).length <= MOST_TEXTS;
      const heard = hasRoom ? heardIn(panel, plot) : undefined;
      return heard ? [{ index, heard }] : [];
    })
    .toSorted((a, b) => b.heard.loudness - a.heard.loudness || a.index - b.index);
  const added = new Map<number, Sound>();
  let isRustling = false;
  for (const { index, heard } of wanted) {
    const text = heard[language];
    // A page has at most one faint sound.
    const isFaint = heard.loudness === 1;
    if (added.size >= MOST_ADDED || (isFaint && isRustling) || known.has(text)) continue;
    known.add(text);
    isRustling ||= isFaint;
    added.set(index, { text, loudness: heard.loudness, hard: heard.hard });
  }
  return panels.map(({ beat }, index) => {
    const own = added.get(index);
    return own === undefined ? beat.sounds : [own];
  });
}

/** The loudest sound of a panel. */
function heardIn({ beat, framing }: FramedBeat, plot: Plot): DrawnSound | undefined {
  const heard = [
    ...(isGuessed(beat, "deed") ? [] : deedsHeard(beat, framing.who)),
    ...beat.things.flatMap(({ how }) => (how === undefined ? [] : soundsIn(how, findThing, THING_SOUNDS))),
    ...(WIDE.has(framing.shot) ? weatherHeard(beat, plot) : []),
  ];
  return heard.toSorted((a, b) => b.loudness - a.loudness)[0];
}

const deedsHeard = ({ figures }: Beat, who: readonly string[]): DrawnSound[] =>
  figures
    .filter(({ character }) => who.includes(character))
    .flatMap(({ doing }) => soundsIn(doing, findDeed, DEED_SOUNDS));

/** The loudest sound of an action. Undefined if it is silent or faint. */
export function soundOfDeed(phrase: string, language: Language): Sound | undefined {
  const [heard] = soundsIn(phrase, findDeed, DEED_SOUNDS).toSorted((a, b) => b.loudness - a.loudness);
  if (heard === undefined || heard.loudness === 1) return undefined;
  return { text: heard[language], loudness: heard.loudness, hard: heard.hard };
}

function soundsIn(phrase: string, find: typeof findDeed, rows: readonly SoundRow[]): DrawnSound[] {
  return find(phrase).flatMap((found) => [...found].flatMap((at) => rows[Number(at)]?.[0] ?? []));
}

function weatherHeard({ scene }: Beat, { scenes }: Plot): DrawnSound[] {
  const weather = scenes.find(({ id }) => id === scene)?.weather;
  return (weather && [WEATHERS[weather] ?? []].flat()) ?? [];
}

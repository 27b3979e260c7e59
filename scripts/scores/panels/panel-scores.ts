// Judges each panel of a book by the labels of its sentences: right, neutral or wrong, for people, place and deeds. Only the drawing and the
// speakers count, not the text of balloons and captions.
//
// The sentences of a panel are those with letters in its units, without frame and headings. A silent panel is judged by the previous panel.
// A panel with only frame and headings is not judged. The actors and deeds of a sentence must be in one of its panels, not in each, because
// that would demand the same picture several times. WHO is `who-verdict.ts`, WHERE is `placeVerdict`, DEED is `deed-verdict.ts`. A panel is wrong
// if one of the three is wrong; right if all are right, where a text without a place counts as right; otherwise neutral. The hour is scored
// separately.
//
// Aspects that the picture marks as guessed (`guessed` of a moment) are drawn plainly and are neutral.
import { isGuessed } from "../../../lib/manga/guesses.ts";
import { type MadeBook, type PagedPanel, panelsOf } from "../books/made-book.ts";
import type { MatchedPeople } from "../matched-people.ts";
import type { LabelledSentence } from "../reading-labels.ts";
import { judgeDeed } from "./deed-verdict.ts";
import type { Faults, JudgedStory, Judging } from "./judging.ts";
import { hourVerdict, placeVerdict, type Verdict, worst } from "./setting-scores.ts";
import { judgeWho } from "./who-verdict.ts";

export const ASPECTS = ["who", "where", "deed"] as const;
export type Aspect = (typeof ASPECTS)[number];

export interface JudgedPanel extends Record<Aspect, Verdict> {
  at: PagedPanel;
  sentences: readonly LabelledSentence[];
  hour: Verdict;
  whole: Verdict;
  /** The reason of a verdict that is not right. */
  reasons: readonly string[];
}

/** Panels with only headings are left out. */
export function judgePanels(book: MadeBook, matched: MatchedPeople, story: JudgedStory): JudgedPanel[] {
  const told = panelsOf(book).flatMap((at) => {
    const sentences = [...new Set(at.units.flatMap((unit) => story.sentences.get(unit) ?? []))].filter(
      ({ kind }) => kind !== "frame" && kind !== "heading",
    );
    return sentences.length === 0 ? [] : [{ at, sentences }];
  });
  const panelsWith = Map.groupBy(
    told.flatMap(({ at, sentences }) => sentences.map((sentence) => ({ at, sentence }))),
    ({ sentence }) => sentence,
  );
  return told.map(({ at, sentences }) => {
    const all = sentences.flatMap((sentence) => panelsWith.get(sentence) ?? []);
    const beside = [...new Set(all.map((other) => other.at))].filter((other) => other !== at);
    return judgePanel({ at, sentences, beside, book, matched, story });
  });
}

function judgePanel(judging: Judging): JudgedPanel {
  const { at, sentences, book, story } = judging;
  const { picture } = at.panel;
  const told = new Set(sentences.flatMap(({ place }) => place ?? []));
  const place = book.plot.places.find(({ id }) => id === picture.place);
  const wanted = story.labels.places.filter(({ id }) => told.has(id));
  const where = isGuessed(picture, "place") ? "neutral" : placeVerdict(place, wanted);
  const found = { who: judgeWho(judging), deed: judgeDeed(judging) };
  const verdicts = { who: verdictOf(found.who), deed: verdictOf(found.deed), where };
  const reasons = Object.values(found).flatMap((aspect) =>
    aspect.map(([verdict, reason]) => `${verdict}: ${reason}`),
  );
  if (where !== "right")
    reasons.push(`${where}: ${place?.kind ?? "no place"} for ${wanted.map(({ kind }) => kind).join(", ")}`);
  return {
    ...{ at, sentences, reasons },
    ...verdicts,
    hour: isGuessed(picture, "hour")
      ? "neutral"
      : hourVerdict(
          picture.hour,
          sentences.flatMap(({ hour }) => hour ?? []),
        ),
    whole: worst([verdicts.who, verdicts.deed, ...(told.size === 0 ? [] : [where])]),
  };
}

const verdictOf = (faults: Faults): Verdict => worst(faults.map(([verdict]) => verdict));

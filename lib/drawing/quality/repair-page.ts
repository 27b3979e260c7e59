// Repairs faults of a page's texts: shrinks a text, moves it, or splits it into two balloons. A repair is kept only if the whole page then has
// fewer faults. Pictures and frames stay.

import { phraseEnds } from "../../../lettering/src/break-lines.ts";
import { mayBreak } from "../../../lettering/src/kinsoku.ts";
import { limitedPanels, pageSearch } from "../../../lettering/src/page-search.ts";
import { CHECKED_TEXT, MOST_TRIES, searchBudget, take } from "../../../lettering/src/search-budget.ts";
import { SMALLEST } from "../../../lettering/src/stages.ts";
import { type Box, boundingBox, type Point } from "../../manga/geometry.ts";
import type { LetteredText } from "../../manga/lettering.ts";
import { isSameFault, type QualityFinding, type QualityRepair } from "../../manga/quality.ts";
import type { Panel, Word } from "../../manga/storyboard.ts";
import type { PageProof, ProofreadPage } from "../drafter.ts";
import { letterPage } from "../letter-page.ts";
import { checkPage } from "./check-page.ts";
import { scaledText } from "./scale-text.ts";
import { searchLimitFinding } from "./search-limit.ts";

/** Most repairs that are tried on a page. */
const MOST_REPAIRS = 60;
/** Positions that are tried for a text, as shares of the panel's width and height, from the top. */
const PLACES = [0.2, 0.35, 0.5, 0.65, 0.8];
/** Shortest line that may be split: half a shout is no shout. */
const SHORTEST_SPLIT = 14;
const SHRINKS = [0.95, 0.9, 0.85, 0.8];

/** A state of the page: the panels to letter, the lettered texts, and their findings. */
interface PageState {
  panels: readonly Panel[];
  texts: readonly LetteredText[];
  findings: QualityFinding[];
}

/** Rethrows errors of loading a font. */
export async function repairPage(proof: PageProof): Promise<ProofreadPage> {
  const { number, direction } = proof.page;
  const budget = searchBudget(Math.min(MOST_TRIES.repairs, proof.mostTries ?? Infinity));
  const search = pageSearch(budget);
  const judge = (panels: readonly Panel[], texts: readonly LetteredText[]): PageState => {
    return { panels, texts, findings: checkPage({ number, direction, panels, texts, art: proof.art }) };
  };
  const letter = async (panels: readonly Panel[]): Promise<PageState> =>
    judge(panels, await letterPage(panels, proof.art, proof.page, search));
  // A position, a size and a form that the user set are fixed; a position that a repair set may change again.
  const put = new Set(
    proof.panels.flatMap(({ id, words }) =>
      words.texts.flatMap((word) => (word.at || isShapedByHand(word) ? [`${id}/${word.id}`] : [])),
    ),
  );
  const stands = (panel: Panel, word: Word) => put.has(`${panel.id}/${word.id}`);
  let state = judge(proof.panels, proof.texts);
  const repairs: QualityRepair[] = [];
  /** Panels whose search for repairs hit the budget. */
  const limited = new Set<string>();
  let tried = 0;
  const met: QualityFinding[] = [];
  // A repair may add a smaller fault, which is handled next.
  const next = () => state.findings.find((left) => !met.some((one) => isSameFault(one, left)));
  for (let finding = next(); finding !== undefined; finding = next()) {
    met.push(finding);
    for (const { by, make } of repairOptions(finding, state, { judge, letter, stands })) {
      // Done if an earlier repair resolved this fault too, or if all tries are used.
      if (!hasFinding(state, finding) || tried >= MOST_REPAIRS) break;
      if (!take(budget, state.texts.length * CHECKED_TEXT)) {
        if (finding.panel !== undefined) limited.add(finding.panel);
        break;
      }
      if (by !== "shrunk") tried += 1;
      const mended = await make();
      if (by !== "shrunk") for (const panel of limitedPanels(search)) limited.add(panel);
      if (hasFinding(mended, finding) || mended.findings.length >= state.findings.length) continue;
      repairs.push(...resolvedFindings(state, mended).map((fault) => ({ ...fault, by })));
      state = mended;
    }
  }
  const { texts, findings } = state;
  return {
    texts,
    repairs: repairs.filter((repair) => !findings.some((left) => isSameFault(left, repair))),
    findings: [...findings, ...[...limited].map((panel) => searchLimitFinding("repairs", number, panel))],
    tries: budget.spent,
  };
}

/** Whether the user set what a repair would change: the size of the letters, the balloon or its tail. */
function isShapedByHand({ set }: Word): boolean {
  const { size, width, height, tail, join } = set ?? {};
  return [size, width, height, tail, join].some((value) => value !== undefined);
}

const hasFinding = ({ findings }: PageState, fault: QualityFinding): boolean =>
  findings.some((left) => isSameFault(left, fault));

interface RepairTools {
  judge(panels: readonly Panel[], texts: readonly LetteredText[]): PageState;
  letter(panels: readonly Panel[]): Promise<PageState>;
  stands(panel: Panel, word: Word): boolean;
}

interface RepairOption {
  by: QualityRepair["by"];
  make(): Promise<PageState> | PageState;
}

/** Options for a finding, the smallest change first. None for faults of frames, which texts cannot resolve. */
function* repairOptions(
  finding: QualityFinding,
  state: PageState,
  { judge, letter, stands }: RepairTools,
): Generator<RepairOption> {
  const panel = state.panels.find(({ id }) => id === finding.panel);
  if (panel === undefined || finding.check === "one-successor") return;
  const free = panel.words.texts.filter((word) => !stands(panel, word));
  const concerned = free.filter(({ id }) => [undefined, `${panel.id}/${id}`].includes(finding.text));
  for (const word of concerned) {
    const text = state.texts.find(({ id }) => id === `${panel.id}/${word.id}`);
    // Lines of a joined balloon keep one size.
    if (
      text === undefined ||
      state.texts.some(({ id, within }) => within !== undefined && [id, within].includes(text.id))
    )
      continue;
    for (const factor of SHRINKS.filter((share) => text.fontSize * share >= SMALLEST)) {
      const texts = state.texts.map((other) => (other === text ? scaledText(text, factor) : other));
      yield { by: "shrunk", make: () => judge(state.panels, texts) };
    }
  }
  const change = (before: Word, after: Word[]): readonly Panel[] => {
    const texts = panel.words.texts.flatMap((word) => (word === before ? after : [word]));
    const changed = { ...panel, words: { ...panel.words, texts } };
    return state.panels.map((other) => (other === panel ? changed : other));
  };
  const long = concerned.filter(({ text }) => [...text].length >= SHORTEST_SPLIT);
  const halved = long.map((word) => ({ word, halves: inHalves(word) }));
  const splits = halved.flatMap(({ word, halves }): RepairOption[] =>
    halves === null ? [] : [{ by: "split", make: () => letter(change(word, halves)) }],
  );
  const places = placesIn(boundingBox(panel.frame.corners));
  // If the texts concerned find no room, the panel's other texts may move.
  const others = free.filter((word) => !concerned.includes(word));
  const moves = [...concerned, ...others].flatMap((word) =>
    places.map((at): RepairOption => ({ by: "moved", make: () => letter(change(word, [{ ...word, at }])) })),
  );
  if (concerned.length > 0) yield { by: "moved", make: () => letter(state.panels) };
  // A text that is too long for its balloon is split first: moving does not shorten it.
  yield* finding.check === "text-size" ? [...splits, ...moves] : [...moves, ...splits];
}

function placesIn({ x, y, width, height }: Box): Point[] {
  return PLACES.flatMap((down) => PLACES.map((across) => ({ x: x + width * across, y: y + height * down })));
}

/** A line as two balloons, split after the phrase or sentence nearest to its middle; null if there is none. Ruby stays with its word. */
export function inHalves(word: Word): [Word, Word] | null {
  const { text, ruby } = word;
  const isWhole = (at: number) => ruby.every((r) => at <= r.at || at >= r.at + r.length);
  const middle = text.length / 2;
  const cost = (at: number) =>
    Math.abs(at - middle) - (/[。！？!?.…]\s*$/u.test(text.slice(0, at)) ? middle / 2 : 0);
  const spaces = [...text.matchAll(/\s+/gu)].map(({ index, 0: space }) => index + space.length);
  const ends = [...phraseEnds(text)].filter(
    (at) => mayBreak(text.slice(0, at), text.slice(at)) && !isInWord(text, at),
  );
  const [best] = [...ends, ...spaces]
    .filter((at) => text.slice(0, at).trim() !== "" && text.slice(at).trim() !== "" && isWhole(at))
    .toSorted((a, b) => cost(a) - cost(b));
  if (best === undefined) return null;
  const lead = text.slice(best).length - text.slice(best).trimStart().length;
  const first = { ...word, text: text.slice(0, best).trimEnd(), ruby: ruby.filter((r) => r.at < best) };
  const { at: _at, ...free } = word;
  const second = {
    ...{ ...free, id: `${word.id}b`, text: text.slice(best + lead) },
    ruby: ruby.filter((r) => r.at >= best).map((r) => ({ ...r, at: r.at - best - lead })),
  };
  return [first, second];
}

/** Boundaries of Japanese phrases; positions inside a Latin word or a number are none. */
function isInWord(text: string, at: number): boolean {
  return (
    /[\p{Script=Latin}\p{N}'’-]$/u.test(text.slice(0, at)) &&
    /^[\p{Script=Latin}\p{N}'’-]/u.test(text.slice(at))
  );
}

/** Findings of `before` that `after` no longer has. */
function resolvedFindings(before: PageState, after: PageState): QualityFinding[] {
  return before.findings.filter((finding) => !after.findings.some((left) => isSameFault(left, finding)));
}

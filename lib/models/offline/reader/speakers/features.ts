// Features of a line with a candidate speaker, and of the transition from the previous line, with weights per language:
// `assets/words/{en,ja}-turns.tsv`, fitted by `scripts/scores/fit-speakers.ts` on the labelled stories. A weight is the logarithm of a
// likelihood ratio; a missing row is 0.
import type { Language } from "../../../../manga/language.ts";
import type { FoundPerson } from "../facts.ts";
import { wordTable } from "../text/word-table.ts";
import { agreementWith, wordingSimilarity } from "./manner.ts";
import { type LineSigns, NAMING } from "./sign-kinds.ts";
import { type Dialogue, LATELY, lowerBound, SOON } from "./talks.ts";
import { type Turn, weighTurns } from "./turns.ts";

export type Weights = ReadonlyMap<string, number>;

export function speakerWeights(language: Language): Weights {
  const table = wordTable(language, "turns");
  return new Map([...table.all("feature")].map((name) => [name, Number(table.value("feature", name))]));
}

/** Values by feature name, for a line with a candidate or for a transition. */
export type Features = Record<string, number>;

export const weightedSum = (features: Features, weights: Weights): number =>
  Object.entries(features).reduce((sum, [name, value]) => sum + (weights.get(name) ?? 0) * value, 0);

/** Narration within this many units counts as directly before a line. */
const JUST = 3;
/** Maximum number of lines with which a candidate's wording is compared. */
const MOST_LIKENED = 12;

export function featuresOf(talk: Dialogue, at: number, candidate: FoundPerson | undefined): Features {
  const one = talk.lines[at];
  if (one === undefined) return {};
  const { signs, line, manner } = one;
  if (candidate === undefined) {
    const isOfNoun = signs.tag !== undefined && signs.tag.pronoun === undefined;
    const isNamed = signs.signs.some(({ kind }) => NAMING.has(kind));
    return { nobody: 1, ...(isOfNoun && !isNamed ? { nobodyTagged: 1 } : {}) };
  }
  const { id } = candidate;
  const features: Features = {};
  const add = (feature: string, value: number) => {
    if (value > 0) features[feature] = (features[feature] ?? 0) + value;
  };
  const strongest = (feature: string, value: number) => {
    features[feature] = Math.max(features[feature] ?? 0, value);
  };
  for (const { kind, who, share } of signs.signs) if (who === id) strongest(kind, share);
  const before = talk.lines[at - 1];
  const units = talk.seen.get(id) ?? [];
  const agreement = tagAgreement(signs, candidate);
  if (agreement !== undefined) add(agreement, 1);
  add(lastSeen(units, line.unit), 1);
  if (before && !SAME_TURN.has(line.gap))
    for (const { kind, who, share } of before.signs.signs)
      if (who === id && kind === "calls") strongest("callsBefore", share);
  const given = talk.given.get(id) ?? [];
  add("speaksHere", Math.log1p(given.filter((other) => talk.lines.includes(other)).length));
  const isMute = given.every((other) => other.isCry);
  if (candidate.kind.value !== "human") add(one.isCry ? "beastCries" : isMute ? "beastMute" : "beast", 1);
  else if (one.isCry) add("humanCries", 1);
  if (candidate.narrator) add("narrator", 1);
  if (manner.size > 0) {
    const { agrees, clashes } = agreementWith(manner, candidate);
    add("mannerAgrees", agrees);
    add("mannerClashes", clashes);
    const theirs = given.filter((other) => other !== one).slice(0, MOST_LIKENED);
    const like = theirs.reduce((sum, other) => sum + wordingSimilarity(manner, other.manner), 0);
    if (like !== 0) features.likeOwn = like / theirs.length;
  }
  return features;
}

/** Feature name: how long before the line narration mentioned the candidate, or whether it does so directly after it. */
function lastSeen(units: readonly number[], unit: number): string {
  const next = lowerBound(units, unit);
  const last = units[next - 1];
  if (last !== undefined)
    return unit - last <= JUST ? "seenJust" : unit - last <= LATELY ? "seenLately" : "seenLong";
  return (units[next] ?? Number.POSITIVE_INFINITY) - unit <= SOON ? "seenSoon" : "unseen";
}

function tagAgreement({ tag }: LineSigns, { sex, age, kind, narrator }: FoundPerson): string | undefined {
  const { pronoun, noun } = tag ?? {};
  const isGroup = kind.value.startsWith("group of");
  if (pronoun?.number === "many") return isGroup ? "tagAgrees" : undefined;
  if (pronoun?.person === 1) return narrator ? "tagAgrees" : "tagClashes";
  if (pronoun && (isGroup || narrator)) return "tagClashes";
  const told = [
    [(pronoun ?? noun)?.sex, sex.value],
    [noun?.age, age.value],
  ].filter((pair) => !pair.some((one) => one === undefined || one === "unknown"));
  if (told.length === 0) return undefined;
  return told.every(([one, own]) => one === own) ? "tagAgrees" : "tagClashes";
}

const SAME_TURN: ReadonlySet<string> = new Set(["continued", "joined", "beside"]);

/** Features of the same speaker continuing, and of the previous speaker returning. A new speaker has none. */
export function stepFeatures({ lines }: Dialogue, at: number): { same: Features; back: Features } {
  const [one, last, earlier] = [lines[at], lines[at - 1], lines[at - 2]];
  if (one === undefined || last === undefined) return { same: {}, back: {} };
  const { gap } = one.line;
  const same: Features = { [`same:${gap}`]: 1 };
  const back: Features = { [`back:${gap}`]: 1, backLike: wordingSimilarity(one.manner, earlier?.manner) };
  if (SAME_TURN.has(gap)) return { same, back };
  same.sameLike = wordingSimilarity(one.manner, last.manner);
  return { same, back };
}

/** The probability of each candidate for each line of a dialogue. */
export function speakerProbabilities(talk: Dialogue, weights: Weights): number[][] {
  const turns = talk.lines.map((_, at): Turn => {
    const { same, back } = stepFeatures(talk, at);
    return {
      worth: talk.candidates.map((one) => weightedSum(featuresOf(talk, at, one), weights)),
      same: weightedSum(same, weights),
      back: weightedSum(back, weights),
    };
  });
  return weighTurns(turns, talk.candidates.length).shares;
}

// Resolves omitted subjects (zero anaphora) of Japanese clauses: the topic of this sentence or the previous one, if the predicate needs an
// animate subject. Subjects that the grammar carried over a change of subject are resolved again.
import type { Clause } from "../text/clause.ts";
import { wordTable } from "../text/word-table.ts";
import { type Found, most, type Referent } from "./referent.ts";
import { endingWith, found, meantBy, type Scene } from "./scene.ts";

/** Maximum number of preceding clauses in which a subject is searched. */
const LONGEST_CHAIN = 6;

/** Maximum certainty of a carried subject: of a volitional predicate, of another one, and after a connective that changes the subject. */
const CARRIED = { will: 0.85, else: 0.72, switched: 0.6 } as const;

export function japaneseSubject(clause: Clause, scene: Scene): Found | undefined {
  const { words, spoken } = scene;
  const { lemma, aspect } = clause.predicate;
  if (isLook(clause, scene)) return found(scene.discourse.subjects, CARRIED.else);
  if (clause.subject && (clause.subject.shared === undefined || clause.rank === "relative")) return undefined;
  const isWill = clause.speech === "says" || words.is("will", lemma) || words.is("deed", lemma);
  if (spoken || (aspect === "state" && !isWill)) return undefined;
  // Characters that the clause has as objects. They are not its subject.
  const others = [...clause.objects, ...clause.places].flatMap((phrase) =>
    phrase.marker === "で" ? [] : (endingWith(phrase, scene)?.found?.referents ?? []),
  );
  // 外に出ると、雨だった: the subject perceives a state, so it is a character that speaks.
  const isSeer = clause.connector === "と" && scene.sentence.clauses.at(-1)?.predicate.aspect === "state";
  const isAble: Test = (one) => (isSeer ? one.speaks > 0 : isAnimate(one, scene));
  const before = precedingSubject(clause, scene);
  return before && !before.referents.some((referent) => others.includes(referent))
    ? { ...before, sure: Math.min(before.sure, isWill ? CARRIED.will : CARRIED.else) }
    : mostSalient(scene, (one) => !others.includes(one) && isAble(one), isSeer ? 0.2 : isWill ? 0 : -0.15);
}

const LOOKS = ["hair-noun", "beard", "top", "bottom", "hat", "accessory"] as const;

/** Whether the clause describes hair or clothes without naming their owner: 丸い眼鏡。セーラー服はびしょ濡れだ。 */
function isLook({ subject, predicate }: Clause, { uses, spoken, discourse }: Scene): boolean {
  const looks = wordTable("ja", "looks");
  const isNobodys = !spoken && discourse.subjects.length > 0 && !uses.some((use) => use.found);
  const head = subject?.head ?? predicate.lemma;
  return isNobodys && predicate.aspect === "state" && LOOKS.some((kind) => looks.is(kind, head));
}

/** The subject of the preceding clauses of the sentence. After たら, と or から the subject usually changes, after て it stays. */
function precedingSubject(clause: Clause, scene: Scene): Found | undefined {
  const { clauses } = scene.sentence;
  const at = clauses.indexOf(clause);
  for (const before of clauses.slice(Math.max(0, at - LONGEST_CHAIN), at).toReversed()) {
    if (before.rank === "relative") continue;
    const { subject, connector = "" } = before;
    const who = scene.omittedSubjects.get(before) ?? (subject && meantBy(subject, scene));
    const isSwitched = scene.words.is("switch", connector) && subject?.topic !== true;
    if (who) return isSwitched ? { ...who, sure: Math.min(who.sure, CARRIED.switched) } : who;
  }
  return undefined;
}

type Test = (one: Referent) => boolean;

/** Score bonus for the subject of the previous sentence. */
const GOES_ON = 0.7;

/** The most salient character. */
function mostSalient({ discourse, now }: Scene, canBe: Test, more: number): Found | undefined {
  const [best, next] = discourse.ranked(now, (one) =>
    canBe(one) ? (discourse.subjects.includes(one) ? GOES_ON : 0) : undefined,
  );
  if (best === undefined || best.score < 1.5) return undefined;
  const same = discourse.subjects.includes(best.referent) ? 0.2 : 0;
  const margin = next === undefined ? 2 : best.score - next.score;
  return found([best.referent], Math.min(CARRIED.will, 0.42 + more + same + Math.min(0.2, 0.1 * margin)));
}

const isAnimate = (one: Referent, { words }: Scene): boolean =>
  one.volitionalActs + one.actedIn > 0 ||
  one.narrator ||
  one.names.size > 0 ||
  words.is("person", most(one.nouns) ?? "");

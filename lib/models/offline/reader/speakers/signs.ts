// Collects the evidence around a line for its speaker: a tag, characters who act beside it, characters whom it addresses. Each piece counts
// for or against a character, with a certainty. `features.ts` has the weights.
import type { ReadUnit, SentencePlace, Sure } from "../facts.ts";
import type { Clause, Sentence, Span } from "../text/clause.ts";
import { isCapitalized, startsAsWord } from "../text/word-forms.ts";
import { type Line, opensWithQuoteParticle } from "./lines.ts";
import type { LineSigns, Reading, SignKind } from "./sign-kinds.ts";

export function signsOf(reading: Reading, line: Line): LineSigns {
  const { story, people } = reading;
  const found: LineSigns = { signs: [], manner: [] };
  const { label } = story.units[line.unit]?.unit ?? {};
  const labelled = label && people.people.find(({ name, aliases }) => [name, ...aliases].includes(label));
  if (labelled) found.signs.push({ kind: "label", who: labelled.id, share: 1 });
  addEvidence(reading, clauseAfter(reading, line), found);
  addEvidence(reading, clauseBefore(reading, line, found), found);
  readCalls(reading, line, found);
  // A speaker does not address themselves, so the pronoun of the tag refers to another character.
  const called = new Set(found.signs.flatMap(({ kind, who }) => (kind === "calls" ? [who] : [])));
  const signs = found.signs.filter(({ kind, who }) => kind !== "pronounTag" || !called.has(who));
  return { ...found, signs };
}

/** A narration sentence beside a line. */
interface Told {
  at: SentencePlace;
  read: ReadUnit;
  sentence: Sentence;
  /** The clauses that can be a tag, in order. */
  clauses: readonly Clause[];
}

/** A sentence, the clause whose subject may be the speaker, and the kind of this evidence. */
interface Telling extends Told {
  clause: Clause;
  kind: SignKind;
}

function toldIn({ story }: Reading, unit: number, which: "first" | "last"): Told | undefined {
  const read = story.units[unit];
  const index = which === "first" ? 0 : (read?.sentences.length ?? 0) - 1;
  const sentence = read?.sentences[index];
  if (read === undefined || sentence === undefined) return undefined;
  const clauses = sentence.clauses.filter(({ rank }) => rank !== "relative" && rank !== "infinitive");
  return { at: { unit, sentence: index }, read, sentence, clauses };
}

function clauseAfter(reading: Reading, { unit, after }: Line): Telling | undefined {
  const told = after && toldIn(reading, after.unit, "first");
  const first = told?.clauses[0];
  if (told === undefined || first === undefined) return undefined;
  const isEnglish = reading.story.language === "en";
  const isInside = after?.where === "inside";
  const isQuoted = opensWithQuoteParticle(reading.story, told.read);
  const end = endOf(reading.story.units[unit]);
  const isGoingOn = isInside && isEnglish && (end === "," || runsOn(reading, told));
  const canBeTag = isQuoted || isGoingOn || !isEnglish || (end !== "." && isClosed(told));
  const isOfLine = (clause: Clause) =>
    isQuoted || clause === first || ((isGoingOn || !isEnglish) && sharesSubject(clause, first));
  const says = canBeTag ? told.clauses.find((one) => isSaying(reading, one) && isOfLine(one)) : undefined;
  const clause = isGoingOn && first.subject === undefined ? first : (says ?? first);
  if (isInside || isQuoted)
    return { ...told, clause, kind: says || isQuoted || isGoingOn ? "saysAfter" : "actsAfter" };
  if (after?.where === "other") return undefined;
  const acts = end === "!" && !says ? "actsAfterShout" : "actsAfterNear";
  return { ...told, clause, kind: says && !isEnglish ? "saysNear" : acts };
}

/**
 * Whether the sentence can be an English tag: it does not run on into the next line, and has no reported speech of its own ("I answered
 * that …"). The line before a tag ends with a comma, question mark or the like, never with a full stop.
 */
const isClosed = ({ read, sentence }: Told): boolean => ENDS.has(endOf(read)) && !hasOwnWords(sentence);

const endOf = (read: ReadUnit | undefined): string => read?.unit.text.at(-1) ?? "";

const hasOwnWords = ({ clauses }: Sentence): boolean => clauses.some(({ speech }) => speech === "reported");

function clauseBefore(reading: Reading, { before }: Line, found: LineSigns): Telling | undefined {
  const told = before && toldIn(reading, before.unit, "last");
  if (told === undefined) return undefined;
  const isJapanese = reading.story.language === "ja";
  const isOpen = !ENDS.has(endOf(told.read));
  const last = lastMain(told);
  const isTag = (one: Clause) => isOpen || isJapanese || (one === last && !hasOwnWords(told.sentence));
  const says = told.clauses.findLast((one) => isSaying(reading, one) && isTag(one));
  const clause = says ?? last;
  if (clause === undefined) return undefined;
  const where = before?.where;
  const isOfLast = opensWithQuoteParticle(reading.story, told.read) || runsOn(reading, told);
  const kind = ((): SignKind | undefined => {
    if (isOpen) return says ? "saysAfter" : where === "inside" || isJapanese ? "actsOpen" : "actsNear";
    if (where === "inside" && isOfLast && !isJapanese) return found.tag ? undefined : "saysRunOn";
    // A sentence that starts with と, or in English in lower case, belongs to the line before it.
    if (where === "other" || isOfLast) return undefined;
    if (says) return where === "between" ? undefined : "saysBefore";
    return where === "inside" ? "actsBefore" : "actsNear";
  })();
  return kind && { ...told, clause, kind };
}

/** Adds the subject of the clause as evidence. A tag also gives the manner of speech and the addressee. */
function addEvidence(reading: Reading, telling: Telling | undefined, found: LineSigns): void {
  if (telling === undefined) return;
  const { kind, clauses } = telling;
  if (TAGS.has(kind) && found.manner.length === 0) found.manner.push(...clauses);
  if (TAGS.has(kind) || kind === "saysNear") readTag(reading, telling, found);
  const speaker = speakerOf(reading, telling);
  const own = ownKind(reading, telling);
  for (const who of speaker?.value ?? []) found.signs.push({ kind: own, who, share: speaker?.sure ?? 0 });
}

/** Refines the kind of evidence by the subject: newly introduced (が), or a pronoun (in Japanese an omitted subject). */
function ownKind({ story, nouns }: Reading, { kind, clause: { subject } }: Telling): SignKind {
  const isJapanese = story.language === "ja";
  const enters = isJapanese && subject && !subject.topic && !subject.shared ? ENTERS[kind] : undefined;
  const isPronoun = subject ? nouns.pronoun(subject.head.toLowerCase())?.person === 3 : isJapanese;
  return enters ?? (TAGS.has(kind) && isPronoun ? "pronounTag" : kind);
}

const ENTERS: Partial<Record<SignKind, SignKind>> = {
  actsNear: "entersNear",
  actsAfterNear: "entersAfterNear",
};

const TAGS: ReadonlySet<SignKind> = new Set(["saysAfter", "saysBefore", "actsOpen"]);

/** The last main clause of the sentence, otherwise its last clause. */
const lastMain = ({ clauses }: Told): Clause | undefined =>
  clauses.findLast(({ rank }) => rank === "main") ?? clauses.at(-1);

const ENDS = new Set([".", "!", "?", "。", "！", "？", "…", "”", "」", ")", "）", ";"]);

/** Whether the clause states speech: a verb of speaking, or a voice that is heard or given (声をかける). */
const isSaying = ({ words }: Reading, { speech, predicate, subject, objects }: Clause): boolean =>
  predicate.polarity === "positive" &&
  (speech === "says" ||
    words.is("says", predicate.lemma) ||
    [subject, ...objects].some((phrase) => phrase !== undefined && words.is("voice", phrase.head)));

const sharesSubject = ({ subject }: Clause, first: Clause | undefined): boolean =>
  subject === undefined || subject.shared === true || subject === first?.subject;

/** The subject, the owner of a voice, or a Japanese passive's agent. After an English tag's verb also a phrase ("grumbled Jo"). */
function speakerOf(reading: Reading, telling: Telling): Sure<string[]> | undefined {
  const { people, words } = reading;
  const { at, clause } = telling;
  const { subject, objects, places } = clause;
  if (isJapanesePassive(reading, clause)) {
    const agent = places.find(({ marker }) => marker === "に" || marker === "から");
    return agent && people.meant(at, agent);
  }
  const follows = !subject && runsOn(reading, telling) ? [...objects, ...places] : [];
  const phrase = subject ?? follows.toSorted((a, b) => a.from - b.from)[0];
  if (phrase && words.is("voice", phrase.head)) return firstMentioned(reading, at, phrase)?.who;
  return phrase && !subject ? people.meant(at, phrase) : people.subject(at, clause);
}

/** Whether the clause is a Japanese passive, whose subject is the hearer: 言われる. */
const isJapanesePassive = ({ story }: Reading, { predicate }: Clause): boolean =>
  predicate.voice === "passive" && story.language === "ja";

const firstMentioned = ({ people }: Reading, at: SentencePlace, { from, to }: Span) =>
  people.mentions(at).find((one) => one.from >= from && one.to <= to && one.form !== "left-out");

/** Whether an English sentence starts in lower case, and so continues the line before it. */
function runsOn({ story }: Reading, { sentence }: Told): boolean {
  const first = sentence.words.find(({ text }) => startsAsWord(text));
  return story.language === "en" && first !== undefined && !isCapitalized(first.text);
}

function readTag(reading: Reading, { at, clause, sentence }: Telling, found: LineSigns): void {
  const { people, words, nouns } = reading;
  const { subject, objects, places } = clause;
  if (subject && found.tag === undefined) {
    const ofVoice = sentence.nouns.find(({ from, to }) => from >= subject.from && to < subject.to);
    const noun = words.is("voice", subject.head) ? ofVoice : subject;
    found.tag = {
      pronoun: nouns.pronoun(subject.head.toLowerCase()),
      noun: noun && nouns.noun(noun.head.toLowerCase()),
    };
  }
  const addressees = [...objects, ...places].filter(({ marker }) => marker === "to" || marker === "に");
  for (const phrase of isJapanesePassive(reading, clause) ? (subject ? [subject] : []) : addressees) {
    const meant = people.meant(at, phrase);
    const [who, other] = meant?.value ?? [];
    if (meant && who && !other) found.to ??= { value: who, sure: meant.sure };
  }
}

/** Adds the characters whom the line addresses (never the speaker) or names (rarely the speaker). */
function readCalls({ story, people }: Reading, { unit }: Line, found: LineSigns): void {
  for (const [sentence, { vocatives }] of (story.units[unit]?.sentences ?? []).entries()) {
    const at = { unit, sentence };
    for (const phrase of vocatives) {
      const meant = people.meant(at, phrase);
      for (const who of meant?.value ?? []) found.signs.push({ kind: "calls", who, share: meant?.sure ?? 0 });
    }
    for (const { from, to, who, form } of people.mentions(at)) {
      if (form !== "name" && form !== "noun") continue;
      if (vocatives.some((phrase) => from < phrase.to && phrase.from < to)) continue;
      for (const id of who.value) found.signs.push({ kind: "names", who: id, share: who.sure });
    }
  }
}

// What the text around a line says of who utters it: a tag beside it, whoever acts beside it, whom it calls. Each is a sign for or against
// somebody, with how sure it is whom it means; what a sign is worth is in `weights.ts`.
import type { ReadUnit, SentencePlace, Sure } from "../facts.ts";
import { peopleWords } from "../people/word-lists.ts";
import type { Clause, Phrase, Sentence, Span } from "../text/clause.ts";
import { readCalls } from "./calls.ts";
import { type Line, opensWithQuoteParticle } from "./lines.ts";
import type { LineSigns, Reading, SignKind, TagSubject } from "./sign-kinds.ts";

export function signsOf(reading: Reading, line: Line): LineSigns {
  const { story, people } = reading;
  const found: LineSigns = { signs: [], manner: [] };
  const { label } = story.units[line.unit]?.unit ?? {};
  const labelled = label && people.people.find(({ name, aliases }) => [name, ...aliases].includes(label));
  if (labelled) found.signs.push({ kind: "label", who: labelled.id, share: 1 });
  readAfter(reading, line, found);
  readBefore(reading, line, found);
  readCalls(reading, line, found);
  // Nobody addresses themselves: then the pronoun means another.
  const called = new Set(found.signs.flatMap(({ kind, who }) => (kind === "calls" ? [who] : [])));
  return {
    ...found,
    signs: found.signs.filter(({ kind, who }) => kind !== "pronounTag" || !called.has(who)),
  };
}

/** The clauses of a sentence that can be a tag, in order: main clauses, and in Japanese those that 「…」と opens. */
interface Told {
  at: SentencePlace;
  sentence: Sentence;
  clauses: readonly Clause[];
}

function sentenceOf({ story }: Reading, unit: number, which: 0 | -1): Told | undefined {
  const sentences = story.units[unit]?.sentences ?? [];
  const index = which === 0 ? 0 : sentences.length - 1;
  const sentence = sentences[index];
  if (sentence === undefined) return undefined;
  const clauses = sentence.clauses.filter(({ rank }) => rank !== "relative" && rank !== "infinitive");
  return { at: { unit, sentence: index }, sentence, clauses };
}

function readAfter(reading: Reading, line: Line, found: LineSigns): void {
  const { after } = line;
  const told = after && sentenceOf(reading, after.unit, 0);
  const next = after && reading.story.units[after.unit];
  const first = told?.clauses[0];
  if (after === undefined || next === undefined || told === undefined || first === undefined) return;
  const isEnglish = reading.story.language === "en";
  const isQuoted = opensWithQuoteParticle(reading.story, next);
  const isInside = after.where === "inside";
  const end = reading.story.units[line.unit]?.unit.text.at(-1) ?? "";
  const isGoingOn = isInside && isEnglish && (end === "," || runsOn(reading, told));
  const isTagged = isQuoted || isGoingOn || !isEnglish || canBeTagged(end, next);
  const says = isTagged
    ? told.clauses.find(
        (one) =>
          isSaying(reading, one) &&
          (isQuoted || one === first || ((isGoingOn || !isEnglish) && sharesSubject(one, first))),
      )
    : undefined;
  const clause = isGoingOn && first.subject === undefined ? first : (says ?? first);
  const kind = ((): SignKind | undefined => {
    if (isInside || isQuoted) return says || isQuoted || isGoingOn ? "saysAfter" : "actsAfter";
    if (after.where === "other") return undefined;
    return says === undefined || isEnglish ? "actsAfterNear" : "saysNear";
  })();
  if (kind === undefined) return;
  if (kind === "saysAfter") found.manner.push(...told.clauses);
  if (kind === "saysAfter" || kind === "saysNear") readTag(reading, told, clause, found);
  pushSubject(reading, told, clause, { kind, found });
}

/**
 * English puts a comma, a question mark or the like before a tag, never a full stop. A sentence that runs on into the next line is of
 * that one, and one that has words of its own ("I answered that …") is no tag.
 */
const canBeTagged = (end: string, { unit, sentences }: ReadUnit): boolean =>
  end !== "." && ENDS.has(unit.text.at(-1) ?? "") && !hasOwnWords(sentences[0]);

const hasOwnWords = (sentence: Sentence | undefined): boolean =>
  sentence?.clauses.some(({ speech }) => speech === "reported") === true;

function readBefore(reading: Reading, { before }: Line, found: LineSigns): void {
  const told = before && sentenceOf(reading, before.unit, -1);
  const previous = before && reading.story.units[before.unit];
  if (before === undefined || previous === undefined || told === undefined) return;
  const isJapanese = reading.story.language === "ja";
  const isOpen = !ENDS.has(previous.unit.text.at(-1) ?? "");
  const last = lastMain(told);
  const says = told.clauses.findLast(
    (one) =>
      isSaying(reading, one) && (isOpen || isJapanese || (one === last && !hasOwnWords(told.sentence))),
  );
  const clause = says ?? last;
  if (clause === undefined) return;
  const { where } = before;
  const isOfLast = opensWithQuoteParticle(reading.story, previous) || runsOn(reading, told);
  const kind = ((): SignKind | undefined => {
    if (isOpen) return says ? "saysAfter" : where === "inside" || isJapanese ? "actsOpen" : "actsNear";
    if (where === "inside" && isOfLast && !isJapanese) return found.tag ? undefined : "saysRunOn";
    // In Japanese a tag that と opens belongs to the line before it.
    if (where === "other" || isOfLast) return undefined;
    if (says) return where === "between" ? undefined : "saysBefore";
    return where === "inside" ? "actsBefore" : "actsNear";
  })();
  if (kind === undefined) return;
  if (TAGS.has(kind)) {
    if (found.manner.length === 0) found.manner.push(...told.clauses);
    readTag(reading, told, clause, found);
  }
  pushSubject(reading, told, clause, { kind, found });
}

/** What the sentence says in the end: its last main clause. */
const lastMain = ({ clauses }: Told): Clause | undefined =>
  clauses.findLast(({ rank }) => rank === "main") ?? clauses.at(-1);

const ENDS = new Set([".", "!", "?", "。", "！", "？", "…", "”", "」", ")", "）", ";"]);

/** A verb of speaking, or a voice that is heard or given (声をかける). */
const isSaying = ({ words }: Reading, { speech, predicate, subject, objects }: Clause): boolean =>
  predicate.polarity === "positive" &&
  (speech === "says" ||
    words.is("says", predicate.lemma) ||
    [subject, ...objects].some((phrase) => phrase !== undefined && words.is("voice", phrase.head)));

const sharesSubject = ({ subject }: Clause, first: Clause | undefined): boolean =>
  subject === undefined || subject.shared === true || subject === first?.subject;

/**
 * Who the subject of the clause is: they themselves, or whose voice it is. Of a tag that runs on from its line, whoever follows a verb
 * without a subject ("grumbled Jo", "put in the boy").
 */
function speakerOf(reading: Reading, told: Told, clause: Clause): Sure<string[]> | undefined {
  const { people, words } = reading;
  const { at } = told;
  const { subject } = clause;
  if (isTold(reading, clause)) {
    const agent = clause.places.find(({ marker }) => marker === "に" || marker === "から");
    return agent && people.meant(at, agent);
  }
  const inverted =
    subject === undefined && runsOn(reading, told)
      ? [...clause.objects, ...clause.places].toSorted((a, b) => a.from - b.from)[0]
      : undefined;
  const phrase = subject ?? inverted;
  if (phrase && words.is("voice", phrase.head)) return firstMentioned(reading, at, phrase)?.who;
  return inverted ? people.meant(at, inverted) : people.subject(at, clause);
}

/** 言われる: its subject is who hears it. */
const isTold = ({ story }: Reading, { predicate }: Clause): boolean =>
  predicate.voice === "passive" && story.language === "ja";

const firstMentioned = ({ people }: Reading, at: SentencePlace, { from, to }: Span) =>
  people.mentions(at).find((one) => one.from >= from && one.to <= to && one.form !== "left-out");

/** A sentence of English that begins with a small letter goes on from the line before it. */
function runsOn({ story }: Reading, { at, sentence }: Told): boolean {
  const text = story.units[at.unit]?.unit.text ?? "";
  const first = [...text.slice(sentence.from, sentence.to)].find(
    (one) => one.toLowerCase() !== one.toUpperCase(),
  );
  return story.language === "en" && first !== undefined && first === first.toLowerCase();
}

function pushSubject(
  reading: Reading,
  told: Told,
  clause: Clause,
  { kind, found }: { kind: SignKind; found: LineSigns },
): void {
  const speaker = speakerOf(reading, told, clause);
  if (speaker === undefined) return;
  const { subject } = clause;
  const enters =
    reading.story.language === "ja" && subject !== undefined && !subject.topic && !subject.shared;
  const own =
    enters && kind === "actsNear"
      ? "entersNear"
      : enters && kind === "actsAfterNear"
        ? "entersAfterNear"
        : TAGS.has(kind) && isByPronoun(reading, subject)
          ? "pronounTag"
          : kind;
  for (const who of speaker.value) found.signs.push({ kind: own, who, share: speaker.sure });
}

/** A pronoun, or in Japanese nothing at all. */
function isByPronoun({ story, words }: Reading, subject: Clause["subject"]): boolean {
  if (subject === undefined) return story.language === "ja";
  return PRONOUNS.has(words.value("sex", subject.head.toLowerCase()) ?? "");
}

function readTag(reading: Reading, told: Told, clause: Clause, found: LineSigns): void {
  const { people, words, story } = reading;
  const { subject } = clause;
  if (subject && found.tag === undefined) {
    const sex = words.value("sex", subject.head.toLowerCase());
    found.tag = isTagSubject(sex) ? sex : "noun";
    const ofVoice = told.sentence.nouns.find(({ from, to }) => from >= subject.from && to < subject.to);
    const noun = words.is("voice", subject.head) ? ofVoice : subject;
    found.noun = noun && peopleWords(story.language).noun(noun.head.toLowerCase());
  }
  const passive = isTold(reading, clause);
  const phrases = passive ? (subject ? [subject] : []) : [...clause.objects, ...clause.places];
  for (const phrase of phrases) {
    if (!passive && !isAddressee(phrase)) continue;
    const meant = people.meant(told.at, phrase);
    const [who] = meant?.value ?? [];
    if (meant === undefined || who === undefined || meant.value.length > 1) continue;
    found.to ??= { value: who, sure: meant.sure };
  }
}

const TAGS: ReadonlySet<SignKind> = new Set(["saysAfter", "saysBefore", "actsOpen"]);
const PRONOUNS: ReadonlySet<string> = new Set(["male", "female", "it", "many"]);

const TAG_SUBJECTS: readonly string[] = ["male", "female", "first", "many", "it"] satisfies TagSubject[];
const isTagSubject = (sex: string | undefined): sex is TagSubject =>
  sex !== undefined && TAG_SUBJECTS.includes(sex);

const isAddressee = ({ marker }: Phrase): boolean => marker === "to" || marker === "に";

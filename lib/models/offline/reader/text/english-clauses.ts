// Clauses of an English sentence: a small grammar over its chunks. It walks them once, from left to right, with a stack of the clauses
// that are open.
import type { Clause } from "./clause.ts";
import type { Chunk, NounChunk, VerbChunk } from "./english-chunks.ts";
import type { DraftClause } from "./english-draft-clause.ts";
import { readDrafts } from "./english-drafts.ts";
import { isByAt, isNominative, isSubjectAhead, isVerbAhead } from "./english-lookahead.ts";
import type { Word } from "./word.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("en");

export interface EnglishSentence {
  words: readonly Word[];
  /** Of the words; who is addressed is taken out (`comma`). */
  chunks: readonly Chunk[];
  /** What the words' offsets point into. */
  text: string;
  /** Somebody says it aloud, so that it may command. */
  spoken: boolean;
}

/** Clauses of one sentence, in the order of their predicates. */
export function englishClauses(sentence: EnglishSentence): Clause[] {
  return readDrafts(new Assembly(sentence).drafts(), sentence);
}

const isBaseForm = ({ main, tense, modal, bare }: VerbChunk): boolean =>
  main.tag === "VERB" &&
  tense === "present" &&
  modal === undefined &&
  !bare &&
  main.text.toLowerCase() === main.lemma;

class Assembly {
  readonly #words: readonly Word[];
  readonly #chunks: readonly Chunk[];
  readonly #done: DraftClause[] = [];
  #open: DraftClause[] = [];
  #comma = false;
  #and = false;
  #preposition: string | undefined;
  #prepositionAt = 0;

  constructor({ words, chunks }: EnglishSentence) {
    this.#words = words;
    this.#chunks = chunks;
  }

  drafts(): DraftClause[] {
    this.#push("main");
    for (const [index, chunk] of this.#chunks.entries()) this.#take(chunk, index);
    this.#closeAll();
    return this.#done.toSorted((a, b) => (a.verb?.first ?? 0) - (b.verb?.first ?? 0));
  }

  get #top(): DraftClause {
    return this.#open.at(-1) ?? this.#push("main");
  }

  #push(rank: Clause["rank"], fields: Partial<DraftClause> = {}): DraftClause {
    const draft: DraftClause = { rank, arguments: [], complements: [], adverbs: [], ...fields };
    this.#open.push(draft);
    return draft;
  }

  #close(): DraftClause | undefined {
    const draft = this.#open.pop();
    if (draft?.verb !== undefined) this.#done.push(draft);
    return draft;
  }

  /** The sentence's parts between stops do not share what is open; a participle before its main clause takes its subject at the end. */
  #closeAll(): void {
    while (this.#open.length > 0) this.#close();
  }

  #take(chunk: Chunk, index: number): void {
    switch (chunk.kind) {
      case "comma":
        this.#dropPreposition();
        this.#comma = true;
        return;
      case "stop":
        this.#dropPreposition();
        this.#restart();
        this.#settle();
        return;
      case "and":
        this.#dropPreposition();
        this.#and = true;
        if (chunk.word === "but" || chunk.word === "so") this.#comma = true;
        return;
      case "subordinator":
        this.#subordinate(chunk.word, index);
        return;
      case "relative":
        this.#relative(chunk.word, index);
        return;
      case "preposition":
        this.#dropPreposition();
        this.#preposition = chunk.word;
        this.#prepositionAt = chunk.first;
        return;
      case "noun":
        this.#noun(chunk, index);
        this.#settle();
        return;
      case "verb":
        this.#verb(chunk, index);
        this.#settle();
        return;
      case "adjective": {
        const word = this.#words[chunk.first];
        if (this.#top.verb && word) this.#top.complements.push(word);
        this.#comma = false;
        return;
      }
      default:
        this.#top.adverbs.push({ word: chunk.word, at: chunk.first });
        if (chunk.kind !== "adverb") this.#comma = false;
    }
  }

  /** What stood before a noun or verb is used up. */
  #settle(): void {
    this.#comma = false;
    this.#and = false;
  }

  #takePreposition(): string | undefined {
    const word = this.#preposition;
    this.#preposition = undefined;
    return word;
  }

  /** A preposition without a noun is the verb's particle. */
  #dropPreposition(): void {
    const word = this.#takePreposition();
    const top = this.#top;
    if (word === undefined) return;
    if (top.verb && top.particle === undefined && table.is("particle", word)) top.particle = word;
    else top.adverbs.push({ word, at: this.#prepositionAt });
  }

  #subordinate(word: string, index: number): void {
    const [previous, next] = [this.#chunks[index - 1], this.#chunks[index + 1]];
    const top = this.#top;
    const isThat = word === "that";
    const isParticiple = next?.kind === "verb" && next.form === "ing";
    const opensClause =
      isParticiple ||
      (isThat && next?.kind === "noun" && table.is("content", top.verb?.main.lemma ?? "")) ||
      table.is("sure-subordinator", word) ||
      isVerbAhead(this.#chunks, index + 1) ||
      / (?:if|though)$/u.test(word);
    this.#dropPreposition();
    if (!opensClause) {
      if (isThat || word === "so" || word === "though") return;
      this.#preposition = word;
      this.#prepositionAt = this.#chunks[index]?.first ?? 0;
      return;
    }
    const isOfNoun = isThat && previous?.kind === "noun" && !previous.pronoun && next?.kind === "verb";
    if (isOfNoun && !table.is("think-noun", previous.head.lemma))
      this.#push("relative", { connector: word, antecedent: previous });
    else
      this.#push(isParticiple ? "participle" : "subordinate", {
        ...{ connector: word, governor: isThat ? top : undefined },
      });
    this.#settle();
  }

  #relative(word: string, index: number): void {
    this.#preposition = undefined;
    const before = this.#chunks
      .slice(Math.max(0, index - 3), index)
      .findLast(({ kind }) => kind !== "comma" && kind !== "preposition");
    const isOfNoun = before?.kind === "noun" && !["what", "why", "how"].includes(word);
    if (isOfNoun && isVerbAhead(this.#chunks, index + 1))
      this.#push("relative", { connector: word, antecedent: before });
    else if (this.#top.verb) this.#push("subordinate", { connector: word, governor: this.#top });
    else this.#top.question = true;
    this.#settle();
  }

  /** Whether the noun at `index` begins a clause. After a verb, `and` with a noun does so unless the verb is one of saying or thinking. */
  #isSubjectAhead(index: number): boolean {
    const lemma = this.#top.verb?.main.lemma;
    const joins = lemma === undefined || table.is("speak", lemma) || table.is("think", lemma);
    return isSubjectAhead(this.#chunks, index, joins);
  }

  /** "made the sea froth": the verb after the noun is an infinitive without `to`. */
  #isBareInfinitiveOf(top: DraftClause, index: number): boolean {
    const next = this.#chunks[index + 1];
    if (this.#comma || this.#and || next?.kind !== "verb" || next.tense !== "present" || next.modal)
      return false;
    return table.is("bare-after", top.verb?.main.lemma ?? "") && next.main.tag === "VERB";
  }

  /** "The man who had lost his hat came": the noun is the relative clause's object, the verb after it that of the clause that waits. */
  #isObjectBeforeMain(top: DraftClause): boolean {
    const isOpen = (top.rank === "relative" && !top.subject) || top.rank === "participle";
    if (!isOpen || this.#comma || this.#and || top.arguments.length > 0) return false;
    const below = this.#open.at(-2);
    return below?.subject !== undefined && below.verb === undefined;
  }

  #noun(chunk: NounChunk, index: number): void {
    const marker = this.#takePreposition();
    const from = marker === undefined ? chunk.first : this.#prepositionAt;
    const top = this.#top;
    const { verb, subject } = top;
    // "We both": the subject again.
    if (subject?.last === chunk.first - 1 && !verb && subject.pronoun && chunk.head.tag === "DET") return;
    if (marker !== undefined) {
      const isFirst = top.arguments.length === 0;
      if (verb && marker !== "of" && isFirst && !top.particle && table.is("particle", marker))
        top.particle = marker;
      const isAdverb = !verb && !subject && !isFirst && table.is("place-adverb-too", marker);
      if (isAdverb && this.#isSubjectAhead(index)) {
        // "In the street below a pedler cried": an adverb before the subject.
        top.adverbs.push({ word: marker, at: from });
        top.subject = chunk;
      } else top.arguments.push({ chunk, marker, from });
    } else if (verb === undefined) this.#subject(top, chunk);
    else if (verb.bare && !subject) top.subject = chunk;
    else if (
      this.#isSubjectAhead(index) &&
      !this.#isObjectBeforeMain(top) &&
      !this.#isBareInfinitiveOf(top, index)
    )
      this.#newClause(chunk, index);
    else if (takesSubjectAfter(top, verb)) top.subject = chunk;
    else top.arguments.push({ chunk, marker: this.#and ? top.arguments.at(-1)?.marker : undefined, from });
  }

  #subject(top: DraftClause, chunk: NounChunk): void {
    if (top.subject && this.#and) top.subject = { ...top.subject, last: chunk.last };
    // "His wife having died, he lived alone": a nominative is no second name.
    else if (top.subject && this.#comma && !isNominative(chunk)) return;
    else {
      if (top.subject) top.arguments.push({ chunk: top.subject, from: top.subject.first });
      top.subject = chunk;
    }
  }

  #newClause(chunk: NounChunk, index: number): void {
    const { verb, rank } = this.#top;
    const previous = this.#chunks[index - 1];
    const opening = this.#open.at(-2);
    // "When he came they rose": the subject of the main clause ends the one before it, without a comma.
    const isMain = rank === "subordinate" && opening?.rank === "main" && !opening.verb && !opening.subject;
    if ((this.#comma && this.#open.some(isWaiting)) || isMain) this.#resume(isWaiting);
    else if (this.#comma || (this.#and && rank === "main")) this.#restart();
    else if (this.#and) {
      const closed = this.#close();
      this.#push(closed?.rank ?? "main", { connector: closed?.connector });
    } else if (previous?.kind === "noun" && !previous.pronoun && !table.is("think", verb?.main.lemma ?? ""))
      this.#push("relative", { connector: "", antecedent: previous });
    else this.#push("subordinate", { connector: "that", governor: this.#top });
    this.#subject(this.#top, chunk);
  }

  #restart(): void {
    this.#closeAll();
    this.#push("main");
  }

  #resume(isIt: (draft: DraftClause) => boolean): void {
    while (this.#open.length > 1 && !isIt(this.#top)) {
      const closed = this.#close();
      if (closed?.rank === "participle") closed.opening = true;
    }
  }

  #verb(chunk: VerbChunk, index: number): void {
    if (chunk.form === "ing") this.#participle(chunk, index);
    else {
      this.#dropPreposition();
      if (chunk.form === "infinitive") this.#push("infinitive", { governor: this.#top, verb: chunk });
      else this.#finite(chunk, index);
    }
    for (let at = chunk.first; at < chunk.last; at += 1) {
      const word = this.#words[at];
      if (word?.tag === "ADV") this.#top.adverbs.push({ word: word.text.toLowerCase(), at });
    }
  }

  #participle(chunk: VerbChunk, index: number): void {
    const marker = this.#takePreposition();
    const top = this.#top;
    if (top.verb === undefined && top.rank === "participle") {
      top.verb = chunk;
      return;
    }
    if (top.rank === "participle" && this.#and) this.#close();
    const previous = this.#chunks[index - 1];
    const governor = this.#top;
    // "saw a boy running" is of the boy, "sat at the window watching" of whoever sat.
    const isOfObject =
      governor.verb === undefined ||
      (governor.arguments.at(-1)?.marker === undefined &&
        table.is("with-participle", governor.verb.main.lemma));
    const isSubject = previous?.kind === "noun" && !this.#comma && marker === undefined && isOfObject;
    const subject = isSubject ? previous : undefined;
    this.#push("participle", { verb: chunk, governor, connector: marker, subject });
  }

  /** A past that stands for a passive: "the man named Bob", "with his collar turned up". */
  #reduced(chunk: VerbChunk, subject?: NounChunk): void {
    this.#push("participle", {
      ...{ verb: { ...chunk, form: "ing", passive: true }, governor: this.#top, subject },
    });
  }

  #finite(chunk: VerbChunk, index: number): void {
    const top = this.#top;
    const { verb, governor } = top;
    const last = top.arguments.at(-1);
    const isAfterLast = last !== undefined && last.chunk === this.#chunks[index - 1];
    if (chunk.maybeParticiple && isAfterLast && last.marker === "with") {
      const isBare = this.#words[last.chunk.first]?.tag !== "DET";
      if (isBare || verb !== undefined) {
        this.#reduced(chunk, last.chunk);
        return;
      }
    }
    if (verb === undefined) top.verb = chunk;
    else if (verb.bare) ask(top, verb, chunk);
    else if (chunk.maybeParticiple && isByAt(this.#chunks, index + 1)) this.#reduced(chunk);
    else if (this.#and && isBaseForm(chunk) && top.rank === "infinitive") {
      // "to go and see"
      this.#close();
      this.#push("infinitive", { verb: { ...chunk, form: "infinitive", tense: "none" }, governor });
    } else if (this.#and && isBaseForm(chunk) && verb.modal !== undefined)
      // "would take and keep": the auxiliary holds for both.
      this.#continue({ ...chunk, tense: verb.tense, modal: verb.modal });
    else if (this.#and) {
      this.#resume(({ rank }) => rank !== "participle" && rank !== "infinitive");
      // "was saddled and led away": the auxiliary holds for both.
      const isPassive = this.#top.verb?.passive === true && chunk.maybeParticiple && !this.#comma;
      this.#continue(isPassive ? { ...chunk, passive: true } : chunk);
    } else if (
      this.#comma &&
      chunk.maybeParticiple &&
      verb.main.lemma === "be" &&
      this.#chunks[index + 1]?.kind !== "noun"
    )
      this.#reduced(chunk);
    else if (this.#open.some(isWaiting)) {
      this.#resume(isWaiting);
      this.#top.verb = chunk;
    } else if (
      !this.#comma &&
      !isBaseForm(chunk) &&
      verb.maybeParticiple &&
      top.subject &&
      top.rank !== "relative"
    ) {
      // "The man named Bob came": the first of two was a participle.
      this.#done.push({ ...top, rank: "participle", verb: { ...verb, form: "ing", passive: true } });
      top.arguments = [];
      top.verb = chunk;
    } else if (!this.#comma && isAfterLast && last.marker === undefined) {
      top.arguments.pop();
      // "saw him fall": the object of perceiving or causing is the subject of a bare infinitive.
      const isBare = table.is("bare-after", verb.main.lemma) && chunk.tense === "present";
      const connector = isBare ? undefined : "that";
      this.#push(isBare ? "participle" : "subordinate", {
        ...{ connector, governor: top, subject: last.chunk, verb: chunk },
      });
    } else if (isBaseForm(chunk) && !this.#comma) {
      // Two verbs in a row without a subject between them: the tagger took an adverb for a verb (`looked round`).
      top.adverbs.push({ word: chunk.main.text.toLowerCase(), at: chunk.first });
    } else {
      this.#resume(({ rank }) => rank === "main");
      this.#continue(chunk);
    }
  }

  /** A further verb of the subject that the open clause has. */
  #continue(verb: VerbChunk): void {
    const { rank = "main", subject, antecedent, connector, governor } = this.#close() ?? {};
    const shared = subject ?? (rank === "relative" ? antecedent : undefined);
    this.#push(rank, { verb, subject: shared, shared: shared !== undefined, connector, governor });
  }
}

const isWaiting = ({ verb }: DraftClause): boolean => verb === undefined;

function takesSubjectAfter(
  { subject, rank, arguments: given, adverbs }: DraftClause,
  verb: VerbChunk,
): boolean {
  if (subject || rank === "participle" || rank === "infinitive" || rank === "relative") return false;
  const { lemma } = verb.main;
  const isInverted = table.is("inverted", lemma) && (given.length > 0 || adverbs.length > 0);
  return table.is("speak", lemma) || isInverted || verb.bare;
}

/** "Did he see": the auxiliary and its verb are one group. */
function ask(draft: DraftClause, auxiliary: VerbChunk, { main, last, negative }: VerbChunk): void {
  const [moved] = draft.arguments.splice(0, 1);
  draft.subject ??= moved?.chunk;
  draft.verb = {
    ...{ ...auxiliary, main, last, bare: false, negative: auxiliary.negative || negative },
    perfect: auxiliary.main.lemma === "have",
  };
  draft.question = true;
}

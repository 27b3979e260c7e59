// Clauses of an English sentence: a small grammar over its chunks. It walks them once, from left to right, with a stack of the clauses
// that are open.
import type { Clause, Sentence } from "./clause.ts";
import {
  type Chunk,
  chunksOf,
  type EnglishSentence,
  type NounChunk,
  type VerbChunk,
} from "./english-chunks.ts";
import {
  ask,
  type DraftClause,
  isBaseForm,
  isNominative,
  isSubjectAhead,
  isVerbAhead,
  takesParticle,
  takesSubjectAfter,
} from "./english-draft-clause.ts";
import { readDrafts } from "./english-drafts.ts";
import { isTime } from "./english-moods.ts";
import { englishNouns } from "./english-nouns.ts";
import type { Word } from "./word.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("en");

/** Nouns of one sentence, who is addressed, and its clauses in the order of their predicates. */
export function readSentence(
  words: readonly Word[],
  text: string,
  spoken: boolean,
): Pick<Sentence, "nouns" | "vocatives" | "clauses"> {
  const all = chunksOf(words);
  const { nouns, addressed, vocatives } = englishNouns({ words, chunks: all, text, spoken });
  const chunks = all.map(
    (chunk): Chunk => (addressed.has(chunk) ? { ...chunk, kind: "comma", word: "," } : chunk),
  );
  const sentence = { words, chunks, text, spoken };
  return { nouns, vocatives, clauses: readDrafts(new Assembly(sentence).drafts(), sentence) };
}

/** Of a clause, what waits for its verb. */
const isWaiting = ({ verb }: DraftClause): boolean => verb === undefined;

class Assembly {
  readonly #sentence: EnglishSentence;
  readonly #done: DraftClause[] = [];
  #open: DraftClause[] = [];
  #comma = false;
  #and = false;
  #preposition: { word: string; at: number } | undefined;

  constructor(sentence: EnglishSentence) {
    this.#sentence = sentence;
  }

  drafts(): DraftClause[] {
    this.#push("main");
    for (const [index, chunk] of this.#sentence.chunks.entries()) {
      if (this.#take(chunk, index)) {
        // What stood before it is used up.
        this.#comma = false;
        this.#and = false;
      }
    }
    this.#dropPreposition();
    this.#restart();
    return this.#done.toSorted((a, b) => (a.verb?.first ?? 0) - (b.verb?.first ?? 0));
  }

  get #top(): DraftClause {
    return this.#open.at(-1) ?? this.#push("main");
  }

  #push(rank: Clause["rank"], fields: Partial<DraftClause> = {}): DraftClause {
    const draft: DraftClause = { rank, arguments: [], complements: [], adverbs: [], ...fields };
    this.#open.push(draft);
    if (rank === "subordinate" && draft.governor) draft.governor.hasContent = true;
    return draft;
  }

  #close(): DraftClause | undefined {
    const draft = this.#open.pop();
    if (draft?.verb !== undefined) this.#done.push(draft);
    return draft;
  }

  /** The sentence's parts between stops do not share what is open. */
  #restart(): void {
    while (this.#open.length > 0) this.#close();
    this.#push("main");
  }

  /** Closes clauses until one of the kind is on top. The last stays open. */
  #resume(isIt: (draft: DraftClause) => boolean): void {
    while (this.#open.length > 1 && !isIt(this.#top)) this.#close();
  }

  /** Whether the chunk makes an end of the comma or `and` before it. */
  #take(chunk: Chunk, index: number): boolean {
    switch (chunk.kind) {
      case "noun":
        this.#noun(chunk, index);
        return true;
      case "verb":
        this.#verb(chunk, index);
        return true;
      case "adjective": {
        const word = this.#sentence.words[chunk.first];
        if (this.#top.verb && word) this.#top.complements.push(word);
        return false;
      }
      case "adverb":
      case "other":
        this.#top.adverbs.push({ word: chunk.word, at: chunk.first });
        return false;
    }
    this.#dropPreposition();
    if (chunk.kind === "comma") this.#comma = true;
    else if (chunk.kind === "and") this.#and = true;
    else if (chunk.kind === "stop") this.#restart();
    else if (chunk.kind === "subordinator") return this.#subordinate(chunk.word, index);
    else if (chunk.kind === "relative") this.#relative(chunk.word, index);
    else this.#preposition = { word: chunk.word, at: chunk.first };
    return chunk.kind === "stop" || chunk.kind === "relative";
  }

  #takePreposition() {
    const preposition = this.#preposition;
    this.#preposition = undefined;
    return preposition;
  }

  /** A preposition without a noun is the verb's particle, or an adverb. */
  #dropPreposition(): void {
    const preposition = this.#takePreposition();
    if (preposition && !takesParticle(this.#top, preposition.word)) this.#top.adverbs.push(preposition);
  }

  #subordinate(word: string, index: number): boolean {
    const { chunks } = this.#sentence;
    const [previous, current, next] = chunks.slice(Math.max(0, index - 1), index + 2);
    const isThat = word === "that";
    const isParticiple = next?.kind === "verb" && next.form === "ing";
    const opens = isParticiple || (isThat && next?.kind === "noun") || table.is("sure-subordinator", word);
    if (!opens && !isVerbAhead(chunks, index + 1)) {
      if (!isThat && current) this.#preposition = { word, at: current.first };
      return false;
    }
    if (isThat && previous?.kind === "noun" && next?.kind === "verb")
      this.#push("relative", { connector: word, antecedent: previous });
    else {
      const governor = isThat ? this.#top : undefined;
      this.#push(isParticiple ? "participle" : "subordinate", { connector: word, governor });
    }
    return true;
  }

  #relative(word: string, index: number): void {
    const { chunks } = this.#sentence;
    const before = chunks
      .slice(Math.max(0, index - 3), index)
      .findLast(({ kind }) => kind !== "comma" && kind !== "preposition");
    const isOfNoun = before?.kind === "noun" && table.is("relative", word);
    if (isOfNoun && isVerbAhead(chunks, index + 1))
      this.#push("relative", { connector: word, antecedent: before });
    else if (this.#top.verb) this.#push("subordinate", { connector: word, governor: this.#top });
    else this.#top.question = true;
  }

  #noun(chunk: NounChunk, index: number): void {
    const preposition = this.#takePreposition();
    const top = this.#top;
    const { verb, subject } = top;
    if (preposition) {
      const { word: marker, at: from } = preposition;
      const isFirst = top.arguments.length === 0;
      if (isFirst) takesParticle(top, marker);
      const isAdverb = !isFirst && !verb && !subject && table.is("place-adverb-too", marker);
      if (isAdverb && isSubjectAhead(this.#sentence.chunks, index)) {
        // "In the street below a pedler cried": an adverb before the subject.
        top.adverbs.push(preposition);
        top.subject = chunk;
      } else top.arguments.push({ chunk, marker, from });
    } else if (verb === undefined) this.#subject(top, chunk);
    else if (verb.bare && !subject) top.subject = chunk;
    else if (isSubjectAhead(this.#sentence.chunks, index) && !this.#isBareInfinitiveOf(verb, index))
      this.#newClause(chunk, index);
    else if (takesSubjectAfter(top, verb)) top.subject = chunk;
    else {
      const marker = this.#and ? top.arguments.at(-1)?.marker : undefined;
      top.arguments.push({ chunk, marker, from: chunk.first });
    }
  }

  /** "made the sea froth": the verb after the noun is an infinitive without `to`. */
  #isBareInfinitiveOf({ main }: VerbChunk, index: number): boolean {
    const next = this.#sentence.chunks[index + 1];
    const isBare = next?.kind === "verb" && next.tense === "present" && next.modal === undefined;
    return isBare && !this.#comma && !this.#and && table.is("bare-after", main.lemma);
  }

  /** A noun before the verb. Of two the first is the subject, unless it says when or the second is a nominative. */
  #subject(top: DraftClause, chunk: NounChunk): void {
    const { subject } = top;
    if (subject && this.#and) top.subject = { ...subject, last: chunk.last };
    else if (subject === undefined || isNominative(chunk) || isTime(subject)) {
      if (subject) top.arguments.push({ chunk: subject, from: subject.first });
      top.subject = chunk;
    }
  }

  #newClause(chunk: NounChunk, index: number): void {
    const previous = this.#sentence.chunks[index - 1];
    // "When he came they rose": the subject of the main clause ends the one before it.
    if (this.#open.some(isWaiting)) this.#resume(isWaiting);
    else if (this.#comma || this.#and) this.#restart();
    else if (previous?.kind === "noun") this.#push("relative", { connector: "", antecedent: previous });
    else this.#push("subordinate", { connector: "that", governor: this.#top });
    this.#subject(this.#top, chunk);
  }

  #verb(chunk: VerbChunk, index: number): void {
    if (chunk.form === "ing") this.#participle(chunk, index);
    else {
      this.#dropPreposition();
      if (chunk.form === "infinitive") this.#push("infinitive", { governor: this.#top, verb: chunk });
      else this.#finite(chunk, index);
    }
    for (let at = chunk.first; at < chunk.last; at += 1) {
      const word = this.#sentence.words[at];
      if (word?.tag === "ADV") this.#top.adverbs.push({ word: word.text.toLowerCase(), at });
    }
  }

  #participle(verb: VerbChunk, index: number): void {
    const connector = this.#takePreposition()?.word;
    const governor = this.#top;
    if (governor.verb === undefined && governor.rank === "participle") {
      governor.verb = verb;
      return;
    }
    const previous = this.#sentence.chunks[index - 1];
    // "saw a boy running" is of the boy, "sat at the window watching" of whoever sat.
    const isOfObject = isWaiting(governor) || table.is("with-participle", governor.verb?.main.lemma ?? "");
    const subject = previous?.kind === "noun" && isOfObject ? previous : undefined;
    this.#push("participle", { verb, governor, connector, subject });
  }

  #finite(chunk: VerbChunk, index: number): void {
    const top = this.#top;
    const { verb } = top;
    const last = top.arguments.at(-1);
    if (verb === undefined) top.verb = chunk;
    else if (verb.bare) ask(top, verb, chunk);
    else if (this.#and) {
      this.#resume(({ rank }) => rank !== "participle" && rank !== "infinitive");
      this.#continue(chunk);
    } else if (this.#open.some(isWaiting)) {
      this.#resume(isWaiting);
      this.#top.verb = chunk;
    } else if (!this.#comma && !isBaseForm(chunk) && verb.maybeParticiple && top.subject) {
      // "The man named Bob came": the first of two was a participle.
      this.#done.push({ ...top, rank: "participle", verb: { ...verb, form: "ing", passive: true } });
      top.arguments = [];
      top.verb = chunk;
    } else if (
      !this.#comma &&
      last?.marker === undefined &&
      last?.chunk === this.#sentence.chunks[index - 1]
    ) {
      top.arguments.pop();
      // "saw him fall": the object of perceiving or causing is the subject of a bare infinitive.
      const isBare = table.is("bare-after", verb.main.lemma) && chunk.tense === "present";
      const connector = isBare ? undefined : "that";
      const fields = { connector, governor: top, subject: last?.chunk, verb: chunk };
      this.#push(isBare ? "participle" : "subordinate", fields);
    } else if (isBaseForm(chunk) && !this.#comma) {
      // Two verbs in a row without a subject between them: the tagger took an adverb for a verb (`looked round`).
      top.adverbs.push({ word: chunk.main.text.toLowerCase(), at: chunk.first });
    } else {
      this.#resume(({ rank }) => rank === "main");
      this.#continue(chunk);
    }
  }

  /** A further verb of the subject that the open clause has, and of its auxiliary: "would take and keep", "was saddled and led away". */
  #continue(chunk: VerbChunk): void {
    const { rank = "main", subject, antecedent, connector, governor, verb: before } = this.#close() ?? {};
    const shared = subject ?? (rank === "relative" ? antecedent : undefined);
    const isModal = before?.modal !== undefined && isBaseForm(chunk);
    const passive = chunk.passive || (before?.passive === true && chunk.maybeParticiple && !this.#comma);
    const verb = { ...chunk, passive, ...(isModal ? { tense: before.tense, modal: before.modal } : {}) };
    this.#push(rank, { verb, subject: shared, shared: shared !== undefined, connector, governor });
  }
}

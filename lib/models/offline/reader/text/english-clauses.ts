// Assembles English clauses from chunks in one pass from left to right, with a stack of open clauses.
import type { Clause, ReadSentence } from "./clause.ts";
import {
  type Chunk,
  chunksOf,
  isSubjectAhead,
  isVerbAhead,
  lower,
  type MarkChunk,
  type NounChunk,
  type VerbChunk,
} from "./english-chunks.ts";
import {
  type DoneClause,
  type DraftClause,
  isBaseForm,
  isDone,
  isNominative,
  isTime,
  joinAuxiliary,
  readDrafts,
  setParticle,
  takesSubjectAfter,
} from "./english-drafts.ts";
import { englishNouns } from "./english-nouns.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("en");

/** Parses one English sentence: its noun phrases, its vocatives, and its clauses sorted by predicate. */
export const readSentence: ReadSentence = (words, text, spoken) => {
  const all = chunksOf(words);
  const { nouns, addressed } = englishNouns(all, text, spoken);
  const chunks = all.map(
    (chunk): Chunk =>
      chunk.kind === "noun" && addressed.has(chunk) ? { ...chunk, kind: "comma", word: "," } : chunk,
  );
  const clauses = readDrafts(new ClauseAssembler(chunks).drafts(), text, spoken);
  return { nouns, vocatives: [...addressed.values()], clauses };
};

const lacksVerb = (draft: DraftClause): boolean => !isDone(draft);

class ClauseAssembler {
  readonly #chunks: readonly Chunk[];
  readonly #done: DoneClause[] = [];
  #open: DraftClause[] = [];
  /** Index of the current chunk. */
  #at = 0;
  #comma = false;
  #and = false;
  #preposition: MarkChunk | undefined;

  constructor(chunks: readonly Chunk[]) {
    this.#chunks = chunks;
  }

  drafts(): DoneClause[] {
    this.#restart();
    for (const [at, chunk] of this.#chunks.entries()) {
      this.#at = at;
      if (this.#take(chunk)) {
        // The chunk consumes the comma or `and` before it.
        this.#comma = false;
        this.#and = false;
      }
    }
    this.#dropPreposition();
    this.#restart();
    return this.#done.toSorted((a, b) => a.verb.from - b.verb.from);
  }

  get #previous(): Chunk | undefined {
    return this.#chunks[this.#at - 1];
  }

  get #next(): Chunk | undefined {
    return this.#chunks[this.#at + 1];
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
    if (draft && isDone(draft)) this.#done.push(draft);
    return draft;
  }

  /** Closes all clauses and opens a main clause. Parts of a sentence between stops are independent. */
  #restart(): void {
    while (this.#open.length > 0) this.#close();
    this.#push("main");
  }

  /** Closes clauses until the top one satisfies the condition. The outermost clause stays open. */
  #resume(isIt: (draft: DraftClause) => boolean): void {
    while (this.#open.length > 1 && !isIt(this.#top)) this.#close();
  }

  /** Processes a chunk. Returns whether it consumes the comma or `and` before it. */
  #take(chunk: Chunk): boolean {
    if (chunk.kind === "noun") this.#noun(chunk);
    else if (chunk.kind === "verb") this.#verb(chunk);
    else return this.#mark(chunk);
    return true;
  }

  #mark(chunk: MarkChunk): boolean {
    const { kind, head } = chunk;
    const top = this.#top;
    if (kind === "adverb" || kind === "other") top.adverbs.push(chunk);
    else if (kind !== "adjective") this.#dropPreposition();
    else if (top.verb) top.complements.push(head);
    if (kind === "comma") this.#comma = true;
    else if (kind === "and") this.#and = true;
    else if (kind === "stop") this.#restart();
    else if (kind === "preposition") this.#preposition = chunk;
    else if (kind === "subordinator") return this.#subordinate(chunk);
    else if (kind === "relative") this.#relative(chunk);
    return kind === "stop" || kind === "relative";
  }

  #takePreposition(): MarkChunk | undefined {
    const preposition = this.#preposition;
    this.#preposition = undefined;
    return preposition;
  }

  /** Treats a preposition without a noun as the verb's particle or as an adverb. */
  #dropPreposition(): void {
    const preposition = this.#takePreposition();
    if (preposition && !setParticle(this.#top, preposition)) this.#top.adverbs.push(preposition);
  }

  #subordinate(chunk: MarkChunk): boolean {
    const { word } = chunk;
    const [previous, next] = [this.#previous, this.#next];
    const isThat = word === "that";
    const isParticiple = next?.kind === "verb" && next.form === "ing";
    // "That night Tom woke": at the start of a sentence, `that` is a determiner and not a conjunction.
    const isBeforeNoun = isThat && previous !== undefined && next?.kind === "noun";
    const opens = isParticiple || isBeforeNoun || table.is("sure-subordinator", word);
    // "Once around the room": a subordinator before a preposition is an adverb.
    if (!opens && (next?.kind === "preposition" || !isVerbAhead(this.#chunks, this.#at + 1))) {
      if (!isThat) this.#preposition = chunk;
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

  #relative({ word }: MarkChunk): void {
    const before = this.#chunks
      .slice(Math.max(0, this.#at - 3), this.#at)
      .findLast(({ kind }) => kind !== "comma" && kind !== "preposition");
    const isOfNoun = before?.kind === "noun" && table.is("relative", word);
    if (isOfNoun && isVerbAhead(this.#chunks, this.#at + 1))
      this.#push("relative", { connector: word, antecedent: before });
    else if (this.#top.verb) this.#push("subordinate", { connector: word, governor: this.#top });
    else this.#top.question = true;
  }

  #noun(chunk: NounChunk): void {
    const preposition = this.#takePreposition();
    const top = this.#top;
    const { verb, subject } = top;
    const isSubject = isSubjectAhead(this.#chunks, this.#at);
    if (preposition) {
      const { word: marker, from } = preposition;
      const isFirst = top.arguments.length === 0;
      if (isFirst) setParticle(top, preposition);
      if (!isFirst && !verb && !subject && table.is("place-adverb-too", marker) && isSubject) {
        // "In the street below a pedler cried": `below` is an adverb before the subject.
        top.adverbs.push(preposition);
        top.subject = chunk;
      } else top.arguments.push({ chunk, marker, from });
    } else if (verb === undefined) this.#subject(top, chunk);
    else if (verb.bare && !subject) top.subject = chunk;
    else if (isSubject && !this.#isBareInfinitiveOf(verb)) this.#newClause(chunk);
    else if (takesSubjectAfter(top, verb)) top.subject = chunk;
    else {
      const marker = this.#and ? top.arguments.at(-1)?.marker : undefined;
      top.arguments.push({ chunk, marker, from: chunk.from });
    }
  }

  /** "made the sea froth": the verb after the noun is a bare infinitive. */
  #isBareInfinitiveOf({ main }: VerbChunk): boolean {
    const next = this.#next;
    const isBare = next?.kind === "verb" && next.tense === "present" && next.modal === undefined;
    return isBare && !this.#comma && !this.#and && table.is("bare-after", main.lemma);
  }

  /** Assigns a noun before the verb. Of two nouns the first is the subject, unless it is a time or the second is a nominative pronoun. */
  #subject(top: DraftClause, chunk: NounChunk): void {
    const { subject } = top;
    if (subject && this.#and) top.subject = { ...subject, to: chunk.to };
    else if (subject === undefined || isNominative(chunk) || isTime(subject)) {
      if (subject) top.arguments.push({ chunk: subject, from: subject.from });
      top.subject = chunk;
    }
  }

  #newClause(chunk: NounChunk): void {
    const previous = this.#previous;
    // "When he came they rose": the subject `they` closes the subordinate clause before it.
    if (this.#open.some(lacksVerb)) this.#resume(lacksVerb);
    else if (this.#comma || this.#and) this.#restart();
    else if (previous?.kind === "noun") this.#push("relative", { connector: "", antecedent: previous });
    else this.#push("subordinate", { connector: "that", governor: this.#top });
    this.#subject(this.#top, chunk);
  }

  #verb(chunk: VerbChunk): void {
    if (chunk.form === "ing") this.#participle(chunk);
    else {
      this.#dropPreposition();
      if (chunk.form === "infinitive") this.#push("infinitive", { governor: this.#top, verb: chunk });
      else this.#finite(chunk);
    }
    this.#top.adverbs.push(...chunk.adverbs.map((head) => ({ word: head.text.toLowerCase(), head })));
  }

  #participle(verb: VerbChunk): void {
    const connector = this.#takePreposition()?.word;
    const governor = this.#top;
    const previous = this.#previous;
    // The participle's subject is the object in "saw a boy running", and the main subject in "sat at the window watching".
    const isOfObject = lacksVerb(governor) || table.is("with-participle", governor.verb?.main.lemma ?? "");
    const subject = previous?.kind === "noun" && isOfObject ? previous : undefined;
    this.#push("participle", { verb, governor, connector, subject });
  }

  #finite(chunk: VerbChunk): void {
    const top = this.#top;
    const { verb } = top;
    const last = top.arguments.at(-1);
    const isAfterObject = last?.marker === undefined && last?.chunk === this.#previous;
    if (verb === undefined) top.verb = chunk;
    else if (verb.bare) joinAuxiliary(top, verb, chunk);
    else if (this.#and) {
      this.#resume(({ rank }) => rank !== "participle" && rank !== "infinitive");
      this.#continue(chunk);
    } else if (this.#open.some(lacksVerb)) {
      this.#resume(lacksVerb);
      this.#top.verb = chunk;
    } else if (!this.#comma && !isBaseForm(chunk) && verb.maybeParticiple && top.subject) {
      // "The man named Bob came": the first of the two verbs is a participle.
      this.#done.push({ ...top, rank: "participle", verb: { ...verb, form: "ing", passive: true } });
      top.arguments = [];
      top.verb = chunk;
    } else if (!this.#comma && isAfterObject) {
      top.arguments.pop();
      // "saw him fall": the object of a verb of perception or causation is the subject of the bare infinitive.
      const isBare = table.is("bare-after", verb.main.lemma) && chunk.tense === "present";
      const connector = isBare ? undefined : "that";
      const fields = { connector, governor: top, subject: last?.chunk, verb: chunk };
      this.#push(isBare ? "participle" : "subordinate", fields);
    } else if (!this.#comma && isBaseForm(chunk)) {
      // Two adjacent verbs without a subject between them: the tagger marked an adverb as a verb (`looked round`).
      top.adverbs.push({ word: lower(chunk.main), head: chunk.main });
    } else {
      this.#resume(({ rank }) => rank === "main");
      this.#continue(chunk);
    }
  }

  /** Adds a verb coordinated with the previous one. It shares subject and auxiliary: "would take and keep", "was saddled and led away". */
  #continue(chunk: VerbChunk): void {
    const { rank = "main", subject, antecedent, connector, governor, verb: before } = this.#close() ?? {};
    const shared = subject ?? (rank === "relative" ? antecedent : undefined);
    const isModal = before?.modal !== undefined && isBaseForm(chunk);
    const passive = chunk.passive || (before?.passive === true && chunk.maybeParticiple && !this.#comma);
    const verb = { ...chunk, passive, ...(isModal ? { tense: before.tense, modal: before.modal } : {}) };
    this.#push(rank, { verb, subject: shared, shared: shared !== undefined, connector, governor });
  }
}

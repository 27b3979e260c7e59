// Clauses of an English sentence: a small grammar over its chunks. It walks them once, from left to right, with a stack of the clauses
// that are open.
import type { Clause } from "./clause.ts";
import type { Chunk, NounChunk, VerbChunk } from "./english-chunks.ts";
import { type DraftClause, readDrafts } from "./english-drafts.ts";
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

const isNominative = ({ head, pronoun }: NounChunk): boolean =>
  pronoun && table.is("nominative", head.text.toLowerCase());

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
      case "stop": {
        this.#dropPreposition();
        this.#closeAll();
        this.#push("main");
        this.#comma = false;
        this.#and = false;
        return;
      }
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
        return;
      case "verb":
        this.#verb(chunk, index);
        break;
      case "adjective":
        if (this.#top.verb) this.#top.complements.push(this.#wordAt(chunk.first));
        break;
      default:
        this.#top.adverbs.push({ word: chunk.word, at: chunk.first });
    }
    if (chunk.kind !== "adverb") this.#comma = false;
  }

  #wordAt(index: number): Word {
    const word = this.#words[index];
    if (word === undefined) throw new RangeError(`no word ${index}`);
    return word;
  }

  /** A preposition without a noun is the verb's particle. */
  #dropPreposition(): void {
    const word = this.#preposition;
    this.#preposition = undefined;
    if (word === undefined) return;
    const top = this.#top;
    if (top.verb && top.particle === undefined && table.is("particle", word)) top.particle = word;
    else top.adverbs.push({ word, at: this.#prepositionAt });
  }

  #subordinate(word: string, index: number): void {
    const next = this.#chunks[index + 1];
    const isParticiple = next?.kind === "verb" && next.form === "ing";
    const saysThat =
      word === "that" && next?.kind === "noun" && table.is("content", this.#top.verb?.main.lemma ?? "");
    const opensClause =
      isParticiple ||
      saysThat ||
      table.is("sure-subordinator", word) ||
      this.#verbAhead(index + 1) ||
      word.endsWith(" if") ||
      word.endsWith(" though");
    if (!opensClause) {
      this.#dropPreposition();
      if (word === "that" || word === "so" || word === "though") return;
      this.#preposition = word;
      this.#prepositionAt = this.#chunks[index]?.first ?? 0;
      return;
    }
    this.#dropPreposition();
    const top = this.#top;
    const previous = this.#chunks[index - 1];
    if (
      word === "that" &&
      previous?.kind === "noun" &&
      !previous.pronoun &&
      !table.is("think-noun", previous.head.lemma) &&
      next?.kind === "verb"
    ) {
      this.#push("relative", { connector: word, antecedent: previous });
    } else {
      const governor = word === "that" ? top : undefined;
      this.#push(isParticiple ? "participle" : "subordinate", {
        connector: word,
        ...(governor ? { governor } : {}),
      });
    }
    this.#and = false;
    this.#comma = false;
  }

  #relative(word: string, index: number): void {
    this.#preposition = undefined;
    const before = this.#chunks
      .slice(Math.max(0, index - 3), index)
      .findLast((chunk) => chunk.kind !== "comma" && chunk.kind !== "preposition");
    const top = this.#top;
    if (before?.kind === "noun" && !["what", "why", "how"].includes(word) && this.#verbAhead(index + 1)) {
      this.#push("relative", { connector: word, antecedent: before });
    } else if (top.verb) this.#push("subordinate", { connector: word, governor: top });
    else top.question = true;
    this.#comma = false;
    this.#and = false;
  }

  /** Whether a finite verb comes before the clause can have ended. */
  #verbAhead(from: number): boolean {
    for (let index = from; index < Math.min(this.#chunks.length, from + 14); index += 1) {
      const chunk = this.#chunks[index];
      if (chunk === undefined || chunk.kind === "stop" || chunk.kind === "subordinator") return false;
      if (chunk.kind === "comma" && index > from) return false;
      if (chunk.kind === "verb" && chunk.form === "finite") return true;
    }
    return false;
  }

  /** Whether the noun at `index` is the subject of a verb that follows it: only its own modifiers and adverbs stand between. */
  #isSubjectAhead(index: number): boolean {
    for (let at = index + 1; at < Math.min(this.#chunks.length, index + 10); at += 1) {
      const chunk = this.#chunks[at];
      if (chunk === undefined) return false;
      if (chunk.kind === "verb")
        return chunk.form === "finite" && !(chunk.maybeParticiple && this.#isByAhead(at + 1));
      const joins = chunk.kind === "and" && this.#isJoined(this.#chunks[at + 1]);
      const isPhrase = chunk.kind === "preposition" && this.#chunks[at + 1]?.kind === "noun";
      if (chunk.kind === "adverb" || chunk.kind === "other") continue;
      if (joins || (isPhrase && (chunk.word === "of" || this.#chunks[index]?.kind === "noun"))) at += 1;
      else if (chunk.kind !== "relative" || !this.#verbAhead(at + 1)) return false;
      else return true;
    }
    return false;
  }

  /** After a verb, `and` with a noun begins a clause unless the verb is one of saying or thinking; `and she` always does. */
  #isJoined(next: Chunk | undefined): boolean {
    if (next?.kind !== "noun" || isNominative(next)) return false;
    const lemma = this.#top.verb?.main.lemma;
    return lemma === undefined || table.is("speak", lemma) || table.is("think", lemma);
  }

  /** "made the sea froth": the verb after the noun is an infinitive without `to`. */
  #isBareInfinitiveOf(top: DraftClause, index: number): boolean {
    const next = this.#chunks[index + 1];
    if (
      this.#comma ||
      this.#and ||
      next?.kind !== "verb" ||
      next.tense !== "present" ||
      next.modal !== undefined
    )
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

  #isByAhead(index: number): boolean {
    const chunk = this.#chunks[index];
    return chunk?.kind === "preposition" && chunk.word === "by";
  }

  #noun(chunk: NounChunk, index: number): void {
    const marker = this.#preposition;
    const from = marker === undefined ? chunk.first : this.#prepositionAt;
    this.#preposition = undefined;
    const top = this.#top;
    const comma = this.#comma;
    const joined = this.#and;
    const { verb, subject } = top;
    // "We both": the subject again.
    if (subject?.last === chunk.first - 1 && !verb && subject.pronoun && chunk.head.tag === "DET") return;
    if (
      marker !== undefined &&
      !verb &&
      !subject &&
      table.is("place-adverb-too", marker) &&
      top.arguments.length > 0 &&
      this.#isSubjectAhead(index)
    ) {
      // "In the street below a pedler cried": an adverb before the subject.
      top.adverbs.push({ word: marker, at: from });
      top.subject = chunk;
    } else if (marker !== undefined) {
      if (
        verb &&
        marker !== "of" &&
        top.arguments.length === 0 &&
        top.particle === undefined &&
        table.is("particle", marker)
      )
        top.particle = marker;
      top.arguments.push({ chunk, marker, from });
    } else if (top.verb === undefined) this.#subject(top, chunk);
    else if (top.verb.bare && !top.subject) top.subject = chunk;
    else if (
      this.#isSubjectAhead(index) &&
      !this.#isObjectBeforeMain(top) &&
      !this.#isBareInfinitiveOf(top, index)
    )
      this.#newClause(chunk, index, { comma, joined });
    else if (this.#takesSubjectAfter(top)) top.subject = chunk;
    else {
      const last = top.arguments.at(-1);
      const again = joined && last?.marker !== undefined ? last.marker : undefined;
      top.arguments.push({ chunk, ...(again === undefined ? {} : { marker: again }), from });
    }
    this.#comma = false;
    this.#and = false;
  }

  #subject(top: DraftClause, chunk: NounChunk): void {
    // "His wife having died, he lived alone": a nominative is no second name.
    const isSecond = top.subject && !isNominative(chunk);
    if (top.subject && this.#and) top.subject = { ...top.subject, last: chunk.last };
    else if (isSecond && this.#comma) top.apposition = chunk;
    else {
      if (top.subject) top.arguments.push({ chunk: top.subject, from: top.subject.first });
      top.subject = chunk;
    }
  }

  #takesSubjectAfter(top: DraftClause): boolean {
    if (top.subject || top.rank === "participle" || top.rank === "infinitive" || top.rank === "relative")
      return false;
    const lemma = top.verb?.main.lemma ?? "";
    return (
      table.is("speak", lemma) ||
      (table.is("inverted", lemma) && (top.arguments.length > 0 || top.adverbs.length > 0)) ||
      top.verb?.bare === true
    );
  }

  #newClause(chunk: NounChunk, index: number, { comma, joined }: { comma: boolean; joined: boolean }): void {
    const { verb, rank } = this.#top;
    const previous = this.#chunks[index - 1];
    const waits = this.#open.some((draft) => draft.verb === undefined);
    const opening = this.#open.at(-2);
    // "When he came they rose": the subject of the main clause ends the one before it, without a comma.
    const isMain = rank === "subordinate" && opening?.rank === "main" && !opening.verb && !opening.subject;
    if ((comma && waits) || isMain) this.#resume((draft) => draft.verb === undefined);
    else if (joined && (comma || rank === "main")) this.#restart();
    else if (joined) {
      const closed = this.#close();
      this.#push(
        closed?.rank ?? "main",
        closed?.connector === undefined ? {} : { connector: closed.connector },
      );
    } else if (comma) this.#restart();
    else if (previous?.kind === "noun" && !previous.pronoun && !table.is("think", verb?.main.lemma ?? "")) {
      this.#push("relative", { connector: "", antecedent: previous });
    } else this.#push("subordinate", { connector: "that", governor: this.#top });
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
    const marker = this.#preposition;
    if (chunk.form === "infinitive") {
      this.#dropPreposition();
      this.#push("infinitive", { governor: this.#top, verb: chunk });
    } else if (chunk.form === "ing") this.#participle(chunk, index, marker);
    else {
      this.#dropPreposition();
      this.#finite(chunk, index);
    }
    for (let at = chunk.first; at < chunk.last; at += 1) {
      const word = this.#words[at];
      if (word?.tag === "ADV") this.#top.adverbs.push({ word: word.text.toLowerCase(), at });
    }
    this.#and = false;
  }

  #participle(chunk: VerbChunk, index: number, marker: string | undefined): void {
    this.#preposition = undefined;
    const top = this.#top;
    if (top.verb === undefined && top.rank === "participle") {
      top.verb = chunk;
      return;
    }
    if (top.verb !== undefined && top.rank === "participle" && this.#and) this.#close();
    const previous = this.#chunks[index - 1];
    const governor = this.#top;
    // "saw a boy running" is of the boy, "sat at the window watching" of whoever sat.
    const isObject =
      governor.arguments.at(-1)?.marker === undefined &&
      (table.is("with-participle", governor.verb?.main.lemma ?? "") || governor.verb === undefined);
    const subject =
      previous?.kind === "noun" && !this.#comma && marker === undefined && isObject ? previous : undefined;
    this.#push("participle", {
      verb: chunk,
      governor,
      ...(marker === undefined ? {} : { connector: marker }),
      ...(subject ? { subject } : {}),
    });
  }

  #finite(chunk: VerbChunk, index: number): void {
    const top = this.#top;
    const last = top.arguments.at(-1);
    if (chunk.maybeParticiple && last?.marker === "with" && last.chunk === this.#chunks[index - 1]) {
      const isBare = this.#wordAt(last.chunk.first).tag !== "DET";
      if (isBare || top.verb !== undefined) {
        // "with his collar turned up": what was done to the noun.
        this.#push("participle", {
          ...{ verb: { ...chunk, form: "ing", passive: true }, governor: top, subject: last.chunk },
        });
        return;
      }
    }
    if (top.verb === undefined) {
      top.verb = chunk;
      return;
    }
    if (top.verb.bare) {
      // "Did he see": the auxiliary and its verb are one group.
      const first = top.verb;
      const [moved] = top.arguments.splice(0, 1);
      if (!top.subject && moved) top.subject = moved.chunk;
      top.verb = {
        ...first,
        main: chunk.main,
        last: chunk.last,
        bare: false,
        negative: first.negative || chunk.negative,
        perfect: first.main.lemma === "have",
      };
      top.question = true;
      return;
    }
    if (chunk.maybeParticiple && this.#isByAhead(index + 1)) {
      this.#push("participle", { verb: { ...chunk, form: "ing", passive: true }, governor: top });
      return;
    }
    const { verb, governor } = top;
    if (this.#and && isBaseForm(chunk) && (top.rank === "infinitive" || verb.modal !== undefined)) {
      // "to go and see", "would take and keep": the auxiliary holds for both.
      if (top.rank === "infinitive") {
        this.#close();
        this.#push("infinitive", {
          verb: { ...chunk, form: "infinitive", tense: "none" },
          ...(governor ? { governor } : {}),
        });
      } else
        this.#continue({
          ...chunk,
          tense: verb.tense,
          ...(verb.modal === undefined ? {} : { modal: verb.modal }),
        });
      return;
    }
    if (this.#and) {
      this.#resume((draft) => draft.rank !== "participle" && draft.rank !== "infinitive");
      // "was saddled and led away": the auxiliary holds for both.
      const isPassive = this.#top.verb?.passive === true && chunk.maybeParticiple && !this.#comma;
      this.#continue(isPassive ? { ...chunk, passive: true } : chunk);
    } else if (
      this.#comma &&
      chunk.maybeParticiple &&
      this.#chunks[index + 1]?.kind !== "noun" &&
      top.verb.main.lemma === "be"
    ) {
      this.#push("participle", { verb: { ...chunk, form: "ing", passive: true }, governor: top });
    } else if (this.#open.some((draft) => draft.verb === undefined)) {
      this.#resume((draft) => draft.verb === undefined);
      this.#top.verb = chunk;
    } else if (
      !this.#comma &&
      !isBaseForm(chunk) &&
      top.verb.maybeParticiple &&
      top.subject &&
      top.rank !== "relative"
    ) {
      const reduced = { ...top.verb, form: "ing" as const, passive: true };
      this.#done.push({ ...top, rank: "participle", verb: reduced, arguments: [...top.arguments] });
      top.arguments = [];
      top.verb = chunk;
    } else {
      const last = top.arguments.at(-1);
      const previous = this.#chunks[index - 1];
      if (!this.#comma && last && last.marker === undefined && previous === last.chunk) {
        top.arguments.pop();
        // "saw him fall": the object of perceiving or causing is the subject of a bare infinitive.
        const isBare = table.is("bare-after", top.verb.main.lemma) && chunk.tense === "present";
        const rank = isBare ? "participle" : "subordinate";
        this.#push(rank, {
          ...(isBare ? {} : { connector: "that" }),
          governor: top,
          subject: last.chunk,
          verb: chunk,
        });
      } else if (isBaseForm(chunk) && !this.#comma) {
        // Two verbs in a row without a subject between them: the tagger took an adverb for a verb (`looked round`).
        top.adverbs.push({ word: chunk.main.text.toLowerCase(), at: chunk.first });
      } else {
        this.#resume((draft) => draft.rank === "main");
        this.#continue(chunk);
      }
    }
  }

  /** A further verb of the subject that the open clause has. */
  #continue(chunk: VerbChunk): void {
    const closed = this.#close();
    const shared = closed?.subject ?? (closed?.rank === "relative" ? closed.antecedent : undefined);
    this.#push(closed?.rank ?? "main", {
      verb: chunk,
      ...(shared ? { subject: shared, shared: true } : {}),
      ...(closed?.connector === undefined ? {} : { connector: closed.connector }),
      ...(closed?.governor === undefined ? {} : { governor: closed.governor }),
    });
  }
}

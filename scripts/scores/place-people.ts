// The labels' cast in the form of the reader's own, to measure what comes after it apart from its errors: names and aliases are found in
// subjects; pronouns and subjects that are left out mean those who the labels say act in the sentence, else the last who did.
import type {
  FoundPerson,
  Mention,
  People,
  ReadStory,
  SentencePlace,
} from "../../lib/models/offline/reader/facts.ts";
import type { Clause, Phrase } from "../../lib/models/offline/reader/text/clause.ts";
import type { Aligned } from "./label-alignment.ts";
import type { LabelledPerson, LabelledSentence, ReadingLabels } from "./reading-labels.ts";

const PRONOUNS: Readonly<Record<LabelledPerson["sex"], RegExp>> = {
  female: /^(?:she|i|her|we|you|彼女|私|わたし|妾)$/iu,
  male: /^(?:he|i|him|we|you|彼|私|わたし|僕|ぼく|俺|おれ)$/iu,
  none: /^(?:it|they|them|i|we)$/iu,
  "?": /^(?:he|she|it|they|them|i|we|you|彼|彼女|私)$/iu,
};
const FIRST = /^(?:I|私|わたし|僕|ぼく|俺|おれ|自分|余|わたくし)$/u;
const MANY = /^(?:they|them|we|us|both|all|二人|彼等|彼ら|ぼくたち|私たち|わたしたち|僕等|我々)$/iu;

export function goldPeople(story: ReadStory, labels: ReadingLabels, aligned: readonly Aligned[]): People {
  const rows = new Map(aligned.map((one) => [`${one.unit}.${one.sentence}`, one.label]));
  const names = labels.cast.map((person) => ({
    person,
    names: [person.name, ...person.aliases].map((name) => name.toLowerCase()),
  }));
  const named = ({ text, head, marker }: Phrase): string | undefined => {
    const written = (marker && text.startsWith(marker) ? text.slice(marker.length + 1) : text)
      .toLowerCase()
      .replace(/^(?:the|an?|this|that) /u, "");
    const exact = names.find((one) => one.names.some((name) => written === name));
    const long = names.find((one) => one.names.some((name) => name.length > 1 && written.endsWith(name)));
    const short = names.find((one) =>
      one.names.some((name) => name.split(" ").at(-1) === head.toLowerCase()),
    );
    return (exact ?? long ?? short)?.person.id;
  };
  const acting = new Map<LabelledSentence, string[]>();
  let last: string[] = [];
  for (const sentence of labels.sentences) {
    const who = [...new Set(sentence.deeds.map(({ who: id }) => id))].filter((id) =>
      sentence.seen.includes(id),
    );
    if (who.length > 0) last = who;
    acting.set(sentence, last);
  }
  const byPronoun = (text: string | undefined, row: LabelledSentence): string[] => {
    const who = acting.get(row) ?? [];
    if (text !== undefined && MANY.test(text)) return who.length > 1 ? who : row.seen;
    const agree = who.filter((id) => {
      const person = labels.cast.find((one) => one.id === id);
      return text === undefined || (person !== undefined && PRONOUNS[person.sex].test(text));
    });
    return text === undefined ? agree.slice(0, 2) : agree.slice(0, 1);
  };
  const known = (at: SentencePlace) => rows.get(`${at.unit}.${at.sentence}`);
  const isPronoun = (text: string) =>
    MANY.test(text) || Object.values(PRONOUNS).some((pattern) => pattern.test(text));
  return {
    people: labels.cast.map(foundPerson),
    mentions: (): readonly Mention[] => [],
    subject(at: SentencePlace, { subject }: Clause) {
      const row = known(at);
      if (row === undefined) return undefined;
      const id = subject && named(subject);
      if (id !== undefined) return { value: [id], sure: 1 };
      if (subject !== undefined && !isPronoun(subject.text)) return undefined;
      if (subject === undefined && story.language === "en") return undefined;
      const who = byPronoun(subject?.text, row);
      return who.length === 0 ? undefined : { value: who, sure: 0.9 };
    },
    meant(at: SentencePlace, phrase: Phrase) {
      const id = named(phrase);
      if (id !== undefined) return { value: [id], sure: 1 };
      const row = known(at);
      if (row === undefined || !isPronoun(phrase.text)) return undefined;
      const who = byPronoun(phrase.text, row);
      return who.length === 0 ? undefined : { value: who, sure: 0.8 };
    },
  };
}

function foundPerson({ id, name, aliases, kind, age, sex, part }: LabelledPerson): FoundPerson {
  const known = sex === "female" || sex === "male" ? sex : "unknown";
  return {
    ...{ id, name, aliases, part, sure: 1, notes: [] },
    ...(FIRST.test(name) ? { narrator: true as const } : {}),
    kind: { value: kind, sure: 1 },
    age: { value: age === "?" ? "unknown" : age, sure: 1 },
    sex: { value: known, sure: 1 },
  };
}

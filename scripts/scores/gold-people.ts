// The people of a story's labels in the form of the offline reader's intermediate results, to measure one part of the reader alone. Names
// and descriptions are resolved by the labels, pronouns and omitted subjects by the last subject that agrees.
import type {
  FoundPerson,
  Mention,
  People,
  ReadStory,
  SentencePlace,
  Sure,
} from "../../lib/models/offline/reader/facts.ts";
import type { Clause, Phrase, Span } from "../../lib/models/offline/reader/text/clause.ts";
import type { LabelledPerson, ReadingLabels } from "./reading-labels.ts";

/** The cast of the labels, and all mentions of its members in the story. */
export function goldPeople(labels: ReadingLabels, story: ReadStory): People {
  const people = labels.cast.map((person) => personOf(person, story));
  return peopleOf(people, resolvePronouns(people, nameMentions(people, story), story));
}

/** The people of mentions, which are in the order of the text. */
export function peopleOf(people: readonly FoundPerson[], mentions: readonly Mention[]): People {
  const bySentence = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = `${mention.unit}:${mention.sentence}`;
    const list = bySentence.get(key) ?? [];
    list.push(mention);
    bySentence.set(key, list);
  }
  const at = ({ unit, sentence }: SentencePlace) => bySentence.get(`${unit}:${sentence}`) ?? [];
  const meant = (place: SentencePlace, phrase: Span): Sure<string[]> | undefined => {
    // The mention of the phrase's head ends at or after the phrase's end. "my" in "my sister" is a mention of another person.
    const own = at(place).filter(
      ({ from, to, form }) => form !== "left-out" && to > phrase.from && from < phrase.to && to >= phrase.to,
    );
    return own.toSorted((a, b) => Math.abs(a.from - phrase.from) - Math.abs(b.from - phrase.from))[0]?.who;
  };
  return {
    people,
    mentions: at,
    meant: (place: SentencePlace, phrase: Phrase) => meant(place, phrase),
    subject: (place: SentencePlace, clause: Clause) => {
      if (clause.subject !== undefined) return meant(place, clause.subject);
      return at(place).find(({ form, from }) => form === "left-out" && from === clause.from)?.who;
    },
  };
}

const SELF = /^(?:I|私|わたし|わたくし|ぼく|僕|俺|おれ|筆者|自分|余|吾輩)$/u;

function personOf(person: LabelledPerson, story: ReadStory): FoundPerson {
  const isNarrator =
    [person.name, ...person.aliases].some((name) => SELF.test(name)) &&
    story.units.some(({ unit }) => unit.kind === "narration" && unit.text.includes(person.name));
  return {
    id: person.id,
    name: person.name,
    aliases: person.aliases,
    kind: { value: person.kind, sure: 1 },
    age: { value: person.age === "?" ? "unknown" : person.age, sure: 1 },
    sex: { value: person.sex === "female" || person.sex === "male" ? person.sex : "unknown", sure: 1 },
    part: person.part,
    sure: 1,
    ...(isNarrator ? { narrator: true } : {}),
    notes: [],
  };
}

const ARTICLE = /^(?:the|a|an|his|her|their|my) /iu;

function nameMentions(people: readonly FoundPerson[], story: ReadStory): Mention[] {
  const owners = new Map<string, string[]>();
  for (const { id, name, aliases } of people)
    for (const one of [name, ...aliases]) {
      const bare = one.replace(ARTICLE, "").toLowerCase();
      if (bare.length < 2 && !/\p{Script=Han}|I/u.test(one)) continue;
      owners.set(bare, [...(owners.get(bare) ?? []), id]);
    }
  const names = [...owners.keys()].toSorted((a, b) => b.length - a.length);
  const mentions: Mention[] = [];
  let last: string[] = [];
  for (const [unit, { sentences, unit: told }] of story.units.entries()) {
    const lower = told.text.toLowerCase();
    const taken: Span[] = [];
    for (const name of names) {
      for (let from = lower.indexOf(name); from >= 0; from = lower.indexOf(name, from + name.length)) {
        const to = from + name.length;
        if (taken.some((span) => from < span.to && span.from < to)) continue;
        if (story.language === "en" && (isLetter(lower[from - 1]) || isLetter(lower[to]))) continue;
        if (name === "i" && told.kind === "speech") continue;
        if (SELF.test(name) && told.kind === "speech") continue;
        taken.push({ from, to });
        const sentence = sentences.findIndex((one) => from >= one.from && from < one.to);
        const ids = owners.get(name) ?? [];
        const id = ids.find((one) => last.includes(one)) ?? ids[0] ?? "";
        last = [id, ...last.filter((one) => one !== id)].slice(0, 20);
        mentions.push({
          unit,
          sentence: Math.max(0, sentence),
          from,
          to,
          who: { value: [id], sure: 0.95 },
          form: SELF.test(told.text.slice(from, to)) ? "first-person" : "name",
        });
      }
    }
  }
  return mentions.toSorted(inOrder);
}

const isLetter = (one = ""): boolean => /\p{L}/u.test(one);
const inOrder = (a: Mention, b: Mention): number =>
  a.unit - b.unit || a.sentence - b.sentence || a.from - b.from;

const PRONOUNS: Readonly<Record<string, "female" | "male" | "many" | "it">> = {
  ...{ she: "female", her: "female", he: "male", him: "male", they: "many", them: "many", it: "it" },
  ...{ 彼女: "female", 彼: "male", 彼等: "many", 彼ら: "many", 二人: "many" },
};

/** Resolves pronouns of narration by the last subject that agrees, and omitted subjects in Japanese by the last topic. */
function resolvePronouns(
  people: readonly FoundPerson[],
  named: readonly Mention[],
  story: ReadStory,
): Mention[] {
  const personBy = new Map(people.map((person) => [person.id, person]));
  const all: Mention[] = [];
  let next = 0;
  let recent: string[] = [];
  const meet = (id: string) => {
    recent = [id, ...recent.filter((one) => one !== id)].slice(0, 20);
  };
  for (const [unit, { sentences, unit: told }] of story.units.entries()) {
    for (const [sentence, { clauses }] of sentences.entries()) {
      const own: Mention[] = [];
      for (
        let one = named[next];
        one !== undefined && one.unit === unit && one.sentence === sentence;
        one = named[next]
      ) {
        own.push(one);
        next += 1;
      }
      if (told.kind === "narration") {
        const subjects: string[] = [];
        for (const clause of clauses) {
          const phrases = [clause.subject, ...clause.objects, ...clause.places];
          for (const phrase of phrases) {
            if (phrase === undefined) continue;
            const kind = PRONOUNS[phrase.head.toLowerCase()];
            if (kind === undefined || own.some(({ from }) => from >= phrase.from && from < phrase.to))
              continue;
            const isObject = phrase !== clause.subject;
            const id = recent.find(
              (one) => agrees(personBy.get(one), kind) && !(isObject && subjects.includes(one)),
            );
            if (id === undefined) continue;
            own.push({
              unit,
              sentence,
              from: phrase.from,
              to: phrase.to,
              who: { value: [id], sure: 0.7 },
              form: "pronoun",
            });
          }
          const subject = clause.subject;
          const spoken = subject && own.find(({ from, to }) => from >= subject.from && to <= subject.to);
          if (spoken?.who.value[0] !== undefined && !clause.subject?.shared) {
            subjects.push(spoken.who.value[0]);
            if (clause.rank !== "relative") meet(spoken.who.value[0]);
          }
          if (
            subject === undefined &&
            story.language === "ja" &&
            recent[0] !== undefined &&
            clause.rank !== "relative"
          )
            own.push({
              unit,
              sentence,
              from: clause.from,
              to: clause.from,
              who: { value: [recent[0]], sure: 0.5 },
              form: "left-out",
            });
        }
        for (const { who } of own) {
          const id = who.value[0];
          if (id !== undefined && !recent.slice(0, 1).includes(id) && !subjects.includes(id))
            recent.splice(1, 0, ...(recent.includes(id) ? [] : [id]));
        }
      }
      all.push(...own.toSorted(inOrder));
    }
    // Skips names in units without an aligned sentence.
    while (named[next]?.unit === unit) next += 1;
  }
  return all;
}

function agrees(person: FoundPerson | undefined, kind: "female" | "male" | "many" | "it"): boolean {
  if (person === undefined) return false;
  const isGroup = person.kind.value.startsWith("group of");
  if (kind === "many") return isGroup;
  if (isGroup) return false;
  if (kind === "it") return person.kind.value !== "human";
  return person.sex.value === kind || (person.sex.value === "unknown" && person.kind.value === "human");
}

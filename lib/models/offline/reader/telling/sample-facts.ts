// For tests: thin stand-ins for the other parts of the reader, over the real clauses. Names are people, who does something in a told clause
// is seen doing it, a tag beside a line says who speaks, and a line of the story may name another place.

import type { Language } from "../../../../manga/language.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import type {
  Deeds,
  FoundPerson,
  Mention,
  People,
  ReadStory,
  SentencePlace,
  Settings,
  Speakers,
} from "../facts.ts";
import { readStory } from "../text/read-story.ts";
import { type StoryFacts, standing } from "./story-facts.ts";

/** `places`: words that move the scene, with the kinds of their places. */
export async function sampleFacts(
  text: string,
  {
    language,
    names,
    places = {},
  }: { language: Language; names: readonly string[]; places?: Record<string, string> },
): Promise<StoryFacts> {
  const story = await readStory(segmentStory(text, language));
  const people = samplePeople(story, names);
  return {
    story,
    people,
    speakers: sampleSpeakers(story, people),
    settings: sampleSettings(story, places),
    deeds: sampleDeeds(story, people),
  };
}

function samplePeople({ units }: ReadStory, names: readonly string[]): People {
  const people = names.map(
    (name, at): FoundPerson => ({
      ...{ id: `c${at + 1}`, name, aliases: [], part: "acts", sure: 1, notes: [] },
      ...{
        kind: { value: "human", sure: 1 },
        age: { value: "adult", sure: 1 },
        sex: { value: "unknown", sure: 1 },
      },
    }),
  );
  const named = (text: string) => people.filter(({ name }) => text.includes(name)).map(({ id }) => id);
  const sure = (ids: string[]) => (ids.length === 0 ? undefined : { value: ids, sure: 1 });
  return {
    people,
    mentions: ({ unit, sentence }) =>
      (units[unit]?.sentences[sentence]?.nouns ?? []).flatMap((noun): Mention[] => {
        const who = sure(named(noun.text));
        return who === undefined ? [] : [{ unit, sentence, from: noun.from, to: noun.to, who, form: "name" }];
      }),
    subject: (_at, { subject }) => sure(named(subject?.text ?? "")),
    meant: (_at, { text }) => sure(named(text)),
  };
}

function sampleSpeakers({ units }: ReadStory, people: People): Speakers {
  const tag = (unit: number): string | undefined => {
    const says = units[unit]?.sentences[0]?.clauses.find(({ speech }) => speech === "says");
    return says && people.subject({ unit, sentence: 0 }, says)?.value[0];
  };
  return {
    of(unit) {
      if (units[unit]?.unit.kind !== "speech") return undefined;
      const speaker = tag(unit + 1) ?? tag(unit - 1);
      return {
        speaker: { value: speaker ?? null, sure: speaker === undefined ? 0.3 : 1 },
        named: speaker !== undefined,
        voice: "speech",
      };
    },
  };
}

function sampleSettings({ units }: ReadStory, kinds: Record<string, string>): Settings {
  const words = Object.keys(kinds);
  const places = words.map((name, at) => ({
    id: `l${at + 1}`,
    name,
    kind: kinds[name] ?? "",
    landmarks: [],
  }));
  let here: string | undefined;
  const at = units.map(({ unit }) => {
    const there =
      unit.kind === "narration" ? places.find(({ name }) => unit.text.includes(name))?.id : undefined;
    const jump = there !== undefined && there !== here;
    here = there ?? here;
    return { place: here, jump };
  });
  return {
    places,
    at: ({ unit }) => ({
      place: { value: at[unit]?.place, sure: 1 },
      ...{
        hour: { value: "day", sure: 1 },
        weather: { value: "clear", sure: 1 },
        jump: at[unit]?.jump ?? false,
      },
    }),
  };
}

function sampleDeeds({ units }: ReadStory, people: People): Deeds {
  const present = people.people.map(({ id }) => ({ value: id, sure: 1 }));
  return {
    at(place: SentencePlace) {
      const clauses = units[place.unit]?.sentences[place.sentence]?.clauses ?? [];
      const told = clauses.filter(
        ({ predicate, speech }) =>
          predicate.mood === "told" &&
          predicate.polarity === "positive" &&
          predicate.aspect === "event" &&
          speech === undefined,
      );
      const acting = told.flatMap((clause) =>
        (people.subject(place, clause)?.value ?? []).map((id) => ({
          value: { ...standing(id), doing: clause.predicate.lemma },
          sure: 1,
        })),
      );
      const value = clauses.some(({ predicate }) => predicate.mood === "told")
        ? ("told" as const)
        : ("unreal" as const);
      return {
        ...place,
        present,
        acting,
        meanwhile: [],
        things: [],
        sounds: [],
        reality: { value, sure: 1 },
      };
    },
  };
}

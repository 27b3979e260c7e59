// Reads LitBank (https://github.com/dbamman/litbank, CC BY 4.0): the openings of a hundred English books with coreference and speakers of
// quotations. The corpus is not part of the project and is read from a checkout.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { segmentStory } from "../../lib/manga/segment.ts";
import type { FoundPerson, Mention, People, ReadStory } from "../../lib/models/offline/reader/facts.ts";
import { readStory } from "../../lib/models/offline/reader/text/read-story.ts";
import { alignUnits, type Letters, lettersOf } from "./align.ts";
import { peopleOf } from "./gold-people.ts";
import type { LabelledLine } from "./speaker-labels.ts";

export interface LitBankBook {
  name: string;
  story: ReadStory;
  lines: LabelledLine[];
  people: People;
  /** Quotations of the corpus without a spoken unit. */
  unread: number;
  /** Coreference chains with the letter ranges of their mentions. */
  chains: Chain[];
  units: ReturnType<typeof alignUnits>;
}

interface Chain {
  id: string;
  mentions: { from: number; to: number; text: string; form: string }[];
}

/** The development and test halves: alternate books by name. */
export function litBankNames(corpus: string, half: "development" | "test"): string[] {
  return readdirSync(join(corpus, "quotations/tsv"))
    .filter((file) => file.endsWith(".ann"))
    .map((file) => file.slice(0, -"_brat.ann".length))
    .toSorted()
    .filter((_, at) => (at % 2 === 0) === (half === "development"));
}

export async function litBankBook(corpus: string, name: string): Promise<LitBankBook> {
  const tokens = readFileSync(join(corpus, "quotations/tsv", `${name}_brat.txt`), "utf8");
  const { source, starts } = tokenStarts(tokens);
  const book = readFileSync(join(corpus, "original", `${name}.txt`), "utf8");
  const story = await readStory(segmentStory(openingOf(book, source), "en"));
  const units = alignUnits(story, source);
  const rows = (file: string) =>
    readFileSync(join(corpus, file), "utf8")
      .split("\n")
      .map((line) => line.split("\t"));
  const span = (cells: readonly string[]) => {
    const [from, to] = [
      starts[Number(cells[2])]?.[Number(cells[3])],
      starts[Number(cells[4])]?.[Number(cells[5]) + 1],
    ];
    return { from: from ?? 0, to: to ?? 0 };
  };
  const quotes = new Map<string, { from: number; to: number; speaker: string }>();
  for (const cells of rows(`quotations/tsv/${name}_brat.ann`)) {
    if (cells[0] === "QUOTE") quotes.set(cells[1] ?? "", { ...span(cells), speaker: "" });
    const quote = quotes.get(cells[1] ?? "");
    if (cells[0] === "ATTRIB" && quote) quote.speaker = cells[2] ?? "";
  }
  const mentions = new Map<string, { from: number; to: number; text: string; form: string; sort: string }>();
  const chains = new Map<string, Chain>();
  for (const cells of rows(`coref/tsv/${name}_brat.ann`)) {
    if (cells[0] === "MENTION")
      mentions.set(cells[1] ?? "", {
        ...span(cells),
        text: cells[6] ?? "",
        sort: cells[7] ?? "",
        form: cells[8] ?? "",
      });
    const mention = mentions.get(cells[1] ?? "");
    if (cells[0] !== "COREF" || mention === undefined) continue;
    const id = cells[2] ?? "";
    const chain = chains.get(id) ?? { id, mentions: [] };
    if (mention.sort === "PER") chain.mentions.push(mention);
    chains.set(id, chain);
  }
  const spoken = [...chains.values()].filter(({ mentions: own }) => own.length > 0);
  const lines: LabelledLine[] = [];
  let unread = 0;
  for (const { from, to, speaker } of quotes.values()) {
    let found = false;
    for (const [unit, place] of units.entries()) {
      if (place === undefined || story.units[unit]?.unit.kind !== "speech") continue;
      if (Math.min(to, place.to) - Math.max(from, place.from) <= 0) continue;
      found = true;
      lines.push({ unit, speakers: [speaker], named: false });
    }
    if (!found) unread += 1;
  }
  return { name, story, lines, unread, chains: spoken, units, people: peopleIn(story, spoken, units) };
}

/** The labelled part of the book, with its line breaks. */
function openingOf(book: string, { letters: labelled }: Letters): string {
  const { letters, at } = lettersOf(book.slice(0, MOST_LETTERS));
  const start = Math.max(0, letters.indexOf(labelled.slice(0, 40)));
  const last = at[Math.min(at.length, start + labelled.length) - 1] ?? 0;
  const end = book.indexOf("\n\n", last);
  return book.slice(at[start] ?? 0, end < 0 || end - last > 5 ? last + 3 : end);
}

const MOST_LETTERS = 100_000;

/** Start of each token among the text's letters, and the end of the last one. */
function tokenStarts(tokens: string): { source: Letters; starts: number[][] } {
  let letters = "";
  const starts = tokens.split("\n").map((sentence) => {
    const own = sentence.split(" ").map((token) => {
      const from = letters.length;
      letters += lettersOf(token).letters;
      return from;
    });
    return [...own, letters.length];
  });
  return { source: { letters, at: [] }, starts };
}

const SECOND = /^(?:you|your|yours|thou|thee|thy|ye|yourself)$/iu;
const FIRST = /^(?:i|me|my|mine|we|us|our|myself)$/iu;

function peopleIn(story: ReadStory, chains: readonly Chain[], units: LitBankBook["units"]): People {
  const mentions: Mention[] = [];
  const people: FoundPerson[] = [];
  for (const { id, mentions: own } of chains) {
    let [he, she, they, narrates, acts] = [0, 0, 0, false, false];
    const names = new Map<string, number>();
    for (const { from, to, text, form } of own) {
      const unit = units.findIndex((place) => place !== undefined && from >= place.from && to <= place.to);
      const place = units[unit];
      const read = story.units[unit];
      if (place === undefined || read === undefined || to <= from) continue;
      const isSpeech = read.unit.kind === "speech";
      if (/^(?:he|him|his|himself)$/iu.test(text)) he += 1;
      if (/^(?:she|her|hers|herself)$/iu.test(text)) she += 1;
      if (/^(?:they|them|their)$/iu.test(text)) they += 1;
      if (FIRST.test(text) && !isSpeech) narrates = true;
      if (!isSpeech) acts = true;
      // The addressee is not given to the reader.
      if (isSpeech && (FIRST.test(text) || SECOND.test(text))) continue;
      if (form !== "PRON") names.set(text, (names.get(text) ?? 0) + 1);
      const [start, end] = [
        place.own.at[from - place.from] ?? 0,
        (place.own.at[to - 1 - place.from] ?? 0) + 1,
      ];
      const sentence = read.sentences.findIndex((one) => start >= one.from && start < one.to);
      mentions.push({
        ...{ unit, sentence: Math.max(0, sentence), from: start, to: end, who: { value: [id], sure: 0.95 } },
        form:
          form === "PRON"
            ? FIRST.test(text)
              ? "first-person"
              : "pronoun"
            : form === "PROP"
              ? "name"
              : "noun",
      });
    }
    const [name = id, ...aliases] = [...names].toSorted((a, b) => b[1] - a[1]).map(([one]) => one);
    people.push({
      ...{
        id,
        name,
        aliases,
        age: { value: "unknown", sure: 0.5 },
        part: acts ? "acts" : "told-of",
        sure: 1,
        notes: [],
      },
      kind: { value: they > he + she ? "group of humans" : "human", sure: 1 },
      sex: { value: he > she ? "male" : she > he ? "female" : "unknown", sure: 1 },
      ...(narrates ? { narrator: true } : {}),
    });
  }
  const inOrder = (a: Mention, b: Mention) => a.unit - b.unit || a.sentence - b.sentence || a.from - b.from;
  return peopleOf(people, mentions.toSorted(inOrder));
}

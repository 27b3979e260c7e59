// The reading of a story, to be corrected before the book is made: people, places, and who says each line.
import "../../styles/reading.css";
import { Loading, Trouble } from "../../parts/states.tsx";
import { WordField } from "../../parts/word-field.tsx";
import {
  countOf,
  draftFor,
  NO_DRAFT,
  placeKey,
  type ReadingDraft,
  type StoryReading,
} from "../../reading-draft.ts";
import { type ReadingWords, useReadingWords } from "../../words/reading-words.ts";
import { ReadingLines } from "./new-reading-lines.tsx";
import { ReadingPeople } from "./new-reading-people.tsx";
import { Guessed, type ReadingPartProps } from "./reading-part.tsx";
import { useReading } from "./use-reading.ts";

interface NewReadingProps {
  text: string;
  /** What else the reading depends on, as JSON. */
  request: string;
  draft: ReadingDraft | undefined;
  onChange: (draft: ReadingDraft | undefined) => void;
}

export function NewReading({ text, request, draft: kept, onChange }: NewReadingProps) {
  const r = useReadingWords();
  const { found, isReading, error } = useReading(text, request);
  if (found === undefined) return error === undefined ? <Loading /> : <Trouble error={error} />;
  const draft = draftFor(kept ?? NO_DRAFT, text);
  const count = countOf(draft);
  const parts = { found, draft, onChange, r };
  return (
    <div className="reading" aria-busy={isReading}>
      <p className="reading-lead">{r("reading.lead")}</p>
      {found.reader.isSame ? null : (
        <p>{r("reading.other", { model: found.reader.id.split("@")[0] ?? "" })}</p>
      )}
      <div className="row reading-sum">
        <p>{guessLine(found, r)}</p>
        {count === 0 ? null : (
          <>
            <span className="stamp stamp-completed">{r("reading.corrected", { n: count })}</span>
            <button type="button" className="button button-small" onClick={() => onChange(undefined)}>
              {r("reading.undo")}
            </button>
          </>
        )}
      </div>
      <ReadingPeople {...parts} />
      <ReadingPlaces {...parts} />
      <ReadingLines {...parts} />
    </div>
  );
}

function guessLine({ guesses: { people, places, lines } }: StoryReading, r: ReadingWords): string {
  const n = people + places + lines;
  return n === 0 ? r("reading.sure") : r("reading.guesses", { n, people, places, lines });
}

function ReadingPlaces({ found, draft, onChange, r }: ReadingPartProps) {
  const places = [...new Map(found.places.map((place) => [placeKey(place), place]))];
  const put = (key: string, part: { name?: string; kind?: string }) =>
    onChange({ ...draft, places: { ...draft.places, [key]: { ...draft.places[key], ...part } } });
  return (
    <section aria-label={r("places.title")}>
      <h3 className="reading-part">{r("places.title")}</h3>
      {places.length === 0 ? <p className="soft">{r("places.none")}</p> : null}
      <ul className="reading-places">
        {places.map(([key, { name, kind, sure }]) => (
          <li key={key} data-changed={draft.places[key] !== undefined || undefined}>
            <label className="field">
              <span>
                {r("places.name")} <Guessed sure={sure} r={r} />
              </span>
              <input
                value={draft.places[key]?.name ?? name}
                maxLength={120}
                onChange={({ target }) => put(key, { name: target.value })}
              />
            </label>
            <WordField
              label={r("places.kind")}
              field="place"
              value={draft.places[key]?.kind ?? kind}
              onChange={(word) => put(key, { kind: word ?? "" })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

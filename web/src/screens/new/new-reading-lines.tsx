// The spoken lines of a reading, each with its speaker; guesses are marked.
import { useState } from "react";
import { isStanding, nameIn, speakerIn } from "../../reading-draft.ts";
import type { ReadingPartProps } from "./reading-part.tsx";

/** Lines that are shown at first, and more with each press. */
const SHOWN = 20;

export function ReadingLines({ found, draft, onChange, r }: ReadingPartProps) {
  const [isGuessed, setGuessed] = useState(false);
  const [most, setMost] = useState(SHOWN);
  const keys = [...found.people.map(({ name }) => name), ...draft.added].filter(
    (key) => isStanding(draft, key) && nameIn(draft, key) !== "",
  );
  const lines = isGuessed ? found.lines.filter(({ guessed }) => guessed) : found.lines;
  const say = (unit: string, before: string | null, speaker: string | null) => {
    const { [unit]: _was, ...others } = draft.speakers;
    const speakers = speakerIn(draft, before) === speaker ? others : { ...others, [unit]: speaker };
    onChange({ ...draft, speakers });
  };
  return (
    <section aria-label={r("lines.title")}>
      <div className="row reading-heading">
        <h3 className="reading-part">{r("lines.title")}</h3>
        {found.guesses.lines === 0 ? null : (
          <div className="row">
            {[false, true].map((one) => (
              <button
                key={String(one)}
                type="button"
                className="button button-small"
                aria-pressed={isGuessed === one}
                onClick={() => setGuessed(one)}
              >
                {r(one ? "lines.onlyGuessed" : "lines.all")}
              </button>
            ))}
          </div>
        )}
      </div>
      {found.lines.length === 0 ? <p className="soft">{r("lines.none")}</p> : null}
      <ol className="reading-lines">
        {lines.slice(0, most).map(({ unit, text, speaker, guessed }) => {
          const changed = draft.speakers[unit];
          const said = speakerIn(draft, changed === undefined ? speaker : changed);
          return (
            <li
              key={unit}
              data-changed={changed !== undefined || undefined}
              data-guessed={guessed || undefined}
            >
              <q>{text}</q>
              <select
                aria-label={r("lines.speaker", { text: [...text].slice(0, 24).join("") })}
                value={said ?? ""}
                onChange={({ target }) => say(unit, speaker, target.value || null)}
              >
                <option value="">{r("lines.nobody")}</option>
                {keys.map((key) => (
                  <option key={key} value={key}>
                    {nameIn(draft, key)}
                  </option>
                ))}
              </select>
              {guessed && changed === undefined ? (
                <span className="stamp stamp-guessed">{r("people.guessed")}</span>
              ) : null}
            </li>
          );
        })}
      </ol>
      {lines.length > most ? (
        <button type="button" className="button button-small" onClick={() => setMost(most + SHOWN * 5)}>
          {r("lines.more", { n: lines.length - most })}
        </button>
      ) : null}
    </section>
  );
}

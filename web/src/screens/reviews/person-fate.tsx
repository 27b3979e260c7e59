// Whether somebody is in the book: taken out where no panel and no line names them, or said to be the same as somebody else.
import { useState } from "react";
import { Choice } from "../../parts/choice.tsx";
import type { EditedPerson, Uses } from "../../people-edit.ts";
import { type PeopleWords, usePeopleWords } from "../../words/people-words.ts";

interface PersonFateProps {
  person: EditedPerson;
  /** Everybody else who stays. */
  others: readonly EditedPerson[];
  uses: Uses;
  onChoose: (fate: EditedPerson["fate"]) => void;
}

const NOBODY = "";

export function PersonFate({ person: { name }, others, uses, onChoose }: PersonFateProps) {
  const p = usePeopleWords();
  // Keys go through the options of a select box one by one, so that it decides nothing by itself.
  const [chosen, setChosen] = useState(NOBODY);
  const into = others.some(({ id }) => id === chosen) ? chosen : NOBODY;
  const where = usedAt(uses, p);
  return (
    <fieldset className="person-fate">
      <legend className="unseen">{p("who", { name })}</legend>
      {where === "" ? (
        <button type="button" className="button button-small" onClick={() => onChoose({})}>
          {p("remove", { name })}
        </button>
      ) : (
        <p className="soft">{p("used", { name, where })}</p>
      )}
      {others.length === 0 ? null : (
        <div className="person-merge">
          <Choice
            label={p("same", { name })}
            value={into}
            options={[[NOBODY, p("nobody")], ...others.map((one) => [one.id, one.name] as const)]}
            onChoose={setChosen}
          />
          <button
            type="button"
            className="button button-small"
            disabled={into === NOBODY}
            onClick={() => onChoose({ into })}
          >
            {p("merge")}
          </button>
        </div>
      )}
    </fieldset>
  );
}

/** Most panels that are listed. */
const MOST_LISTED = 4;

/** Empty: nowhere. */
function usedAt({ panels, lines }: Uses, p: PeopleWords): string {
  const listed = panels
    .slice(0, MOST_LISTED)
    .map(({ page, panel }) => p("panel", { page, n: panel.replace(/^k/u, "") }));
  const more = panels.length - listed.length;
  const list = [...listed, ...(more > 0 ? [p("more", { n: more })] : [])].join(p("also"));
  return [
    ...(panels.length > 0 ? [p("panels", { n: panels.length, list })] : []),
    ...(lines > 0 ? [p("lines", { n: lines })] : []),
  ].join(p("and"));
}

interface GonePersonProps {
  person: EditedPerson;
  nameOf: (id: string) => string;
  /** It was chosen just now: whose fields are gone, goes on from here. */
  isNew: boolean;
  onKeep: () => void;
}

/** Somebody who is not in the book once it is saved. */
export function GonePerson({ person: { name, fate }, nameOf, isNew, onKeep }: GonePersonProps) {
  const p = usePeopleWords();
  const into = fate?.into;
  return (
    <>
      <p>{into === undefined ? p("leaves", { name }) : p("merged", { name, into: nameOf(into) })}</p>
      <div className="row">
        <button
          type="button"
          className="button button-small"
          ref={isNew ? focusOn : undefined}
          onClick={onKeep}
        >
          {p("keep", { name })}
        </button>
      </div>
    </>
  );
}

function focusOn(button: HTMLElement | null): void {
  button?.focus();
}

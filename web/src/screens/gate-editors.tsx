// The editors of what a phase said of the whole book: the concept and the cast as fields, the plot's beats. Each gives a merge patch.
import { type ReactNode, useState } from "react";
import type { Cast, Concept } from "../documents.ts";
import { Choice } from "../parts/choice.tsx";
import { Portrait } from "../parts/portrait.tsx";
import { useWords } from "../words/words.tsx";
import { EditorForm, type EditorProps, isOther } from "./editor-form.tsx";
import { PlotEditor } from "./plot-editor.tsx";

export function GateEditor(props: EditorProps) {
  if (props.result.output === undefined) return null;
  if (props.result.name === "concept") return <ConceptEditor {...props} />;
  if (props.result.name === "characters") return <CastEditor {...props} />;
  if (props.result.name === "plot") return <PlotEditor {...props} />;
  return null;
}

interface PersonFieldsProps {
  name: string;
  /** What is known of the person, and what that is called. */
  about: string;
  label: string;
  onName: (name: string) => void;
  onAbout: (about: string) => void;
  /** Fields between the two. */
  children?: ReactNode;
}

function PersonFields({ name, about, label, onName, onAbout, children }: PersonFieldsProps) {
  const { t } = useWords();
  return (
    <>
      <label className="field">
        <span>{t("gate.name")}</span>
        <input value={name} maxLength={60} onChange={(event) => onName(event.target.value)} required />
      </label>
      {children}
      <label className="field">
        <span>{label}</span>
        <textarea rows={3} value={about} onChange={(event) => onAbout(event.target.value)} />
      </label>
    </>
  );
}

type Person = Concept["people"][number];

function ConceptEditor({ result, isSending, onDraft, onSave }: EditorProps) {
  const { t } = useWords();
  const given = result.output as Concept;
  const [concept, setConcept] = useState(given);
  const { title, genre, world, pages, people } = concept;
  const change = (part: Partial<Concept>) => setConcept((before) => ({ ...before, ...part }));
  const changePerson = (id: string, part: Partial<Person>) =>
    change({ people: people.map((one) => (one.id === id ? { ...one, ...part } : one)) });
  return (
    <EditorForm
      isChanged={isOther(concept, given)}
      onSave={() => onSave({ title, genre, world, pages, people })}
      onDiscard={() => setConcept(given)}
      {...{ isSending, onDraft }}
    >
      <div className="concept-fields">
        <label className="field">
          <span>{t("gate.bookTitle")}</span>
          <input
            value={title}
            maxLength={255}
            onChange={(event) => change({ title: event.target.value })}
            required
          />
        </label>
        <label className="field">
          <span>{t("gate.genre")}</span>
          <input value={genre} onChange={(event) => change({ genre: event.target.value })} required />
        </label>
        <label className="field">
          <span>{t("gate.world")}</span>
          <input value={world} onChange={(event) => change({ world: event.target.value })} />
        </label>
        <label className="field">
          <span>{t("new.pages")}</span>
          <input
            type="number"
            min={1}
            max={100}
            value={Number.isNaN(pages) ? "" : pages}
            onChange={(event) => change({ pages: event.target.valueAsNumber })}
            required
          />
        </label>
      </div>
      <ul className="concept-fields">
        {people.map(({ id, name, notes }) => (
          <li key={id}>
            <PersonFields
              name={name}
              about={notes}
              label={t("gate.notes")}
              onName={(chosen) => changePerson(id, { name: chosen })}
              onAbout={(about) => changePerson(id, { notes: about })}
            />
          </li>
        ))}
      </ul>
    </EditorForm>
  );
}

type Design = Cast["characters"][number];

const BUILDS: readonly Design["build"][] = ["small", "slim", "average", "broad"];
const HAIR: readonly Design["hair"]["style"][] = [
  ...(["short", "crop", "bob", "long", "ponytail", "twin-tails"] as const),
  ...(["bun", "spiky", "messy", "curly", "swept", "bald"] as const),
];
const TOPS: readonly Design["clothes"]["top"][] = [
  ...(["shirt", "sweater", "jacket", "coat", "uniform", "sailor"] as const),
  ...(["kimono", "robe", "apron", "armor", "hoodie"] as const),
];

/** Animals wear neither a hairdo nor clothes. */
const isBare = ({ kind }: Design) => kind === "cat" || kind === "dog" || kind === "bird";

function CastEditor({ result, urls, watched, isSending, onDraft, onSave }: EditorProps) {
  const { t } = useWords();
  const given = (result.output as Cast).characters;
  const [characters, setCharacters] = useState(given);
  const portraits = watched.phases.characters?.previews ?? {};
  const change = (id: string, part: Partial<Design>) =>
    setCharacters((before) => before.map((one) => (one.id === id ? { ...one, ...part } : one)));
  return (
    <EditorForm
      isChanged={isOther(characters, given)}
      onSave={() => onSave({ characters })}
      onDiscard={() => setCharacters(given)}
      {...{ isSending, onDraft }}
    >
      <ul className="cast cast-edited">
        {characters.map((person) => {
          const { id, name, description, hair, build, clothes } = person;
          return (
            <li key={id} className="cast-card">
              <Portrait url={urls.get(portraits[id] ?? "")} name={name} />
              <PersonFields
                name={name}
                about={description}
                label={t("gate.description")}
                onName={(chosen) => change(id, { name: chosen })}
                onAbout={(about) => change(id, { description: about })}
              >
                {isBare(person) ? null : (
                  <Choice
                    label={t("gate.hair")}
                    value={hair.style}
                    options={HAIR.map((one) => [one, t(`look.${one}`)])}
                    onChoose={(style) => change(id, { hair: { ...hair, style } })}
                  />
                )}
                <Choice
                  label={t("gate.build")}
                  value={build}
                  options={BUILDS.map((one) => [one, t(`look.${one}`)])}
                  onChoose={(chosen) => change(id, { build: chosen })}
                />
                {isBare(person) ? null : (
                  <Choice
                    label={t("gate.clothes")}
                    value={clothes.top}
                    options={TOPS.map((one) => [one, t(`look.${one}`)])}
                    onChoose={(top) => change(id, { clothes: { ...clothes, top } })}
                  />
                )}
              </PersonFields>
            </li>
          );
        })}
      </ul>
    </EditorForm>
  );
}

// The editors of gates: the concept and the cast as fields, beats that can be moved between pages. Each gives a merge patch.
import { useState } from "react";
import type { Cast, Concept, PhaseResult, Plot } from "../documents.ts";
import { Choice } from "../parts/choice.tsx";
import type { Watched } from "../use-session.ts";
import { useWords } from "../words/words.tsx";

interface EditorProps {
  result: PhaseResult;
  urls: ReadonlyMap<string, string>;
  watched: Watched;
  isSending: boolean;
  onSave: (patch: Record<string, unknown>) => void;
}

export function GateEditor(props: EditorProps) {
  if (props.result.output === undefined) return null;
  if (props.result.name === "concept") return <ConceptEditor {...props} />;
  if (props.result.name === "characters") return <CastEditor {...props} />;
  if (props.result.name === "plot") return <BeatEditor {...props} />;
  return null;
}

type Person = Concept["people"][number];

function ConceptEditor({ result, isSending, onSave }: EditorProps) {
  const { t } = useWords();
  const [concept, setConcept] = useState(result.output as Concept);
  const { title, genre, world, pages, people } = concept;
  const change = (part: Partial<Concept>) => setConcept((before) => ({ ...before, ...part }));
  const changePerson = (id: string, part: Partial<Person>) =>
    change({ people: people.map((one) => (one.id === id ? { ...one, ...part } : one)) });
  return (
    <form
      className="gate-editor"
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ title, genre, world, pages, people });
      }}
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
            <label className="field">
              <span>{t("gate.name")}</span>
              <input
                value={name}
                maxLength={60}
                onChange={(event) => changePerson(id, { name: event.target.value })}
                required
              />
            </label>
            <label className="field">
              <span>{t("gate.notes")}</span>
              <textarea
                rows={2}
                value={notes}
                onChange={(event) => changePerson(id, { notes: event.target.value })}
              />
            </label>
          </li>
        ))}
      </ul>
      <button type="submit" className="button" disabled={isSending}>
        {t("gate.save")}
      </button>
    </form>
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

function CastEditor({ result, urls, watched, isSending, onSave }: EditorProps) {
  const { t } = useWords();
  const [characters, setCharacters] = useState((result.output as Cast).characters);
  const portraits = watched.phases.characters?.previews ?? {};
  const change = (id: string, part: Partial<Design>) =>
    setCharacters((before) => before.map((one) => (one.id === id ? { ...one, ...part } : one)));
  return (
    <form
      className="gate-editor"
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ characters });
      }}
    >
      <ul className="cast cast-edited">
        {characters.map((person) => {
          const url = urls.get(portraits[person.id] ?? "");
          const { id, name, description, hair, build, clothes } = person;
          return (
            <li key={id} className="cast-card">
              <span className="portrait">
                {url === undefined ? (
                  <i className="tone" />
                ) : (
                  <img src={url} alt={t("watch.portraitAlt", { name })} />
                )}
              </span>
              <label className="field">
                <span>{t("gate.name")}</span>
                <input value={name} onChange={(event) => change(id, { name: event.target.value })} required />
              </label>
              <Choice
                label={t("gate.hair")}
                value={hair.style}
                options={HAIR.map((one) => [one, t(`look.${one}`)])}
                onChoose={(style) =>
                  change(id, { hair: { ...hair, style: style as Design["hair"]["style"] } })
                }
              />
              <Choice
                label={t("gate.build")}
                value={build}
                options={BUILDS.map((one) => [one, t(`look.${one}`)])}
                onChoose={(chosen) => change(id, { build: chosen as Design["build"] })}
              />
              <Choice
                label={t("gate.clothes")}
                value={clothes.top}
                options={TOPS.map((one) => [one, t(`look.${one}`)])}
                onChoose={(top) =>
                  change(id, { clothes: { ...clothes, top: top as Design["clothes"]["top"] } })
                }
              />
              <label className="field">
                <span>{t("gate.description")}</span>
                <textarea
                  rows={2}
                  value={description}
                  onChange={(event) => change(id, { description: event.target.value })}
                />
              </label>
            </li>
          );
        })}
      </ul>
      <button type="submit" className="button" disabled={isSending}>
        {t("gate.save")}
      </button>
    </form>
  );
}

function BeatEditor({ result, isSending, onSave }: EditorProps) {
  const { t } = useWords();
  const [pages, setPages] = useState((result.output as Plot).pages);
  /** The first beat of a page goes to the one before, the last to the next; a page keeps at least one. */
  const move = (at: number, by: -1 | 1) =>
    setPages((before) => {
      const from = before[at];
      const to = before[at + by];
      if (from === undefined || to === undefined || from.beats.length < 2) return before;
      const beat = by === -1 ? from.beats[0] : from.beats.at(-1);
      if (beat === undefined) return before;
      return before.map((page, index) => {
        if (index === at) return { ...page, beats: page.beats.filter((one) => one !== beat) };
        if (index === at + by)
          return { ...page, beats: by === -1 ? [...page.beats, beat] : [beat, ...page.beats] };
        return page;
      });
    });
  return (
    <form
      className="gate-editor"
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ pages });
      }}
    >
      <ol className="beats">
        {pages.map(({ number, beats }, at) => (
          <li key={number}>
            <h3>{t("watch.page", { n: number })}</h3>
            <ol>
              {beats.map(({ id, kind, action, caption, lines }, index) => (
                <li key={id} className={`plot-beat plot-${kind}`}>
                  <span>
                    {[action || caption, ...lines.map(({ text }) => `「${text}」`)].filter(Boolean).join(" ")}
                  </span>
                  {index === 0 && at > 0 && beats.length > 1 ? (
                    <button type="button" className="button button-small" onClick={() => move(at, -1)}>
                      {t("gate.moveBack")}
                    </button>
                  ) : null}
                  {index === beats.length - 1 && at < pages.length - 1 && beats.length > 1 ? (
                    <button type="button" className="button button-small" onClick={() => move(at, 1)}>
                      {t("gate.moveOn")}
                    </button>
                  ) : null}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
      <button type="submit" className="button" disabled={isSending}>
        {t("gate.save")}
      </button>
    </form>
  );
}

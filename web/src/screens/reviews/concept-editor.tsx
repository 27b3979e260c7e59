// Editor at the concept's gate: title, genre, world, length, style, and people.
import { useId, useState } from "react";
import type { Concept } from "../../documents.ts";
import { More } from "../../parts/more.tsx";
import { SentenceField } from "../../parts/sentence-field.tsx";
import { WordField } from "../../parts/word-field.tsx";
import { useVocabulary } from "../../vocabulary.tsx";
import { useFieldWords } from "../../words/field-words.ts";
import { useWords } from "../../words/words.tsx";
import { EditorForm, type EditorProps, fieldLabel } from "./editor-form.tsx";
import { SexChoice } from "./look-fields.tsx";
import { PersonFields, withChanged } from "./person-fields.tsx";
import { StyleFields } from "./style-fields.tsx";
import { useDraft } from "./use-draft.ts";

export function ConceptEditor(props: EditorProps) {
  const { output, draftName, language, ...form } = props;
  const { t } = useWords();
  const f = useFieldWords();
  const draft = useDraft(output as Concept, draftName);
  const { title, genre, world, pages, people, style } = draft.value;
  const change = (part: Partial<Concept>) => draft.set({ ...draft.value, ...part });
  const labelOf = (path: string) =>
    fieldLabel(path, {
      names: new Map(people.map(({ id, name }) => [id, name])),
      fields: {
        title: t("gate.bookTitle"),
        genre: t("gate.genre"),
        world: t("gate.world"),
        pages: t("new.pages"),
        name: t("gate.name"),
        notes: t("gate.notes"),
        ...{ kind: f("field.kind"), age: f("field.age"), sex: f("field.sex"), style: t("new.style") },
      },
    });
  return (
    <EditorForm
      patch={{ title, genre, world, pages, people, style: stylePatch((output as Concept).style, style) }}
      {...{ ...form, draft, labelOf, language }}
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
        <GenreField value={genre} onChange={(told) => change({ genre: told })} />
        <SentenceField
          label={t("gate.world")}
          value={world}
          rows={1}
          readBy="reader"
          onChange={(told) => change({ world: told })}
        />
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
      <StyleFields style={style} onChange={(chosen) => change({ style: chosen })} />
      <ul className="concept-fields">
        {people.map(({ id, name, notes, kind, age, sex }) => (
          <li key={id}>
            <PersonFields
              name={name}
              about={notes}
              label={t("gate.notes")}
              readBy="reader"
              onName={(chosen) => change({ people: withChanged(people, id, { name: chosen }) })}
              onAbout={(about) => change({ people: withChanged(people, id, { notes: about }) })}
              further={
                <More>
                  {() => (
                    <>
                      <WordField
                        label={f("field.kind")}
                        field="kind"
                        value={kind}
                        isRequired
                        onChange={(word) => change({ people: withChanged(people, id, { kind: word ?? "" }) })}
                      />
                      <WordField
                        label={f("field.age")}
                        field="age"
                        value={age}
                        isRequired
                        onChange={(word) => change({ people: withChanged(people, id, { age: word ?? "" }) })}
                      />
                      <SexChoice
                        value={sex}
                        onChoose={(chosen) => change({ people: withChanged(people, id, { sex: chosen }) })}
                      />
                    </>
                  )}
                </More>
              }
            />
          </li>
        ))}
      </ul>
    </EditorForm>
  );
}

/** The genre. The offline reader knows one genre by name, which makes the book 4-koma strips. */
function GenreField({ value, onChange }: { value: string; onChange: (genre: string) => void }) {
  const { t } = useWords();
  const f = useFieldWords();
  const { isReadByProgram } = useVocabulary();
  const id = useId();
  const [isUsed, setUsed] = useState(false);
  const hint = isUsed && isReadByProgram ? f("word.oneGenre") : "";
  return (
    <div className="word-field">
      <label className="field">
        <span>{t("gate.genre")}</span>
        <input
          value={value}
          required
          aria-describedby={hint === "" ? undefined : `${id}hint`}
          onFocus={() => setUsed(true)}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      <p id={`${id}hint`} className="word-hint" aria-live="polite">
        {hint}
      </p>
    </div>
  );
}

/** A merge patch keeps members that it does not name, so removed ones are sent as null. */
function stylePatch(before: Concept["style"], after: Concept["style"]): unknown {
  // Earlier books have a preset's name.
  if (typeof before !== "object" || typeof after !== "object") return after;
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
  return { ...after, ...Object.fromEntries(gone.map((name) => [name, null])) };
}

// The cast at its review: a card for each person, with their portrait and what they look like.
import { type Character, charactersIn } from "../documents.ts";
import { Portrait } from "../parts/portrait.tsx";
import { useWords } from "../words/words.tsx";
import { EditorForm, type EditorProps, fieldLabel } from "./editor-form.tsx";
import { isOutdated, LookFields } from "./look-fields.tsx";
import { PersonFields } from "./person-fields.tsx";
import { useDraft } from "./use-draft.ts";
import { type Part, withPart } from "./with-part.ts";

export function CastEditor(props: EditorProps) {
  const { output, draftName, urls, watched, language, isSending, onDraft, onSave } = props;
  const { t } = useWords();
  const given = charactersIn(output);
  const draft = useDraft(given, draftName);
  const characters = draft.value;
  const portraits = watched.phases.characters?.previews ?? {};
  const labelOf = (path: string) =>
    fieldLabel(path, {
      names: new Map(characters.map(({ id, name }) => [id, name])),
      fields: {
        ...{ name: t("gate.name"), description: t("gate.description"), hair: t("gate.hair") },
        ...{ build: t("gate.build"), outfits: t("gate.clothes"), worn: t("gate.clothes") },
        ...{ kind: t("field.kind"), age: t("field.age"), sex: t("field.sex"), face: t("field.face") },
        ...{ eyes: t("field.eyes"), beard: t("field.beard"), height: t("field.height") },
        ...{ marks: t("field.marks"), accessories: t("field.accessories"), constant: t("field.constant") },
      },
    });
  return (
    <EditorForm onSave={() => onSave({ characters })} {...{ draft, labelOf, language, isSending, onDraft }}>
      <ul className="cast cast-edited">
        {characters.map((person) => {
          const { id, name, description } = person;
          const change = (part: Part<Character>) =>
            draft.set(characters.map((one) => (one.id === id ? withPart(one, part) : one)));
          return (
            <li key={id} className="cast-card">
              <Portrait url={urls.get(portraits[id] ?? "")} name={name} />
              <PersonFields
                name={name}
                about={description}
                label={t("gate.description")}
                hint={isOutdated(person, given) ? t("gate.descriptionOld") : undefined}
                onName={(chosen) => change({ name: chosen })}
                onAbout={(about) => change({ description: about })}
              >
                <LookFields person={person} change={change} />
              </PersonFields>
            </li>
          );
        })}
      </ul>
    </EditorForm>
  );
}

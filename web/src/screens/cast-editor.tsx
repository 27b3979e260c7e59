// Editor of the cast, at its gate and in a finished book: a card for each person, with portrait and looks.
import { type Character, charactersIn, hasSheet } from "../documents.ts";
import { Portrait } from "../parts/portrait.tsx";
import { Sheets } from "../parts/sheets.tsx";
import { outfitSheets, settingSheets } from "../sheets-of.ts";
import { useFieldWords } from "../words/field-words.ts";
import { useWords } from "../words/words.tsx";
import { EditorForm, type EditorProps, fieldLabel } from "./editor-form.tsx";
import { isOutdated, LookFields, MoreLooks } from "./look-fields.tsx";
import { PersonFields } from "./person-fields.tsx";
import { useDraft } from "./use-draft.ts";
import { type Part, withPart } from "./with-part.ts";

export function CastEditor(props: EditorProps) {
  const { output, draftName, urls, watched, language, ...form } = props;
  const { t } = useWords();
  const f = useFieldWords();
  const given = charactersIn(output);
  const draft = useDraft(given, draftName);
  const characters = draft.value;
  const { previews: portraits = {}, progress = {} } = watched.phases.characters ?? {};
  const nameOf = (id: string) => characters.find((one) => one.id === id)?.name ?? id;
  const labelOf = (path: string) =>
    fieldLabel(path, {
      names: new Map(characters.map(({ id, name }) => [id, name])),
      fields: {
        ...{ name: t("gate.name"), description: t("gate.description"), hair: t("gate.hair") },
        ...{ build: t("gate.build"), outfits: t("gate.clothes"), worn: t("gate.clothes") },
        ...{ kind: f("field.kind"), age: f("field.age"), sex: f("field.sex"), face: f("field.face") },
        ...{ eyes: f("field.eyes"), beard: f("field.beard"), height: f("field.height") },
        ...{ marks: f("field.marks"), accessories: f("field.accessories"), constant: f("field.constant") },
      },
    });
  return (
    <EditorForm patch={{ characters }} {...{ ...form, draft, labelOf, language }}>
      <ul className="cast cast-edited">
        {characters.map((person) => {
          const { id, name, description } = person;
          const change = (part: Part<Character>) =>
            draft.set(characters.map((one) => (one.id === id ? withPart(one, part) : one)));
          return (
            <li key={id} className="cast-card">
              <Portrait
                {...{ name, reached: progress[id] }}
                url={urls.get(portraits[id] ?? "")}
                isSheet={hasSheet(person, watched.session?.params)}
              />
              <PersonFields
                name={name}
                about={description}
                label={t("gate.description")}
                hint={isOutdated(person, given) ? t("gate.descriptionOld") : undefined}
                onName={(chosen) => change({ name: chosen })}
                onAbout={(about) => change({ description: about })}
                further={<MoreLooks person={person} change={change} />}
              >
                <LookFields person={person} change={change} />
              </PersonFields>
              <Sheets {...{ urls, nameOf, language }} sheets={outfitSheets(portraits, id)} />
            </li>
          );
        })}
      </ul>
      <Sheets {...{ urls, nameOf, language }} sheets={settingSheets(watched.phases.artwork?.previews, [])} />
    </EditorForm>
  );
}

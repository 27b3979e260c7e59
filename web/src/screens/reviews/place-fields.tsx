// Fields of a place at the plot's gate: name and kind, and the arrangement of things under "More".
import type { Place } from "../../documents.ts";
import { More } from "../../parts/more.tsx";
import { Rows } from "../../parts/rows.tsx";
import { SentenceField } from "../../parts/sentence-field.tsx";
import { WordField } from "../../parts/word-field.tsx";
import { useFieldWords } from "../../words/field-words.ts";
import { type Part, withPart } from "./with-part.ts";

export function PlaceFields({ place, onChange }: { place: Place; onChange: (place: Place) => void }) {
  const f = useFieldWords();
  const change = (part: Part<Place>) => onChange(withPart(place, part));
  return (
    <>
      <label className="field">
        <span>{f("field.placeName")}</span>
        <input
          value={place.name}
          maxLength={120}
          onChange={(event) => change({ name: event.target.value })}
        />
      </label>
      <WordField
        label={f("field.placeKind")}
        field="place"
        value={place.kind}
        isRequired
        onChange={(kind) => change({ kind: kind ?? "" })}
      />
      <More>
        {() => (
          <>
            <WordField
              label={f("field.culture")}
              field="culture"
              value={place.culture}
              onChange={(culture) => change({ culture })}
            />
            <WordField
              label={f("field.state")}
              field="condition"
              value={place.state}
              onChange={(state) => change({ state })}
            />
            <WordField
              label={f("field.floor")}
              field="ground"
              value={place.floor}
              onChange={(floor) => change({ floor })}
            />
            <SentenceField
              label={f("field.layout")}
              value={place.layout ?? ""}
              most={300}
              onChange={(layout) => change({ layout: layout || undefined })}
            />
            <Rows
              legend={f("field.landmarks")}
              rows={place.landmarks}
              most={8}
              addLabel={f("field.addLandmark")}
              removeLabel={(n) => f("field.removeLandmark", { n })}
              newRow={(): Place["landmarks"][number] => ({ what: "" })}
              onChange={(landmarks) => change({ landmarks })}
            >
              {(landmark, put, n) => (
                <>
                  <WordField
                    label={f("field.landmark", { n })}
                    field="landmark"
                    value={landmark.what}
                    isRequired
                    onChange={(what) => put({ ...landmark, what: what ?? "" })}
                  />
                  <WordField
                    label={f("field.landmarkSide", { n })}
                    field="landmark"
                    value={landmark.side}
                    onChange={(side) => put(withPart(landmark, { side }))}
                  />
                </>
              )}
            </Rows>
          </>
        )}
      </More>
    </>
  );
}

// The editors of phases with one result for the whole book. Each returns a merge patch.
import { CastEditor } from "./cast-editor.tsx";
import { ConceptEditor } from "./concept-editor.tsx";
import type { EditorProps } from "./editor-form.tsx";
import { PlotEditor } from "./plot-editor.tsx";

export function GateEditor(props: EditorProps) {
  if (props.phase === "concept") return <ConceptEditor {...props} />;
  if (props.phase === "characters") return <CastEditor {...props} />;
  if (props.phase === "plot") return <PlotEditor {...props} />;
  return null;
}

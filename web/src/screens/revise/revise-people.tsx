// The people of a finished book: their appearance, with the redrawn pictures and the cost of a change shown before it is saved.
import { useRef, useState } from "react";
import { ApiError, ask } from "../../api.ts";
import type { ClientSession } from "../../documents.ts";
import { reviewDraft } from "../../drafts.ts";
import { Loading, Trouble } from "../../parts/states.tsx";
import type { Watched } from "../../use-session.ts";
import { VocabularyProvider } from "../../vocabulary.tsx";
import { useFieldWords } from "../../words/field-words.ts";
import { useWishWords } from "../../words/wish-words.ts";
import { CastEditor } from "../reviews/cast-editor.tsx";
import { useGiven } from "../reviews/use-given.ts";
import type { WishPreview } from "../reviews/wish-preview.tsx";

interface PeopleProps {
  session: ClientSession;
  watched: Watched;
  urls: ReadonlyMap<string, string>;
  isWorking: boolean;
}

/** Folded, because most changes of a finished book are of its lines and pictures. */
export function People(props: PeopleProps) {
  const f = useFieldWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="koma revise-people" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{f("people.title")}</h2>
      </summary>
      {isOpen ? <PeopleEditor {...props} /> : null}
    </details>
  );
}

function PeopleEditor({ session, watched, urls, isWorking }: PeopleProps) {
  const w = useWishWords();
  const { sessionId, params } = session;
  const given = useGiven(sessionId, watched.phases.characters);
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState("");
  const [error, setError] = useState<unknown>(undefined);
  /** The last request with its key, so that a repeat after a lost answer is not carried out twice. */
  const asked = useRef<{ words: string; key: string }>(undefined);
  if (given === undefined) return <Loading />;
  const { hash: base, output } = given;

  const save = async (patch: Record<string, unknown>, preview?: WishPreview): Promise<boolean> => {
    setAsking(true);
    setSaid("");
    setError(undefined);
    const body = { phase: "characters", kind: "edit", patch, base, previewed: preview?.hash };
    const version = preview?.version;
    const words = JSON.stringify([body, version]);
    if (asked.current?.words !== words) asked.current = { words, key: crypto.randomUUID() };
    const { key } = asked.current;
    let isTaken = false;
    try {
      await ask("POST", `/manga/sessions/${sessionId}/feedback`, { body, version, key });
      isTaken = true;
      setSaid(w("done"));
    } catch (failed) {
      // The edits are kept, and rebased on the newest result.
      if (failed instanceof ApiError && failed.status === 412) setSaid(w("moved"));
      else setError(failed);
    }
    setAsking(false);
    return isTaken;
  };
  return (
    <VocabularyProvider session={session}>
      <CastEditor
        phase="characters"
        {...{ output, urls, watched }}
        draftName={reviewDraft(sessionId, "characters")}
        language={params.language}
        seen={{ sessionId, base }}
        isSending={isAsking || isWorking}
        onDraft={() => {}}
        onSave={save}
      />
      <p role="status">{said}</p>
      <Trouble error={error} />
    </VocabularyProvider>
  );
}

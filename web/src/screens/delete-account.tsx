// Deletes the account, or the guest, with all books: says what is lost, and asks for the password or a typed word.
import { type FormEvent, useEffect, useState } from "react";
import { deleteAccount, listBookIds, type Me } from "../account.ts";
import { Dialog } from "../parts/dialog.tsx";
import { reasonOf } from "../problem-words.ts";
import { useAccountWords } from "../words/account-words.ts";
import { useWords } from "../words/words.tsx";

export function DeleteAccount({ me, onGone }: { me: Me; onGone: () => void }) {
  const a = useAccountWords();
  const [isAsked, setAsked] = useState(false);
  return (
    <section className="koma account-delete">
      <h2>{a(me.kind === "guest" ? "deleteGuest" : "delete")}</h2>
      <p>{a("deleteHint")}</p>
      <button type="button" className="button" onClick={() => setAsked(true)}>
        {a("deleteBegin")}
      </button>
      {isAsked ? <DeleteDialog me={me} onGone={onGone} onClose={() => setAsked(false)} /> : null}
    </section>
  );
}

interface DeleteDialogProps {
  me: Me;
  onGone: () => void;
  onClose: () => void;
}

function DeleteDialog({ me, onGone, onClose }: DeleteDialogProps) {
  const a = useAccountWords();
  const { t } = useWords();
  const [books, setBooks] = useState<string[] | undefined>(undefined);
  const [typed, setTyped] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const hasPassword = me.kind === "password";
  const isGuest = me.kind === "guest";
  useEffect(() => {
    listBookIds().then(setBooks, setError);
  }, []);
  const isConfirmed = hasPassword ? typed !== "" : typed.trim().toLowerCase() === a("deleteWord");
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (books === undefined || !isConfirmed) return;
    setBusy(true);
    setError(undefined);
    try {
      await deleteAccount({ isGuest, password: hasPassword ? typed : undefined, books });
      onGone();
    } catch (failed) {
      setError(failed);
      setBusy(false);
    }
  };
  return (
    <Dialog label={a(isGuest ? "deleteGuest" : "delete")} onClose={onClose}>
      <form className="account-delete-form" onSubmit={send}>
        <ul className="account-lost">
          <li>{books === undefined ? a("lostAllBooks") : a("lostBooks", { n: books.length })}</li>
          <li>{a("lostLinks")}</li>
          <li>{a("lostRunning")}</li>
          <li>{isGuest ? a("lostKey") : a("lostAccount", { who: me.email ?? a("lostThisAccount") })}</li>
        </ul>
        <p>{a("lostForGood")}</p>
        {hasPassword || isGuest ? null : <p>{a("deleteRecent")}</p>}
        <label className="field">
          <span>{hasPassword ? a("deletePassword") : a("deleteType", { word: a("deleteWord") })}</span>
          <input
            type={hasPassword ? "password" : "text"}
            autoComplete={hasPassword ? "current-password" : "off"}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={128}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        {error === undefined ? null : (
          <p className="trouble" role="alert">
            {reasonOf(error, t)}
          </p>
        )}
        <div className="row">
          <button type="button" className="button" onClick={onClose}>
            {a("deleteNo")}
          </button>
          <button
            type="submit"
            className="button button-hot"
            disabled={isBusy || books === undefined || !isConfirmed}
          >
            {isBusy ? a("working") : a("deleteYes")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Shown after the deletion. The new load of the page ends what is left of the account in its memory. */
export function Deleted() {
  const a = useAccountWords();
  return (
    <section className="koma account-delete">
      <h2>{a("gone")}</h2>
      <p>{a("goneHint")}</p>
      <p>
        <a className="button" href="/">
          {a("goneOn")}
        </a>
      </p>
    </section>
  );
}

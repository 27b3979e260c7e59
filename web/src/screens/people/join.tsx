// The screen of an invitation link: `/join#TOKEN`. The token is in the fragment, which browsers send to no server.
import { type FormEvent, useEffect, useState } from "react";
import { acceptInvite } from "../../members.ts";
import { Trouble } from "../../parts/states.tsx";
import { navigate } from "../../router.tsx";
import "../../styles/members.css";
import { useTitle } from "../../use-title.ts";
import { useMemberWords } from "../../words/member-words.ts";
import { useWords } from "../../words/words.tsx";

/** The longest name that the service accepts. */
const LONGEST_NAME = 60;

export default function JoinScreen() {
  const m = useMemberWords();
  const { t } = useWords();
  const [token] = useState(() => location.hash.slice(1));
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  useTitle(m("joinTitle"));
  // The link stays neither in the address bar nor in the history.
  useEffect(() => history.replaceState(history.state, "", location.pathname), []);
  const join = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name")).trim();
    setBusy(true);
    setError(undefined);
    try {
      const { sessionId } = await acceptInvite(token, name);
      navigate(`/session/${sessionId}`);
    } catch (failed) {
      setError(failed);
      setBusy(false);
    }
  };
  return (
    <form className="koma join" onSubmit={join}>
      <p className="join-sound" lang="ja" aria-hidden="true">
        どうぞ
      </p>
      <h1 className="display">{m("joinTitle")}</h1>
      <p>{token === "" ? m("noToken") : m("joinHint")}</p>
      {token === "" ? null : (
        <>
          <label className="field">
            <span>{m("joinName")}</span>
            <input name="name" autoComplete="nickname" maxLength={LONGEST_NAME} />
          </label>
          <Trouble error={error} />
          <button type="submit" className="button button-hot button-big" disabled={isBusy}>
            {isBusy ? t("wait.loading") : m("join")}
          </button>
        </>
      )}
    </form>
  );
}

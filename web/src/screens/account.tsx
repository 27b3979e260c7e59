// The screen "Account": a guest becomes an account; an account lists and ends its sign-ins.
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { endSignIn, enterAccount, type Me, readMe, readSignIns, type SignIn, signOut } from "../account.ts";
import { Failed, Loading } from "../parts/states.tsx";
import { reasonOf } from "../problem-words.ts";
import "../styles/account.css";
import { useTitle } from "../use-title.ts";
import { useAccountWords } from "../words/account-words.ts";
import { useWords } from "../words/words.tsx";

export default function AccountScreen() {
  const a = useAccountWords();
  const [me, setMe] = useState<Me | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(a("title"));
  const load = useCallback(async () => {
    setError(undefined);
    try {
      setMe(await readMe());
    } catch (failed) {
      setError(failed);
    }
  }, []);
  useEffect(() => void load(), [load]);
  return (
    <div className="account">
      <h1 className="display account-title" tabIndex={-1} ref={heading}>
        {a("title")}
      </h1>
      {error !== undefined ? <Failed error={error} onAgain={load} /> : null}
      {me === undefined && error === undefined ? <Loading /> : null}
      {me?.kind === "guest" ? (
        <GuestPart
          onEntered={async () => {
            await load();
            heading.current?.focus();
          }}
        />
      ) : null}
      {me !== undefined && me.kind !== "guest" ? <AccountPart me={me} /> : null}
    </div>
  );
}

function GuestPart({ onEntered }: { onEntered: () => Promise<void> }) {
  const a = useAccountWords();
  return (
    <div className="account-parts">
      <section className="koma koma-ink account-key">
        <h2>{a("guestTitle")}</h2>
        <p>{a("guest")}</p>
        <p>{a("guestWay")}</p>
      </section>
      <AccountForm onEntered={onEntered} />
    </div>
  );
}

function AccountForm({ onEntered }: { onEntered: () => Promise<void> }) {
  const a = useAccountWords();
  const { t } = useWords();
  const [how, setHow] = useState<"register" | "login">("register");
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const isNew = how === "register";
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setBusy(true);
    setError(undefined);
    try {
      await enterAccount(how, { email: String(given.get("email")), password: String(given.get("password")) });
      await onEntered();
    } catch (failed) {
      setError(failed);
      setBusy(false);
    }
  };
  return (
    <form className="koma account-form" onSubmit={send}>
      <h2>{a("form")}</h2>
      <fieldset className="row account-how">
        <legend className="unseen">{a("form")}</legend>
        {(["register", "login"] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="button button-small"
            aria-pressed={how === one}
            onClick={() => setHow(one)}
          >
            {a(one === "register" ? "new" : "known")}
          </button>
        ))}
      </fieldset>
      <label className="field">
        <span>{a("email")}</span>
        <input type="email" name="email" autoComplete="email" maxLength={254} required />
      </label>
      <label className="field">
        <span>{a("password")}</span>
        <input
          type="password"
          name="password"
          autoComplete={isNew ? "new-password" : "current-password"}
          minLength={isNew ? 8 : 1}
          maxLength={128}
          aria-describedby="password-hint"
          required
        />
        <small id="password-hint">{isNew ? a("passwordHint") : null}</small>
      </label>
      <p>{a(isNew ? "newHint" : "knownHint")}</p>
      {error === undefined ? null : (
        <p className="trouble" role="alert">
          {reasonOf(error, t)}
        </p>
      )}
      <button type="submit" className="button button-hot" disabled={isBusy}>
        {isBusy ? a("working") : a(isNew ? "create" : "signIn")}
      </button>
    </form>
  );
}

function AccountPart({ me }: { me: Me }) {
  const a = useAccountWords();
  const { t, tongue } = useWords();
  const [error, setError] = useState<unknown>(undefined);
  const day = new Intl.DateTimeFormat(tongue, { dateStyle: "long" }).format(new Date(me.createdAt));
  return (
    <div className="account-parts">
      <section className="koma">
        <h2>{me.email ?? a(WAYS[me.kind])}</h2>
        <p>
          {a("since", { day })}
          <br />
          {a("everywhere")}
        </p>
        {error === undefined ? null : (
          <p className="trouble" role="alert">
            {reasonOf(error, t)}
          </p>
        )}
        <div className="account-out">
          <button type="button" className="button" onClick={() => signOut().catch(setError)}>
            {a("signOut")}
          </button>
          <small>{a("signOutHint")}</small>
        </div>
      </section>
      <SignIns />
    </div>
  );
}

const WAYS = {
  password: "wayPassword",
  google: "wayGoogle",
  firebase: "wayFirebase",
  guest: "wayGuest",
} as const;

function SignIns() {
  const a = useAccountWords();
  const { tongue } = useWords();
  const [signIns, setSignIns] = useState<SignIn[] | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const [said, setSaid] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const times = new Intl.DateTimeFormat(tongue, { dateStyle: "medium", timeStyle: "short" });
  const time = (at: string) => times.format(new Date(at));
  const load = useCallback(async () => {
    setError(undefined);
    try {
      setSignIns(await readSignIns());
    } catch (failed) {
      setError(failed);
    }
  }, []);
  useEffect(() => void load(), [load]);
  const end = async (signInId?: string) => {
    try {
      await endSignIn(signInId);
      await load();
      setSaid(a(signInId === undefined ? "endedOthers" : "ended"));
      // The button that had the focus is gone.
      heading.current?.focus();
    } catch (failed) {
      setError(failed);
    }
  };
  return (
    <section className="koma">
      <h2 tabIndex={-1} ref={heading}>
        {a("signIns")}
      </h2>
      <p className="unseen" role="status">
        {said}
      </p>
      {error !== undefined ? <Failed error={error} onAgain={load} /> : null}
      {signIns === undefined && error === undefined ? <Loading /> : null}
      <ul className="sign-ins">
        {signIns?.map(({ signInId, way, startedAt, lastUsedAt, isThis }) => (
          <li key={signInId}>
            <p>
              <b>{a(isThis ? "thisOne" : way === undefined ? "wayUnknown" : WAYS[way])}</b>
              <small>{a("began", { time: time(startedAt) })}</small>
              <small>{a("used", { time: time(lastUsedAt) })}</small>
            </p>
            {isThis ? null : (
              <button
                type="button"
                className="button button-small"
                aria-label={a("endOne", { time: time(startedAt) })}
                onClick={() => end(signInId)}
              >
                {a("end")}
              </button>
            )}
          </li>
        ))}
      </ul>
      {signIns !== undefined && signIns.length > 1 ? (
        <div className="account-out">
          <button type="button" className="button" onClick={() => end()}>
            {a("endOthers")}
          </button>
          <small>{a("signInsHint")}</small>
        </div>
      ) : null}
    </section>
  );
}

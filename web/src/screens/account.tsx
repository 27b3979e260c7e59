// The screen "Account": a guest becomes an account; an account lists and ends its sign-ins.
import { useCallback, useEffect, useRef, useState } from "react";
import {
  endSignIn,
  exchange,
  type Me,
  readMe,
  readSignIns,
  readWays,
  type SignIn,
  signOut,
  type Ways,
} from "../account.ts";
import { ApiError } from "../api.ts";
import { returnedFromGoogle, type SecondFactor } from "../identity.ts";
import { Failed, Loading } from "../parts/states.tsx";
import { reasonOf } from "../problem-words.ts";
import "../styles/account.css";
import { useTitle } from "../use-title.ts";
import { useAccountWords } from "../words/account-words.ts";
import { useWords } from "../words/words.tsx";
import { DeleteAccount, Deleted } from "./delete-account.tsx";
import { SecondFactorPart } from "./second-factor.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** Who is signed in; `nobody` on a service without guests. */
type Known = {
  me: Me | "nobody";
  ways: Ways;
  arrived: { factor?: SecondFactor | undefined; error?: unknown };
};

export default function AccountScreen() {
  const a = useAccountWords();
  const [known, setKnown] = useState<Known | "gone" | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const isLoading = useRef(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(a("title"));
  const load = useCallback(async () => {
    // A return from Google is read once.
    if (isLoading.current) return;
    isLoading.current = true;
    setError(undefined);
    try {
      const arrived = await arrive();
      const [ways, me] = await Promise.all([readWays(), readMe().catch(nobodyWithoutGuests)]);
      setKnown({ me, ways, arrived });
    } catch (failed) {
      setError(failed);
    } finally {
      isLoading.current = false;
    }
  }, []);
  useEffect(() => void load(), [load]);
  const { me, ways, arrived } = known === undefined || known === "gone" ? {} : known;
  const isPerson = me !== undefined && me !== "nobody";
  return (
    <div className="account">
      <h1 className="display account-title" tabIndex={-1} ref={heading}>
        {a("title")}
      </h1>
      {error !== undefined ? <Failed error={error} onAgain={load} /> : null}
      {known === undefined && error === undefined ? <Loading /> : null}
      {known === "gone" ? <Deleted /> : null}
      {ways !== undefined && arrived !== undefined && (me === "nobody" || me?.kind === "guest") ? (
        <GuestPart
          {...{ ways, arrived, hasGuest: me !== "nobody" }}
          onEntered={async () => {
            await load();
            heading.current?.focus();
          }}
        />
      ) : null}
      {isPerson && me.kind !== "guest" ? <AccountPart {...{ me, ways }} /> : null}
      {isPerson ? (
        <DeleteAccount
          // A dialog that a guest has opened says nothing about the account that the guest becomes.
          key={`${me.kind}.${me.ownerId}`}
          me={me}
          onGone={() => {
            setKnown("gone");
            heading.current?.focus();
          }}
        />
      ) : null}
    </div>
  );
}

/** Completes a sign-in with Google, if this page is Google's return. */
async function arrive(): Promise<Known["arrived"]> {
  try {
    const proof = await returnedFromGoogle();
    if (proof === undefined) return {};
    if ("secondFactor" in proof) return { factor: proof.secondFactor };
    await exchange(proof.idToken);
    return {};
  } catch (error) {
    return { error };
  }
}

function nobodyWithoutGuests(error: unknown): "nobody" {
  if (error instanceof ApiError && error.code === "guests-off") return "nobody";
  throw error;
}

/** Tells a guest that this browser is the key. Without guests the form stands alone. */
function GuestPart({ ways, hasGuest, arrived, onEntered }: Parameters<typeof SignInForm>[0]) {
  const a = useAccountWords();
  return (
    <div className="account-parts">
      {hasGuest ? (
        <section className="koma koma-ink account-key">
          <h2>{a("guestTitle")}</h2>
          <p>{a("guest")}</p>
          <p>{a("guestWay")}</p>
        </section>
      ) : null}
      <SignInForm {...{ ways, hasGuest, arrived, onEntered }} />
    </div>
  );
}

function AccountPart({ me, ways }: { me: Me; ways: Ways | undefined }) {
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
        {me.emailVerified === false ? <p className="account-unverified">{a("unverified")}</p> : null}
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
      {ways?.identityPlatform && me.kind === "firebase" && me.email !== undefined ? (
        <SecondFactorPart email={me.email} isVerified={me.emailVerified !== false} />
      ) : null}
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

// The account's screen in a browser: signing in by Identity Platform and without it, and deleting the account.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { type Asked, freshBrowser, type Shown, serviceOfTest, show } from "../component-test.tsx";
import AccountScreen from "./account.tsx";

const GUEST = { ownerId: "o1", kind: "guest", createdAt: "2026-11-24T12:00:00.000Z" };
const ACCOUNT = { ...GUEST, kind: "password", email: "mina@example.com" };
const BOOKS = { sessions: [{ sessionId: "s1" }, { sessionId: "s2" }] };
const PROVIDER = "https://identitytoolkit.googleapis.com/";
const OFF = { guest: true, password: true, identityPlatform: false, google: false };
const ON = { ...OFF, identityPlatform: true, google: true };
const TOKENS = { ownerId: "o1", accessToken: "new", refreshToken: "r", expiresIn: 3_600 };

let service: { asked: Asked[]; close: () => void };
let shown: Shown | undefined;
/** Requests to Identity Platform, and its answers by method. */
let asked: { method: string; body: Record<string, unknown> }[];
let answers: Record<string, { status?: number; body: object }>;
const fetched = window.fetch;
beforeEach(() => {
  freshBrowser();
  asked = [];
  answers = {};
  window.fetch = async (input, init = {}) => {
    const address = String(input);
    if (address === "/__/firebase/init.json") return Response.json({ apiKey: "key" });
    if (!address.startsWith(PROVIDER)) return fetched(input, init);
    const method = address.slice(PROVIDER.length).replace("?key=key", "");
    asked.push({ method, body: JSON.parse(String(init.body)) });
    const { status = 200, body } = answers[method] ?? { body: {} };
    return Response.json(body, { status });
  };
  service = serviceOfTest();
});
afterEach(() => {
  shown?.close();
  service.close();
  window.fetch = fetched;
});

const waiting = (method: string, path: string) =>
  service.asked.filter((one) => one.method === method && one.path.startsWith(path));

/** Answers the first request of this kind, as soon as there is one. */
async function answer(method: string, path: string, body: unknown, status = 200): Promise<Asked> {
  await expect.poll(() => waiting(method, path).length).toBeGreaterThan(0);
  const [first] = waiting(method, path);
  if (first === undefined) throw new Error("no request");
  service.asked.splice(service.asked.indexOf(first), 1);
  first.answer(body, status);
  return first;
}

async function open(me: object, ways: object = OFF): Promise<void> {
  shown = show(<AccountScreen />);
  await answer("GET", "/auth/ways", ways);
  await answer("GET", "/auth/me", me);
}

async function openDeletion(me: object): Promise<void> {
  await open(me);
  await page.getByRole("button", { name: "Delete …" }).click();
  await answer("GET", "/manga/sessions", BOOKS);
}

const confirm = page.getByRole("button", { name: "Delete for good" });

describe("the deletion of an account", () => {
  it("says what is lost, and sends nothing before the password is typed", async () => {
    localStorage.setItem("mekuri.account", JSON.stringify({ ownerId: "o1", refreshToken: "r" }));
    localStorage.setItem("mekuri.draft.o1.new", JSON.stringify({ at: 1, value: "a story" }));
    localStorage.setItem("mekuri-reader:s1", "{}");
    await openDeletion(ACCOUNT);
    const dialog = page.getByRole("dialog", { name: "Delete this account" });
    await expect.element(dialog.getByText("2 books: pages, pictures, versions and files")).toBeVisible();
    await expect.element(dialog.getByText("mina@example.com, signed out on every device")).toBeVisible();
    await expect.element(confirm).toBeDisabled();
    await page.getByLabelText("Your password").fill("wrong");
    await confirm.click();
    const refused = await answer("DELETE", "/auth/me", { status: 403, code: "not-confirmed" }, 403);
    expect(refused.body).toEqual({ password: "wrong" });
    await expect
      .element(dialog.getByRole("alert"))
      .toHaveTextContent("Not confirmed: the password is wrong, or you signed in too long ago.");
    expect(localStorage.getItem("mekuri.account")).not.toBeNull();

    await page.getByLabelText("Your password").fill("correct horse");
    await confirm.click();
    expect((await answer("DELETE", "/auth/me", {})).body).toEqual({ password: "correct horse" });
    await expect.element(page.getByRole("heading", { name: "It is deleted" })).toBeVisible();
    const left = Object.keys(localStorage).filter(
      (key) => key.startsWith("mekuri") && key !== "mekuri.tongue",
    );
    expect(left).toEqual([]);
  });

  it("of a guest asks for a word, and signs in again with its key", async () => {
    localStorage.setItem("mekuri.guest", "k".repeat(48));
    await openDeletion(GUEST);
    await page.getByLabelText("Type “delete”").fill("Delet");
    await expect.element(confirm).toBeDisabled();
    await page.getByLabelText("Type “delete”").fill("Delete ");
    await confirm.click();
    expect((await answer("POST", "/auth/guest", TOKENS)).body).toEqual({ key: "k".repeat(48) });
    expect((await answer("DELETE", "/auth/me", {})).body).toEqual({});
    await expect.element(page.getByRole("heading", { name: "It is deleted" })).toBeVisible();
    expect(localStorage.getItem("mekuri.guest")).toBeNull();
  });

  it("closes its dialog when the guest becomes an account", async () => {
    await open(GUEST);
    await fillIn();
    await page.getByRole("button", { name: "Create the account" }).click();
    await page.getByRole("button", { name: "Delete …" }).click();
    await answer("GET", "/manga/sessions", { sessions: [] });
    await expect.element(page.getByText(/^0 books/)).toBeVisible();
    await answer("POST", "/auth/register", TOKENS);
    await answer("GET", "/auth/ways", OFF);
    await answer("POST", "/auth/refresh", TOKENS);
    await answer("GET", "/auth/me", ACCOUNT);
    await expect.element(page.getByRole("heading", { name: "mina@example.com" })).toBeVisible();
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  });

  it("is left with nothing sent", async () => {
    await openDeletion(GUEST);
    await page.getByRole("button", { name: "Keep everything" }).click();
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    expect(waiting("DELETE", "/auth/me")).toEqual([]);
  });
});

const email = page.getByLabelText("E-mail address");
const password = page.getByLabelText(/^Password/);
async function fillIn(): Promise<void> {
  await email.fill("mina@example.com");
  await password.fill("correct horse");
}

/** The guest's books come along: its token is sent with the proof. */
async function expectExchange(body: object): Promise<void> {
  const sent = await answer("POST", "/auth/exchange", TOKENS);
  expect(sent.body).toEqual({ guestToken: "token", ...body });
  await answer("GET", "/auth/ways", ON);
  await answer("POST", "/auth/refresh", TOKENS);
  await answer("GET", "/auth/me", { ...ACCOUNT, kind: "firebase", emailVerified: false });
  await answer("GET", "/auth/sign-ins", { signIns: [] });
  await expect.element(page.getByRole("heading", { name: "mina@example.com" })).toBeVisible();
  await expect.element(page.getByText(/^Your address is not confirmed yet/)).toBeVisible();
}

describe("a guest with Identity Platform", () => {
  it("becomes an account by an address, which gets a mail", async () => {
    answers["v1/accounts:signUp"] = { body: { idToken: "id-1" } };
    await open(GUEST, ON);
    await expect.element(page.getByRole("heading", { name: "This browser is the key" })).toBeVisible();
    await fillIn();
    await page.getByRole("button", { name: "Create the account" }).click();
    await expectExchange({ idToken: "id-1" });
    expect(asked).toEqual([
      {
        method: "v1/accounts:signUp",
        body: { email: "mina@example.com", password: "correct horse", returnSecureToken: true },
      },
      { method: "v1/accounts:sendOobCode", body: { requestType: "VERIFY_EMAIL", idToken: "id-1" } },
    ]);
  });

  it("joins an account by a password and the code of an app", async () => {
    answers["v1/accounts:signInWithPassword"] = {
      body: { mfaPendingCredential: "p", mfaInfo: [{ mfaEnrollmentId: "e", totpInfo: {} }] },
    };
    answers["v2/accounts/mfaSignIn:finalize"] = {
      status: 400,
      body: { error: { message: "INVALID_CODE : no" } },
    };
    await open(GUEST, ON);
    await page.getByRole("button", { name: "I have an account" }).click();
    await fillIn();
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByLabelText("Code").fill("123 456");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect.element(page.getByRole("alert")).toHaveTextContent("The code is wrong or too old.");
    answers["v2/accounts/mfaSignIn:finalize"] = { body: { idToken: "id-2" } };
    await page.getByRole("button", { name: "Sign in" }).click();
    await expectExchange({ idToken: "id-2" });
    expect(asked.at(-1)?.body).toEqual({
      ...{ mfaPendingCredential: "p", mfaEnrollmentId: "e" },
      totpVerificationInfo: { verificationCode: "123456" },
    });
  });

  it("signs in to an account from before it with the service's own password", async () => {
    answers["v1/accounts:signInWithPassword"] = {
      status: 400,
      body: { error: { message: "INVALID_LOGIN_CREDENTIALS" } },
    };
    await open(GUEST, ON);
    await page.getByRole("button", { name: "I have an account" }).click();
    await fillIn();
    await page.getByRole("button", { name: "Sign in" }).click();
    const sent = await answer("POST", "/auth/login", { code: "wrong-login" }, 401);
    expect(sent.body).toEqual({ email: "mina@example.com", password: "correct horse", guestToken: "token" });
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent("No account has this address and password.");
  });

  it("gets a mail for a forgotten password, whether there is an account or not", async () => {
    answers["v1/accounts:sendOobCode"] = { status: 400, body: { error: { message: "EMAIL_NOT_FOUND" } } };
    await open(GUEST, ON);
    await page.getByRole("button", { name: "I have an account" }).click();
    await email.fill("mina@example.com");
    await page.getByRole("button", { name: "Forgot the password?" }).click();
    await expect.element(page.getByText(/^If mina@example.com has an account/)).toBeVisible();
    expect(asked[0]?.body).toEqual({ requestType: "PASSWORD_RESET", email: "mina@example.com" });
  });

  it("leaves for Google, and returns with its books", async () => {
    const before = location.href;
    answers["v1/accounts:createAuthUri"] = { body: { authUri: "#google", sessionId: "s" } };
    await open(GUEST, ON);
    await page.getByRole("button", { name: "Continue with Google" }).click();
    await expect.poll(() => location.hash).toBe("#google");
    expect(asked[0]?.body).toEqual({
      ...{ providerId: "google.com", continueUri: `${location.origin}/account` },
    });
    shown?.close();
    service.asked.length = 0;
    history.replaceState(null, "", "/account?state=x&code=y");
    answers["v1/accounts:signInWithIdp"] = { body: { idToken: "id-3" } };
    shown = show(<AccountScreen />);
    await expectExchange({ idToken: "id-3" });
    expect(asked[1]?.body).toEqual({
      requestUri: `${location.origin}/account?state=x&code=y`,
      ...{ sessionId: "s", returnSecureToken: true },
    });
    expect(location.search).toBe("");
    history.replaceState(null, "", before);
  });
});

it("a second factor is for accounts of Identity Platform with a confirmed address", async () => {
  const heading = page.getByRole("heading", { name: "Second factor" });
  await open({ ...ACCOUNT, kind: "firebase", emailVerified: false }, ON);
  await expect.element(heading).toBeVisible();
  await expect.element(page.getByText(/^First open the link/)).toBeVisible();
  shown?.close();
  service.asked.length = 0;
  await open(ACCOUNT, ON);
  await expect.element(page.getByRole("heading", { name: "mina@example.com" })).toBeVisible();
  await expect.element(heading).not.toBeInTheDocument();
});

it("a service without guests shows the form alone, and a sign-in brings no guest along", async () => {
  sessionStorage.clear();
  shown = show(<AccountScreen />);
  await answer("GET", "/auth/ways", { ...OFF, guest: false });
  await answer("POST", "/auth/guest", { code: "guests-off" }, 403);
  await expect.element(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect.element(page.getByText("This browser is the key")).not.toBeInTheDocument();
  await fillIn();
  await page.getByRole("button", { name: "Sign in" }).click();
  await answer("POST", "/auth/guest", { code: "guests-off" }, 403);
  expect((await answer("POST", "/auth/login", TOKENS)).body).toEqual({
    ...{ email: "mina@example.com", password: "correct horse" },
  });
});

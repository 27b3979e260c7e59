// Parts of the studio that are loaded once somebody needs them. A network that is gone just then is waited for. Where the studio
// was published anew since this page was opened, its parts have other names: the page is loaded anew to find them.

const AGAIN_MS = 4_000;

/** Resolves with the part, however long it takes to reach it. */
export async function whenReached<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      if (await isReplaced()) location.reload();
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

/** Whether the studio's page names other files than those that run here. False while it is not reached. */
export async function isReplaced(): Promise<boolean> {
  const answer = await fetch("/").catch(() => undefined);
  return answer?.ok === true && !(await answer.text()).includes(new URL(import.meta.url).pathname);
}

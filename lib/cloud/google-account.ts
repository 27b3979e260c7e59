// The account that this process runs as, as Google's client libraries find it, for requests that none of them makes.
import { GoogleAuth } from "google-auth-library";

const auth = new GoogleAuth({ scopes: "https://www.googleapis.com/auth/cloud-platform" });

/** Headers that name the account. Rejects where there is none. */
export const accountHeaders = (): Promise<Headers> => auth.getRequestHeaders();

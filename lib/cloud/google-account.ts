// The service account of this process, from Google's own library, for the requests of the hand-written clients. A separate file
// saves processes that use emulators the loading of that library.
import { GoogleAuth } from "google-auth-library";

const auth = new GoogleAuth({ scopes: "https://www.googleapis.com/auth/cloud-platform" });

/** Headers that identify the account. Rejects without credentials. */
export const accountHeaders = (): Promise<Headers> => auth.getRequestHeaders();

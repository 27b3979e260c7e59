// The account that this process runs as, by Google's own library, for the requests of the hand-written clients. In a file of its own, it
// saves those who ask an emulator the load of that library.
import { GoogleAuth } from "google-auth-library";

const auth = new GoogleAuth({ scopes: "https://www.googleapis.com/auth/cloud-platform" });

/** Headers that name the account. Rejects where there is none. */
export const accountHeaders = (): Promise<Headers> => auth.getRequestHeaders();

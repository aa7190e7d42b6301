/** Posts to the site's own `/api`, and tells in one word what went wrong. */

export type Failure = "refused" | "busy" | "failed";

export async function post(path: string, body: object = {}): Promise<Response | Failure> {
  try {
    const response = await fetch(path, { method: "POST", body: JSON.stringify(body) });
    if (response.ok) return response;
    return response.status === 403 ? "refused" : response.status === 429 ? "busy" : "failed";
  } catch {
    return "failed"; // no network
  }
}
